// RFC 9110 on every read of the table of routes: methods, conditions, ranges, content types.
import { beforeAll, describe, expect, test } from 'vitest'
import { reads } from '../../support/addresses.ts'
import { document } from '../../support/document.ts'
import { createMemoryService, type MemoryService } from '../../support/memory-service.ts'

let service: MemoryService
const ask = (address: string, headers: Record<string, string> = {}, method = 'GET') =>
  service.fetch(address, { method, headers })

interface Seen {
  readonly status: number
  readonly headers: Record<string, string>
  readonly bytes: number
}

async function see(answer: Promise<Response>): Promise<Seen> {
  const response = await answer
  const bytes = (await response.arrayBuffer()).byteLength
  return { status: response.status, headers: Object.fromEntries(response.headers), bytes }
}

/** workerd itself refuses methods that nobody has registered. */
const extraMethods = ['POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND', 'PURGE']

/** `/health` says how it is now: it is never stored, so it has no tag. */
const tagged = reads.filter(([title]) => title !== 'GET /health')

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

test('the table has at least 40 reads', () => {
  expect(reads.length).toBeGreaterThanOrEqual(40)
})

describe.each(reads)('%s', (_, address, route) => {
  test('RFC 9110, 8.3: the content has the type that the contract says', async () => {
    const { status, headers, bytes } = await see(ask(address))
    expect([status, bytes > 0]).toEqual([200, true])
    const described = [route.success[200]?.type ?? []].flat()
    expect(described).toContain(headers['content-type'])
  })

  test('RFC 9110, 9.3.2: HEAD has the status and the headers of GET, and no content', async () => {
    const [whole, head] = [await see(ask(address)), await see(ask(address, {}, 'HEAD'))]
    expect(head).toEqual({ ...whole, bytes: 0 })
  })

  test('RFC 9110, 9.3.7: OPTIONS lists the methods', async () => {
    const { status, headers, bytes } = await see(ask(address, {}, 'OPTIONS'))
    expect([status, bytes]).toEqual([204, 0])
    const allowed = headers['allow']?.split(', ') ?? []
    expect(allowed).toEqual(expect.arrayContaining(['GET', 'HEAD', 'OPTIONS']))
    expect(headers).not.toHaveProperty('content-type')
  })

  test('RFC 9110, 15.5.6: a method that it does not take is 405, and Allow says which it takes', async () => {
    const { headers } = await see(ask(address, {}, 'OPTIONS'))
    const allowed = headers['allow']?.split(', ') ?? []
    const others = extraMethods.filter((method) => !allowed.includes(method))
    expect(others.length).toBeGreaterThanOrEqual(4)
    for (const method of others) {
      const refused = await see(ask(address, {}, method))
      expect([method, refused.status, refused.headers['allow']]).toEqual([
        method,
        405,
        headers['allow'],
      ])
    }
  })

  test('RFC 9110, 14.2: a Range is ignored', async () => {
    const [whole, part] = [await see(ask(address)), await see(ask(address, { range: 'bytes=0-1' }))]
    expect(part).toEqual(whole)
    expect(part.headers).not.toHaveProperty('content-range')
  })

  test('RFC 9110, 12.5: Accept, Accept-Charset and Accept-Encoding choose nothing here', async () => {
    const hard = { accept: 'image/png', 'accept-charset': 'utf-7', 'accept-encoding': '*;q=0' }
    expect(await see(ask(address, hard))).toEqual(await see(ask(address)))
  })
})

describe.each(tagged)('%s', (_, address) => {
  const tagOf = async (): Promise<string> => (await see(ask(address))).headers['etag'] ?? ''

  test('RFC 9110, 8.8.3: the tag is strong and stays the same', async () => {
    const tag = await tagOf()
    expect(tag).toMatch(/^"[\x21\x23-\x7e]+"$/)
    expect(await tagOf()).toBe(tag)
  })

  test('RFC 9110, 15.4.5: a 304 has no content, and ETag, Cache-Control and Vary of the 200', async () => {
    const whole = await see(ask(address))
    for (const method of ['GET', 'HEAD']) {
      const known = await see(
        ask(address, { 'if-none-match': whole.headers['etag'] ?? '' }, method),
      )
      expect([known.status, known.bytes]).toEqual([304, 0])
      for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin'])
        expect([name, known.headers[name]]).toEqual([name, whole.headers[name]])
      // Nothing in it changes what a cache has stored (RFC 9111, 4.3.4).
      for (const [name, value] of Object.entries(known.headers))
        expect([name, value]).toEqual([name, whole.headers[name]])
    }
  })

  test('RFC 9110, 13.1.2: If-None-Match compares weakly, in lists, and with *', async () => {
    const tag = await tagOf()
    const known = [`W/${tag}`, `"a", ${tag}`, `${tag},"b"`, `W/"a" , W/${tag}`, '*', ' * ']
    for (const value of known)
      expect([value, (await see(ask(address, { 'if-none-match': value }))).status]).toEqual([
        value,
        304,
      ])
    const unknown = ['"a"', 'W/"a"', tag.slice(1, -1), `${tag.slice(0, -1)}x"`, '', '**']
    for (const value of unknown)
      expect([value, (await see(ask(address, { 'if-none-match': value }))).status]).toEqual([
        value,
        200,
      ])
  })

  test('RFC 9110, 13.1.1: If-Match compares strongly; where it fails, 412', async () => {
    const tag = await tagOf()
    for (const value of [tag, `"a", ${tag}`, '*'])
      expect([value, (await see(ask(address, { 'if-match': value }))).status]).toEqual([value, 200])
    for (const value of ['"a"', `W/${tag}`])
      expect([value, (await see(ask(address, { 'if-match': value }))).status]).toEqual([value, 412])
  })

  test('RFC 9110, 13.2.2: If-Match is decided before If-None-Match', async () => {
    const tag = await tagOf()
    const both = { 'if-match': '"a"', 'if-none-match': tag }
    expect((await see(ask(address, both))).status).toBe(412)
  })

  test('RFC 9110, 13.1.3 and 13.1.4: dates are ignored, since nothing has Last-Modified', async () => {
    const whole = await see(ask(address))
    expect(whole.headers).not.toHaveProperty('last-modified')
    const dates = {
      'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT',
      'if-unmodified-since': 'Thu, 01 Jan 1970 00:00:00 GMT',
    }
    expect(await see(ask(address, dates))).toEqual(whole)
  })
})

describe('errors', () => {
  test.each([
    ['/v1/timelines/nothing', 404],
    ['/v1/timelines/town-2020/events?limit=0', 400],
    ['/v1/timelines/town-2020/events.ics?cursor=x', 400],
    ['/timelines/town-2020?theme=nothing', 400],
    ['/nothing', 404],
  ])('RFC 9110, 13.2.1: conditions do not change that %s is %i', async (address, status) => {
    const plain = await see(ask(address))
    expect(plain.status).toBe(status)
    expect(plain.headers).not.toHaveProperty('etag')
    for (const headers of [{ 'if-none-match': '*' }, { 'if-match': '"a"' }])
      expect(await see(ask(address, headers))).toEqual(plain)
  })

  test.each(['/v1/timelines/nothing', '/nothing', '/timelines/nothing'])(
    'RFC 9110, 9.3.2: HEAD of %s has the status and headers of GET',
    async (address) => {
      expect(await see(ask(address, {}, 'HEAD'))).toEqual({
        ...(await see(ask(address))),
        bytes: 0,
      })
    },
  )

  test('RFC 9110, 15.5.6: a path that takes writes only refuses GET and HEAD with Allow', async () => {
    const address = '/v1/timelines/town-2020/head'
    for (const method of ['GET', 'HEAD', 'POST']) {
      const { status, headers } = await see(ask(address, {}, method))
      expect([method, status, headers['allow']]).toEqual([method, 405, 'PUT, OPTIONS'])
    }
  })

  test('RFC 9110, 15.5.5: a path that there is not is 404 for every method', async () => {
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'])
      expect([method, (await see(ask('/nothing', {}, method))).status]).toEqual([method, 404])
  })
})
