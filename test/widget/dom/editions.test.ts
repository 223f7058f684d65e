// What the element shows at a time is of one edition, whatever was kept of another.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadList } from '../../../src/widget/api/loaded-list.ts'
import { read } from '../../../src/widget/api/service.ts'
import type { ElementSettings } from '../../../src/widget/settings.ts'

const parts = {
  loadNames: () => Promise.reject(new Error('no blanks')),
  loadCounts: () => Promise.reject(new Error('few events')),
}
let settings: ElementSettings = {
  base: '',
  timeline: 'town-2020',
  filter: [],
  language: 'en',
  limit: undefined,
  layout: 'auto',
  level: 2,
  sync: false,
}
let hosts = 0

// Answers are kept by their address, also those of other tests.
beforeEach(() => void (settings = { ...settings, base: `https://editions-${hosts++}.example` }))
afterEach(() => void vi.unstubAllGlobals())

/** What the API answers, as far as the element reads it. */
function answered(address: string, newest: number) {
  const { pathname, searchParams } = new URL(address)
  const number = Number(searchParams.get('edition') ?? newest)
  const counted = [{ id: `theme-of-${number}`, count: 1, label: {}, color: 0 }]
  return pathname.endsWith('/events')
    ? {
        edition: number,
        total: { value: 1, relation: 'eq' },
        setAside: { undated: 0 },
        events: [],
        facets: { theme: counted, actor: [], source: [], monthRest: { undated: 0 } },
        links: { self: address },
      }
    : {
        title: { en: `Title of ${number}` },
        edition: { number, events: 1 },
        themes: counted,
        actors: [],
        sources: [],
      }
}

/** Like a browser that keeps every answer until newer ones are wanted; returns what it asks for. */
function browse(newestAt: (address: string) => number): string[] {
  const asked: string[] = []
  const kept = new Map<string, string>()
  vi.stubGlobal('fetch', async (address: string, { cache }: RequestInit) => {
    asked.push(address)
    const known = cache === 'no-cache' ? undefined : kept.get(address)
    const body = known ?? JSON.stringify(answered(address, newestAt(address)))
    kept.set(address, body)
    return new Response(body)
  })
  return asked
}

async function load(...asked: [filter: string, isAnew?: boolean]) {
  const [theme, isAnew = false] = asked
  const filter = theme === '' ? [] : ([['theme', theme]] as const)
  const { edition, timeline, choices } = await loadList(settings, filter, parts, { isAnew })
  return [edition, timeline.edition.number, timeline.title['en'], ...choices.theme.keys()].join()
}
const all = (number: number) => `${number},${number},Title of ${number},theme-of-${number}`

test('a timeline that was kept before a publish is read anew, with its events', async () => {
  let newest = 1
  const asked = browse(() => newest)
  expect(await load('')).toBe(all(1))
  newest = 2
  expect(await load('theme-of-2')).toBe(all(2))
  // From then on it is the newer one that is kept.
  asked.length = 0
  expect(await load('other')).toBe(all(2))
  expect(asked).toHaveLength(1)
})

test('what is wanted anew is neither that of the page nor that of the browser', async () => {
  let newest = 1
  browse(() => newest)
  await load('')
  newest = 2
  expect(await load('')).toBe(all(1))
  expect(await load('', true)).toBe(all(2))
  expect(await load('')).toBe(all(2))
})

test('where copies of the service differ it is the older edition', async () => {
  const asked = browse((address) => (address.includes('/events') ? 2 : 1))
  expect(await load('')).toBe(all(1))
  expect(asked.filter((address) => address.includes('edition=1'))).toHaveLength(2)
})

test('a service that never answers of one edition is not asked for ever', async () => {
  let number = 0
  const asked: string[] = []
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address)
    return Response.json(answered(address.replace('edition', ''), ++number))
  })
  await load('')
  expect(asked).toHaveLength(6)
})

test('elements of a page share their requests, but for what is wanted anew', async () => {
  const asked = browse(() => 1)
  const address = `${settings.base}/v1/timelines/town-2020`
  await Promise.all([read(address), read(address)])
  expect(asked).toHaveLength(1)
  await read(address, true)
  expect(asked).toHaveLength(2)
})
