import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createHistory, type History } from './history.ts'
import { loadMutant, mutants } from './mutants.ts'
import { runSchedules } from './plans.ts'

const repository = join(import.meta.dirname, '../..')
let history: History

beforeAll(async () => {
  history = await createHistory()
})

test('there are mutants', () => {
  expect(mutants.length).toBeGreaterThan(20)
})

/** Every fifth; all with ALL_MUTANTS=1, which is a step of `.ci/run`: counting coverage would cost more than they. */
const isAll = process.env['ALL_MUTANTS'] === '1'
const tried = mutants.filter((_, index) => isAll || index % 5 === 0)

test.each(tried.map((mutant) => [mutant.name, mutant] as const))(
  'the simulation notices: %s [fault A15]',
  async (_, mutant) => {
    const { code, remove } = await loadMutant(repository, mutant)
    try {
      const options = { seed: 1, count: 600, ...(mutant.focus ? { focus: mutant.focus } : {}) }
      const sum = await runSchedules(code, history, options)
      expect(sum.violations.join()).toMatch(mutant.violates)
    } finally {
      remove()
    }
  },
)
