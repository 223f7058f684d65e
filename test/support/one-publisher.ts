// One publisher over memory, whose clock, alarm and store are in the hands of the test.
import { createPublishing } from '../../src/store/publish/candidate.ts'
import type { TimelineLine } from '../../src/store/values.ts'
import { noParts } from '../../src/edition/segment/parts.ts'
import { document } from './document.ts'
import { createMemoryKv } from './memory-kv.ts'
import { createMemoryLog } from './memory-log.ts'

export const timeline = 'town-2020'

type List = (line: TimelineLine) => Promise<void>

/** With an interval between editions, a log, and what takes the line of the list. */
export function onePublisher(interval = 0, log = createMemoryLog(), list?: List) {
  const kv = createMemoryKv()
  const lines: TimelineLine[] = []
  const set = {
    time: Date.parse('2026-03-01T00:00:00Z'),
    alarm: null as number | null,
    /** Writes under keys that begin like this fail. */
    failing: null as string | null,
    /** Called in the middle of each write and deletion. */
    during: (() => Promise.resolve()) as (key: string) => Promise<void>,
  }
  const publishing = createPublishing({
    log,
    kv: {
      async put(key, value, options) {
        await set.during(key)
        if (set.failing !== null && key.startsWith(set.failing)) throw new Error('injected')
        await kv.put(key, value, options)
      },
      async delete(key) {
        await set.during(key)
        await kv.delete(key)
      },
    },
    list: list ?? (async (line) => void lines.push(line)),
    now: () => set.time,
    schedule: (at) => void (set.alarm = at),
    interval,
    sourceOf: () => noParts,
  })
  const offer = (
    document: object,
    base: number,
    more: { readonly note?: string; readonly dryRun?: boolean } = {},
  ) =>
    publishing.publish({
      timeline,
      base,
      by: 'test',
      body: new TextEncoder().encode(JSON.stringify(document)),
      ...more,
    })
  return Object.assign(set, {
    kv,
    log,
    lines,
    publishing,
    publish: (title: string, base: number) => offer(document({ title }), base),
    offer,
    takeDown: (base: number) => publishing.takeDown({ timeline, base, by: 'test' }),
    restore: (base: number, edition: number) =>
      publishing.restore({ timeline, base, edition, by: 'test' }),
    /** Wakes the publisher at its alarm, as often as it asks, up to that time. */
    async pass(milliseconds: number) {
      const end = set.time + milliseconds
      while (set.alarm !== null && set.alarm <= end) {
        set.time = Math.max(set.time, set.alarm)
        set.alarm = null
        await publishing.drain()
      }
      set.time = end
    },
    head: () => kv.stored.get(`head/${timeline}`)?.metadata,
  })
}
