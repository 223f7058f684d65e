// RFC 9110 and RFC 6750 on every write of the table of routes: who may, on which edition, with what.
import { describe, expect, test } from 'vitest'
import { maxBodyBytes } from '../../../src/http/request/body.ts'
import { repairs, writes } from '../../support/addresses.ts'
import { document, event } from '../../support/document.ts'
import { createMemoryService, writing, type MemoryService } from '../../support/memory-service.ts'
import { problemOf } from '../../support/service.ts'

/** A service with three editions, on which every write of the table can be done. */
async function withEditions(): Promise<MemoryService> {
  const service = await createMemoryService()
  for (const [base, title] of ['One', 'Two', 'Three'].entries())
    await service.publish(document({ events: [event({ title })] }), base)
  return service
}

/** What a write sends so that it is taken. */
const bodyOf = (address: string): string =>
  JSON.stringify(address.endsWith('/head') ? { edition: 1 } : document())

const takesBody = writes.filter(([, , { method }]) => method !== 'DELETE')

type Write = (headers: Record<string, string | null>, body?: BodyInit) => Promise<Response>

/** Writes with the headers of a good write, changed; null leaves one out. */
function writer(service: MemoryService, address: string, method: string): Write {
  return (changed, body = bodyOf(address)) => {
    const headers = Object.entries({ ...writing(3), ...changed }).flatMap(([name, value]) =>
      value === null ? [] : [[name, value] as [string, string]],
    )
    return service.fetch(address, { method, headers, ...(method === 'DELETE' ? {} : { body }) })
  }
}

const refusedWith = async (answer: Promise<Response>) => {
  const response = await answer
  const { name } = await problemOf(response)
  return [response.status, name]
}

test('the table has writes', () => {
  expect(writes.length).toBeGreaterThanOrEqual(2)
})

describe.each(writes)('%s', (_, address, { method }) => {
  test('is taken with a token, a condition and a body; nobody may store the answer', async () => {
    const response = await writer(await withEditions(), address, method)({})
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"4"'])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    await response.text()
  })

  test.each([
    ['no token', null, 401, 'Bearer realm="jishi"'],
    ['an empty header', '', 401, 'Bearer realm="jishi", error="invalid_token"'],
    ['a scheme alone', 'Bearer', 401, 'Bearer realm="jishi", error="invalid_token"'],
    ['a wrong token', 'Bearer nobody', 401, 'Bearer realm="jishi", error="invalid_token"'],
    ['a token in other letters', 'Bearer EDITOR-TOKEN', 401, /invalid_token/],
    ['the beginning of a token', 'Bearer editor-toke', 401, /invalid_token/],
    ['a token and more', 'Bearer editor-token x', 401, /invalid_token/],
    ['a token in quotes', 'Bearer "editor-token"', 401, /invalid_token/],
    ['two tokens', 'Bearer editor-token, Bearer editor-token', 401, /invalid_token/],
    ['a token of 201 characters', `Bearer ${'x'.repeat(201)}`, 401, /invalid_token/],
    ['the digest of a token', `Bearer ${'0'.repeat(64)}`, 401, /invalid_token/],
    ['an expired token', 'Bearer former-token', 401, /invalid_token/],
    ['another scheme', 'Basic ZWRpdG9yLXRva2VuOg==', 401, /invalid_token/],
    ['a scheme that begins like it', 'BearerX editor-token', 401, /invalid_token/],
    ['a token for another timeline', 'Bearer narrow-token', 403, /^none$/],
  ] as const)('RFC 6750, 3: %s is refused', async (_case, authorization, status, challenge) => {
    const service = await withEditions()
    const response = await writer(service, address, method)({ authorization })
    expect(response.headers.get('www-authenticate') ?? 'none').toMatch(challenge)
    expect(await refusedWith(Promise.resolve(response))).toEqual([
      status,
      status === 401 ? 'unauthorized' : 'forbidden',
    ])
    const kept = await service.fetch('/v1/timelines/town-2020/editions')
    expect((await kept.json<{ editions: unknown[] }>()).editions).toHaveLength(3)
  })

  test('RFC 9110, 11.1: the name of the scheme is taken in any case', async () => {
    const write = writer(await withEditions(), address, method)
    expect((await write({ authorization: 'bEARER editor-token' })).status).toBe(200)
  })

  test('a token in the query is none (RFC 6750, 2.3)', async () => {
    const service = await withEditions()
    const write = writer(service, `${address}?access_token=editor-token`, method)
    expect((await refusedWith(write({ authorization: null })))[0]).not.toBe(200)
  })

  test('RFC 6585, 3: without a condition it is 428', async () => {
    const write = writer(await withEditions(), address, method)
    expect(await refusedWith(write({ 'if-match': null }))).toEqual([428, 'precondition-required'])
  })

  test.each(['"2"', '"4"', '"999999999"'])(
    'RFC 9110, 13.1.1: on another edition, %s, it is 412 and tells the newest one',
    async (tag) => {
      const response = await writer(await withEditions(), address, method)({ 'if-match': tag })
      expect([response.status, response.headers.get('etag')]).toEqual([412, '"3"'])
      expect((await problemOf(response)).edition).toMatchObject({ number: 3 })
    },
  )

  test('RFC 9110, 13.1.2: If-None-Match: * on what there is already is 412', async () => {
    const write = writer(await withEditions(), address, method)
    const answer = write({ 'if-match': null, 'if-none-match': '*' })
    expect(await refusedWith(answer)).toEqual([412, 'precondition-failed'])
  })

  test.each([
    [{ 'if-match': 'W/"3"' }, 'If-Match'],
    [{ 'if-match': '3' }, 'If-Match'],
    [{ 'if-match': '*' }, 'If-Match'],
    [{ 'if-match': '"3", "4"' }, 'If-Match'],
    [{ 'if-match': '"03"' }, 'If-Match'],
    [{ 'if-match': '"1000000000"' }, 'If-Match'],
    [{ 'if-match': null, 'if-none-match': '"3"' }, 'If-None-Match'],
    [{ 'if-none-match': '*' }, 'If-None-Match'],
  ])('RFC 9110, 13.1: the condition %j is refused by name', async (headers, header) => {
    const response = await writer(await withEditions(), address, method)(headers)
    expect(await problemOf(response)).toMatchObject({
      status: 400,
      name: 'invalid-parameter',
      errors: [{ header }],
    })
  })

  test('an unknown parameter is refused', async () => {
    const write = writer(await withEditions(), `${address}?nothing=1`, method)
    expect(await refusedWith(write({}))).toEqual([400, 'unknown-parameter'])
  })

  test('RFC 6585, 4: too many writes are 429, with the time to wait', async () => {
    const service = await createMemoryService({ mayWrite: async () => false })
    const response = await writer(service, address, method)({})
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(response.headers.get('ratelimit-policy')).toMatch(/^"\w+";q=\d+;w=\d+$/)
    expect(await refusedWith(Promise.resolve(response))).toEqual([429, 'rate-limited'])
  })

  test('a publisher that does not answer is 503, with the time to wait', async () => {
    const unavailable = async () => ({ ok: false, failure: { reason: 'unavailable' } }) as const
    const service = await createMemoryService({
      publisher: {
        publish: unavailable,
        restore: unavailable,
        takeDown: unavailable,
        repair: unavailable,
        edit: unavailable,
        lease: unavailable,
        upload: unavailable,
        commitSegment: unavailable,
        giveUp: unavailable,
      },
    })
    const response = await writer(service, address, method)({})
    expect(response.headers.get('retry-after')).toMatch(/^\d+$/)
    expect(await refusedWith(Promise.resolve(response))).toEqual([503, 'publisher-overloaded'])
  })
})

describe.each(takesBody)('%s', (_, address, { method }) => {
  test.each([
    ['none', null],
    ['another', 'text/plain'],
    ['one that begins like it', 'application/jsonp'],
    ['a suffix of it', 'application/ld+json'],
    ['a form', 'application/x-www-form-urlencoded'],
    ['another charset', 'application/json; charset=gbk'],
    ['a charset without a value', 'application/json; charset'],
    ['several types', 'application/json, text/plain'],
  ])(
    'RFC 9110, 15.5.16: the type %s is 415, and Accept says which is taken',
    async (_case, type) => {
      const write = writer(await withEditions(), address, method)
      // Bytes, since a text would come with a type of its own.
      const response = await write({ 'content-type': type }, new TextEncoder().encode('{}'))
      expect(response.headers.get('accept')).toBe('application/json')
      expect(await refusedWith(Promise.resolve(response))).toEqual([415, 'unsupported-media-type'])
    },
  )

  test.each([
    'application/json',
    'Application/JSON;charset="UTF-8"',
    'application/json ; charset=utf-8',
    'application/json;',
    'application/json;; profile=x;charset=utf-8',
  ])('RFC 9110, 8.3.1: the type %s is taken', async (type) => {
    const write = writer(await withEditions(), address, method)
    expect((await write({ 'content-type': type })).status).toBe(200)
  })

  test.each(['gzip', 'br', 'x-none'])(
    'RFC 9110, 15.5.16: a body coded with %s is 415',
    async (coding) => {
      const response = await writer(
        await withEditions(),
        address,
        method,
      )({ 'content-encoding': coding })
      expect(response.headers.get('accept-encoding')).toBe('identity')
      expect(await refusedWith(Promise.resolve(response))).toEqual([415, 'unsupported-media-type'])
    },
  )

  test('RFC 9110, 15.5.14: a body of n bytes is read, of n + 1 it is 413', async () => {
    const padded = (bytes: number) => {
      const text = bodyOf(address)
      return text + ' '.repeat(bytes - new TextEncoder().encode(text).length)
    }
    const write = writer(await withEditions(), address, method)
    expect(await refusedWith(write({}, padded(maxBodyBytes + 1)))).toEqual([
      413,
      'content-too-large',
    ])
    expect((await write({}, padded(maxBodyBytes))).status).toBe(200)
  })

  test('RFC 9110, 15.5.14: a stream of n + 1 bytes without a length is 413', async () => {
    const write = writer(await withEditions(), address, method)
    const chunk = new Uint8Array(65_536).fill(0x20)
    let left = maxBodyBytes + 1
    const stream = new ReadableStream({
      pull(controller) {
        controller.enqueue(chunk.slice(0, left))
        left -= Math.min(left, chunk.length)
        if (left === 0) controller.close()
      },
    })
    expect(await refusedWith(write({}, stream))).toEqual([413, 'content-too-large'])
  })

  test('RFC 9110, 13.2.1: a condition that fails does not hide a body that is not JSON', async () => {
    const write = writer(await withEditions(), address, method)
    expect(await refusedWith(write({ 'if-match': '"1"' }, '{'))).toEqual([400, 'malformed-json'])
  })
})

test('RFC 9110, 9.3.4: the first PUT of a timeline is 201 with its Location, a later one 200', async () => {
  const service = await createMemoryService()
  const first = await service.offer(document())
  expect([first.status, first.headers.get('location')]).toEqual([
    201,
    'https://timelines.example/v1/timelines/town-2020/editions/1',
  ])
  const second = await service.offer(document({ title: 'Two' }), 1)
  expect([second.status, second.headers.get('location')]).toEqual([
    200,
    'https://timelines.example/v1/timelines/town-2020/editions/2',
  ])
})

test('RFC 9110, 13.1.1: a first write with If-Match is 412, with no edition to tell', async () => {
  const service = await createMemoryService()
  const response = await service.offer(document(), 1)
  expect(response.headers.has('etag')).toBe(false)
  expect(await problemOf(response)).toMatchObject({ status: 412, edition: null })
})

describe.each(repairs)('%s', (_, address, { method }) => {
  test('needs a token, but no condition and no body; nobody may store the answer', async () => {
    const service = await withEditions()
    const refused = await service.fetch(address, { method })
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer realm="jishi"',
    ])
    const headers = { authorization: 'Bearer editor-token' }
    const answer = await service.fetch(address, { method, headers })
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
    expect(answer.headers.has('access-control-allow-origin')).toBe(false)
  })
})
