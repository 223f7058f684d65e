// What a feed holds where nobody asked for an order, and where the rest is, read by readers of feeds.
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { readerOf } from '../support/event-ids.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const base = '/v1/timelines/town-2020'
const kinds = [
  ['atom', 'atom'],
  ['rss', 'rss'],
  ['json-feed', 'feed.json'],
] as const

/** Events on the days of one year, each later than the one before. */
const townOf = (ids: readonly string[]): TimelineDocument => ({
  formatVersion: 1,
  id: 'town-2020',
  title: 'The town',
  language: 'en',
  timeZone: 'UTC',
  authority: { domain: 'timelines.example', date: '2026' },
  themes: [{ id: 'work', label: 'Work', color: 1 }],
  actors: [],
  sources: [{ id: 'paper', title: 'The paper', published: '2021-01-01T00:00:00Z', language: 'en' }],
  events: ids.map((id, index) => ({
    id,
    date: new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10),
    kind: 'point',
    title: `Title of ${id}`,
    themes: ['work'],
    actors: [],
    citations: [{ source: 'paper', exact: 'words' }],
  })),
})

const sixty = Array.from({ length: 60 }, (_, index) => `event-${index + 1}`)
let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(townOf(sixty))
  await service.publish(townOf([...sixty, 'event-61']), 1)
})

const textOf = async (path: string): Promise<string> => (await service.fetch(path)).text()

describe.each(kinds)('%s', (name, extension) => {
  const path = `${base}/events.${extension}`
  const idsIn = async (query: string) => readerOf(name)(await textOf(path + query)).ids

  test('of 60 events has the 61st when it is published, filtered or not [fault 3.2]', async () => {
    for (const query of ['', '?theme=work', '?q=title', '?from=2020-01'])
      expect((await idsIn(query)).slice(0, 2), query).toEqual(['event-61', 'event-60'])
  })

  test('names its order in its own address, which gives the same bytes', async () => {
    const plain = await service.fetch(path)
    const text = await plain.text()
    expect(selfOf(name, text)).toBe(`${publicUrl}${path}?sort=-updated`)
    const named = await service.fetch(`${path}?sort=-updated`)
    expect(await named.text()).toBe(text)
    expect(named.headers.get('etag')).toBe(plain.headers.get('etag'))
  })

  test('is in the order of dates where one asks for it, or for a number of events', async () => {
    for (const query of ['?sort=date', '?limit=50', '?limit=3']) {
      const text = await textOf(path + query)
      expect(readerOf(name)(text).ids[0], query).toBe('event-1')
      const self = selfOf(name, text).slice(publicUrl.length)
      expect(await textOf(self), query).toBe(text)
    }
  })

  test('leads to every event once', async () => {
    const ids: string[] = []
    for (let next: string | null = path; next !== null;) {
      const held = readerOf(name)(await textOf(next))
      ids.push(...held.ids)
      next = held.next?.slice(publicUrl.length) ?? null
    }
    expect(ids).toHaveLength(61)
    expect(new Set(ids)).toEqual(new Set([...sixty, 'event-61']))
  })

  test('links to the page and to other formats without its own order', async () => {
    const response = await service.fetch(`${path}?theme=work`)
    const text = await response.text()
    expect(text).toContain(`${publicUrl}/timelines/town-2020?theme=work"`.slice(0, -1))
    expect(text).not.toContain('/timelines/town-2020?theme=work&sort')
    expect(response.headers.get('link')).toContain('/events.csv?theme=work>')
  })
})

test('a reader of each feed reads the 61st event first [fault 3.2]', async () => {
  const [atom, rss, json] = await Promise.all(
    kinds.map(([, extension]) => textOf(`${base}/events.${extension}`)),
  )
  expect(JSON.stringify(parseAtomFeed(atom ?? '').entries?.[0]?.title)).toContain(
    'Title of event-61',
  )
  expect(parseRssFeed(rss ?? '').items?.[0]?.title).toContain('Title of event-61')
  expect(parseJsonFeed(json ?? '').items?.[0]?.title).toContain('Title of event-61')
})

test('the subscribe page tells the size of a full calendar, and how many events it lacks [fault 3.2]', async () => {
  const own = await createMemoryService()
  const document = townOf(Array.from({ length: 900 }, (_, index) => `event-${index + 1}`))
  const sources = document.sources.map((source) => ({ ...source, title: '报'.repeat(490) }))
  await own.publish({ ...document, sources })
  const response = await own.fetch(`${base}/events.ics?lang=en`)
  const octets = (await response.arrayBuffer()).byteLength
  const held = Number(response.headers.get('jishi-held-back'))
  const page = await (await own.fetch('/timelines/town-2020/subscribe?lang=en')).text()
  expect(held).toBeGreaterThan(0)
  expect(page).toContain(`The calendar has ${900 - held} events, ${Math.ceil(octets / 1000)} kB.`)
  expect(page).toContain(`${held} events unchanged for longest are not.`)
})

describe.each([
  ['ics', 'ics'],
  ['jcal', 'jcal.json'],
] as const)('%s', (name, extension) => {
  const path = `${base}/events.${extension}?lang=en`
  const many = Array.from({ length: 900 }, (_, index) => `event-${index + 1}`)
  // Every event repeats the title of its source.
  const long = (document: TimelineDocument): TimelineDocument => ({
    ...document,
    sources: document.sources.map((source) => ({ ...source, title: '报'.repeat(490) })),
  })

  test('has at most 1 MB, chosen by the last change, in the order of dates [fault 3.2]', async () => {
    const own = await createMemoryService()
    await own.publish(long(townOf(many)))
    const document = townOf(many)
    const mended = document.events.map((event, index) =>
      index === 0 ? { ...event, title: 'Mended' } : event,
    )
    await own.publish(long({ ...document, events: mended }), 1)

    const response = await own.fetch(path)
    const text = await response.text()
    const octets = new TextEncoder().encode(text).length
    expect(octets).toBeLessThanOrEqual(1_000_000)
    expect(octets).toBeGreaterThan(990_000)
    const { ids, leftOut } = readerOf(name)(text)
    const heldBack = Number(response.headers.get('jishi-held-back'))
    expect([ids.length + heldBack, leftOut]).toEqual([900, 0])
    expect(ids[0]).toBe('event-1')
    expect(ids.slice(1)).toEqual(many.slice(900 - ids.length + 1))
    expect(text.replaceAll('\r\n ', '')).toContain(`holds back ${heldBack} events`)
    expect(response.headers.get('link')).not.toContain('rel="next"')

    const head = await own.fetch(path, { method: 'HEAD' })
    expect(head.headers.get('jishi-held-back')).toBe(String(heldBack))
    const whole = await own.fetch(`${base}/events.ndjson`)
    expect((await whole.text()).trimEnd().split('\n')).toHaveLength(900)
  })

  test('of pages with a limit has every event once, behind each other, none above 1 MB', async () => {
    const own = await createMemoryService()
    const summary = '字'.repeat(490)
    const document = townOf(many)
    const events = document.events.map((event) => ({ ...event, summary }))
    await own.publish(long({ ...document, events }))
    const all: string[] = []
    let next: string | undefined = `${path}&limit=500`
    while (next !== undefined) {
      const response: Response = await own.fetch(next)
      const text = await response.text()
      expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(1_000_000)
      expect(text.replaceAll('\r\n ', '')).not.toContain('holds back')
      all.push(...readerOf(name)(text).ids)
      next = /<https:\/\/[^/>]*([^>]*)>; rel="next"/.exec(response.headers.get('link') ?? '')?.[1]
    }
    expect(all).toEqual(many)
  })

  test('leaves out an event that alone is too large, and says so', async () => {
    const own = await createMemoryService()
    const document = townOf(['a', 'b', 'c'])
    const exact = Array.from({ length: 100 }, (_, index) => `${index}`.padEnd(3600, '字'))
    const events = document.events.map((event) => ({
      ...event,
      ...(event.id === 'b' && {
        citations: exact.map((words) => ({
          source: event.citations[0]?.source ?? '',
          exact: words,
        })),
      }),
    }))
    await own.publish({ ...document, events })
    for (const asked of [path, `${path}&limit=2`]) {
      const response = await own.fetch(asked)
      const text = (await response.text()).replaceAll('\r\n ', '')
      expect(readerOf(name)(text).ids).toEqual(asked === path ? ['a', 'c'] : ['a'])
      expect(text).toContain('1 event is not in it: more than 1 MB each')
      expect(text).not.toContain('holds back')
    }
    const page = await (await own.fetch('/timelines/town-2020/subscribe?lang=en')).text()
    expect(page).toContain('The calendar has 2 events')
    expect(page).toContain('1 event is not in it: more than 1 MB each')
    expect(page).not.toContain('It is full')
    const alone = await own.fetch(`${base}/events/b.${extension}`)
    expect(readerOf(name)(await alone.text()).ids).toEqual(['b'])
  })

  test('of a page counts what is on other pages apart from its size', async () => {
    const response = await service.fetch(`${path}&limit=20`)
    expect(readerOf(name)(await response.text()).ids).toHaveLength(20)
    expect(response.headers.get('jishi-held-back')).toBe('41')
    expect(response.headers.get('link')).toContain('rel="next"')
  })
})

function selfOf(name: string, text: string): string {
  const self =
    name === 'atom'
      ? parseAtomFeed(text).links?.find(({ rel }) => rel === 'self')?.href
      : name === 'rss'
        ? parseRssFeed(text).atom?.links?.find(({ rel }) => rel === 'self')?.href
        : parseJsonFeed(text).feed_url
  return self ?? 'no self'
}
