// All that takes part in a schedule: the store, the publisher and the registry over storage that
// survives them, and what is known to be true.
import type { EditionLog } from '../../src/store/publish/edition-log.ts'
import type { Listing } from '../../src/store/timeline-list.ts'
import type { Publishing } from '../../src/store/publish/candidate.ts'
import { noParts } from '../../src/edition/segment/parts.ts'
import type { Code } from './code.ts'
import { newcomers, timeline, type History } from './history.ts'
import { createSimulatedKv, type FaultRates, type SimulatedKv } from './kv.ts'
import { createObject, type SimulatedObject } from './object.ts'
import { createTruth, type Truth } from './truth.ts'
import type { World } from './world.ts'

export interface Plan {
  readonly seed: number
  /** Begins without any edition. */
  readonly isNew: boolean
  readonly writers: number
  /** How often each writer publishes. */
  readonly publishes: number
  readonly readers: number
  /** How often each reader reads. */
  readonly reads: number
  readonly crashes: number
  /** Milliseconds between two editions that the publisher asks for. */
  readonly interval: number
  readonly faults: FaultRates
  /** Several timelines are written at once: the store and the list are shared. */
  readonly several?: boolean
  /** Writers only publish; they neither restore, nor take down, nor repeat. */
  readonly isPlain?: boolean
  /** Heads expire in isolates that read. */
  readonly expires?: boolean
  /**
   * Isolates read several timelines at once and have room for less than they ask for; who waited goes on in
   * any order.
   */
  readonly crowded?: boolean
  /** When nothing moves any more, a value is lost or damaged for good, and repaired. */
  readonly heals?: boolean
}

export interface Tally {
  created: number
  repeated: number
  /** Answered that another edition is current. */
  refused: number
  /** Requests without a reply. */
  lost: number
}

export interface Setting {
  readonly timeline: string
  /** That of each timeline which is published, this one among them. */
  readonly all: readonly Setting[]
  readonly world: World
  readonly kv: SimulatedKv
  readonly truth: Truth
  readonly log: EditionLog
  readonly publisher: SimulatedObject<Publishing>
  readonly registry: SimulatedObject<Listing>
  readonly code: Code
  /** The newest edition whose head ever landed in the store, the one there now, and since when. */
  readonly landed: { head: number; now: number; at: number }
  readonly tally: Tally
}

/** Milliseconds between the clocks of two machines. */
const mostSkew = 4_000

/** The setting of the timeline that has a history; beside it, in `all`, those of the others of the plan. */
export function arrange(
  world: World,
  plan: Pick<Plan, 'seed' | 'isNew' | 'interval' | 'faults' | 'several'>,
  code: Code,
  history: History,
): Setting {
  const kv = createSimulatedKv(world)
  kv.faults = plan.faults
  const lines = code.createMemoryLines()
  const stored = code.createMemoryLog()
  if (!plan.isNew) {
    for (const record of history.records) stored.append(record, [])
    const all = [...history.stored, history.other, ...history.neighbours]
    for (const { key, ...value } of all) kv.preset(key, value)
    lines.take(history.line)
  }
  const all: Setting[] = []
  const onThrow = (error: unknown): void => all[0]?.truth.violate(`threw: ${String(error)}`)
  const registry = createObject<Listing>(
    world,
    ({ isAlive, guard, schedule }) =>
      code.createListing({
        lines: guard(lines),
        kv: kv.writer(isAlive),
        now: world.now,
        schedule,
      }),
    onThrow,
  )
  kv.onLanding = (key) => {
    const at = all.find((one) => key === `head/${one.timeline}`)
    if (at !== undefined) land(at, key)
  }
  const shared = { all, world, kv, registry, code }
  all.push(publishedIn(shared, plan, timeline, stored))
  for (const id of plan.several === true ? newcomers : [])
    all.push(publishedIn(shared, plan, id, code.createMemoryLog()))
  return all[0]!
}

type Shared = Pick<Setting, 'all' | 'world' | 'kv' | 'registry' | 'code'>

function publishedIn(
  shared: Shared,
  plan: Pick<Plan, 'interval'>,
  id: string,
  stored: EditionLog,
): Setting {
  const { world, kv, registry, code } = shared
  const truth = createTruth()
  const log = truth.watch(stored)
  const first = log.latest()?.entry.number ?? 0
  const landed = { head: first, now: first, at: world.now() }
  const publisher = createObject<Publishing>(
    world,
    ({ isAlive, guard, schedule }) => {
      // Each instance may run on another machine, whose clock is another.
      const skew = Math.round((world.random() - 0.5) * mostSkew)
      return code.createPublishing({
        log: guard(log),
        kv: kv.writer(isAlive),
        async list(line) {
          if (line.edition > landed.head) truth.violate('listed: an edition that is not there')
          if (world.chance(kv.faults.writes)) await world.sleep(world.random() * 60_000)
          return registry.call((listing) => listing.update(line))
        },
        now: () => world.now() + skew,
        schedule: (at) => schedule(at - skew),
        interval: plan.interval,
        sourceOf: () => noParts,
      })
    },
    (error) => truth.violate(`threw: ${String(error)}`),
  )
  const tally = { created: 0, repeated: 0, refused: 0, lost: 0 }
  return { ...shared, timeline: id, truth, log, publisher, landed, tally }
}

function land({ kv, landed, world }: Setting, key: string): void {
  const { edition } = kv.stored.get(key)!.metadata as { edition: number }
  landed.head = Math.max(landed.head, edition)
  if (edition !== landed.now) landed.at = world.now()
  landed.now = edition
}
