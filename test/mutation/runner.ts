// Runs each test once as it is, once more to see that it may be repeated, and then once with each mutant that
// it reached and that no test has noticed yet. What is reached while modules are loaded, or before the
// tests of a file, and by no test, is told apart: `MUTANT` names one that is on from the beginning, in a run
// of its own.
import { writeFileSync } from 'node:fs'
import { TestRunner, type RunnerTestCase } from 'vitest'

interface State {
  /** The number of the mutant that is on. */
  active: number
  /** The numbers of those that the running test reached. */
  reached: Set<number> | null
  /** How often the active one was reached; without one, all of them. */
  times: number
  /** How often it may be. */
  mostTimes: number
  /** By number, the test that noticed it. */
  readonly noticed: Map<number, string>
  readonly ever: Set<number>
  /** Reached outside of tests. */
  readonly loaded: Set<number>
}

declare global {
  var __mutant: (number: number) => boolean
  var __mutation: State | undefined
}

/** A mutant that is reached so many times as often as all places were without it loops for ever. */
const looping = { times: 5, more: 5_000 }

/** A test that takes so many times as long, and at least so many milliseconds, does not end. */
const patience = { times: 20, milliseconds: 1_000 }

/** Milliseconds of CPU: a test that takes more is not repeated; in its place are quicker ones. */
const slow = 400

const whole = Number(process.env['MUTANT'] ?? -1)

// This module is loaded once for each file of tests.
globalThis.__mutation ??= {
  active: whole,
  reached: null,
  times: 0,
  mostTimes: Infinity,
  noticed: new Map(),
  ever: new Set(),
  loaded: new Set(),
}
const state: State = globalThis.__mutation

globalThis.__mutant = (number) => {
  if (number !== state.active) (state.reached ?? state.loaded).add(number)
  if (state.active >= 0 && number !== state.active) return false
  if (++state.times > state.mostTimes) throw new Error('the mutant does not come to an end')
  return number === state.active
}

/** Another run of the test: null if it passes. */
async function failureOf(run: () => unknown, most: number): Promise<string | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not end'), most)
  })
  const outcome = (async () => {
    await run()
    return null
  })().catch((error: unknown) => String(error))
  const failure = await Promise.race([outcome, late])
  clearTimeout(timer)
  return failure
}

// Vitest takes the runner from the default export.
// oxlint-disable-next-line import/no-default-export
export default class MutationRunner extends TestRunner {
  async runTask(test: RunnerTestCase): Promise<void> {
    const run = TestRunner.getTestFn(test)
    if (whole >= 0) return run()
    state.reached = new Set()
    state.times = 0
    const [begun, used] = [performance.now(), process.cpuUsage()]
    try {
      await run()
    } finally {
      for (const number of state.reached) state.ever.add(number)
    }
    const reached = [...state.reached].filter((number) => !state.noticed.has(number))
    state.reached = null
    const took = performance.now() - begun
    const most = Math.max(patience.milliseconds, took * patience.times)
    const { user, system } = process.cpuUsage(used)
    if ((user + system) / 1_000 > slow) return
    if (reached.length === 0 || (await failureOf(run, most)) !== null) return
    const mostTimes = state.times * looping.times + looping.more
    for (const number of reached) {
      Object.assign(state, { active: number, times: 0, mostTimes })
      const failure = await failureOf(run, most)
      Object.assign(state, { active: -1, mostTimes: Infinity })
      if (failure !== null) state.noticed.set(number, test.name)
    }
    // A promise that a mutant left open concerns nobody.
    Object.assign(test, { promises: [] })
  }

  override onAfterRunFiles(): void {
    const file = process.env['MUTATION_REPORT']
    if (file === undefined) throw new Error('MUTATION_REPORT names no file')
    const { noticed, ever, loaded } = state
    const report = { noticed: [...noticed], reached: [...ever], loaded: [...loaded] }
    writeFileSync(file, JSON.stringify(report))
  }
}
