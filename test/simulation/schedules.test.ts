import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadCode } from './code.ts'
import { createHistory } from './history.ts'
import { runSchedules } from './plans.ts'

const repository = join(import.meta.dirname, '../..')

test('no schedule tears, loses, doubles or hides an edition (T4; 10,000 in npm run prove)', async () => {
  const sum = await runSchedules(await loadCode(repository), await createHistory(), {
    seed: 20_200_313,
    count: 100,
  })
  expect(sum.violations).toEqual([])
  expect(sum.schedules).toBe(100)
  for (const seen of [
    'editions',
    'repeated',
    'refused',
    'lost',
    'reads',
    'crashes',
    'faults',
  ] as const)
    expect(sum[seen], seen).toBeGreaterThan(50)
})

test('nor where heads expire in isolates that read them [fault A15]', async () => {
  const sum = await runSchedules(await loadCode(repository), await createHistory(), {
    seed: 1,
    count: 60,
    focus: { readers: 3, reads: 8, expires: true },
  })
  expect(sum.violations).toEqual([])
  expect(sum.reads).toBeGreaterThan(1_000)
})

test('nor where a value is lost or damaged for good, or the store put back, and then repaired', async () => {
  const sum = await runSchedules(await loadCode(repository), await createHistory(), {
    seed: 2,
    count: 60,
    focus: { heals: true },
  })
  expect(sum.violations).toEqual([])
  expect(sum.schedules).toBe(60)
})

test('nor where isolates read several timelines at once, have no room, and go on in any order [fault A15]', async () => {
  const sum = await runSchedules(await loadCode(repository), await createHistory(), {
    seed: 3,
    count: 15,
    focus: { crowded: true, isNew: false, readers: 3, reads: 4, expires: true },
  })
  expect(sum.violations).toEqual([])
  expect(sum.reads).toBeGreaterThan(1_000)
})

test('nor where several timelines are written at once, and share store, isolates and list', async () => {
  const sum = await runSchedules(await loadCode(repository), await createHistory(), {
    seed: 4,
    count: 12,
    focus: { several: true },
  })
  expect(sum.violations).toEqual([])
  expect(sum.editions).toBeGreaterThan(30)
})
