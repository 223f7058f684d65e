import { expect, test } from 'vitest'
import { createPublisherClient } from '../../src/host/cloudflare/publisher-client.ts'

/** A namespace whose objects answer what the test says. */
function setting(answer: () => Promise<unknown>) {
  const calls: string[] = []
  const reported: unknown[] = []
  const stub = (name: string) =>
    new Proxy(
      {},
      {
        get: (_, method: string) => () => {
          calls.push(`${name} ${method}`)
          return answer()
        },
      },
    )
  const objects = { getByName: stub } as unknown as Parameters<typeof createPublisherClient>[0]
  const publisher = createPublisherClient(objects, (error) => reported.push(error))
  return { calls, reported, publisher }
}

const write = { timeline: 'town', base: 1, by: 'test' }

test.each(['overloaded', 'retryable', 'durableObjectReset'])(
  'an object that is %s is unavailable, and is not asked again',
  async (flag) => {
    const error = Object.assign(new Error(flag), { [flag]: true })
    const { calls, reported, publisher } = setting(() => Promise.reject(error))
    const body = new Uint8Array()
    const outcomes = [
      await publisher.publish({ ...write, body }),
      await publisher.restore({ ...write, edition: 1 }),
      await publisher.takeDown(write),
      await publisher.repair(write),
    ]
    for (const outcome of outcomes)
      expect(outcome).toEqual({ ok: false, failure: { reason: 'unavailable' } })
    expect(calls).toEqual(['town publish', 'town restore', 'town takeDown', 'town repair'])
    expect(reported).toEqual([error, error, error, error])
  },
)

test('the answer of the object is handed on', async () => {
  const answer = { ok: false, failure: { reason: 'not-found' } }
  const { publisher } = setting(async () => answer)
  expect(await publisher.takeDown(write)).toEqual(answer)
})
