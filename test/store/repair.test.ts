// Every kept value lost, damaged or swapped in turn, in workerd with its own KV and objects; then a
// repair over HTTP: a new isolate serves everything again, byte for byte.
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import {
  createListRepair,
  createPublisherClient,
} from '../../src/host/cloudflare/publisher-client.ts'
import { createStore } from '../../src/store/read/cached-store.ts'
import { document, event } from '../support/document.ts'
import { patience } from '../support/patience.ts'
import { createMemoryService, writing, type MemoryService } from '../support/memory-service.ts'

const timelines = ['mended', 'other']
const editions = 3

const unreported = () => undefined

/** A new isolate over the same KV and objects. */
const isolate = (): Promise<MemoryService> =>
  createMemoryService({
    store: createStore({ kv: env.TIMELINES, now: Date.now, report: unreported }),
    publisher: createPublisherClient(env.PUBLISHER, unreported),
    repairList: createListRepair(env.REGISTRY, unreported),
  })

interface Value {
  readonly text: string
  readonly metadata: object | null
}

async function snapshot(): Promise<Map<string, Value>> {
  const { keys } = await env.TIMELINES.list()
  const values = new Map<string, Value>()
  for (const { name } of keys) {
    const { value, metadata } = await env.TIMELINES.getWithMetadata<object>(name)
    values.set(name, { text: value ?? '', metadata })
  }
  return values
}

const put = (key: string, { text, metadata }: Value) =>
  env.TIMELINES.put(key, text, metadata === null ? {} : { metadata })

const paths = [
  '/v1/timelines',
  '/llms.txt',
  ...timelines.flatMap((id) => [
    `/timelines/${id}`,
    `/timelines/${id}/editions`,
    ...['', '/events', '/editions', '/editions.atom', '/changes?since=1'].map(
      (path) => `/v1/timelines/${id}${path}`,
    ),
    ...Array.from({ length: editions }, (_, n) => `/v1/timelines/${id}/editions/${n + 1}`),
  ]),
]

async function served(): Promise<Record<string, string>> {
  const service = await isolate()
  const answers: Record<string, string> = {}
  for (const path of paths) {
    const answer = await service.fetch(path)
    answers[path] = `${answer.status} ${await answer.text()}`
  }
  return answers
}

const post = async (path: string): Promise<unknown> => {
  const headers = { authorization: 'Bearer editor-token' }
  const answer = await (await isolate()).fetch(path, { method: 'POST', headers })
  expect(answer.status).toBe(200)
  return answer.json()
}

/** The list is written at most once a second, then by an alarm. */
const untilListed = (isListed: (text: string) => boolean): Promise<void> =>
  vi.waitFor(
    async () => {
      await runDurableObjectAlarm(env.REGISTRY.getByName('timelines'))
      if (!isListed((await env.TIMELINES.get('timelines')) ?? '')) throw new Error('not listed yet')
    },
    { timeout: patience.wait },
  )

const untilMended = () => untilListed((text) => text === whole.get('timelines')?.text)

async function repairAll(): Promise<void> {
  const { timelines: ids } = (await post('/v1/repair')) as { timelines: string[] }
  expect(ids).toEqual(timelines)
  for (const id of ids)
    expect(await post(`/v1/timelines/${id}/repair`)).toMatchObject({
      timeline: id,
      edition: { number: editions },
      copies: [3, 2, 1],
      visible: true,
    })
  await untilMended()
}

let older: Map<string, Value>
let whole: Map<string, Value>
let before: Record<string, string>

beforeAll(async () => {
  const service = await isolate()
  for (let base = 0; base < editions; base++) {
    if (base === editions - 1) older = await snapshot()
    for (const id of timelines)
      await service.publish(document({ id, events: [event({ title: `Title ${base}` })] }), base)
  }
  await untilListed((text) => text.split(`"edition":${editions},`).length === timelines.length + 1)
  whole = await snapshot()
  before = await served()
})

describe('a value of the store that is', () => {
  test('whole is served', () => {
    expect(Object.entries(before).filter(([, text]) => !text.startsWith('200 '))).toEqual([])
    expect([...whole.keys()]).toEqual(
      [
        ...timelines.flatMap((id) => [
          `head/${id}`,
          ...Array.from({ length: editions }, (_, n) => `edition/${id}/${n + 1}`),
        ]),
        'timelines',
      ].toSorted(),
    )
  })

  const damages: Record<string, (key: string, value: Value) => Promise<unknown>> = {
    deleted: (key) => env.TIMELINES.delete(key),
    flipped: (key, { text, metadata }) =>
      put(key, { text: text.replace(/.(?=.{9}$)/s, (one) => (one === '~' ? '!' : '~')), metadata }),
    swapped: (key) => put(key, [...whole].find(([other]) => other !== key)![1]),
  }

  test.each(Object.keys(damages))('%s is written anew by a repair [fault A3]', async (name) => {
    for (const [key, value] of whole) {
      await damages[name]!(key, value)
      expect((await snapshot()).get(key)?.text).not.toBe(value.text)
      await repairAll()
      expect(await snapshot()).toEqual(whole)
    }
    expect(await served()).toEqual(before)
  })

  test('lost with all others is written anew by a repair [fault A3]', async () => {
    for (const key of whole.keys()) await env.TIMELINES.delete(key)
    await repairAll()
    expect(await served()).toEqual(before)
  })
})

/** Publishes what is there already, as after a lost answer. */
const replay = async (id: string, base: number): Promise<unknown> => {
  const body = JSON.stringify(document({ id, events: [event({ title: `Title ${editions - 1}` })] }))
  const init = { method: 'PUT', body, headers: writing(base) }
  return (await isolate()).fetch(`/v1/timelines/${id}`, init).then((answer) => answer.json())
}

test.each([editions, editions - 1])(
  'a KV that was put back to an older state is mended by publishing on edition %i again [fault A4]',
  async (base) => {
    for (const key of whole.keys()) await env.TIMELINES.delete(key)
    for (const [key, value] of older) await put(key, value)
    for (const id of timelines)
      expect(await replay(id, base)).toMatchObject({ outcome: 'repeated', visible: true })
    await untilMended()
    expect(await snapshot()).toEqual(whole)
    expect(await served()).toEqual(before)
  },
)

test('who has no token for a timeline repairs nothing', async () => {
  const service = await isolate()
  const ask = async (path: string, authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    const answer = await service.fetch(path, { method: 'POST', headers })
    return [answer.status, (await answer.json<{ timelines?: string[] }>()).timelines]
  }
  const narrow = 'Bearer narrow-token'
  expect(await ask('/v1/timelines/mended/repair')).toEqual([401, undefined])
  expect(await ask('/v1/timelines/mended/repair', 'Bearer former-token')).toEqual([401, undefined])
  expect(await ask('/v1/timelines/mended/repair', narrow)).toEqual([403, undefined])
  expect(await ask('/v1/timelines/another/repair', narrow)).toEqual([404, undefined])
  expect(await ask('/v1/repair')).toEqual([401, undefined])
  expect(await ask('/v1/repair', narrow)).toEqual([200, []])
})
