// Every publish is sent one to five times more after its reply is lost, through crashes and refused
// writes: there are as many editions as publishes.
import * as fc from 'fast-check'
import type { Code } from './code.ts'
import { beginning, documentTitled, timeline, type History } from './history.ts'
import { rest } from './rest.ts'
import { arrange } from './setting.ts'
import { createWorld, inhabit } from './world.ts'

/** Publishes of one run, one after the other. */
export const publishesPerRun = 20

export interface Repeats {
  publishes: number
  editions: number
  requests: number
  readonly violations: string[]
}

export async function runRepeats(
  code: Code,
  history: History,
  { seed, count }: { readonly seed: number; readonly count: number },
): Promise<Repeats> {
  const sum: Repeats = { publishes: 0, editions: 0, requests: 0, violations: [] }
  const runs = Math.ceil(count / publishesPerRun)
  const run = fc.asyncProperty(fc.scheduler(), fc.nat(), async (scheduler, seed) => {
    const world = createWorld(scheduler, seed, beginning)
    await inhabit(world, async () => {
      const faults = { reads: 0, writes: 0.1 }
      const setting = arrange(world, { seed, isNew: true, interval: 1_000, faults }, code, history)
      const { publisher, truth } = setting

      async function publish(number: number): Promise<void> {
        const body = new TextEncoder().encode(JSON.stringify(documentTitled(`Edition ${number}`)))
        const request = { timeline, body, base: number - 1, by: 'writer' }
        const repetitions = 1 + Math.floor(world.random() * 5)
        for (let n = 0; n <= repetitions;) {
          sum.requests++
          if (world.chance(0.2)) void world.step('before a crash').then(() => publisher.crash())
          const reply = await publisher.call((own) => own.publish(request)).catch(() => null)
          if (reply?.ok === false && reply.failure.reason === 'rate-limited') {
            await world.sleep(1_000)
            continue
          }
          const answered = reply?.ok === true ? reply.value.entry.number : reply?.failure.reason
          if (reply === null && n === repetitions) continue
          if (reply !== null && answered !== number) truth.violate(`answered ${answered}`)
          n++
        }
      }

      let isOver = false
      void (async () => {
        for (let number = 1; number <= publishesPerRun; number++) await publish(number)
        isOver = true
      })()
      await world.run(() => isOver)
      await rest(setting, [])
      sum.publishes += publishesPerRun
      sum.editions += truth.editions.size
      sum.violations.push(...truth.violations)
    })
  })
  await fc.assert(run, { seed, numRuns: runs })
  if (sum.editions !== sum.publishes) sum.violations.push('not as many editions as publishes')
  return sum
}
