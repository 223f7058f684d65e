// The plans that schedules are drawn from.
import * as fc from 'fast-check'
import type { Code } from './code.ts'
import type { History } from './history.ts'
import { simulate, type Outcome } from './schedule.ts'
import type { Plan } from './setting.ts'

const rates = fc.constantFrom(0, 0.05, 0.3, 0.9)

export const plans: fc.Arbitrary<Plan> = fc.record({
  seed: fc.nat(),
  isNew: fc.boolean(),
  writers: fc.integer({ min: 1, max: 3 }),
  publishes: fc.integer({ min: 1, max: 3 }),
  readers: fc.integer({ min: 1, max: 3 }),
  reads: fc.integer({ min: 1, max: 5 }),
  crashes: fc.nat({ max: 4 }),
  interval: fc.constantFrom(0, 1_000),
  faults: fc.record({ reads: rates, writes: fc.constantFrom(0, 0.05, 0.3) }),
})

export interface Sum {
  schedules: number
  violations: string[]
  editions: number
  repeated: number
  refused: number
  lost: number
  reads: number
  steps: number
  crashes: number
  faults: number
  /** The longest, in milliseconds of the simulated clock. */
  recovery: number
}

/** Runs so many schedules of a seed; stops at the first that breaks a promise. */
export async function runSchedules(
  code: Code,
  history: History,
  options: { readonly seed: number; readonly count: number; readonly focus?: Partial<Plan> },
): Promise<Sum> {
  const sum: Sum = {
    schedules: 0,
    violations: [],
    editions: 0,
    repeated: 0,
    refused: 0,
    lost: 0,
    reads: 0,
    steps: 0,
    crashes: 0,
    faults: 0,
    recovery: 0,
  }
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), plans, async (scheduler, drawn) => {
      if (sum.violations.length > 0) return
      const plan = { ...drawn, ...options.focus }
      const outcome = await simulate(scheduler, plan, code, history)
      add(sum, outcome)
      if (outcome.violations.length > 0)
        sum.violations.push(`${outcome.violations.join('; ')} in ${JSON.stringify(plan)}`)
    }),
    { seed: options.seed, numRuns: options.count },
  )
  return sum
}

function add(sum: Sum, outcome: Outcome): void {
  sum.schedules++
  sum.editions += outcome.created
  sum.repeated += outcome.repeated
  sum.refused += outcome.refused
  sum.lost += outcome.lost
  sum.reads += outcome.reads
  sum.steps += outcome.steps
  sum.crashes += outcome.crashes
  sum.faults += outcome.faults
  sum.recovery = Math.max(sum.recovery, outcome.recovery)
}
