import { expect, test } from 'vitest'
import {
  createListRepair,
  createPublisherClient,
} from '../../src/host/cloudflare/publisher-client.ts'

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
  const answer = { ok: false, failure: { reason: 'not-found', rule: 'no-such-timeline' } }
  const { publisher } = setting(async () => answer)
  expect(await publisher.takeDown(write)).toEqual(answer)
})

test('an object that cannot even be found is unavailable [fault A12]', async () => {
  const error = new Error('database or disk is full: SQLITE_FULL')
  const reported: unknown[] = []
  const find = () => {
    throw error
  }
  const report = (thrown: unknown) => void reported.push(thrown)
  const publisher = createPublisherClient({ getByName: find } as never, report)
  const repairList = createListRepair({ getByName: find } as never, report)
  const outcomes = [await publisher.takeDown(write), await repairList()]
  for (const outcome of outcomes)
    expect(outcome).toEqual({ ok: false, failure: { reason: 'unavailable' } })
  expect(reported).toEqual([error, error])
})
