// Many publish at once on one base: one wins, all others are told which edition is current.
import * as fc from 'fast-check'
import type { Code } from './code.ts'
import type { History } from './history.ts'
import { noFaults } from './kv.ts'
import { simulate } from './schedule.ts'

export const rivals = 20

export interface Races {
  rounds: number
  winners: number
  refused: number
  readonly violations: string[]
}

export async function runRaces(
  code: Code,
  history: History,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<Races> {
  const sum: Races = { rounds: 0, winners: 0, refused: 0, violations: [] }
  const race = fc.asyncProperty(fc.scheduler(), fc.nat(), async (scheduler, seed) => {
    const outcome = await simulate(
      scheduler,
      {
        seed,
        isNew: seed % 2 === 0,
        writers: rivals,
        publishes: 1,
        readers: 1,
        reads: 1,
        crashes: 0,
        interval: 1_000,
        faults: noFaults,
        isPlain: true,
      },
      code,
      history,
    )
    sum.rounds++
    sum.winners += outcome.created
    sum.refused += outcome.refused
    sum.violations.push(...outcome.violations)
    if (outcome.created !== 1 || outcome.refused !== rivals - 1)
      sum.violations.push(`${outcome.created} winners, ${outcome.refused} refused`)
  })
  await fc.assert(race, { seed, numRuns: count })
  return sum
}
