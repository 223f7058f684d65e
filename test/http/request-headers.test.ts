// What is read of a request's headers, at the limits of each, and of the body that they announce.
import { describe, expect, test } from 'vitest'
import { choicesOf, maxAcceptLength } from '../../src/http/request/accept.ts'
import { readEditsBody, readJsonBody, readPartsBody } from '../../src/http/request/body.ts'
import { acceptsGzip, isCompressible, maxCompressedBytes } from '../../src/http/response/coding.ts'

describe('the choices of an Accept header', () => {
  const types = (header: string | null) => choicesOf(header).map(({ type }) => type)

  test('are none without one, and in the order of their weights', () => {
    expect([types(null), types('')]).toEqual([[], []])
    expect(types('a;q=0.1, b, c;q=0.5')).toEqual(['b', 'c', 'a'])
  })

  test('are read as far as whole ones stand within the limit', () => {
    const last = (length: number) => `en,${'x'.repeat(length - 3)}`
    expect(types(last(maxAcceptLength))).toHaveLength(2)
    expect(types(last(maxAcceptLength + 1))).toEqual(['en'])
    expect(types('x'.repeat(maxAcceptLength + 1))).toEqual([])
    // A comma at the end is behind the last whole choice.
    const many = 'de,'.repeat(maxAcceptLength)
    expect(types(many)).toHaveLength(Math.floor(maxAcceptLength / 3))
  })
})

describe('gzip', () => {
  test.each([
    ['gzip', true],
    ['x-gzip', true],
    ['GZIP;q=0.1', true],
    ['br, *', true],
    ['gzip;q=0, *', false],
    ['*;q=0', false],
    ['gzipped', false],
    ['not-gzip', false],
    ['', false],
  ])('is taken by %j: %s', (header, takes) => {
    expect(acceptsGzip(header)).toBe(takes)
  })

  test('is for files from 1,000 octets to so many', () => {
    const file = (length: number) => new Uint8Array(length)
    expect([999, 1_000].map((length) => isCompressible(file(length)))).toEqual([false, true])
    const most = maxCompressedBytes
    expect([most, most + 1].map((length) => isCompressible(file(length)))).toEqual([true, false])
    expect(isCompressible(new ReadableStream())).toBe(false)
  })
})

describe('a body', () => {
  const sent = async (headers: Record<string, string>, body = '{"a":1}', max = 7) => {
    const request = new Request('https://timelines.example/', {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    })
    const read = await readJsonBody({ request }, max)
    return read.ok
      ? new TextDecoder().decode(read.value)
      : [read.failure.type, read.failure.errors?.[0]?.header]
  }

  test('is read up to its limit', async () => {
    expect(await sent({})).toBe('{"a":1}')
    expect(await sent({ 'content-length': '7' })).toBe('{"a":1}')
    expect(await sent({}, '{"a":12}')).toEqual(['content-too-large', undefined])
    expect(await sent({ 'content-length': '8' }, '{}')).toEqual(['content-too-large', undefined])
    expect(await sent({}, '', 0)).toBe('')
  })

  test('that is announced as a part is refused by name', async () => {
    expect(await sent({ 'content-range': 'bytes 0-1/2' })).toEqual([
      'invalid-parameter',
      'Content-Range',
    ])
  })

  test.each([
    ['application/json', true],
    ['Application/JSON; charset=UTF-8', true],
    ['application/json ; a="x;y\\"z" ;; charset="utf\\-8"', true],
    ['x application/json', false],
    ['application/jsonp', false],
    ['application/json; a', false],
    ['application/json; a="x', false],
    ['application/json; charset=utf-16', false],
    ['application/json; charset=utf-8; charset=utf-8', false],
    ['application/json, application/json', false],
  ])('of the type %j is read: %s', async (type, isRead) => {
    const read = await sent({ 'content-type': type })
    expect(read).toEqual(isRead ? '{"a":1}' : ['unsupported-media-type', undefined])
  })

  describe.each([
    ['application/json', readJsonBody, 'not-json'],
    ['application/vnd.jishi.edits+json', readEditsBody, 'not-edits'],
    ['application/vnd.jishi.parts', readPartsBody, 'not-parts'],
  ] as const)('of %s', (type, read, other) => {
    test.each([
      ['', null],
      ['; charset=utf-8', null],
      [' ;; CHARSET="UTF-8" ; a="x;charset=gbk"', null],
      ['; charset=gbk', 'other-charset'],
      ['; charset=utf-16', 'other-charset'],
      ['; charset=""', 'other-charset'],
      ['; charset=utf-8; charset=utf-8', 'other-charset'],
      ['; charset', other],
      ['; a="x', other],
      ['x', other],
      ['+json', other],
      [', text/plain', other],
    ])('%j behind it is told as %s', async (behind, rule) => {
      const headers = { 'content-type': type.toUpperCase() + behind }
      const request = new Request('https://timelines.example/', {
        method: 'PUT',
        body: '{}',
        headers,
      })
      const answer = await read({ request })
      expect(answer.ok ? null : answer.failure.broken?.rule).toBe(rule)
    })
  })

  test('without a type is not read', async () => {
    const request = new Request('https://timelines.example/', {
      method: 'PUT',
      body: new TextEncoder().encode('{}'),
    })
    expect((await readJsonBody({ request })).ok).toBe(false)
  })
})
