// Schedules of uploads: publishers, readers and crashes on one timeline, in the order that scheduler and
// seed choose; then quiet, and the check that everything is where it should be, and nothing else.
import * as fc from 'fast-check'
import { beginning } from '../history.ts'
import { createWorld, inhabit } from '../world.ts'
import { publishOften } from './client.ts'
import { createUploadReader } from './reader.ts'
import { restOfUploads } from './rest.ts'
import { arrangeUploads, type UploadPlan, type UploadSetting, type UploadTally } from './setting.ts'
import type { SmallCode } from './small.ts'

export const uploadPlans: fc.Arbitrary<UploadPlan> = fc.record({
  seed: fc.nat(),
  clients: fc.integer({ min: 1, max: 3 }),
  publishes: fc.integer({ min: 2, max: 5 }),
  readers: fc.integer({ min: 1, max: 2 }),
  reads: fc.integer({ min: 2, max: 6 }),
  crashes: fc.nat({ max: 4 }),
  fatal: fc.constantFrom(0, 0.02, 0.15),
  faults: fc.record({
    reads: fc.constantFrom(0, 0, 0.05),
    writes: fc.constantFrom(0, 0.02, 0.2),
  }),
})

export interface UploadSum extends UploadTally {
  schedules: number
  steps: number
  crashes: number
  faults: number
  readonly violations: string[]
}

/** Runs so many schedules of a seed; stops at the first that breaks a promise. */
export async function runUploads(
  code: SmallCode,
  options: {
    readonly seed: number
    readonly count: number
    readonly focus?: Partial<UploadPlan>
  },
): Promise<UploadSum> {
  const counts = { editions: 0, uploads: 0, edits: 0, lost: 0, reads: 0, refused: 0, collected: 0 }
  const sum: UploadSum = {
    ...counts,
    schedules: 0,
    steps: 0,
    crashes: 0,
    faults: 0,
    violations: [],
  }
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), uploadPlans, async (scheduler, drawn) => {
      if (sum.violations.length > 0) return
      const plan = { ...drawn, ...options.focus }
      const world = createWorld(scheduler, plan.seed, beginning)
      const setting = arrangeUploads(world, plan, code)
      await inhabit(world, () => act(setting, plan))
      const { truth, tally, publisher, kv } = setting
      sum.schedules++
      sum.steps += world.steps
      sum.crashes += publisher.crashes
      sum.faults += kv.injected
      for (const name of Object.keys(tally) as (keyof UploadTally)[]) sum[name] += tally[name]
      if (truth.violations.length > 0)
        sum.violations.push(`${truth.violations.join('; ')} in ${JSON.stringify(plan)}`)
    }),
    { seed: options.seed, numRuns: options.count },
  )
  return sum
}

async function act(setting: UploadSetting, plan: UploadPlan): Promise<void> {
  const { world, truth } = setting
  const each = <Actor>(count: number, one: (index: number) => Actor): Actor[] =>
    Array.from({ length: count }, (_, index) => one(index))
  const readers = each(plan.readers, (index) => createUploadReader(setting, plan, index))
  const actors = [
    ...each(plan.clients, (index) => publishOften(setting, plan, index)),
    ...readers.map((reader) => reader.readOften()),
    crash(setting, plan),
  ]
  let isOver = false
  void Promise.all(actors)
    .catch((error: unknown) => truth.violate(`threw: ${String(error)}`))
    .then(() => (isOver = true))
  await world.run(() => isOver)
  if (!isOver) truth.violate('stuck: somebody waits for ever')
  await restOfUploads(setting, readers)
}

async function crash({ world, publisher }: UploadSetting, plan: UploadPlan): Promise<void> {
  for (let n = 0; n < plan.crashes; n++) {
    await world.sleep(world.random() * world.pick([2_000, 20_000, 3_600_000]))
    const delay = Math.floor(world.random() * 30)
    for (let step = 0; step < delay; step++) await world.step('before a crash')
    publisher.crash()
  }
}
