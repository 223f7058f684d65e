// RFC 9111 and what belongs to it: what caches may keep, and that no client changes what others get.
import { expect } from 'vitest'
import {
  askedOnce,
  isCompressedHere,
  isDataRoute,
  isPageRoute,
  isReadRoute,
  isTagged,
  needsToken,
  withQuery,
  type Asked,
  type Clause,
  type Seen,
} from './clause.ts'

const every = (): boolean => true

/** Answers of several kinds at the address of the route. */
const kindsOf = askedOnce(async ({ ask, route, address }) => {
  const kinds: readonly Asked[] = [
    {},
    { method: 'OPTIONS' },
    { method: 'PURGE' },
    { address: withQuery(address, 'x'.repeat(8193)) },
    ...(route.method === 'GET'
      ? [
          { method: 'HEAD' },
          { headers: { 'if-none-match': '*' } },
          { headers: { 'if-match': '"x"' } },
          { address: withQuery(address, 'lang=%ff') },
        ]
      : [{ headers: { authorization: 'Bearer editor-token' } }]),
  ]
  return Promise.all(kinds.map((kind) => ask(kind)))
})

/** That no answer has a header, or a directive in it. */
const none = (clause: string, says: string, finds: (seen: Seen) => unknown): Clause => ({
  clause,
  says,
  of: every,
  async holds(subject) {
    for (const seen of await kindsOf(subject)) expect(finds(seen)).toBeFalsy()
  },
})

const caching = ({ headers }: Seen): string => headers['cache-control'] ?? ''

const hostile: readonly Readonly<Record<string, string>>[] = [
  { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '1' },
  { forwarded: 'host=evil.example;proto=http' },
  { 'x-original-url': '/admin', 'x-rewrite-url': '/admin' },
  { origin: 'https://evil.example', cookie: 'a=b' },
  { 'x-host': 'evil.example', 'x-forwarded-prefix': '/evil', 'x-forwarded-for': '1.2.3.4' },
]

export const ofCaching: readonly Clause[] = [
  {
    clause: 'RFC 9111, 5.2.2',
    says: 'each kind of answer says whether it may be kept, and for how long',
    of: every,
    async holds(subject) {
      for (const seen of await kindsOf(subject))
        expect(caching(seen)).toMatch(/^(?:no-store|public, max-age=\d+(?:, [a-z-]+(?:=\d+)?)*)$/)
    },
  },
  none('RFC 9111, 5.2.2.10', 's-maxage is absent: it switches stale serving off', (seen) =>
    caching(seen).includes('s-maxage'),
  ),
  none('RFC 9111, 5.2.2.2', 'must-revalidate is absent: it switches stale serving off', (seen) =>
    /must-revalidate|proxy-revalidate/.test(caching(seen)),
  ),
  none('RFC 9111, 5.2.2.7', 'private is absent: nothing is for one reader', (seen) =>
    caching(seen).includes('private'),
  ),
  none('RFC 9111, 5.3', 'Expires is absent', ({ headers }) => headers['expires']),
  none('RFC 9111, 5.4', 'Pragma is absent', ({ headers }) => headers['pragma']),
  none('RFC 9111, 5.5', 'Warning is absent', ({ headers }) => headers['warning']),
  none('RFC 9111, 4.1', 'Vary is never *', ({ headers }) => headers['vary']?.includes('*')),
  none('RFC 9111, 5.1', 'Age is absent while the store answers', ({ headers }) => headers['age']),
  {
    clause: 'RFC 9111, 3',
    says: 'no answer to a write may be stored',
    of: needsToken,
    async holds(subject) {
      for (const seen of await kindsOf(subject)) expect(caching(seen)).toBe('no-store')
    },
  },
  {
    clause: 'RFC 9111, 4.1',
    says: 'Vary names only what is negotiated',
    of: isReadRoute,
    async holds({ plain, route }) {
      const negotiated = isPageRoute(route)
        ? 'Accept-Language'
        : isCompressedHere(route)
          ? 'Accept-Encoding'
          : undefined
      expect((await plain()).headers['vary']).toBe(negotiated)
    },
  },
  {
    clause: 'RFC 9111, 5.2.1',
    says: 'Cache-Control and Pragma of a request change nothing at the origin',
    of: isTagged,
    async holds({ ask, plain }) {
      for (const value of ['no-cache', 'no-store', 'only-if-cached', 'max-age=0', 'x', ''])
        expect(await ask({ headers: { 'cache-control': value, pragma: 'no-cache' } })).toEqual(
          await plain(),
        )
    },
  },
  {
    clause: 'RFC 9111, 3.5',
    says: 'Authorization does not change what may be kept',
    of: isTagged,
    async holds({ ask, plain }) {
      const seen = await ask({ headers: { authorization: 'Bearer editor-token' } })
      expect(caching(seen)).toBe(caching(await plain()))
    },
  },
  {
    clause: 'RFC 9111, 2',
    says: 'the answer is the same for hostile X-Forwarded-*, Origin and Cookie',
    of: isTagged,
    async holds({ ask, plain }) {
      for (const headers of hostile) expect(await ask({ headers })).toEqual(await plain())
    },
  },
  {
    clause: 'RFC 5861, 4',
    says: 'a read that may be kept may be served stale while there are errors, but for files for ever',
    of: isTagged,
    async holds(subject) {
      expect(caching(await subject.plain())).toMatch(/stale-if-error=86400|immutable/)
    },
  },
  {
    clause: 'RFC 6797, 7.1',
    says: 'every answer asks for HTTPS',
    of: every,
    async holds(subject) {
      for (const { headers } of await kindsOf(subject))
        expect(headers['strict-transport-security']).toBe('max-age=31536000')
    },
  },
  {
    clause: 'Fetch, 3.3',
    says: 'any origin may read data, without credentials',
    of: isDataRoute,
    async holds({ ask }) {
      const { headers } = await ask({ headers: { origin: 'https://a.example' } })
      expect(headers['access-control-allow-origin']).toBe('*')
      expect(headers).not.toHaveProperty('access-control-allow-credentials')
    },
  },
  {
    clause: 'Fetch, 3.3',
    says: 'no origin may read the answer to a write',
    of: needsToken,
    async holds({ ask }) {
      const { headers } = await ask({ headers: { origin: 'https://a.example' } })
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    },
  },
  {
    clause: 'Fetch, 3.6',
    says: 'no answer is of another type than it says',
    of: every,
    async holds(subject) {
      for (const { headers, status } of await kindsOf(subject))
        if (status !== 304) expect(headers['x-content-type-options']).toBe('nosniff')
    },
  },
]
