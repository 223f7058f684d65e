import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { createListing, type LineStore } from '../../src/store/timeline-list.ts'
import { createMemoryLines } from '../support/memory-lines.ts'
import { createSqliteLines } from '../../src/host/cloudflare/sqlite-lines.ts'
import type { TimelineLine } from '../../src/store/values.ts'
import { createMemoryKv } from '../support/memory-kv.ts'

let objects = 0

/** Both implementations behind one interface: the same suite runs on each. */
const kinds: Record<string, (use: (lines: LineStore) => Promise<void>) => Promise<void>> = {
  memory: (use) => use(createMemoryLines()),
  SQLite: (use) => {
    const stub = env.REGISTRY.getByName(`lines-${++objects}`)
    return runInDurableObject(stub, (_, { storage }) => use(createSqliteLines(storage)))
  },
}

const line = (id: string, edition: number): TimelineLine => ({
  id,
  edition,
  summary: {
    id,
    edition,
    title: { en: id },
    language: 'en',
    published: '2026-03-01T00:00:00.000Z',
    events: 1,
    first: null,
    last: null,
  },
})

function setting(lines: LineStore) {
  const kv = createMemoryKv()
  const set = {
    time: 1_000_000,
    alarm: null as number | null,
    writes: 0,
    /** Called in the middle of each write. */
    during: async (): Promise<void> => undefined,
  }
  return Object.assign(set, {
    kv,
    listing: createListing({
      lines,
      kv: {
        async put(key, value) {
          set.writes++
          await set.during()
          await kv.put(key, value)
        },
      },
      now: () => set.time,
      schedule: (at) => void (set.alarm = at),
    }),
    listed: (): string[] => {
      const text = kv.stored.get('timelines')?.value ?? '\n{"timelines":[]}'
      const list = JSON.parse(text.slice(text.indexOf('\n'))) as { timelines: TimelineLine[] }
      return list.timelines.map(({ id, edition }) => `${id} ${edition}`)
    },
  })
}

describe.each(Object.entries(kinds))('the list over lines in %s', (_, open) => {
  test('holds the newest line of each timeline, by id', () =>
    open(async (lines) => {
      const { listing, listed } = setting(lines)
      await listing.update(line('b', 1))
      expect(listed()).toEqual(['b 1'])
      lines.take(line('b', 3))
      lines.take(line('b', 2))
      lines.take(line('a', 1))
      lines.take({ id: 'c', edition: 1, summary: null })
      expect(lines.lines()).toEqual([
        line('a', 1),
        line('b', 3),
        { id: 'c', edition: 1, summary: null },
      ])
    }))

  test('is written once a second, however many lines come', () =>
    open(async (lines) => {
      const set = setting(lines)
      for (let n = 1; n <= 20; n++) await set.listing.update(line(`t-${n}`, 1))
      expect([set.writes, set.listed()]).toEqual([1, ['t-1 1']])
      expect(set.alarm).toBe(set.time + 1_000)
      set.time += 1_000
      await set.listing.drain()
      expect([set.writes, set.listed().length]).toEqual([2, 20])
    }))

  test('does not lose a line that comes while it is written', () =>
    open(async (lines) => {
      const set = setting(lines)
      set.during = async () => {
        set.during = async () => undefined
        void set.listing.update(line('b', 1))
      }
      await set.listing.update(line('a', 1))
      set.time += 1_000
      await set.listing.drain()
      expect(set.listed()).toEqual(['a 1', 'b 1'])
    }))

  test('is repeated by the alarm where the store refuses it', () =>
    open(async (lines) => {
      const set = setting(lines)
      set.during = () => Promise.reject(new Error('injected'))
      await set.listing.update(line('a', 1))
      expect(set.alarm).toBe(set.time + 1_000)
      set.during = async () => undefined
      set.time += 1_000
      await set.listing.drain()
      expect(set.listed()).toEqual(['a 1'])
    }))
})
