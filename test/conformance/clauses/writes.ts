// RFC 9110, 6585 and 6750 on writes, as far as they change nothing: who may, on what, with what body.
import { expect } from 'vitest'
import { isWriteRoute, needsToken, takesJson, withQuery, written, type Clause } from './clause.ts'

/** That each of the values of a header is refused with a status, and what the answer has besides. */
const refuses = (
  [clause, says]: readonly [clause: string, says: string],
  of: Clause['of'],
  [status, headersOfEach]: readonly [number, readonly Readonly<Record<string, string>>[]],
  also: Readonly<Record<string, string | RegExp>> = {},
): Clause => ({
  clause,
  says,
  of,
  async holds({ ask, route }) {
    const body = route.method === 'PUT' ? { body: '{}' } : {}
    for (const headers of headersOfEach) {
      const seen = await ask({ headers: written(headers), ...body })
      expect([headers, seen.status]).toEqual([headers, status])
      for (const [name, value] of Object.entries(also))
        expect([name, seen.headers[name]]).toEqual([name, expect.stringMatching(value)])
    }
  },
})

/** That none of the values of a header changes what a body without a document is answered. */
const sameAs = (
  [clause, says]: readonly [clause: string, says: string],
  header: string,
  values: readonly string[],
): Clause => ({
  clause,
  says,
  of: takesJson,
  async holds({ ask }) {
    const usual = await ask({ headers: written(), body: '{}' })
    for (const value of values) {
      const { status, text } = await ask({ headers: written({ [header]: value }), body: '{}' })
      expect([value, status, text]).toEqual([value, usual.status, usual.text])
    }
  },
})

const authorizations = (values: readonly string[]) =>
  values.map((authorization) => ({ authorization }))

export const ofWrites: readonly Clause[] = [
  refuses(
    ['RFC 6750, 3.1', 'a token that is unknown, cut or expired is 401 invalid_token'],
    needsToken,
    [
      401,
      authorizations([
        'Bearer',
        'Bearer nobody',
        'Bearer EDITOR-TOKEN',
        'Bearer editor-toke',
        'Bearer editor-token x',
        'Bearer former-token',
        `Bearer ${'x'.repeat(201)}`,
      ]),
    ],
    { 'www-authenticate': /^Bearer realm="jishi", error="invalid_token"$/ },
  ),
  refuses(['RFC 9110, 11.6.2', 'credentials of another scheme are 401'], needsToken, [
    401,
    authorizations(['Basic eDp5', 'Digest a="b"', 'BearerX editor-token', 'editor-token', '"']),
  ]),
  refuses(['RFC 9110, 15.5.4', 'a token for another timeline is 403'], isWriteRoute, [
    403,
    authorizations(['Bearer narrow-token']),
  ]),
  {
    clause: 'RFC 6750, 2.3',
    says: 'a token in the query is none',
    of: needsToken,
    async holds({ ask, address }) {
      const { status } = await ask({ address: withQuery(address, 'access_token=editor-token') })
      expect([400, 401]).toContain(status)
    },
  },
  {
    clause: 'RFC 6585, 3',
    says: 'a write without a condition is 428',
    of: isWriteRoute,
    async holds({ ask }) {
      const { 'if-match': _, ...headers } = written()
      expect((await ask({ headers })).status).toBe(428)
    },
  },
  refuses(['RFC 9110, 13.1.1', 'a condition that names no edition is refused'], isWriteRoute, [
    400,
    ['*', 'W/"1"', '1', '"01"', '"1", "2"', '"', '""', '"1000000000"', ''].map((tag) => ({
      'if-match': tag,
    })),
  ]),
  sameAs(['RFC 9110, 5.6.1.2', 'empty elements of the list in If-Match are ignored'], 'if-match', [
    '"1",',
    ', "1"',
    ',\t,"1" , ',
  ]),
  sameAs(
    ['RFC 9110, 5.6.6', 'the type of a body may have other parameters, in quotes, too'],
    'content-type',
    [
      'APPLICATION/JSON',
      'application/json ;charset=UTF-8',
      'application/json; charset="utf\\-8"',
      'application/json; a="x;y"; b="\\""',
      'application/json;; ;',
    ],
  ),
  refuses(['RFC 9110, 13.2.2', 'If-Match and If-None-Match at once are refused'], isWriteRoute, [
    400,
    [{ 'if-none-match': '*' }, { 'if-none-match': '"1"' }],
  ]),
  refuses(
    ['RFC 9110, 15.5.16', 'a body of another type is 415, and Accept says which is taken'],
    takesJson,
    [
      415,
      [
        'text/plain',
        'application/jsonp',
        'application/ld+json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/json; charset=gbk',
        'application/json; charset=utf-8; charset=utf-8',
        'application/json; a="x',
        'application/json; a="x"y',
        'application/json; a',
        'application/json, application/json',
        'application/json\u00a0',
        'x',
        '',
      ].map((type) => ({ 'content-type': type })),
    ],
    { accept: /^application\/json$/ },
  ),
  refuses(
    ['RFC 9110, 12.5.3', 'a coded body is 415, and Accept-Encoding says what is taken'],
    takesJson,
    [415, ['gzip', 'br', 'identity', 'x', ''].map((coding) => ({ 'content-encoding': coding }))],
    { 'accept-encoding': /^identity$/ },
  ),
  refuses(
    ['RFC 9110, 14.5', 'a part of a document, which Content-Range announces, is refused'],
    takesJson,
    [400, ['bytes 0-1/2', 'bytes */2', 'x', ''].map((range) => ({ 'content-range': range }))],
  ),
  {
    clause: 'RFC 8259, 2',
    says: 'a body that is not one JSON value is 400',
    of: takesJson,
    async holds({ ask }) {
      for (const body of ['', ' ', '{', '{}{}', '[1,]', "{'a':1}", '{"a":1,"a":2}', 'NaN', '01'])
        expect([body, (await ask({ headers: written(), body })).status]).toEqual([body, 400])
    },
  },
  {
    clause: 'RFC 9110, 15.5.21',
    says: 'JSON of another shape is refused with the place of what is wrong',
    of: takesJson,
    async holds({ ask }) {
      for (const body of ['{}', '[]', 'null', '1', '""', '{"edition":"1"}', '{"events":{}}']) {
        const { status, text } = await ask({ headers: written(), body })
        expect([400, 422]).toContain(status)
        expect(text).toMatch(/"pointer":"[^"]*"/)
      }
    },
  },
  {
    clause: 'RFC 9110, 13.2.1',
    says: 'a condition that fails does not hide a body that is not JSON',
    of: takesJson,
    async holds({ ask }) {
      const headers = written({ 'if-match': '"9"' })
      expect((await ask({ headers, body: '{' })).status).toBe(400)
    },
  },
]
