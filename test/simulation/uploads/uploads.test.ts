import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isFull } from '../../support/extent.ts'
import { runUploads } from './schedule.ts'
import { loadSmall, type SmallCode } from './small.ts'

const repository = join(import.meta.dirname, '../../..')
let small: { readonly code: SmallCode; readonly remove: () => void }

beforeAll(async () => {
  small = await loadSmall(repository)
})
afterAll(() => small.remove())

test('no upload, edit or collection tears an edition, loses one, or leaves anything behind (2,000 in npm run prove)', async () => {
  const count = isFull ? 60 : 4
  const sum = await runUploads(small.code, { seed: 1, count })
  expect(sum.violations).toEqual([])
  expect(sum.schedules).toBe(count)
  for (const seen of ['editions', 'uploads', 'edits', 'reads', 'crashes', 'faults'] as const)
    expect(sum[seen], seen).toBeGreaterThan(count / 4)
})
