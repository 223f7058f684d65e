// One schedule: writers, readers and crashes on one timeline, or on several at once, in the order that the scheduler and the
// seed choose; then quiet, and the check that everything is where it should be.
import type { Scheduler } from 'fast-check'
import type { Code } from './code.ts'
import { beginning, type History } from './history.ts'
import { createReader } from './reader.ts'
import { heal } from './heal.ts'
import type { Value } from './kv.ts'
import { rest } from './rest.ts'
import { arrange, type Plan, type Setting, type Tally } from './setting.ts'
import { createWorld, inhabit } from './world.ts'
import { write } from './writer.ts'

export interface Outcome extends Tally {
  readonly violations: readonly string[]
  readonly steps: number
  readonly reads: number
  readonly crashes: number
  readonly faults: number
  /** Milliseconds from the end of the faults until the store held the newest edition for good. */
  readonly recovery: number
}

export function simulate(
  scheduler: Scheduler,
  plan: Plan,
  code: Code,
  history: History,
): Promise<Outcome> {
  const world = createWorld(scheduler, plan.seed, beginning)
  const run = async (): Promise<Outcome> => {
    const setting = arrange(world, plan, code, history)
    const { kv, truth, all } = setting
    let older: ReadonlyMap<string, Value> = new Map()
    const remember = async (): Promise<void> => {
      await world.sleep(world.random() * 10_000)
      older = new Map(kv.stored)
    }
    const each = <Actor>(count: number, act: (one: Setting, index: number) => Actor): Actor[] =>
      all.flatMap((one) => Array.from({ length: count }, (_, index) => act(one, index)))
    // What is published beside it begins without any edition.
    const readers = each(plan.readers, (one, index) =>
      createReader(one, one === setting ? plan : { ...plan, isNew: true }, index),
    )
    const actors = [
      ...each(plan.writers, (one, index) => write(one, plan, index)),
      ...readers.map((reader) => reader.readOften()),
      crash(setting, plan),
      ...(plan.heals === true ? [remember()] : []),
    ]
    let isOver = false
    const ended = Promise.all(actors)
      .catch((error: unknown) => truth.violate(`threw: ${String(error)}`))
      .then(() => (isOver = true))
    await world.run(() => isOver)
    if (!isOver) truth.violate('stuck: somebody waits for ever')
    else await ended
    const recovery = await rest(setting, readers)
    if (plan.heals === true) {
      await heal(setting, older)
      await rest(setting, readers)
    }
    const total = (count: keyof Tally) => all.reduce((sum, { tally }) => sum + tally[count], 0)
    return {
      created: total('created'),
      repeated: total('repeated'),
      refused: total('refused'),
      lost: total('lost'),
      violations: all.flatMap((one) => one.truth.violations),
      steps: world.steps,
      reads: readers.reduce((sum, reader) => sum + reader.reads, 0),
      crashes: all.reduce(
        (sum, { publisher }) => sum + publisher.crashes,
        setting.registry.crashes,
      ),
      faults: kv.injected,
      recovery,
    }
  }
  return inhabit(world, run, plan.crowded)
}

async function crash({ world, all, registry }: Setting, plan: Plan): Promise<void> {
  for (let n = 0; n < plan.crashes; n++) {
    await world.sleep(world.random() * 5_000)
    const delay = Math.floor(world.random() * 8)
    for (let step = 0; step < delay; step++) await world.step('before a crash')
    if (world.chance(0.75)) (all.length > 1 ? world.pick(all) : all[0]!).publisher.crash()
    else registry.crash()
  }
}
