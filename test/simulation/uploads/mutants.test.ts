import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isFull } from '../../support/extent.ts'
import { loadUploadMutant, uploadMutants } from './mutants.ts'
import { runUploads } from './schedule.ts'

const repository = join(import.meta.dirname, '../../..')

/** One of them where not all are tried. */
const tried = isFull ? uploadMutants : uploadMutants.slice(0, 1)

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
