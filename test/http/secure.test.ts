// Transport: browsers are told to use HTTPS only, a token that came in the clear is refused, and a
// takedown empties the caches in front.
import { describe, expect, test } from 'vitest'
import { document } from '../support/document.ts'
import { faulty } from '../support/memory-kv.ts'
import {
  createMemoryService,
  createMemoryStorage,
  publicUrl,
  writing,
} from '../support/memory-service.ts'

const reads = [
  '/',
  '/v1/timelines',
  '/v1/timelines/town-2020/events.ics',
  '/widget/v1/event-timeline.js',
  '/health',
  '/nowhere',
]

describe('Strict-Transport-Security [fault B16]', () => {
  test('is on every answer where the service is reached by HTTPS', async () => {
    const service = await createMemoryService()
    await service.publish(document())
    for (const path of reads)
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT']) {
        const { headers } = await service.fetch(path, { method })
        expect(headers.get('strict-transport-security'), path).toBe('max-age=31536000')
      }
  })

  test('is on no answer where it is not', async () => {
    const service = await createMemoryService({ publicUrl: 'http://localhost:8787' })
    for (const path of reads)
      expect((await service.fetch(path)).headers.has('strict-transport-security')).toBe(false)
  })
})

describe('a write without TLS [fault B16]', () => {
  const init = { method: 'PUT', body: JSON.stringify(document()), headers: writing(0) }
  const insecure = publicUrl.replace('https:', 'http:')

  test.each([
    ['PUT', '/v1/timelines/town-2020'],
    ['DELETE', '/v1/timelines/town-2020'],
    ['POST', '/v1/timelines/town-2020/repair'],
    ['POST', '/v1/repair'],
  ])('is refused before the token is looked at: %s %s', async (method, path) => {
    const service = await createMemoryService()
    for (const token of ['editor-token', 'wrong']) {
      const headers = { ...writing(0), authorization: `Bearer ${token}` }
      const body = method === 'PUT' ? init.body : null
      const response = await service.at(insecure + path, { method, headers, body })
      expect(response.status).toBe(403)
      expect(await response.text()).toContain('without TLS')
    }
    expect((await service.fetch('/v1/timelines/town-2020')).status).toBe(404)
  })

  test('is accepted with it, and where the service is not reached by HTTPS at all', async () => {
    const service = await createMemoryService()
    expect((await service.fetch('/v1/timelines/town-2020', init)).status).toBe(201)
    const local = await createMemoryService({ publicUrl: 'http://localhost:8787' })
    const address = 'http://localhost:8787/v1/timelines/town-2020'
    expect((await local.at(address, init)).status).toBe(201)
  })
})

test('a takedown, and no publish, purges what caches have of the timeline [fault B16]', async () => {
  const purged: string[] = []
  const service = await createMemoryService({ purge: (_, tag) => void purged.push(tag) })
  await service.publish(document())
  await service.publish(document({ credit: 'Two' }), 1)
  for (const path of [
    '/v1/timelines/town-2020/editions/1',
    '/v1/timelines/town-2020/events.atom?edition=1',
    '/timelines/town-2020',
    `/oembed?url=${publicUrl}/timelines/town-2020`,
  ])
    expect((await service.fetch(path)).headers.get('cache-tag'), path).toBe('timeline-town-2020')
  expect(purged).toEqual([])
  const path = '/v1/timelines/town-2020'
  expect((await service.fetch(path, { method: 'DELETE', headers: writing(7) })).status).toBe(412)
  expect(purged).toEqual([])
  const headers = { authorization: 'Bearer editor-token', 'if-match': '"2"' }
  expect((await service.fetch(path, { method: 'DELETE', headers })).status).toBe(200)
  expect(purged).toEqual(['timeline-town-2020'])
  // Other locations learn of it later, and what they answered meanwhile is forgotten with the next one.
  const again = await service.fetch(path, { method: 'DELETE', headers })
  expect(await again.json()).toMatchObject({ outcome: 'repeated', edition: { number: 3 } })
  expect(purged).toEqual(['timeline-town-2020', 'timeline-town-2020'])
})

test('an answer of a location that cannot read the store is not cached for a day', async () => {
  const storage = createMemoryStorage()
  let isOut = false
  const service = await createMemoryService({
    storage,
    reading: (kv) => faulty(kv, () => (isOut ? 'throws' : 'none')),
  })
  await service.publish(document())
  await service.publish(document({ credit: 'Two' }), 1)
  service.clock.now += 10_000
  const path = '/v1/timelines/town-2020'
  const named = [`${path}/events?edition=1`, `${path}/events?edition=2`, `${path}/editions/1`]
  const lifetimes = async () =>
    Promise.all(
      named.map(async (address) => {
        const { status, headers } = await service.fetch(address)
        return [
          status,
          headers.get('age'),
          /max-age=\d+/.exec(headers.get('cache-control') ?? '')?.[0],
        ]
      }),
    )
  const lasting = named.map(() => [200, null, 'max-age=86400'])
  expect(await lifetimes()).toEqual(lasting)
  isOut = true
  service.clock.now += 60_000
  expect(await lifetimes()).toEqual(named.map(() => [200, '60', 'max-age=30']))
  isOut = false
  service.clock.now += 60_000
  expect(await lifetimes()).toEqual(lasting)
})
