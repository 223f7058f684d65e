// Every route of the table by every method, with and without a condition (RFC 9110).
import { beforeAll, describe, expect, test } from 'vitest'
import { reads, writes } from '../../support/addresses.ts'
import { document } from '../../support/document.ts'
import { publicUrl } from '../../support/memory-service.ts'
import { publish, see, type Host } from './host.ts'

/** As it is, not packed by what stands between: lengths and tags are compared. */
const plain = { 'accept-encoding': 'identity' }

/** Those that the contract of the table names, and some that nobody takes. */
const methods = ['GET', 'HEAD', 'PUT', 'POST', 'PATCH', 'DELETE', 'PROPFIND', 'LOCK']

export function readsWork(host: Host): void {
  const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
    see(host().fetch(ofHost(host, address), { method, headers: { ...plain, ...headers } }))

  beforeAll(async () => {
    expect(await publish(host(), document(), 0)).toMatchObject({ status: 201, visible: true })
  })

  test('the table has at least 40 reads and 3 writes', () => {
    expect(reads.length).toBeGreaterThanOrEqual(40)
    expect(writes.length).toBeGreaterThanOrEqual(3)
  })

  describe.each(reads)('%s', (_, address, route) => {
    test('answers with the type of the contract; a repeat is the same', async () => {
      const whole = await ask(address)
      expect([whole.status, whole.text.length > 0]).toEqual([200, true])
      const described = [route.success[200]?.type ?? []].flat()
      expect(described).toContain(whole.headers['content-type'])
      expect(whole.headers['cache-control']).toBeTruthy()
      expect(await ask(address)).toEqual(whole)
    })

    test('HEAD has the status and the fields of GET, and no content', async () => {
      const whole = await ask(address)
      expect(await ask(address, {}, 'HEAD')).toEqual({ ...whole, text: '' })
    })

    test('who has it already is answered 304, without content', async () => {
      const { headers } = await ask(address)
      // What says how the service is now is never stored, so it has no tag.
      if (headers['cache-control'] === 'no-store') return
      expect(headers['etag']).toMatch(/^"[^"]+"$/)
      for (const method of ['GET', 'HEAD']) {
        const known = await ask(address, { 'if-none-match': headers['etag'] ?? '' }, method)
        expect([known.status, known.text]).toEqual([304, ''])
        expect(known.headers['etag']).toBe(headers['etag'])
      }
      expect((await ask(address, { 'if-none-match': '"another"' })).status).toBe(200)
      expect((await ask(address, { 'if-match': '"another"' })).status).toBe(412)
    })

    test('who asks for no coding gets none [fault 7.7]', async () => {
      const { headers } = await host().fetch(ofHost(host, address), { headers: plain })
      expect(headers.get('content-encoding')).toBeNull()
    })

    test('packed on the way it is the same content', async () => {
      const packed = await ask(address, { 'accept-encoding': 'gzip, br' })
      expect(packed.text).toBe((await ask(address)).text)
    })
  })

  describe.each([...reads, ...writes])('%s', (_, address) => {
    test('OPTIONS lists the methods; all others are 405 with the same Allow', async () => {
      const { status, headers, text } = await ask(address, {}, 'OPTIONS')
      expect([status, text]).toEqual([204, ''])
      const allowed = headers['allow']?.split(', ') ?? []
      expect(allowed.length).toBeGreaterThanOrEqual(2)
      const others = methods.filter((method) => !allowed.includes(method))
      expect(others.length).toBeGreaterThanOrEqual(3)
      for (const method of others) {
        const refused = await ask(address, {}, method)
        expect([method, refused.status, refused.headers['allow']]).toEqual([
          method,
          405,
          headers['allow'],
        ])
      }
    })
  })

  test.each([
    [404, 'not-found', '/nothing'],
    [404, 'not-found', '/v1/timelines/nothing'],
    [400, 'invalid-parameter', '/v1/timelines/town-2020/events?limit=0'],
    [400, 'unknown-parameter', '/v1/timelines/town-2020/events?nothing=1'],
    [414, 'uri-too-long', `/v1/timelines/town-2020/events?q=${'x'.repeat(8192)}`],
  ])('a failure is a problem: %i %s', async (status, type, address) => {
    const refused = await ask(address)
    expect([refused.status, refused.headers['content-type']]).toEqual([
      status,
      'application/problem+json',
    ])
    expect(JSON.parse(refused.text)).toMatchObject({ type: `${host().publicUrl}/problems/${type}` })
  })

  test('addresses are those of the configured origin, whatever a request says', async () => {
    const asked = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' }
    const { text } = await ask('/v1/timelines/town-2020', asked)
    expect(text).toBe((await ask('/v1/timelines/town-2020')).text)
    expect(text).toContain(`"${host().publicUrl}/v1/timelines/town-2020/events"`)
  })
}

/** Where an address names a page of the service, it is that host's. */
const ofHost = (host: Host, address: string): string =>
  address.replace(encodeURIComponent(publicUrl), encodeURIComponent(host().publicUrl))
