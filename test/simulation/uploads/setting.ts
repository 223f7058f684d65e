// Store, publisher and log of one timeline whose events are packed, by its publishers or by the object.
import type { EditionLog } from '../../../src/store/publish/edition-log.ts'
import type { Publishing } from '../../../src/store/publish/candidate.ts'
import { createSimulatedKv, noFaults, type FaultRates, type SimulatedKv } from '../kv.ts'
import { createObject, type SimulatedObject } from '../object.ts'
import type { World } from '../world.ts'
import type { SmallCode } from './small.ts'
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { createTruth, type Truth } from './truth.ts'

export interface UploadPlan {
  readonly seed: number
  readonly clients: number
  /** How often each client publishes. */
  readonly publishes: number
  readonly readers: number
  readonly reads: number
  /** At any moment. */
  readonly crashes: number
  /** Share of the writes and deletions after which the object ends as they land. */
  readonly fatal: number
  readonly faults: FaultRates
  /** What clients like to do most; any of them where absent. */
  readonly likes?: 'upload' | 'edit' | 'document'
  /** Clients send what must be refused, and nothing else that fails. */
  readonly isMischievous?: boolean
}

export interface UploadTally {
  editions: number
  /** Those that were uploaded, and edits over them. */
  uploads: number
  edits: number
  lost: number
  reads: number
  /** Requests that had to be refused, and were. */
  refused: number
  /** Parts of segments that were deleted. */
  collected: number
}

export interface UploadSetting {
  readonly world: World
  readonly kv: SimulatedKv
  readonly truth: Truth
  readonly log: EditionLog
  readonly publisher: SimulatedObject<Publishing>
  readonly code: SmallCode
  readonly tally: UploadTally
  /** What publishers wanted to upload, by the name of the segment. */
  readonly wanted: Map<string, TimelineDocument>
  /** Ends faults and crashes. */
  calm(): void
}

/** Milliseconds between the clocks of two machines. */
const mostSkew = 4_000

export function arrangeUploads(world: World, plan: UploadPlan, code: SmallCode): UploadSetting {
  const kv = createSimulatedKv(world)
  kv.faults = plan.faults
  const truth = createTruth(world)
  const log = truth.watch(code.createMemoryLog())
  const own = kv.at(new Map())
  const publisher = createObject<Publishing>(
    world,
    ({ isAlive, guard, schedule }) => {
      const skew = Math.round((world.random() - 0.5) * mostSkew)
      return code.createPublishing({
        log: guard(log),
        kv: kv.writer(isAlive),
        list: async () => undefined,
        now: () => world.now() + skew,
        schedule: (at) => schedule(at - skew),
        interval: 0,
        sourceOf: (id) => code.createPartSource(own, id),
      })
    },
    (error) => truth.violate(`threw: ${String(error)}`),
  )
  const tally = { editions: 0, uploads: 0, edits: 0, lost: 0, reads: 0, refused: 0, collected: 0 }
  let left = 40
  kv.onLanding = (key) => {
    truth.checkLanding(key, kv)
    if (key.startsWith('segment/') && !kv.stored.has(key)) tally.collected++
    if (left > 0 && world.chance(plan.fatal)) {
      left--
      publisher.crash()
    }
  }
  const calm = (): void => {
    kv.faults = noFaults
    left = 0
  }
  return { world, kv, truth, log, publisher, code, tally, wanted: new Map(), calm }
}
