// The answers of the tools beside each other and beside those of the API.
import { beforeAll, describe, expect, test } from 'vitest'
import { maxToolText } from '../../src/http/mcp/find-events.ts'
import { citation, document, event, source } from '../support/document.ts'
import { callTool } from '../support/mcp.ts'
import { createMemoryService, publicUrl, type MemoryService } from '../support/memory-service.ts'

const api = '/v1/timelines/town-2020'

interface Found {
  readonly surely: readonly {
    readonly id: string
    readonly permalink: string
    readonly through?: readonly string[]
  }[]
  readonly sources: readonly { readonly id: string; readonly title: unknown; published: string }[]
  readonly next?: string
}

const call = async (service: MemoryService, name: string, given: Record<string, unknown>) => {
  const { text, structuredContent } = await callTool(service, name, {
    timeline: 'town-2020',
    ...given,
  })
  if (structuredContent === undefined) throw new Error(text)
  return { text, found: structuredContent as unknown as Found }
}

const drafts = [
  ['a', '2021-01-02', ['li-ming']],
  ['b', '2021-01-03', ['committee']],
  ['c', '2021-01-04', []],
] as const

const town = document({
  timeZone: 'America/New_York',
  sources: [
    // Of the day before in New York.
    source({
      id: 'annals',
      published: '2021-02-01T03:00:00Z',
      title: { 'zh-Hans': '年鉴', en: 'Annals' },
      language: 'zh-Hans',
    }),
    source({ id: 'papers', published: '2021-02', title: { 'zh-Hans': '报', en: 'Papers' } }),
    source({ id: 'letters', published: '2021-02-03', title: { en: 'Letters' }, language: 'en' }),
  ],
  events: drafts.map(([id, date, actors], index) => {
    const { place: _, ...made } = event({
      id,
      date,
      kind: 'point',
      title: { 'zh-Hans': `题 ${id}` },
      actors: [...actors],
      measures: [],
      citations: [citation({ source: ['annals', 'papers', 'letters'][index]!, exact: `n ${id}` })],
    })
    return made
  }),
})

describe('the tools', () => {
  let service: MemoryService
  beforeAll(async () => {
    service = await createMemoryService()
    await service.publish(town)
  })

  test.each(['en', 'zh-Hans', 'zh-Hant', 'fr'])(
    'name a source and its day alike in %s',
    async (lang) => {
      const events = await call(service, 'find_events', { lang })
      const timeline = await call(service, 'get_timeline', { lang })
      const named = ({ sources }: Found) =>
        sources.map(({ id, title, published }) => [id, title, published])
      expect(named(events.found)).toHaveLength(3)
      expect(named(timeline.found)).toEqual(named(events.found))
      for (const { title, published } of events.found.sources) {
        expect(timeline.text).toContain(published)
        expect(timeline.text).toContain(String(title))
      }
    },
  )

  test('name the day of a source in the time zone of the timeline without a language, too', async () => {
    const { found } = await call(service, 'get_timeline', {})
    expect(found.sources).toMatchObject([
      { title: { en: 'Annals' }, published: '2021-01-31' },
      { published: '2021-02' },
      { published: '2021-02-03' },
    ])
  })

  test.each([
    {},
    { actor: 'committee' },
    { actor: 'li-ming' },
    { actor: 'committee', members: 'exclude' },
  ])('say as the API does for which members of a group events are listed: %o', async (asked) => {
    const search = new URLSearchParams({ ...asked, lang: 'en' } as Record<string, string>)
    const json = (await (await service.fetch(`${api}/events?${String(search)}`)).json()) as {
      events: { id: string; through?: string[] }[]
    }
    const wanted = json.events.map(({ id, through }) => [id, through])
    const { found, text } = await call(service, 'find_events', { ...asked, lang: 'en' })
    expect(found.surely.map(({ id, through }) => [id, through])).toEqual(wanted)
    const markdown = await (await service.fetch(`${api}/events.md?${String(search)}`)).text()
    const count = wanted.filter(([, through]) => through !== undefined).length
    expect(count).toBe(
      'actor' in asked && asked.actor === 'committee' && !('members' in asked) ? 1 : 0,
    )
    for (const words of [text, markdown])
      expect(words.match(/^- Listed for members: \S/gm) ?? []).toHaveLength(count)
  })
})

const unknown = /there (?:is|are) .*\btimeline\b/

test.each([
  ['find_events', {}, 'A parameter is missing', /timeline/],
  ['find_events', { timeline: '' }, 'A parameter is missing', /timeline/],
  ['get_timeline', { timeline: null }, 'A parameter is missing', /timeline/],
  ['find_events', { timelin: 'a' }, 'A parameter is missing', unknown],
  ['get_timeline', { Timeline: 'a' }, 'A parameter is missing', unknown],
  ['get_timeline', { timeline: 'town-2020', foo: 1 }, 'There is no such parameter', unknown],
  ['find_events', { timeline: 7, foo: 1 }, '', unknown],
] as const)('%s with %o says which arguments there are', async (tool, given, title, names) => {
  const service = await createMemoryService()
  await service.publish(town)
  const { isError, text } = await callTool(service, tool, given)
  expect([isError, text]).toEqual([true, expect.stringMatching(new RegExp(`^${title}`))])
  expect(text).toMatch(names)
})

test('list_timelines has no timeline among its arguments', async () => {
  const { text } = await callTool(await createMemoryService(), 'list_timelines', { timeline: 'a' })
  expect(text).toMatch(/timeline/)
  expect(text).not.toMatch(unknown)
})

describe('addresses of events that people are given', () => {
  const dropped = { ...town, events: town.events.slice(1), title: { en: 'Another' } }
  let service: MemoryService
  let cursor: string | undefined
  beforeAll(async () => {
    service = await createMemoryService()
    await service.publish(town)
    service.clock.now += 10_000
    cursor = (await call(service, 'find_events', { limit: 1 })).found.next
    await service.publish(
      {
        ...dropped,
        events: dropped.events.map((one) =>
          one.id === 'b' ? { ...one, title: { en: 'Changed' } } : one,
        ),
      },
      1,
    )
    service.clock.now += 10_000
  })

  const linksIn = (text: string) =>
    Array.from(text.matchAll(/<(https:[^<>]*\/events\/[^<>]*)>/g), ([, url]) => url!)

  test.each<[string, number | undefined, () => Promise<readonly string[]>]>([
    [
      'the data of find_events',
      1,
      async () =>
        (await call(service, 'find_events', { edition: 1 })).found.surely.map(
          ({ permalink }) => permalink,
        ),
    ],
    [
      'the text of find_events',
      1,
      async () => linksIn((await call(service, 'find_events', { edition: 1 })).text),
    ],
    [
      'find_events behind an older cursor',
      1,
      async () => linksIn((await call(service, 'find_events', { cursor, limit: 1 })).text),
    ],
    [
      'Markdown',
      1,
      async () => linksIn(await (await service.fetch(`${api}/events.md?edition=1`)).text()),
    ],
    [
      'Markdown of a page',
      1,
      async () => linksIn(await (await service.fetch('/timelines/town-2020.md?edition=1')).text()),
    ],
    [
      'Markdown of an event',
      1,
      async () =>
        linksIn(await (await service.fetch('/timelines/town-2020/events/a.md?edition=1')).text()),
    ],
    ['find_events', undefined, async () => linksIn((await call(service, 'find_events', {})).text)],
    [
      'Markdown of the newest edition',
      undefined,
      async () => linksIn(await (await service.fetch(`${api}/events.md`)).text()),
    ],
  ])('lead to what was read there: %s', async (_, edition, read) => {
    const links = await read()
    expect(links.length).toBeGreaterThan(0)
    for (const link of links) {
      const url = new URL(link)
      expect(url.searchParams.get('edition')).toBe(edition === undefined ? null : String(edition))
      const page = await service.fetch(link.replace(publicUrl, ''))
      expect([link, page.status]).toEqual([link, 200])
      expect(edition === 1 && (await page.text()).includes('Changed')).toBe(false)
    }
  })
})

describe('an answer', () => {
  const long = (id: string, length: number) =>
    event({ id, title: { en: 'T' }, summary: { en: 'a'.repeat(length) }, actors: [], measures: [] })
  const ids = Array.from({ length: 17 }, (_, index) => `e${index}`)
  /** So many are left of 17 that are too long together. */
  const left = 13
  let service: MemoryService
  let editions = 0

  const publish = async (first: number) => {
    const events = ids.map((id, index) => long(id, index === 0 ? first : 1_850))
    await service.publish(document({ language: 'en', title: { en: 'T' }, events }), editions++)
    service.clock.now += 10_000
  }
  const find = (limit: number) => call(service, 'find_events', { lang: 'en', limit })

  beforeAll(async () => {
    service = await createMemoryService()
  })

  test.each([-300, -100, -1, 0, 1, 50, 100, 150, 200])(
    'keeps to its length where a part of it with its cursor differs from that by %i characters',
    async (over) => {
      await publish(1)
      const { text } = await find(left)
      expect(text.length).toBeLessThan(maxToolText - 300)
      await publish(1 + maxToolText + over - text.length)
      expect((await find(left)).text.length).toBeLessThanOrEqual(maxToolText)
      const { text: all, found } = await find(100)
      expect(all.length).toBeLessThanOrEqual(maxToolText)
      expect(found.surely.length).toBeGreaterThan(1)
      expect(found.surely.length).toBeLessThan(ids.length)
      expect(found.next).toBeDefined()
    },
  )
})
