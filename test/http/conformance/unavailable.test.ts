// A store that fails is 503, never an empty answer; what there never was is 404 (RFC 9110, 15.5.5 and
// 15.6.4; RFC 9211 for an older answer).
import { describe, expect, test } from 'vitest'
import { formats } from '../../../src/formats/all-formats.ts'
import { document } from '../../support/document.ts'
import { faulty, type Fault } from '../../support/memory-kv.ts'
import { createMemoryService, type MemoryService } from '../../support/memory-service.ts'
import { problemOf } from '../../support/service.ts'
import { waited } from '../../support/timers.ts'

interface Failing {
  readonly service: MemoryService
  fault: (key: string) => Fault
}

async function failing(): Promise<Failing> {
  const set: { service?: MemoryService; fault: Failing['fault'] } = { fault: () => 'none' }
  const service = await createMemoryService({
    reading: (kv) => faulty(kv, (key) => set.fault(key)),
  })
  await service.publish(document())
  return Object.assign(set, { service })
}

/** The same KV behind a service that has read nothing yet. */
const cold = async (fault: (key: string) => Fault): Promise<MemoryService> => {
  const { service } = await failing()
  return createMemoryService({ reading: () => faulty(service.kv, fault) })
}

const quick: Fault[] = ['throws', 'flipped', 'truncated', 'swapped', 'missing']
const ofHead = (fault: Fault) => (key: string) => (key.startsWith('head/') ? fault : 'none')
const feeds = formats.map(({ extension }) => `/v1/timelines/town-2020/events.${extension}`)
const others = [
  '/v1/timelines/town-2020',
  '/v1/timelines/town-2020/events',
  '/v1/timelines/town-2020/events/branches-formed',
  '/v1/timelines/town-2020/editions',
  '/v1/timelines/town-2020/editions/1',
  '/v1/timelines/town-2020/editions.atom',
  '/v1/timelines/town-2020/changes?since=1',
  '/oembed?url=https://timelines.example/timelines/town-2020',
]

describe.each(quick)('where this location has nothing and the head %s', (fault) => {
  test.each([...feeds, ...others])(
    '%s is 503, with the time to wait, and is not stored',
    async (address) => {
      const response = await (await cold(ofHead(fault))).fetch(address)
      expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
      expect(response.headers.get('cache-control')).toBe('no-store')
      expect(await problemOf(response)).toMatchObject({ status: 503, name: 'store-unavailable' })
    },
  )

  test.each([
    '/timelines/town-2020',
    '/timelines/town-2020/embed',
    '/timelines/town-2020/subscribe',
  ])('%s is a page with 503', async (address) => {
    const response = await (await cold(ofHead(fault))).fetch(address)
    expect([response.status, response.headers.get('content-type')]).toEqual([
      503,
      'text/html; charset=utf-8',
    ])
    expect(response.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    await response.text()
  })
})

test.each(feeds)('%s is 503 within 1.5 s when a read never comes back', async (address) => {
  const service = await cold(ofHead('hangs'))
  const milliseconds = await waited(async () => {
    const response = await service.fetch(address)
    await response.text()
    expect(response.status).toBe(503)
  })
  expect(milliseconds).toBeGreaterThan(500)
  expect(milliseconds).toBeLessThan(1500)
})

describe.each(quick)('where an older answer is at hand and every read %s', (fault) => {
  test('each feed is served on, whole, and says so', async () => {
    const set = await failing()
    const bytes = new Map<string, string>()
    for (const address of feeds) bytes.set(address, await (await set.service.fetch(address)).text())
    set.fault = () => fault
    set.service.clock.now += 10_000
    for (const address of feeds) {
      const response = await set.service.fetch(address)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-status')).toBe('jishi; hit; detail=store-unavailable')
      expect(await response.text()).toBe(bytes.get(address))
    }
    const etag = (await set.service.fetch(feeds[0]!)).headers.get('etag') ?? ''
    const known = await set.service.fetch(feeds[0]!, { headers: { 'if-none-match': etag } })
    expect([known.status, known.headers.has('cache-status')]).toEqual([304, true])
  })
})

describe('an unknown timeline', () => {
  const addresses = feeds.map((address) => address.replace('town-2020', 'nothing'))

  test.each(addresses)('%s is 404, never an empty answer', async (address) => {
    const { service } = await failing()
    expect(await problemOf(await service.fetch(address))).toMatchObject({
      status: 404,
      name: 'not-found',
    })
  })

  test.each(addresses)('%s is 503 while nobody can tell whether it exists', async (address) => {
    const response = await (await cold(() => 'throws')).fetch(address)
    expect(await problemOf(response)).toMatchObject({ status: 503 })
  })
})

test('the list of timelines is 503, never an empty list', async () => {
  const service = await cold((key) => (key === 'timelines' ? 'throws' : 'none'))
  expect(await problemOf(await service.fetch('/v1/timelines'))).toMatchObject({ status: 503 })
  expect((await service.fetch('/')).status).toBe(503)
})

test('the text for language models is 503 where the list cannot be read', async () => {
  const service = await cold((key) => (key === 'timelines' ? 'throws' : 'none'))
  expect(await problemOf(await service.fetch('/llms.txt'))).toMatchObject({ status: 503 })
})

test('a kept edition whose copy is damaged is 503, while the newest one is served', async () => {
  const set = await failing()
  await set.service.publish(document({ title: 'Two' }), 1)
  set.fault = (key) => (key === 'edition/town-2020/1' ? 'flipped' : 'none')
  const old = await set.service.fetch('/v1/timelines/town-2020/events.ics?edition=1')
  expect(await problemOf(old)).toMatchObject({ status: 503 })
  expect((await set.service.fetch('/v1/timelines/town-2020/events.ics')).status).toBe(200)
})
