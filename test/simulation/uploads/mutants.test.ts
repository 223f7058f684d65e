import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFull } from '../../support/extent.ts'
import { loadUploadMutant, uploadMutants } from './mutants.ts'
import { runUploads } from './schedule.ts'

const repository = join(import.meta.dirname, '../../..')

/** A third of them, or one; `npm run prove -- mutants` tries all. */
const tried = uploadMutants.filter((_, i) => (isFull ? i % 3 === 0 : i === 0))

test.each(tried.map((mutant) => [mutant.name, mutant] as const))(
  'the simulation of uploads notices: %s',
  async (_, mutant) => {
    const { code, remove } = await loadUploadMutant(repository, mutant)
    try {
      const sum = await runUploads(code, { seed: 1, count: 200, focus: mutant.focus ?? {} })
      expect(sum.violations.join()).toMatch(mutant.violates)
    } finally {
      remove()
    }
  },
)
