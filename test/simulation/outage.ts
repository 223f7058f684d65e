// Most reads of the store fail or never return: an isolate that has an edition goes on answering with
// a whole one, and one that has none says so in time.
import * as fc from 'fast-check'
import type { Code } from './code.ts'
import { beginning, timeline, type History } from './history.ts'
import { arrange } from './setting.ts'
import { createWorld, inhabit } from './world.ts'

/** Milliseconds until an answer. */
const deadline = 1_500

export interface Outage {
  readonly failing: number
  warm: number
  cold: number
  unavailable: number
  /** The longest wait of a cold isolate, in milliseconds. */
  longest: number
  readonly violations: string[]
}

/** `count` reads in isolates that had an edition and as many in those that had none. */
export async function runOutage(
  code: Code,
  history: History,
  {
    seed,
    count,
    failing,
  }: { readonly seed: number; readonly count: number; readonly failing: number },
): Promise<Outage> {
  const sum: Outage = { failing, warm: 0, cold: 0, unavailable: 0, longest: 0, violations: [] }
  const reads = 50
  const run = fc.asyncProperty(fc.scheduler(), fc.nat(), async (scheduler, seed) => {
    const world = createWorld(scheduler, seed, beginning)
    await inhabit(world, async () => {
      const faults = { reads: 0, writes: 0 }
      const { kv, truth } = arrange(
        world,
        { seed, isNew: false, interval: 0, faults },
        code,
        history,
      )
      const open = () => {
        const own = { kv: kv.at(new Map()), now: world.now, report: () => undefined }
        return code.createStore(own)
      }
      const warm = open()
      let isOver = false
      void (async () => {
        while (!(await warm.current(timeline)).ok) await world.sleep(1_000)
        kv.faults = { reads: failing, writes: 0 }
        for (let n = 0; n < reads; n++) {
          await world.sleep(world.random() * 20_000)
          const known = await warm.current(timeline)
          sum.warm++
          if (known.ok) await truth.checkReader(known.value.value)
          else truth.violate(`a warm isolate answers ${known.failure}`)
          const begun = world.now()
          const cold = await open().current(timeline)
          sum.cold++
          sum.longest = Math.max(sum.longest, world.now() - begun)
          if (cold.ok) await truth.checkReader(cold.value.value)
          else if (cold.failure === 'unavailable') sum.unavailable++
          else truth.violate(`a cold isolate answers ${cold.failure}`)
        }
        isOver = true
      })()
      await world.run(() => isOver)
      if (!isOver) truth.violate('a read never ends')
      sum.violations.push(...truth.violations)
    })
  })
  await fc.assert(run, { seed, numRuns: Math.ceil(count / reads) })
  if (sum.longest > deadline) sum.violations.push(`a cold isolate waits ${sum.longest} ms`)
  return sum
}
