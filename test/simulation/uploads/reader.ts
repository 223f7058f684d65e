// An isolate that reads a timeline whose events are packed, part by part, at times long after it has read
// the head: whatever is published or deleted meanwhile, it gets one whole edition.
import { freshFor } from '../../../src/store/read/cached-store.ts'
import type { EditionReader } from '../../../src/edition/reader.ts'
import type { Location } from '../kv.ts'
import { timeline } from './content.ts'
import type { UploadPlan, UploadSetting } from './setting.ts'

/** Editions stay for an hour after they were dropped; a head may be some minutes old. */
const longestHold = 45 * 60_000

/** A store without faults is slow at times, but not for so many milliseconds. */
const longestSlowness = 600_000

export interface UploadReader {
  readOften(): Promise<void>
  /** Nothing is wrong any more and nothing changes: all that is kept can be read. */
  readLast(): Promise<void>
}

const locations = new WeakMap<object, Location[]>()

export function createUploadReader(
  setting: UploadSetting,
  plan: UploadPlan,
  index: number,
): UploadReader {
  const { world, kv, truth, code, tally } = setting
  const shared = locations.get(world) ?? [new Map(), new Map()]
  locations.set(world, shared)
  const at = kv.at(shared[index % shared.length] ?? new Map())
  const open = () =>
    code.createStore({
      kv: at,
      now: world.now,
      report: () => undefined,
      partsOf: (id) => code.createPartSource(at, id),
    })
  let isolate = open()

  /** False where the store was too slow or failed, which it must not for ever. */
  async function check(reader: EditionReader): Promise<boolean> {
    const { injected } = kv
    tally.reads++
    try {
      await truth.check(reader)
      return true
    } catch (error) {
      const isFaulty = plan.faults.reads > 0 && kv.injected > injected
      if (!(error instanceof Error && 'fault' in error)) truth.violate(`threw: ${String(error)}`)
      else if (!isFaulty && error.fault !== 'unread') truth.violate(`unreadable: ${error.message}`)
      return false
    }
  }

  async function readKept(numbers: readonly number[]): Promise<void> {
    const number = world.pick(numbers)
    const { injected } = kv
    const begun = world.now()
    const read = await isolate.edition(timeline, number)
    if (read.ok) await check(read.value.value.reader)
    else if (plan.faults.reads === 0 && read.failure === 'unavailable')
      if (kv.injected === injected && world.now() - begun < 500)
        truth.violate('a kept edition is not there')
  }

  return {
    async readOften() {
      for (let n = 0; n < plan.reads; n++) {
        await world.sleep(world.random() * world.pick([1_000, 60_000, 3_600_000]))
        if (world.chance(0.4)) isolate = open()
        const read = await isolate.current(timeline)
        if (!read.ok) continue
        const reader = read.value.value
        if (world.chance(0.5)) await world.sleep(world.random() * longestHold)
        await check(reader)
        if (read.value.stale === false && world.chance(0.5)) {
          const newest = await isolate.current(timeline)
          if (newest.ok) await readKept(newest.value.value.facts.kept.map(({ number }) => number))
        }
      }
    },
    async readLast() {
      const latest = setting.log.latest()
      if (latest === null) return
      const store = open()
      const again = async <Value>(read: () => Promise<Value | null>): Promise<Value> => {
        for (const end = world.now() + longestSlowness; world.now() < end;) {
          const value = await read()
          if (value !== null) return value
          await world.sleep(freshFor)
        }
        throw new Error('an edition cannot be read any more')
      }
      const wholly = (reader: EditionReader): Promise<boolean> =>
        again(async () => (await check(reader)) || null)
      const current = await again(async () => {
        const read = await store.current(timeline)
        return read.ok || read.failure !== 'unavailable' ? read : null
      })
      const isGone = latest.entry.removes === true
      if (!current.ok) {
        if (!isGone || current.failure !== 'gone')
          truth.violate(`never visible: ${current.failure}`)
        return
      }
      const { edition, kept } = current.value.value.facts
      if (isGone || edition.number !== latest.entry.number)
        truth.violate(`never visible: ${edition.number} is read instead of ${latest.entry.number}`)
      await wholly(current.value.value)
      for (const { number, removes } of kept) {
        const copy = await again(async () => {
          const read = await store.edition(timeline, number)
          if (!read.ok && read.failure === 'taken' && removes === true) return 'taken'
          return read.ok ? read.value.value : null
        })
        if (copy !== 'taken') await wholly(copy.reader)
      }
    },
  }
}
