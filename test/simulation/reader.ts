// An isolate that reads: whatever happens, it gets one whole published edition, never an older one
// than before, and in time.
import { loadTimeout } from '../../src/store/read/isolate-cache.ts'
import { capacity, freshFor } from '../../src/store/read/cached-store.ts'
import type { Store } from '../../src/store/read/store.ts'
import { lineOf } from '../../src/store/values.ts'
import { neighbours } from './history.ts'
import type { Location } from './kv.ts'
import type { Plan, Setting } from './setting.ts'

export interface Reader {
  readonly reads: number
  readOften(): Promise<void>
  /** Nothing is wrong any more and nothing changes: answers with what there is. */
  readLast(): Promise<void>
}

/** A read without faults that took so long met an ordinary delay. */
const undisturbed = 500

const locations = new WeakMap<object, Location[]>()

export function createReader(setting: Setting, plan: Plan, index: number): Reader {
  const { world, kv, truth, code, timeline, all } = setting
  const shared = locations.get(world) ?? [new Map(), new Map()]
  locations.set(world, shared)
  const location = shared[index % shared.length]!
  // A fault may have met the read of another, which this one joins.
  const isWell = plan.faults.reads === 0 && !plan.isNew
  let reads = 0
  let isolate = open()

  function open(): { store: Store; floor: number; isWarm: boolean } {
    const store = code.createStore({
      kv: kv.at(location),
      now: world.now,
      report: () => undefined,
      ...(plan.crowded === true
        ? { room: { ...capacity, heads: 1, editions: 1, changes: 1 } }
        : {}),
    })
    return { store, floor: 0, isWarm: false }
  }

  /** Runs a read and says whether anything disturbed it. */
  async function timed<Value>(
    read: () => Promise<Value>,
  ): Promise<{ value: Value; isClean: boolean }> {
    const [begun, injected] = [world.now(), kv.injected]
    const value = await read()
    const passed = world.now() - begun
    reads++
    if (passed > loadTimeout) truth.violate(`slow: a read took ${passed} ms`)
    return { value, isClean: kv.injected === injected && passed < undisturbed }
  }

  /** The same read again until nothing disturbed it. */
  async function undisturbedly<Value>(read: () => Promise<Value>): Promise<Value> {
    for (;;) {
      const { value, isClean } = await timed(read)
      if (isClean) return value
      await world.sleep(freshFor)
    }
  }

  /** As a publish through this isolate does, at any moment of a read. */
  const expireSoon = (store: Store): void => {
    world.at(world.now() + world.random() * 50, () => store.expire(timeline))
  }

  async function readCurrent(): Promise<void> {
    const own = isolate
    const { value: read, isClean } = await timed(() => own.store.current(timeline))
    if (!read.ok) {
      if (read.failure === 'gone') checkGone()
      else if (isClean && isWell && read.failure === 'unavailable')
        truth.violate('unavailable without a fault')
      else if (own.isWarm && plan.crowded !== true)
        truth.violate(`not served: ${read.failure} in a warm isolate`)
      else if (read.failure === 'not-found' && !plan.isNew)
        truth.violate('not found, but published')
      return
    }
    const { edition, kept } = read.value.value.facts
    await truth.checkReader(read.value.value)
    // What was dropped for others may be read anew where the location still shows it older.
    if (edition.number < own.floor && plan.crowded !== true)
      truth.violate('older than before in one isolate')
    own.floor = Math.max(own.floor, edition.number)
    own.isWarm = true
    if (read.value.stale === false)
      await readKept(
        own.store,
        kept.map(({ number }) => number),
      )
  }

  async function readKept(store: Store, kept: readonly number[]): Promise<void> {
    const number = world.pick([kept[0]!, kept.at(-1)!, world.pick(kept)])
    const { value: read, isClean } = await timed(() => store.edition(timeline, number))
    if (read.ok) truth.checkCopy(read.value.value, number)
    // Between both reads a newer head may have come that no longer keeps it; and a read that another
    // began may have met its fault before this one joined it.
    else if (isClean && plan.faults.reads === 0 && read.failure === 'unavailable')
      truth.violate('a kept edition is not there')
  }

  /** What nobody writes is there, and is its own, whatever else is read. */
  async function readNeighbours(): Promise<void> {
    const { store } = isolate
    const check = async (id: string): Promise<void> => {
      const { value: read, isClean } = await timed(() => store.current(id))
      if (!read.ok) {
        if (isClean && isWell) truth.violate(`unavailable without a fault: ${id}`)
        return
      }
      const { timeline: own, kept } = read.value.value.facts
      if (own.id !== id) truth.violate(`torn: ${own.id} is read for ${id}`)
      const { number } = world.pick(kept)
      const { value: copy, isClean: isCopyClean } = await timed(() => store.edition(id, number))
      if (copy.ok) {
        const { document, entry } = copy.value.value
        if (document?.id !== id || entry.number !== number)
          truth.violate('torn: the copy of another timeline')
      } else if (isCopyClean && isWell)
        truth.violate(`unavailable without a fault: ${id}/${number}`)
    }
    await Promise.all([...neighbours, ...neighbours].map(check))
  }

  function checkGone(): void {
    const isPossible = [...truth.editions.values()].some(({ record }) => record.entry.removes)
    if (!isPossible) truth.violate('gone, but never taken down')
  }

  async function readList(): Promise<void> {
    const { value: read } = await timed(() => isolate.store.timelines())
    if (!read.ok) return
    for (const summary of read.value.value.timelines) {
      const own = all.find((one) => one.timeline === summary.id)
      const truly = own?.truth.editions.get(summary.edition)?.record.head
      if (truly === undefined || JSON.stringify(lineOf(truly).summary) !== JSON.stringify(summary))
        truth.violate('torn: a line of the list')
    }
  }

  return {
    get reads() {
      return reads
    },
    async readOften() {
      for (let n = 0; n < plan.reads; n++) {
        if (world.chance(0.5)) await world.sleep(world.random() * 10_000)
        if (world.chance(0.2)) isolate = open()
        if (plan.expires === true) expireSoon(isolate.store)
        await Promise.all([
          readCurrent(),
          ...(plan.crowded === true ? [readNeighbours()] : []),
          ...(world.chance(0.3) ? [readCurrent(), readList()] : []),
        ])
      }
    },
    async readLast() {
      const latest = truth.editions.get(
        truth.editions.size === 0 ? 0 : Math.max(...truth.editions.keys()),
      )
      for (const store of [isolate.store, open().store]) {
        const read = await undisturbedly(() => store.current(timeline))
        const seen = read.ok ? read.value.value.facts.edition.number : read.failure
        const isGone = latest?.record.entry.removes === true
        const wanted =
          latest === undefined ? 'not-found' : isGone ? 'gone' : latest.record.entry.number
        if (seen !== wanted) truth.violate(`never visible: ${seen} is read instead of ${wanted}`)
        if (!read.ok) continue
        if (read.value.stale !== false) truth.violate('stale without a fault')
        const kept = latest?.record.head.kept ?? []
        const taken = truth.takenAt(latest?.record.entry.number ?? 0)
        for (const { number } of index === 0 ? kept : [world.pick(kept)]) {
          const copy = await undisturbedly(() => store.edition(timeline, number))
          const isTaken = !copy.ok && copy.failure === 'taken'
          if (isTaken !== number <= taken)
            truth.violate(`kept edition ${number} is ${isTaken ? '' : 'not '}taken`)
          else if (copy.ok) truth.checkCopy(copy.value.value, number)
          else if (!isTaken) truth.violate(`kept edition ${number}: ${copy.failure}`)
        }
      }
    },
  }
}
