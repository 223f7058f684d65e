// How a long list of the element is filled, in a stand-in for a document.
import { afterEach, expect, test, vi } from 'vitest'
import { listSectionOf } from '../../../src/domain/query/counts.ts'
import { messages } from '../../../src/messages/languages.ts'
import { fillSections, type LongListOptions } from '../../../src/widget/lazy/long-list.ts'
import { timelineEvent } from '../../support/feed.ts'

afterEach(() => void vi.unstubAllGlobals())

test('a gap of at most so many events goes when no page is left', async () => {
  const event = timelineEvent()
  const section = listSectionOf(event.when, 'date')
  const waiting: (() => void)[] = []
  const list = { clientHeight: 0, children: [] }
  const gap = {
    style: {},
    parentElement: list as object | null,
    offsetHeight: 48,
    addEventListener: () => undefined,
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
  fillSections({
    target: { getRootNode: () => root, querySelectorAll: () => [gap] },
    source: {
      loaded: Array.from({ length: 28 }, (_, i) => ({ ...event, id: `e-${i}` })),
      nextPage: undefined,
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
    fails: (error: unknown) => expect.fail(String(error)),
  } as unknown as LongListOptions)
  for (let frame = 0; frame < 5; frame++) {
    for (const look of waiting.splice(0)) look()
    await new Promise((done) => setTimeout(done))
  }
  expect(drawn).toEqual([28])
  expect(gap.parentElement).toBeNull()
})
