// RFC 9110 on what is sent: its type, its coding, its language, and what negotiates none of them.
import { expect } from 'vitest'
import {
  isCompressedHere,
  isDataRoute,
  isPageRoute,
  isReadRoute,
  isTagged,
  withQuery,
  type Clause,
  type Subject,
} from './clause.ts'

/** That each value of a header leaves the answer as it is without it. */
async function ignores(
  { ask, plain }: Subject,
  name: string,
  values: readonly string[],
): Promise<void> {
  for (const value of values) {
    const answered = await ask({ headers: { [name]: value } })
    expect([value, answered]).toEqual([value, await plain()])
  }
}

/** A clause of a header that changes nothing. */
const ignored = (clause: string, name: string, values: readonly string[], why: string): Clause => ({
  clause,
  says: `${name} changes nothing: ${why}`,
  of: isTagged,
  holds: (subject) => ignores(subject, name, values),
})

export const ofRepresentations: readonly Clause[] = [
  {
    clause: 'RFC 9110, 8.3',
    says: 'the content has the type that the contract says',
    of: isReadRoute,
    async holds({ plain, route }) {
      const described = [route.success[200]?.type ?? []].flat()
      expect(described).toContain((await plain()).headers['content-type'])
    },
  },
  {
    clause: 'RFC 9110, 8.3.2',
    says: 'text says that it is UTF-8, and is',
    of: isReadRoute,
    async holds({ plain }) {
      const { headers, text } = await plain()
      const type = headers['content-type'] ?? ''
      if (type.startsWith('text/')) expect(type).toMatch(/; charset=utf-8/)
      expect(text).not.toContain('\ufffd')
    },
  },
  {
    clause: 'RFC 9110, 8.4',
    says: 'the content has no coding for a client that names none',
    of: isReadRoute,
    async holds({ plain }) {
      expect((await plain()).headers).not.toHaveProperty('content-encoding')
    },
  },
  {
    clause: 'RFC 9110, 8.4.1.3',
    says: 'gzip is used where the host does not compress, and says so',
    of: isCompressedHere,
    async holds({ ask }) {
      const { headers } = await ask({ headers: { 'accept-encoding': 'gzip' } })
      expect(headers['content-encoding'] ?? 'too small').toMatch(/^gzip$|^too small$/)
      expect(headers['vary']).toBe('Accept-Encoding')
    },
  },
  {
    clause: 'RFC 9110, 12.5.3',
    says: 'no Accept-Encoding is refused; what is not gzip gets the content as it is',
    of: isTagged,
    holds: (subject) =>
      ignores(subject, 'accept-encoding', [
        '',
        'identity',
        'br, zstd',
        'gzip;q=0',
        'x-none',
        ',;=,"',
        'identity;q=0',
      ]),
  },
  {
    clause: 'RFC 9110, 8.5',
    says: 'a page names its language, one tag',
    of: isPageRoute,
    async holds({ ask, address }) {
      for (const lang of ['en', 'zh-Hans', 'zh-Hant']) {
        const { headers } = await ask({ address: withQuery(address, `lang=${lang}`) })
        expect(headers['content-language']).toBe(lang)
      }
    },
  },
  {
    clause: 'RFC 9110, 8.6',
    says: 'Content-Length is the length of the content, or absent',
    of: isReadRoute,
    async holds({ plain }) {
      const { headers, bytes } = await plain()
      expect(headers['content-length'] ?? String(bytes)).toBe(String(bytes))
    },
  },
  {
    clause: 'RFC 9110, 8.7',
    says: 'Content-Location is absent: one address has one representation',
    of: isReadRoute,
    async holds({ plain }) {
      expect((await plain()).headers).not.toHaveProperty('content-location')
    },
  },
  {
    clause: 'RFC 9110, 12.5.1',
    says: 'Accept chooses nothing, also where it excludes what is sent',
    of: isTagged,
    holds: (subject) =>
      ignores(subject, 'accept', [
        'image/png',
        '*/*;q=0',
        'text/html',
        'application/json;q=0.1, text/html',
        'a/b/c',
        ';q=1',
        ',,,',
        '"'.repeat(500),
        '',
      ]),
  },
  ignored('RFC 9110, 12.5.2', 'accept-charset', ['utf-7', '*;q=0', 'gbk'], 'all text is UTF-8'),
  {
    clause: 'RFC 9110, 12.5.4',
    says: 'Accept-Language chooses nothing of data',
    of: (route) => isDataRoute(route) && isTagged(route),
    holds: (subject) => ignores(subject, 'accept-language', ['en', 'zh-Hant', '*;q=0', 'x;=']),
  },
  {
    clause: 'RFC 9110, 12.5.4',
    says: 'Accept-Language chooses the language of a page; lang outranks it',
    of: isPageRoute,
    async holds({ ask, address }) {
      for (const [value, language] of [
        ['en', 'en'],
        ['zh-TW', 'zh-Hant'],
        ['zh-CN,zh;q=0.9,en;q=0.1', 'zh-Hans'],
        ['en;q=0.1, zh-HK', 'zh-Hant'],
      ] as const) {
        const headers = { 'accept-language': value }
        expect((await ask({ headers })).headers['content-language']).toBe(language)
        const asked = await ask({ headers, address: withQuery(address, 'lang=en') })
        expect(asked.headers['content-language']).toBe('en')
      }
    },
  },
  {
    clause: 'RFC 9110, 12.4.2',
    says: 'a language of weight 0 is not chosen for a page',
    of: isPageRoute,
    async holds({ ask }) {
      const { headers } = await ask({ headers: { 'accept-language': 'zh-Hans;q=0, en' } })
      expect(headers['content-language']).toBe('en')
    },
  },
  {
    clause: 'RFC 9110, 12.5.4',
    says: 'an asterisk stands for no language of weight 0',
    of: isPageRoute,
    async holds({ ask }) {
      for (const [value, language] of [
        ['en;q=0, *', 'zh-Hans'],
        ['*, en;q=0, zh-CN;q=0', 'zh-Hant'],
        ['fr, *;q=0.1, zh;q=0', 'en'],
        ['*;q=0.5, zh-TW;q=0.6', 'zh-Hant'],
        ['*;q=0', 'en'],
      ] as const) {
        const { headers } = await ask({ headers: { 'accept-language': value } })
        expect([value, headers['content-language']]).toEqual([value, language])
      }
    },
  },
  {
    clause: 'RFC 9110, 12.1',
    says: 'an Accept-Language that cannot be read is like none',
    of: isPageRoute,
    holds: (subject) =>
      ignores(subject, 'accept-language', ['', '-', ',,;', '*', 'x'.repeat(5000), '__proto__']),
  },
  {
    clause: 'RFC 9110, 12.5.5',
    says: 'Vary names Accept-Language on a page without lang, and on no other',
    of: isPageRoute,
    async holds({ ask, plain, address }) {
      expect((await plain()).headers['vary']).toBe('Accept-Language')
      const { headers } = await ask({ address: withQuery(address, 'lang=en') })
      expect(headers).not.toHaveProperty('vary')
    },
  },
  {
    clause: 'RFC 9110, 14.2',
    says: 'Range is ignored, also one that nothing satisfies',
    of: isReadRoute,
    async holds(subject) {
      if (!isTagged(subject.route)) return
      const ranges = [
        'bytes=0-1',
        'bytes=-1',
        'bytes=999999999-',
        'bytes=1-0',
        'items=0-1',
        'x',
        '',
      ]
      await ignores(subject, 'range', ranges)
    },
  },
  {
    clause: 'RFC 9110, 14.3',
    says: 'Accept-Ranges and Content-Range are absent',
    of: isReadRoute,
    async holds({ ask }) {
      const { headers } = await ask({ headers: { range: 'bytes=0-1' } })
      expect(headers['accept-ranges'] ?? headers['content-range']).toBeUndefined()
    },
  },
  ignored('RFC 9110, 7.6.3', 'via', ['1.1 x', ''], 'it is for proxies'),
  ignored('RFC 9110, 7.6.2', 'max-forwards', ['0', 'x'], 'it is for TRACE and OPTIONS'),
  ignored('RFC 9110, 10.1.2', 'from', ['x', 'a@b.example'], 'who asks does not matter'),
  ignored(
    'RFC 9110, 10.1.3',
    'referer',
    ['x', 'javascript:alert(1)'],
    'where from does not matter',
  ),
  ignored('RFC 9110, 10.1.5', 'user-agent', ['', '() { :;};', 'x'.repeat(5000)], 'one for all'),
  ignored('RFC 9110, 5.1', 'x-http-method-override', ['DELETE'], 'unknown fields are ignored'),
  ignored(
    'RFC 9110, 6.6.1',
    'date',
    ['x', 'Thu, 01 Jan 1970 00:00:00 GMT'],
    'the host has a clock',
  ),
  ignored('RFC 6265, 4.2', 'cookie', ['a', '=', 'a=b; c', 'x'.repeat(5000)], 'there are none'),
  {
    clause: 'RFC 6265, 4.1',
    says: 'no cookie is set',
    of: isReadRoute,
    async holds({ plain }) {
      expect((await plain()).headers).not.toHaveProperty('set-cookie')
    },
  },
  {
    clause: 'RFC 6266, 4.3',
    says: 'the name of a file is ASCII, with one in its own characters beside it',
    of: ({ tag, method }) => tag === 'formats' && method === 'GET',
    async holds({ plain }) {
      const { headers } = await plain()
      const disposition = headers['content-disposition']
      if (disposition !== undefined)
        expect(disposition).toMatch(
          /^(?:inline|attachment); filename="[\w.-]+\.\w+"; filename\*=UTF-8''[\w.%~-]+\.\w+$/,
        )
    },
  },
]
