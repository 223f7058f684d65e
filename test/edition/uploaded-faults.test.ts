// Uploading over a store that fails, by objects that end at any write: readers have the whole old edition
// or the whole new one, what was acknowledged is there in the end, and what was given up is deleted.
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { documentDigest } from '../../src/edition/digest.ts'
import { checksumOf } from '../../src/edition/segment/checksums.ts'
import { checksumOfParts } from '../../src/edition/upload/verify.ts'
import { createPublishing, type Publishing } from '../../src/store/publish/candidate.ts'
import { leaseFor } from '../../src/store/publish/leases.ts'
import { collectAfter } from '../../src/store/publish/segments.ts'
import { backOff } from '../../src/store/delivery.ts'
import type { KeyValue } from '../../src/store/key-value.ts'
import { createPartSource } from '../../src/store/read/part-source.ts'
import { document, event } from '../support/document.ts'
import {
  createMemoryService,
  createMemoryStorage,
  type MemoryStorage,
} from '../support/memory-service.ts'
import { readPatiently } from '../support/patient-reads.ts'
import { framed, packUpload, type LeaseTold, type PackedParts } from '../support/pack-upload.ts'

readPatiently()

const timeline = 'town-2020'
const count = 40

/** Every event says its edition, so that a mixture of two would be seen. */
const contentOf = (edition: number): TimelineDocument =>
  document({
    events: Array.from({ length: count }, (_, index) =>
      event({ id: `e${index}`, title: `Edition ${edition}`, summary: 'x'.repeat(4_000) }),
    ),
  })

const time = { now: Date.parse('2026-03-01T00:00:00Z') }

type Writes = Pick<KeyValue, 'put' | 'delete'>

const publisherOf = (storage: MemoryStorage, kv: Writes = storage.kv): Publishing =>
  createPublishing({
    log: storage.logOf(timeline),
    kv,
    list: async () => undefined,
    now: () => time.now,
    schedule: () => undefined,
    interval: 0,
    sourceOf: (id) => createPartSource(storage.kv, id),
  })

async function leased(publishing: Publishing, edition: number): Promise<LeaseTold> {
  const whole = contentOf(edition)
  const lease = await publishing.lease({
    timeline,
    base: edition - 1,
    by: 'test',
    digest: await documentDigest(whole),
    bytes: 10_000_000,
    parts: 1_000,
    document: { ...whole, events: [] },
  })
  if (!lease.ok) throw new Error(lease.failure.reason)
  return lease.value
}

/** Half of the parts at a time, those that are there already left out. */
async function uploaded(
  publishing: Publishing,
  edition: number,
  packed: PackedParts,
): Promise<void> {
  const { segment, uploaded: there } = await leased(publishing, edition)
  const known = new Set(there.map(({ part }) => part))
  const all = [...packed.parts]
  const middle = all.findIndex(([name]) => name === 'a1')
  for (const some of [all.slice(0, middle), all.slice(middle)]) {
    if (some.every(([name]) => known.has(name))) continue
    const body = await framed(new Map(some))
    const outcome = await publishing.upload({ timeline, segment, body })
    if (!outcome.ok) throw new Error(outcome.failure.reason)
  }
}

async function committed(publishing: Publishing, edition: number, { root, parts }: PackedParts) {
  const told = await Promise.all(
    Array.from(parts, async ([part, bytes]) => ({ part, sha256: await checksumOf(bytes) })),
  )
  const checksum = await checksumOfParts(told)
  const base = edition - 1
  const request = { timeline, base, by: 'test', root, parts: parts.size, checksum }
  return publishing.commitSegment(request)
}

/** The edition that a reader gets who has seen nothing before: all events are of it. */
async function servedBy(storage: MemoryStorage): Promise<number | null> {
  const service = await createMemoryService({ storage })
  const answer = await service.fetch(`/v1/timelines/${timeline}/events.ndjson`)
  if (answer.status === 404) return null
  const titles = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => /Edition (\d+)/.exec(line)?.[1])
  expect([answer.status, new Set(titles).size, titles.length]).toEqual([200, 1, count])
  return Number(titles[0])
}

const keysOf = ({ kv }: MemoryStorage): readonly string[] =>
  [...kv.stored.keys(), ...kv.bytes.keys()].toSorted()

/** A store that takes so many writes, and after them none; those under way never end. */
function dyingAfter(writes: number, kv: Writes) {
  let died: (how: 'dead') => void = () => undefined
  const dead = new Promise<'dead'>((resolve) => (died = resolve))
  let left = writes
  return {
    dead,
    async put(...written: Parameters<KeyValue['put']>) {
      if (left-- <= 0) {
        died('dead')
        return new Promise<never>(() => undefined)
      }
      return kv.put(...written)
    },
    delete: (key: string) => kv.delete(key),
  }
}

/** The segments of edition 1 and 2, as every run of these tests leases them. */
const segments = new Map<number, PackedParts>()

async function begun(): Promise<MemoryStorage> {
  time.now = Date.parse('2026-03-01T00:00:00Z')
  const storage = createMemoryStorage()
  const publishing = publisherOf(storage)
  const first = segments.get(1) ?? (await packUpload(contentOf(1), await leased(publishing, 1)))
  segments.set(1, first)
  await uploaded(publishing, 1, first)
  expect(await committed(publishing, 1, first)).toMatchObject({
    ok: true,
    value: { visible: true },
  })
  return storage
}

beforeAll(async () => {
  const publishing = publisherOf(await begun())
  segments.set(2, await packUpload(contentOf(2), await leased(publishing, 2)))
})

const second = (): PackedParts => segments.get(2) as PackedParts

describe('an upload', () => {
  test('may end with its object after any of its writes, and goes on', async () => {
    // All parts, copy, head.
    for (let after = 0; after < second().parts.size + 2; after++) {
      const storage = await begun()
      const dying = dyingAfter(after, storage.kv)
      const publishing = publisherOf(storage, dying)
      const whole = uploaded(publishing, 2, second()).then(() => committed(publishing, 2, second()))
      // Nobody waits for what an object does that has ended.
      whole.catch(() => undefined)
      expect(await Promise.race([dying.dead, whole])).toBe('dead')
      expect(await servedBy(storage)).toBe(1)
      const next = publisherOf(storage)
      await next.drain()
      const isCommitted = after >= second().parts.size
      expect(await servedBy(storage)).toBe(isCommitted ? 2 : 1)
      if (!isCommitted) await uploaded(next, 2, second())
      expect(await committed(next, 2, second())).toMatchObject({
        value: { outcome: isCommitted ? 'repeated' : 'created', visible: true },
      })
      expect(await servedBy(storage)).toBe(2)
      const { root, parts } = second()
      const wanted = [...parts.keys()].map((name) => `segment/${timeline}/${root.segment}/${name}`)
      expect(wanted.filter((key) => !keysOf(storage).includes(key))).toEqual([])
    }
  })

  test('of which the store refused a part is not committed', async () => {
    const storage = await begun()
    const publishing = publisherOf(storage, {
      put: (...written) =>
        written[0].endsWith('/t0')
          ? Promise.reject(new Error('injected'))
          : storage.kv.put(...written),
      delete: (key) => storage.kv.delete(key),
    })
    await expect(uploaded(publishing, 2, second())).rejects.toThrow('injected')
    expect(await committed(publishing, 2, second())).toEqual({
      ok: false,
      failure: { reason: 'incomplete', missing: ['t0'] },
    })
    expect(await servedBy(storage)).toBe(1)
  })

  test('that is given up while its parts are checked stays given up', async () => {
    const storage = await begun()
    const before = keysOf(storage)
    const publishing = publisherOf(storage)
    const { segment } = await leased(publishing, 2)
    const upload = publishing.upload({ timeline, segment, body: await framed(second().parts) })
    expect(await publishing.giveUp({ timeline, segment })).toEqual({ ok: true, value: null })
    expect(await upload).toEqual({ ok: false, failure: { reason: 'no-lease' } })
    time.now += collectAfter
    await publishing.drain()
    expect(keysOf(storage)).toEqual(before)
    expect(
      storage
        .logOf(timeline)
        .segments()
        .map((one) => one.segment),
    ).not.toContain(segment)
  })

  test('that nobody commits is deleted an hour after its lease, whatever was under way', async () => {
    const storage = await begun()
    const before = keysOf(storage)
    const dying = dyingAfter(5, storage.kv)
    uploaded(publisherOf(storage, dying), 2, second()).catch(() => undefined)
    await dying.dead
    const publishing = publisherOf(storage)
    time.now += leaseFor
    await publishing.drain()
    expect(keysOf(storage).length).toBe(before.length + 5)
    time.now += collectAfter
    await publishing.drain()
    expect(keysOf(storage)).toEqual(before)
    expect(await servedBy(storage)).toBe(1)
    // Its number is not used again.
    expect((await leased(publishing, 2)).segment).toBe('2-u3')
  })
})

describe('writes and deletions that fail at random', () => {
  test('lose nothing that was acknowledged, and leave nothing that nobody needs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(400),
        fc.boolean(),
        fc.infiniteStream(fc.nat(999)),
        async (chance, isGivenUp, stream) => {
          const random = (): number => stream.next().value
          const storage = await begun()
          const before = keysOf(storage)
          const refuses = (): boolean => random() < chance
          const failing: Writes = {
            put: (...written) =>
              refuses() ? Promise.reject(new Error('injected')) : storage.kv.put(...written),
            delete: (key) =>
              refuses() ? Promise.reject(new Error('injected')) : storage.kv.delete(key),
          }
          let publishing = publisherOf(storage, failing)
          for (let isThere = false; !isThere;) {
            if (random() < 200) publishing = publisherOf(storage, failing)
            isThere = await uploaded(publishing, 2, second()).then(
              () => true,
              () => isGivenUp,
            )
            expect(await servedBy(storage)).toBe(1)
          }
          const commit = isGivenUp ? { ok: true } : await committed(publishing, 2, second())
          expect(commit.ok).toBe(true)
          time.now += leaseFor + collectAfter
          while (storage.logOf(timeline).tasks().length > 0) {
            time.now += backOff.max
            await publishing.drain()
          }
          expect(await servedBy(storage)).toBe(isGivenUp ? 1 : 2)
          const parts = isGivenUp ? 0 : second().parts.size + 1
          expect(keysOf(storage)).toHaveLength(before.length + parts)
        },
      ),
      { numRuns: 6 },
    )
  })
})
