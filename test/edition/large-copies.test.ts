// Publishing what is too large for a head over a store that fails: an edition is served whole or not at
// all, and what was acknowledged is there in the end.
import { describe, expect, test } from 'vitest'
import { createPublishing, type Publishing } from '../../src/store/publish/candidate.ts'
import { backOff } from '../../src/store/delivery.ts'
import type { KeyValue } from '../../src/store/key-value.ts'
import { noParts } from '../../src/edition/segment/parts.ts'
import { document, event } from '../support/document.ts'
import type { MemoryKv } from '../support/memory-kv.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryStorage,
} from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'

readPatiently()

const timeline = 'town-2020'
const count = 150

/** Every event says its edition, so that a mixture of two would be seen. */
const contentOf = (edition: number) =>
  document({
    events: Array.from({ length: count }, (_, index) =>
      event({ id: `e${index}`, title: `Edition ${edition}`, summary: 'x'.repeat(4_000) }),
    ),
  })

const bodyOf = (edition: number) => new TextEncoder().encode(JSON.stringify(contentOf(edition)))

const time = { now: Date.parse('2026-03-01T00:00:00Z') }

function publisherOf(storage: MemoryStorage, kv: Pick<KeyValue, 'put' | 'delete'>): Publishing {
  return createPublishing({
    log: storage.logOf(timeline),
    kv,
    list: async () => undefined,
    now: () => time.now,
    schedule: () => undefined,
    interval: 0,
    sourceOf: () => noParts,
  })
}

const publish = (publishing: Publishing, edition: number) =>
  publishing.publish({ timeline, base: edition - 1, by: 'test', body: bodyOf(edition) })

/** What a reader gets who has seen nothing before: the only edition that all events are of. */
async function servedBy(storage: MemoryStorage): Promise<number> {
  const service = await createMemoryService({ storage })
  const answer = await service.fetch(`/v1/timelines/${timeline}/events.ndjson`)
  const titles = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.stringify((JSON.parse(line) as { title: unknown }).title))
  const [title = ''] = titles
  const edition = Number(/Edition (\d+)/.exec(title)?.[1])
  expect([answer.status, new Set(titles).size, titles.length]).toEqual([200, 1, count])
  return edition
}

/** The names of the parts of an edition's own segment. */
const partsOf = (storage: MemoryStorage, edition: number): readonly string[] =>
  storage
    .logOf(timeline)
    .packings()
    .find(({ number }) => number === edition)?.parts ?? []

const keysOf = ({ stored, bytes }: MemoryKv): readonly string[] =>
  [...stored.keys(), ...bytes.keys()].toSorted()

/** A store that takes so many writes, and after them none; those under way never end. */
function dyingAfter(writes: number, kv: MemoryKv) {
  let died: (how: 'dead') => void = () => undefined
  const dead = new Promise<'dead'>((resolve) => (died = resolve))
  let [left, landed] = [writes, 0]
  return {
    dead,
    landed: () => landed,
    async put(...written: Parameters<KeyValue['put']>) {
      if (left-- <= 0) {
        died('dead')
        return new Promise<never>(() => undefined)
      }
      landed++
      return kv.put(...written)
    },
    delete: (key: string) => kv.delete(key),
  }
}

/** A first edition that is whole. */
async function begun(): Promise<MemoryStorage> {
  const storage = createMemoryStorage()
  await publish(publisherOf(storage, storage.kv), 1)
  return storage
}

/** Every so-many-th write of an edition is the last one of an object; fewer than 100 in `.ci/run`. */
const stride = Number(process.env['PACKED_DEATHS'] ?? 100)

describe('publishing an edition of many parts', () => {
  test('may die after any of its writes: readers have the old edition or the new one, and then the new one', async () => {
    const storage = await begun()
    // Parts, document, copy, head.
    const writes = partsOf(storage, 1).length + 3
    expect(writes).toBeGreaterThan(15)
    const places = Array.from({ length: writes }, (_, index) => index)
    const chosen = places.filter((place) => place % stride === 0 || place >= writes - 2)
    for (const [index, after] of chosen.entries()) {
      const edition = index + 2
      const dying = dyingAfter(after, storage.kv)
      const published = publish(publisherOf(storage, dying), edition)
      expect(await Promise.race([dying.dead, published])).toBe('dead')
      expect(dying.landed()).toBe(after)
      expect(await servedBy(storage)).toBe(edition - 1)
      await publisherOf(storage, storage.kv).drain()
      expect(await servedBy(storage)).toBe(edition)
      const names = partsOf(storage, edition)
      const stored = keysOf(storage.kv)
      const wanted = names.map((name) => `segment/${timeline}/${name}`)
      expect(wanted.filter((key) => !stored.includes(key))).toEqual([])
    }
  })

  test('ends though every eighth write fails, and writes again only what is not there', async () => {
    const storage = await begun()
    const tried = new Map<string, number>()
    const set = { writes: 0, landed: 0 }
    const publishing = publisherOf(storage, {
      async put(key, value, options) {
        if (++set.writes % 8 === 0) throw new Error('injected')
        await storage.kv.put(key, value, options)
        tried.set(key, (tried.get(key) ?? 0) + 1)
      },
      delete: (key) => storage.kv.delete(key),
    })
    expect(await publish(publishing, 2)).toMatchObject({ ok: true, value: { visible: false } })
    expect(await servedBy(storage)).toBe(1)
    // One of the later writes may be an eighth one again.
    for (const wait of [backOff.first, backOff.first * 2]) {
      time.now += wait
      await publishing.drain()
    }
    expect(await servedBy(storage)).toBe(2)
    const parts = [...tried].filter(([key]) => key.startsWith('segment/'))
    expect(parts.length).toBeGreaterThan(10)
    expect(parts.filter(([, times]) => times !== 1)).toEqual([])
  })

  test('is repaired where the store lost all of it, one edition at a time', async () => {
    const storage = await begun()
    const writing = { segments: new Set<string>(), most: 0 }
    const publishing = publisherOf(storage, {
      async put(key, value, options) {
        const segment = /^segment\/[^/]+\/\d+/.exec(key)?.[0]
        if (segment !== undefined) writing.segments.add(segment)
        writing.most = Math.max(writing.most, writing.segments.size)
        await storage.kv.put(key, value, options)
        if (key.startsWith('edition/')) writing.segments.clear()
      },
      delete: (key) => storage.kv.delete(key),
    })
    await publish(publishing, 2)
    const whole = keysOf(storage.kv)
    storage.kv.stored.clear()
    storage.kv.bytes.clear()
    expect(await publishing.repair({ timeline })).toMatchObject({
      value: { copies: [2, 1], visible: true },
    })
    expect(keysOf(storage.kv)).toEqual(whole)
    expect(await servedBy(storage)).toBe(2)
    expect(writing.most).toBe(1)
  })
})

/** The first edition with one other title: near enough to be laid over its segment. */
const editedOf = (edition: number) => {
  const [first, ...rest] = contentOf(1).events
  return document({ events: [{ ...first!, title: `Edition ${edition}` }, ...rest] })
}

const edit = (publishing: Publishing, edition: number) =>
  publishing.publish({
    timeline,
    base: edition - 1,
    by: 'test',
    body: new TextEncoder().encode(JSON.stringify(editedOf(edition))),
  })

async function firstTitle(storage: MemoryStorage): Promise<unknown> {
  const service = await createMemoryService({ storage })
  const answer = await service.fetch(`/v1/timelines/${timeline}/events/e0`)
  return [answer.status, JSON.stringify(await answer.json()).match(/Edition \d+/)?.[0]]
}

describe('an edition that is near the segment of an earlier one', () => {
  test('is laid over it with three writes, and may die after each of them', async () => {
    const storage = await begun()
    const before = new Set(keysOf(storage.kv))
    for (const [index, after] of [0, 1, 2].entries()) {
      const edition = index + 2
      const dying = dyingAfter(after, storage.kv)
      expect(await Promise.race([dying.dead, edit(publisherOf(storage, dying), edition)])).toBe(
        'dead',
      )
      expect(await firstTitle(storage)).toEqual([200, `Edition ${edition - 1}`])
      await publisherOf(storage, storage.kv).drain()
      expect(await firstTitle(storage)).toEqual([200, `Edition ${edition}`])
    }
    const added = keysOf(storage.kv).filter((key) => !before.has(key))
    expect(added).toEqual(
      [2, 3, 4]
        .flatMap((n) => `document/${timeline}/${n}`)
        .concat([2, 3, 4].map((n) => `edition/${timeline}/${n}`)),
    )
  })

  test('keeps that segment until neither is kept, and then leaves nothing', async () => {
    const storage = await begun()
    const publishing = publisherOf(storage, storage.kv)
    const pass = async (milliseconds: number) => {
      time.now += milliseconds
      await publishing.drain()
    }
    const segments = () => keysOf(storage.kv).filter((key) => key.startsWith('segment/'))
    const day = 86_400_000
    for (let edition = 2; edition <= 11; edition++) {
      await pass(day)
      await edit(publishing, edition)
    }
    await pass(2 * 3_600_000)
    expect(keysOf(storage.kv)).not.toContain(`edition/${timeline}/1`)
    // The last one found no kept edition with a segment of its own.
    const own = partsOf(storage, 11).length
    expect(segments()).toHaveLength(2 * own)
    const served = async () => {
      const service = await createMemoryService({ storage })
      const kept = await service.fetch(`/v1/timelines/${timeline}/events/e0?edition=10`)
      const text = JSON.stringify(await kept.json())
      return [await firstTitle(storage), text.match(/Edition \d+/)?.[0]]
    }
    expect(await served()).toEqual([[200, 'Edition 11'], 'Edition 10'])
    // Repaired, those whose base is gone have segments of their own.
    for (const key of segments()) await storage.kv.delete(key)
    await publishing.repair({ timeline })
    expect(segments()).toHaveLength(10 * own)
    expect(await served()).toEqual([[200, 'Edition 11'], 'Edition 10'])
    for (let edition = 12; edition <= 22; edition++) {
      await pass(day)
      const body = new TextEncoder().encode(JSON.stringify(document({ title: `${edition}` })))
      await publishing.publish({ timeline, base: edition - 1, by: 'test', body })
    }
    await pass(2 * 3_600_000)
    expect(keysOf(storage.kv).filter((key) => /^(?:segment|document)\//.test(key))).toEqual([])
    expect(storage.logOf(timeline).packings()).toEqual([])
  })
})
