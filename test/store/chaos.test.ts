import { expect, test } from 'vitest'
import { withChaos } from '../../src/store/chaos.ts'
import { createMemoryKv } from '../support/memory-kv.ts'
import { randomOf } from '../simulation/random.ts'

test('is off where nothing is set', () => {
  const kv = createMemoryKv()
  expect(withChaos(kv, 0, Math.random)).toBe(kv)
})

test('lets that share of the reads fail, and no write', async () => {
  const kv = createMemoryKv()
  const chaotic = withChaos(kv, 0.05, randomOf(1))
  let failures = 0
  for (let n = 0; n < 2_000; n++) {
    await chaotic.put('key', String(n))
    await chaotic.getWithMetadata('key', { type: 'stream' }).catch(() => failures++)
  }
  expect(failures).toBeGreaterThan(60)
  expect(failures).toBeLessThan(140)
  await chaotic.delete('key')
  expect(kv.stored.size).toBe(0)
})
