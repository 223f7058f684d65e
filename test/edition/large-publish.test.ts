// A timeline that is too large for a head, from its publish to its end. The oracle is the head of the
// same document with all events in it.
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { wrap } from '../../src/edition/envelope.ts'
import { maxHeadBytes, type Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { packHead } from '../../src/edition/segment/pack.ts'
import { contentSize } from '../../src/edition/size.ts'
import { createPublishing } from '../../src/store/publish/candidate.ts'
import { forgetAfter } from '../../src/store/publish/tasks.ts'
import { headKey } from '../../src/store/keys.ts'
import { noParts } from '../../src/edition/segment/parts.ts'
import { largeDocument } from '../support/large-document.ts'
import { createMemoryKv } from '../support/memory-kv.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import {
  createMemoryService,
  createMemoryStorage,
  writing,
  type MemoryService,
} from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'

readPatiently()

const document = largeDocument()
const { id } = document
const edited: TimelineDocument = {
  ...document,
  events: document.events
    .slice(1)
    .map((event, index) =>
      index === 5 ? { ...event, title: { 'zh-Hans': '更正的一条' } } : event,
    ),
}

let service: MemoryService
const storage = createMemoryStorage()
const heads: Head[] = []

const plainService = async (head: Head): Promise<MemoryService> => {
  const own = createMemoryStorage()
  await own.kv.put(headKey(id), await wrap(headKey(id), head))
  return createMemoryService({ storage: own })
}

beforeAll(async () => {
  service = await createMemoryService({ storage })
  for (const [base, one] of [document, edited].entries()) {
    const published = await (
      await service.offer(one, base)
    ).json<{
      edition: Head['edition']
    }>()
    const { digest, published: instant, by } = published.edition
    const stamp = { digest, instant: Date.parse(instant), by }
    heads.push(nextEdition(one, heads.at(-1) ?? null, stamp).head)
  }
})

const keysOf = (prefix: string) =>
  [...storage.kv.stored.keys(), ...storage.kv.bytes.keys()].filter((key) => key.startsWith(prefix))

const withoutCursors = (text: string): string => text.replaceAll(/cursor=[\w-]+/g, 'cursor=…')

describe('a timeline that is too large for a head', () => {
  test('is published as usual; its head has only what is not in the segment of the edition before', () => {
    expect(contentSize(heads[0]!)).toBeGreaterThan(maxHeadBytes)
    const [, head = ''] = (storage.kv.stored.get(headKey(id))?.value ?? '').split('\n')
    const edits = [{ id: edited.events[5]?.id }]
    expect(JSON.parse(head)).toMatchObject({ adds: edits, base: { root: { events: 700 } } })
    expect(head.length).toBeLessThan(20_000)
    expect(keysOf(`segment/${id}/1-`).length).toBeGreaterThan(10)
    expect(keysOf(`segment/${id}/2-`)).toEqual([])
  })

  const events = `/v1/timelines/${id}/events`
  test.each([
    `${events}?facets=true`,
    `${events}?theme=roads&actor=education&sort=-updated`,
    `${events}?q=%E6%B2%B3%E9%81%93&from=1970&to=1999-05`,
    `${events}.ndjson`,
    `${events}.csv?theme=schools`,
    `${events}.ics`,
    `${events}.atom`,
    `/timelines/${id}?theme=roads`,
    `${events}/${edited.events[5]!.id}`,
    `${events}?edition=2&limit=500`,
  ])('is served at %s as from one value', async (path) => {
    const plain = await plainService(heads[1]!)
    const mine = await service.fetch(path)
    const its = await plain.fetch(path)
    expect([mine.status, its.status]).toEqual([200, 200])
    expect(withoutCursors(await mine.text())).toBe(withoutCursors(await its.text()))
  })

  test('tells its changes and gives back every document that was published', async () => {
    const changes = `/v1/timelines/${id}/changes?since=1`
    expect(await (await service.fetch(changes)).json()).toMatchObject({
      added: [],
      changed: [{ id: edited.events[5]!.id }],
      removed: [{ id: document.events[0]!.id }],
    })
    for (const [index, published] of [document, edited].entries()) {
      const copy = await service.fetch(`/v1/timelines/${id}/editions/${index + 1}`)
      expect((await copy.json<{ document: unknown }>()).document).toEqual(published)
    }
    const gone = await service.fetch(`${events}/${document.events[0]!.id}`)
    expect(gone.status).toBe(410)
  })

  test('is rolled back, and taken down, and comes back', async () => {
    const other = createMemoryStorage()
    const own = await createMemoryService({ storage: other })
    await own.publish(document)
    await own.publish(edited, 1)
    const write = async (path: string, method: string, base: number, body?: unknown) => {
      own.clock.now += 10_000
      const init = {
        method,
        headers: writing(base),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }
      expect((await own.fetch(`/v1/timelines/${id}${path}`, init)).status).toBe(200)
    }
    const total = async () => (await own.fetch(`${events}?limit=1`)).headers.get('jishi-total')
    expect(await total()).toBe('699')
    await write('/head', 'PUT', 2, { edition: 1 })
    expect(await total()).toBe('700')
    await write('', 'DELETE', 3)
    expect((await own.fetch(events)).status).toBe(410)
    await write('/head', 'PUT', 4, { edition: 2 })
    expect(await total()).toBe('699')
    // Small again, its head holds all of it.
    await own.publish({ ...edited, events: edited.events.slice(0, 10) }, 5)
    expect(await total()).toBe('10')
    await own.publish(document, 6)
    expect(await total()).toBe('700')
  })

  test('is packed to the same parts each time, so that a write that lands late changes nothing', async () => {
    const [once, again] = [await packHead(heads[0]!), await packHead(heads[0]!)]
    expect(again).toEqual(once)
    const other = await packHead(heads[1]!)
    expect([...other.parts.keys()].filter((name) => once.parts.has(name))).toEqual([])
  })

  test('leaves nothing in the store of an edition that is no longer kept', async () => {
    const kv = createMemoryKv()
    const set = { time: Date.parse('2026-03-01T00:00:00Z'), refused: 0 }
    const publishing = createPublishing({
      log: createMemoryLog(),
      kv: {
        put: (key, value, options) => kv.put(key, value, options),
        // Each tenth deletion fails once.
        delete: (key) =>
          key.startsWith('segment/') && ++set.refused % 10 === 0
            ? Promise.reject(new Error('injected'))
            : kv.delete(key),
      },
      list: async () => undefined,
      now: () => set.time,
      schedule: () => undefined,
      sourceOf: () => noParts,
      interval: 0,
    })
    const publish = async (content: TimelineDocument, base: number) => {
      set.time += 86_400_000
      const body = new TextEncoder().encode(JSON.stringify(content))
      expect(await publishing.publish({ timeline: id, base, by: 'test', body })).toMatchObject({
        ok: true,
      })
    }
    await publish(document, 0)
    const small = { ...document, events: document.events.slice(0, 2) }
    for (let base = 1; base <= 10; base++)
      await publish({ ...small, title: { 'zh-Hans': `第${base}版` } }, base)
    const left = () =>
      [...kv.stored.keys(), ...kv.bytes.keys()].filter((key) => /^(?:segment|document)\//.test(key))
    set.time += forgetAfter - 1
    await publishing.drain()
    expect(left().length).toBeGreaterThan(10)
    for (let attempt = 0; attempt < 40 && left().length > 0; attempt++) {
      set.time += 120_000
      await publishing.drain()
    }
    expect(left()).toEqual([])
  })
})
