import { expect, test } from 'vitest'
import { fuzz } from '../fuzz/fuzz.ts'

test('2,000 random requests are answered as promised', async () => {
  const { requests, statuses } = await fuzz(2000, 20_200_126)
  expect(requests).toBe(2000)
  // They reach what they are meant to reach.
  for (const status of [200, 204, 304, 400, 401, 404, 405, 410, 412, 414, 415, 422, 428])
    expect([status, (statuses.get(status) ?? 0) > 0]).toEqual([status, true])
})
