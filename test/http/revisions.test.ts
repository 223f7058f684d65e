// What an edition raises: revisions of everything that shows what changed, and what is told of it.
import { describe, expect, test } from 'vitest'
import type { Changes } from '../../src/domain/document/changes.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { EditionEntry } from '../../src/edition/head.ts'
import { formats } from '../../src/formats/all-formats.ts'
import { document, event, source } from '../support/document.ts'
import { createMemoryService, type MemoryService } from '../support/memory-service.ts'

const path = '/v1/timelines/town-2020'
const id = 'branches-formed'

/** A service with these editions, one after the other. */
async function published(...editions: readonly TimelineDocument[]): Promise<MemoryService> {
  const service = await createMemoryService()
  for (const [index, edition] of editions.entries()) await service.publish(edition, index)
  service.clock.now += 10_000
  return service
}

const one = document()
const renamed = (part: 'themes' | 'actors' | 'sources', of: string, change: object) =>
  document({
    [part]: one[part].map((old) => (old.id === of ? { ...old, ...change } : old)),
  })
const village = renamed('actors', 'town', { name: '村' })

const textOf = async (service: MemoryService, address: string) =>
  (await service.fetch(address)).text()
const jsonOf = async <Answer>(service: MemoryService, address: string): Promise<Answer> =>
  JSON.parse(await textOf(service, address)) as Answer

interface Shown {
  readonly id: string
  readonly sequence: number
  readonly published: string
  readonly modified: string
}

const eventsOf = async (service: MemoryService): Promise<readonly Shown[]> =>
  (await jsonOf<{ events: Shown[] }>(service, `${path}/events`)).events

interface Edition {
  readonly edition: Pick<EditionEntry, 'changes'>
  readonly changes: Required<Changes>
}

const editionOf = (service: MemoryService, number: number) =>
  jsonOf<Edition>(service, `${path}/editions/${number}`)

const changesSince = (service: MemoryService, number: number) =>
  jsonOf<Required<Changes>>(service, `${path}/changes?since=${number}`)

interface FeedItem {
  readonly id: string
  readonly date_published?: string
  readonly date_modified?: string
}

/** A property of the one VEVENT. */
async function propertyOf(service: MemoryService, name: string): Promise<string | undefined> {
  const ics = await textOf(service, `${path}/events/${id}.ics`)
  const vevent = ics.slice(ics.indexOf('BEGIN:VEVENT'))
  return vevent.split('\r\n').find((line) => line.startsWith(name))
}

/** Instants of the entry in each feed, and of the calendar. */
async function instantsOf(service: MemoryService, event = id) {
  const entry = (text: string, element: string) => {
    const found = text.split(/<(?:entry|item)>/).find((part) => part.includes(`/${event}<`)) ?? ''
    return new RegExp(`<${element}>(.*?)</${element}>`).exec(found)?.[1]
  }
  const [atom, rss] = [
    await textOf(service, `${path}/events.atom`),
    await textOf(service, `${path}/events.rss`),
  ]
  const { items } = await jsonOf<{ items: FeedItem[] }>(service, `${path}/events.feed.json`)
  const item = items.find((one) => one.id.endsWith(`/${event}`))
  return {
    published: [entry(atom, 'published'), item?.date_published, entry(rss, 'pubDate')],
    updated: [entry(atom, 'updated'), item?.date_modified],
  }
}

describe('a part that changes', () => {
  test.each<[string, TimelineDocument]>([
    ['the name of the place', village],
    ['the label of a theme', renamed('themes', 'prevention', { label: '防疫' })],
    ['the name of an actor', renamed('actors', 'committee', { name: '委员会' })],
    ['the role of an actor', renamed('actors', 'committee', { role: '领导' })],
    ['the title of a source', renamed('sources', 'town-news', { title: '晚报' })],
    ['the address of a source', renamed('sources', 'town-news', { url: 'https://a.example/' })],
    ['the time zone', document({ timeZone: 'Asia/Tokyo' })],
    ['the language of what has no other', document({ language: 'zh-Hant' })],
  ])('raises the revision of every event that shows it: %s [fault 3.1]', async (_, edited) => {
    const [before, after] = [await published(one), await published(one, edited)]
    expect(await propertyOf(before, 'SEQUENCE')).toBe('SEQUENCE:0')
    expect(await propertyOf(after, 'SEQUENCE')).toBe('SEQUENCE:1')
    for (const name of ['DTSTAMP', 'LAST-MODIFIED'])
      expect(await propertyOf(after, name)).not.toBe(await propertyOf(before, name))
    const [{ updated: was }, { updated: is }] = [await instantsOf(before), await instantsOf(after)]
    expect(is).not.toContain(was[0])
    expect(new Set(is).size).toBe(1)
  })

  test('raises no other event, and no first publication', async () => {
    const service = await published(one, renamed('themes', 'prevention', { label: '防疫' }))
    const events = await eventsOf(service)
    expect(events.map(({ id, sequence }) => [id, sequence])).toEqual([
      [id, 1],
      ['enterprises-reopen', 0],
    ])
    const [changed] = events
    expect(changed!.published < changed!.modified).toBe(true)
  })

  test('raises nothing where nothing of it is shown with events: licence, credit, title', async () => {
    const texts = { title: 'Other', credit: 'A', licence: { name: 'CC0' } }
    const service = await published(one, document(texts))
    expect((await eventsOf(service)).map(({ sequence }) => sequence)).toEqual([0, 0])
    const { parts } = await changesSince(service, 1)
    expect(parts[0]?.fields.map(({ field }) => field)).toEqual(['title', 'licence', 'credit'])
    expect(await textOf(service, `${path}/events.ics`)).toMatch(/LAST-MODIFIED:20261001T083020Z/)
  })

  test('costs two writes, the list of timelines apart', async () => {
    const service = await published(one)
    const writes: string[] = []
    const put = service.kv.put.bind(service.kv)
    service.kv.put = async (key, ...rest) => {
      writes.push(key)
      await put(key, ...rest)
    }
    await service.publish(village, 1)
    expect(writes.filter((key) => key !== 'timelines')).toEqual([
      'edition/town-2020/2',
      'head/town-2020',
    ])
  })

  test('is told field by field: in answer, changes, edition, page and feed [fault 3.1]', async () => {
    const service = await published(one)
    const corrected = document({
      sources: [source({ title: '晚报', published: '2020-03-14T00:00:00+08:00' })],
    })
    const answer = await (await service.offer(corrected, 1)).json<Edition>()
    const parts = [
      {
        part: 'source',
        id: 'town-news',
        name: { 'zh-Hans': '晚报' },
        change: 'changed',
        fields: [
          { field: 'title', before: { 'zh-Hans': '镇报' }, after: { 'zh-Hans': '晚报' } },
          {
            field: 'published',
            before: '2020-03-13T07:45:00+08:00',
            after: '2020-03-14T00:00:00+08:00',
          },
        ],
      },
    ]
    expect(answer.changes.parts).toEqual(parts)
    service.clock.now += 10_000
    expect((await changesSince(service, 1)).parts).toEqual(parts)
    const { edition, changes } = await editionOf(service, 2)
    expect(changes.parts).toEqual(parts)
    expect(edition.changes).toEqual({ added: 0, changed: 0, withdrawn: 0, removed: 0, parts: 1 })
    const page = await textOf(service, '/timelines/town-2020/editions?lang=zh-Hans')
    for (const text of [page, await textOf(service, `${path}/editions.atom`)])
      for (const said of ['名称、来源等改动1项', '来源', '镇报', '晚报', '发布时间'])
        expect(text).toContain(said)
  })

  test('and back is no difference between the editions around it, but a newer revision', async () => {
    const service = await published(one, village, one)
    const nothing = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }
    expect(await changesSince(service, 1)).toMatchObject(nothing)
    expect((await changesSince(service, 2)).parts).toHaveLength(1)
    expect((await jsonOf<Shown>(service, `${path}/events/${id}`)).sequence).toBe(2)
  })
})

describe('the first publication', () => {
  test('is the date of an entry through corrections, withdrawal, removal and return [fault 3.3]', async () => {
    const corrected = (summary: string, more: object = {}) =>
      document({ events: [event({ summary, ...more }), one.events[1]!] })
    const removed = document({ events: [one.events[1]!] })
    const steps = [
      one,
      corrected('a'),
      corrected('b'),
      corrected('c'),
      corrected('c', { status: 'withdrawn' }),
      removed,
      corrected('c'),
    ]
    const { published: first } = await instantsOf(await published(one))
    expect(first).toEqual([
      '2026-10-01T08:30:10.000Z',
      '2026-10-01T08:30:10.000Z',
      'Thu, 01 Oct 2026 08:30:10 GMT',
    ])
    const service = await createMemoryService()
    const seen = []
    const updated = []
    for (const [index, step] of steps.entries()) {
      await service.publish(step, index)
      service.clock.now += 10_000
      const instants = await instantsOf(service)
      seen.push(instants.published)
      updated.push(instants.updated[0])
    }
    const none = [undefined, undefined, undefined]
    expect(seen).toEqual([first, first, first, first, none, none, first])
    const told = updated.filter((instant) => instant !== undefined)
    expect(told).toEqual(told.toSorted())
    expect(new Set(told).size).toBe(5)
  })
})

describe('an event that was removed', () => {
  const without = document({ events: [one.events[1]!] })
  const addresses = [
    `${path}/events/${id}`,
    ...formats.map(({ extension }) => `${path}/events/${id}.${extension}`),
  ]

  test('is gone, in the API and in every format, and its page says so [fault 3.5]', async () => {
    const service = await published(one, without)
    for (const address of addresses) {
      const answer = await service.fetch(address)
      expect([address, answer.status]).toEqual([address, 410])
      const { type } = await answer.json<{ type: string }>()
      expect(type).toMatch(/\/event-removed$/)
    }
    const page = await service.fetch(`/timelines/town-2020/events/${id}?lang=en`)
    expect(page.status).toBe(410)
    const text = await page.text()
    expect(text).toContain('This event was removed')
    expect(text).toContain('href="../editions?lang=en"')
  })

  test('is unknown where it never was, and back when it returns', async () => {
    const service = await published(without, one, without)
    expect((await service.fetch(`${path}/events/${id}?edition=1`)).status).toBe(404)
    expect((await service.fetch(`${path}/events/${id}?edition=2`)).status).toBe(200)
    expect((await service.fetch(`${path}/events/${id}`)).status).toBe(410)
    const unknown = await service.fetch(`${path}/events/nothing`)
    expect(await unknown.json()).toMatchObject({
      status: 404,
      detail: expect.stringContaining('removed long ago'),
    })
    await service.publish(one, 3)
    service.clock.now += 10_000
    expect((await service.fetch(`${path}/events/${id}`)).status).toBe(200)
  })

  test('is told apart from a withdrawn one, and both by their names [fault 3.5]', async () => {
    const service = await published(one, document({ events: [event({ status: 'withdrawn' })] }))
    const { changes, edition } = await editionOf(service, 2)
    const ids = (events: readonly { readonly id: string }[]) => events.map((event) => event.id)
    expect([ids(changes.withdrawn), ids(changes.removed)]).toEqual([[id], ['enterprises-reopen']])
    expect(edition.changes).toMatchObject({ withdrawn: 1, removed: 1 })
    for (const [lang, words] of [
      ['en', ['1 event withdrawn', '1 event removed']],
      ['zh-Hans', ['撤回1个事件', '移除1个事件']],
      ['zh-Hant', ['撤回1個事件', '移除1個事件']],
    ] as const) {
      const page = await textOf(service, `/timelines/town-2020/editions?lang=${lang}`)
      const feed = await textOf(service, `${path}/editions.atom?lang=${lang}`)
      for (const said of words) for (const text of [page, feed]) expect(text).toContain(said)
    }
  })

  test('is still known after the timeline was taken down and restored', async () => {
    const service = await published(one, without)
    const [write, timeline] = [{ by: 'test' }, 'town-2020']
    await service.publisher.takeDown({ ...write, timeline, base: 2 })
    await service.publisher.restore({ ...write, timeline, base: 3, edition: 2 })
    service.clock.now += 10_000
    expect((await service.fetch(`${path}/events/${id}`)).status).toBe(410)
    expect((await service.fetch(`${path}/events/enterprises-reopen`)).status).toBe(200)
  })
})
