// Refusals for coming too often: the sentence and the policy are those of the rate that was exceeded.
import { expect, test } from 'vitest'
import { problemInWords } from '../../src/http/problem.ts'
import { publishProblem } from '../../src/http/routes/writes/publish-problem.ts'
import { post } from '../support/mcp.ts'
import { createMemoryService, writing } from '../support/memory-service.ts'

test.each([
  [1000, '"publish";q=1;w=1', 'at most one edition a second.', '每秒最多'],
  [5000, '"publish";q=1;w=5', 'at most one edition in 5 seconds.', '每5秒最多'],
  [2500, '"publish";q=1;w=3', 'at most one edition in 2.5 seconds.', '每2.5秒最多'],
  [300, '"publish";q=3;w=1', 'at most one edition in 0.3 seconds.', '每0.3秒最多'],
])('one edition in %d ms', (interval, policy, english, chinese) => {
  const refused = publishProblem({ reason: 'rate-limited', retryAfter: 1, interval })
  expect(refused.headers).toEqual({ 'retry-after': '1', 'ratelimit-policy': policy })
  expect(problemInWords(refused, 'en').detail).toContain(english)
  expect(problemInWords(refused, 'zh-Hans').detail).toContain(chinese)
  expect(problemInWords(refused, 'zh-Hant').detail).toContain(chinese)
})

test('writes and calls of tools in a minute', async () => {
  const service = await createMemoryService({
    mayWrite: async () => false,
    mayAsk: async () => false,
  })
  const policyOf = async (path: string, method: string): Promise<string | null> => {
    const response = await service.fetch(path, { method, headers: writing(0), body: '{}' })
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    return response.headers.get('ratelimit-policy')
  }
  expect(await policyOf('/v1/timelines/town-2020', 'PUT')).toBe('"write";q=60;w=60')
  expect(await policyOf('/mcp', 'POST')).toBe('"ask";q=120;w=60')
})

test.each([1, 2, 4, 5, 9])('of a batch, %i calls beside others are answered', async (allowed) => {
  let asked = 0
  const service = await createMemoryService({ mayAsk: async () => asked++ < allowed })
  const note = { jsonrpc: '2.0', method: 'notifications/initialized' }
  const ping = (id: number) => ({ jsonrpc: '2.0', id, method: 'ping' })
  const { body } = await post(service, [note, ping(1), ping(2), note, ping(3), 5, ping(4)])
  expect(asked).toBe(4)
  const answers = body as unknown as { id?: number; result?: object; error?: { code: number } }[]
  const calls = answers.filter(({ id }) => id !== undefined)
  expect(calls.map(({ id, error }) => [id, error?.code])).toEqual(
    [1, 2, 3, 4].map((id) => [id, id <= allowed ? undefined : -32_000]),
  )
})
