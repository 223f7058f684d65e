// RFC 9110 on conditional requests of reads: tags, If-Match, If-None-Match, dates, and their order.
import { expect } from 'vitest'
import {
  isCompressedHere,
  isPageRoute,
  isReadRoute,
  isStrict,
  isTagged,
  withQuery,
  written,
  type Clause,
  type Subject,
} from './clause.ts'

const tagOf = async ({ plain }: Subject): Promise<string> => (await plain()).headers['etag'] ?? ''

/** The status for each value of a header that has the tag in the place of T. */
async function statuses(
  subject: Subject,
  name: string,
  values: readonly string[],
  status: number,
): Promise<void> {
  const tag = await tagOf(subject)
  for (const value of values) {
    const answered = await subject.ask({ headers: { [name]: value.replaceAll('T', tag) } })
    expect([value, answered.status]).toEqual([value, status])
  }
}

const tagged = (
  clause: string,
  says: string,
  holds: (subject: Subject) => Promise<void>,
): Clause => ({ clause, says, of: isTagged, holds })

/** A message for the tools; repairs have no body. */
const bodyOf = ({ body }: Subject['route']) =>
  body === undefined ? {} : { body: '{"jsonrpc":"2.0","id":1,"method":"ping"}' }

export const ofConditions: readonly Clause[] = [
  tagged('RFC 9110, 8.8.3', 'the tag is strong and of printable ASCII', async (subject) => {
    expect(await tagOf(subject)).toMatch(/^"[\x21\x23-\x7e]+"$/)
  }),
  tagged('RFC 9110, 8.8.1', 'the tag depends on no header of the client', async (subject) => {
    const headers = { cookie: 'a=b', accept: 'x/y', 'user-agent': 'x', origin: 'https://a.example' }
    expect((await subject.ask({ headers })).headers['etag']).toBe(await tagOf(subject))
  }),
  {
    clause: 'RFC 9110, 8.8.3.3',
    says: 'compressed content has a tag of its own, and either tag is known',
    of: isCompressedHere,
    async holds(subject) {
      const zipped = await subject.ask({ headers: { 'accept-encoding': 'gzip' } })
      const tag = await tagOf(subject)
      if (zipped.headers['content-encoding'] !== 'gzip') return
      const other = zipped.headers['etag'] ?? ''
      expect(other).not.toBe(tag)
      for (const one of [tag, other]) {
        const { status, headers } = await subject.ask({ headers: { 'if-none-match': one } })
        expect([status, headers['etag']]).toEqual([304, one])
      }
    },
  },
  {
    clause: 'RFC 9110, 8.8.3',
    says: 'a page in another language has another tag',
    of: isPageRoute,
    async holds({ ask, address }) {
      const tags = await Promise.all(
        ['en', 'zh-Hans', 'zh-Hant'].map(
          async (lang) =>
            (await ask({ address: withQuery(address, `lang=${lang}`) })).headers['etag'],
        ),
      )
      expect(new Set(tags).size).toBe(3)
    },
  },
  tagged('RFC 9110, 8.8.2', 'Last-Modified is absent: tags say it exactly', async ({ plain }) => {
    expect((await plain()).headers).not.toHaveProperty('last-modified')
  }),
  tagged('RFC 9110, 13.1.1', 'If-Match with the tag, in a list or as * is 200', (subject) =>
    statuses(subject, 'if-match', ['T', '"a", T', 'T,"b"', '"a" ,T', '*', ' * '], 200),
  ),
  tagged('RFC 9110, 13.1.1', 'If-Match with another tag, or none, is 412', (subject) =>
    statuses(subject, 'if-match', ['"a"', '"a", "b"', 'a', '""', ',', '**', '"*"'], 412),
  ),
  tagged('RFC 9110, 8.8.3.2', 'If-Match compares strongly: a weak tag is 412', (subject) =>
    statuses(subject, 'if-match', ['W/T', '"a", W/T'], 412),
  ),
  {
    clause: 'RFC 9110, 13.1.1',
    says: 'where there is no tag, If-Match does not hold, and nothing is done',
    of: ({ unconditional }) => unconditional === true,
    async holds({ ask, route }) {
      for (const tag of ['"1"', 'W/"1"', '"a", "b"', 'x', ...(isReadRoute(route) ? [] : ['*'])]) {
        const { status, text } = await ask({
          headers: written({ 'if-match': tag }),
          ...bodyOf(route),
        })
        expect([tag, status]).toEqual([tag, 412])
        expect(JSON.parse(text)).toMatchObject({ status: 412, rule: 'no-tag' })
      }
      for (const method of isReadRoute(route) ? ['GET', 'HEAD'] : [])
        expect((await ask({ method, headers: { 'if-match': ' * ' } })).status).toBe(200)
    },
  },
  {
    clause: 'RFC 9110, 13.1.2',
    says: 'where there is no tag, If-None-Match hinders nothing',
    of: ({ unconditional }) => unconditional === true,
    async holds({ ask, route }) {
      const { 'if-match': _, ...headers } = written()
      const [plain, asked] = [
        await ask({ headers, ...bodyOf(route) }),
        await ask({ headers: { ...headers, 'if-none-match': '"1"' }, ...bodyOf(route) }),
      ]
      expect([asked.status, plain.status]).not.toContain(412)
      expect(asked.status).toBe(plain.status)
    },
  },
  tagged('RFC 9110, 15.5.13', 'a 412 is a problem that nobody may store', async ({ ask }) => {
    const { headers } = await ask({ headers: { 'if-match': '"a"' } })
    const { 'content-type': type, 'cache-control': caching } = headers
    expect([type, caching]).toEqual(['application/problem+json', 'no-store'])
  }),
  tagged('RFC 9110, 13.1.2', 'If-None-Match with the tag is 304', (subject) =>
    statuses(subject, 'if-none-match', ['T', '"a", T', 'T,"b"', '*', ' * '], 304),
  ),
  tagged('RFC 9110, 8.8.3.2', 'If-None-Match compares weakly', (subject) =>
    statuses(subject, 'if-none-match', ['W/T', 'W/"a" , W/T', '"a",W/T'], 304),
  ),
  tagged('RFC 9110, 5.6.1', 'empty elements of a list of tags are ignored', (subject) =>
    statuses(subject, 'if-none-match', [', T', 'T,,', ',"a",,T,'], 304),
  ),
  tagged('RFC 9110, 5.6.3', 'blanks and tabs around tags are ignored', (subject) =>
    statuses(subject, 'if-none-match', ['"a" \t,\t T', '  T  '], 304),
  ),
  tagged('RFC 9110, 13.1.2', 'If-None-Match without the tag is 200', (subject) =>
    statuses(subject, 'if-none-match', ['"a"', 'W/"a"', '"', '""', '', '**', 'W/', 'a, b'], 200),
  ),
  tagged('RFC 9110, 15.4.5', 'a 304 has no content, with GET and with HEAD', async (subject) => {
    for (const method of ['GET', 'HEAD']) {
      const { status, bytes } = await subject.ask({ method, headers: { 'if-none-match': '*' } })
      expect([status, bytes]).toEqual([304, 0])
    }
  }),
  tagged(
    'RFC 9110, 15.4.5',
    'a 304 has ETag, Cache-Control and Vary of the 200',
    async (subject) => {
      const whole = await subject.plain()
      const { headers } = await subject.ask({ headers: { 'if-none-match': '*' } })
      for (const name of ['etag', 'cache-control', 'vary', 'access-control-allow-origin'])
        expect([name, headers[name]]).toEqual([name, whole.headers[name]])
    },
  ),
  tagged('RFC 9111, 4.3.4', 'a 304 changes no header that a cache has stored', async (subject) => {
    const whole = await subject.plain()
    const { headers } = await subject.ask({ headers: { 'if-none-match': '*' } })
    for (const [name, value] of Object.entries(headers))
      expect([name, value]).toEqual([name, whole.headers[name]])
  }),
  tagged(
    'RFC 9110, 13.1.3',
    'If-Modified-Since is ignored, as is what is no date',
    async (subject) => {
      for (const since of ['Tue, 01 Jan 2030 00:00:00 GMT', 'yesterday', '0', '']) {
        const answered = await subject.ask({ headers: { 'if-modified-since': since } })
        expect(answered).toEqual(await subject.plain())
      }
    },
  ),
  tagged('RFC 9110, 13.1.4', 'If-Unmodified-Since is ignored', async (subject) => {
    for (const since of ['Thu, 01 Jan 1970 00:00:00 GMT', 'x']) {
      const answered = await subject.ask({ headers: { 'if-unmodified-since': since } })
      expect(answered).toEqual(await subject.plain())
    }
  }),
  tagged('RFC 9110, 13.1.5', 'If-Range is ignored, with Range and without', async (subject) => {
    for (const headers of [
      { 'if-range': await tagOf(subject), range: 'bytes=0-1' },
      { 'if-range': 'W/"x"' },
      { 'if-range': 'Thu, 01 Jan 1970 00:00:00 GMT', range: 'bytes=0-' },
    ])
      expect(await subject.ask({ headers })).toEqual(await subject.plain())
  }),
  tagged('RFC 9110, 13.2.2', 'If-Match is decided before If-None-Match', async (subject) => {
    const headers = { 'if-match': '"a"', 'if-none-match': await tagOf(subject) }
    expect((await subject.ask({ headers })).status).toBe(412)
  }),
  tagged(
    'RFC 9110, 13.2.2',
    'If-None-Match is decided after If-Match that holds',
    async (subject) => {
      const tag = await tagOf(subject)
      const headers = { 'if-match': tag, 'if-none-match': tag }
      expect((await subject.ask({ headers })).status).toBe(304)
    },
  ),
  tagged(
    'RFC 9110, 13.1.3',
    'If-Modified-Since is ignored beside If-None-Match',
    async (subject) => {
      const headers = {
        'if-none-match': '"a"',
        'if-modified-since': 'Tue, 01 Jan 2030 00:00:00 GMT',
      }
      expect(await subject.ask({ headers })).toEqual(await subject.plain())
    },
  ),
  {
    clause: 'RFC 9110, 13.2.1',
    says: 'conditions do not change that a request is refused',
    of: isStrict,
    async holds({ ask, address }) {
      const wrong = withQuery(address, 'nothing=1')
      const refused = await ask({ address: wrong })
      expect([refused.status, refused.headers['etag']]).toEqual([400, undefined])
      for (const headers of [{ 'if-none-match': '*' }, { 'if-match': '"a"' }, { 'if-match': '*' }])
        expect(await ask({ address: wrong, headers })).toEqual(refused)
    },
  },
]
