// How a long list of the element is filled, in a stand-in for a document.
import { afterEach, expect, test, vi } from 'vitest'
import { listSectionOf } from '../../../src/domain/query/counts.ts'
import { messages } from '../../../src/messages/languages.ts'
import { fillSections, type LongListOptions } from '../../../src/widget/lazy/long-list.ts'
import { timelineEvent } from '../../support/feed.ts'

afterEach(() => void vi.unstubAllGlobals())

const event = timelineEvent()
const section = listSectionOf(event.when, 'date')
const settled = () => new Promise((done) => setTimeout(done))

/** A list of one section of 30 events, of which 28 are loaded. */
function openList(
  nextPage: string | undefined,
  fails: LongListOptions['fails'] = (error) => expect.fail(String(error)),
) {
  const waiting: (() => void)[] = []
  const list = { clientHeight: 0, children: [] }
  const listeners = new Map<string, (event: object) => void>()
  const gap = {
    style: {},
    parentElement: list as object | null,
    offsetHeight: 48,
    addEventListener: (type: string, listener: (event: object) => void) =>
      void listeners.set(type, listener),
    before: () => undefined,
    remove() {
      this.parentElement = null
    },
  }
  class Observer {
    call: (entries: readonly object[]) => void
    constructor(call: (entries: readonly object[]) => void) {
      this.call = call
    }
    observe(target: object) {
      waiting.push(() => this.call([{ isIntersecting: true, target }]))
    }
    unobserve() {}
    disconnect() {}
  }
  vi.stubGlobal('IntersectionObserver', Observer)
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  )
  vi.stubGlobal('document', { createElement: () => ({ content: {} }) })
  const root = { adoptedStyleSheets: [], ownerDocument: { defaultView: globalThis } }
  const drawn: number[] = []
  const comes = vi.fn()
  fillSections({
    target: { getRootNode: () => root, querySelectorAll: () => [gap] },
    source: {
      loaded: Array.from({ length: 28 }, (_, i) => ({ ...event, id: `e-${i}` })),
      nextPage,
      query: { sort: 'date' },
      times: { month: new Map([[section, 30]]), window: new Map(), undated: 0 },
    },
    level: 3,
    context: { words: messages.en.list },
    draw: () => undefined,
    cards: ({ events }: { readonly events: readonly object[] }) => {
      drawn.push(events.length)
      return []
    },
    fails,
    comes,
  } as unknown as LongListOptions)
  return {
    drawn,
    comes,
    gap,
    /** Lets what is observed come near the viewport. */
    look: () => waiting.splice(0).forEach((one) => one()),
    on: (type: string) => listeners.get(type)?.({ type }),
  }
}

test('a gap of at most so many events goes when no page is left', async () => {
  const { drawn, gap, look } = openList(undefined)
  for (let frame = 0; frame < 5; frame++) {
    look()
    await settled()
  }
  expect(drawn).toEqual([28])
  expect(gap.parentElement).toBeNull()
})

test('a page that fails is told of, and whether the button of its gap was pressed', async () => {
  let status = 503
  vi.stubGlobal('fetch', async () => new Response('{}', { status }))
  const told: [status: number, isPressed: boolean][] = []
  const { comes, look, on } = openList(
    'https://timelines.example/v1/x?cursor=a',
    (error, isPressed) => told.push([(error as { status: number }).status, isPressed]),
  )
  look()
  await settled()
  status = 410
  on('focusin')
  await settled()
  // A mouse presses while the page is still asked for.
  on('focusin')
  on('click')
  await settled()
  on('click')
  await settled()
  expect(told).toEqual([
    [503, false],
    [410, false],
    [410, true],
    [410, true],
  ])
  expect(comes).not.toHaveBeenCalled()
  vi.stubGlobal('fetch', async () => Response.json({ events: [], links: {} }))
  on('click')
  await settled()
  expect(comes).toHaveBeenCalledTimes(1)
  expect(told).toHaveLength(4)
})
