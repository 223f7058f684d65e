import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { loadCode, type Code } from './code.ts'
import { runDamages } from './damage.ts'
import { createHistory, type History } from './history.ts'
import { runOutage } from './outage.ts'
import { rivals, runRaces } from './race.ts'
import { runRepeats } from './repeats.ts'

const seed = 20_200_313
let code: Code
let history: History

beforeAll(async () => {
  code = await loadCode(join(import.meta.dirname, '../..'))
  history = await createHistory()
})

test('of 20 who publish at once on one base one wins (T5; 200 rounds in npm run prove)', async () => {
  const races = await runRaces(code, history, { seed, count: 10 })
  expect(races).toEqual({ rounds: 10, winners: 10, refused: 10 * (rivals - 1), violations: [] })
})

test('a publish that is sent again is one edition (T6; 1,000 in npm run prove)', async () => {
  const repeats = await runRepeats(code, history, { seed, count: 40 })
  expect(repeats).toMatchObject({ publishes: 40, editions: 40, violations: [] })
  expect(repeats.requests).toBeGreaterThan(80)
})

test('a damaged value is never served (T7; 10,000 in npm run prove)', async () => {
  const damages = await runDamages(code, history, { seed, count: 300 })
  expect(damages).toMatchObject({ corruptions: 300, violations: [] })
  for (const kind of ['flipped', 'truncated', 'swapped'] as const)
    expect(damages[kind], kind).toBeGreaterThan(50)
})

test.each([0.9, 1])(
  'with %d of the gets failing, who has an edition serves it, and who has none says so in time (T8)',
  async (failing) => {
    const outage = await runOutage(code, history, { seed, count: 200, failing })
    expect(outage).toMatchObject({ warm: 200, cold: 200, violations: [] })
    expect(outage.unavailable).toBeGreaterThan(100)
  },
)
