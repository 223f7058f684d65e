// Random requests: nearly right ones, so that they reach every handler, spoilt in every place that a
// client can reach. For the service of memory-service.ts with the timeline of document.ts.
import * as fc from 'fast-check'
import { others, reads, repairs, writes } from '../support/addresses.ts'
import { document } from '../support/document.ts'
import { call, everything, placesIn, replaced, wrongValues } from './bodies.ts'

export interface FuzzedRequest {
  readonly method: string
  /** Path and query as a client writes them. */
  readonly address: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Uint8Array | null
}

const { id: timeline, events } = document()
const allParameters = [...reads, ...writes].flatMap(([, , route]) =>
  Object.values(route.parameters),
)
const parameterNames = [...new Set(allParameters.map(({ name }) => name))]

/** Texts that break careless readers. */
const naughty = fc.constantFrom(
  '',
  ' ',
  '*',
  '-',
  '--',
  ',',
  '.',
  '..',
  '/',
  '//',
  '%',
  '%00',
  '%ff',
  '%c0%af',
  '%ed%a0%80',
  '%F0%9F%98%80',
  '%01',
  '%0a',
  '%0d%0aSet-Cookie:%20a=1',
  '%2f',
  '%2F..%2F',
  '%5c',
  '%7f',
  '%e2%80%ae',
  '%ef%bf%be',
  '\\',
  '\u0001',
  '\u2028',
  '\ufffe',
  '%2e%2e%2f',
  '%252e',
  '+',
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud800',
  '😀',
  '复工',
  'ﬀ',
  'İ',
  '０１',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'NaN',
  '0',
  '-1',
  '1e9',
  '9'.repeat(30),
  'a'.repeat(201),
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '\r\nSet-Cookie: a=1',
  '=cmd()',
  '(a+)+$',
)

/** Values that a parameter may really have. */
const meant = fc.constantFrom(
  'prevention',
  '复工',
  'reopening,prevention',
  '-committee',
  'town',
  'town-news',
  'exclude',
  '2020',
  '2020-02',
  '2020-02-30',
  '2020-02-24',
  '-0044-03-15',
  '9999-12',
  '2020-1X',
  'certain',
  'include',
  '-date',
  '1',
  '2',
  '500',
  '501',
  'true',
  'en',
  'zh-Hant',
  'zh-TW-x-y',
  '党支部',
  'json',
  'xml',
  `https://timelines.example/timelines/${timeline}?theme=prevention`,
  'https://other.example/',
  'javascript:alert(1)',
  btoa('1.0.a').replaceAll('=', ''),
)

const anyText = fc.oneof(
  { weight: 3, arbitrary: meant },
  { weight: 2, arbitrary: naughty },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
)

/** Encoded as it should be, or as it stands. */
const written = fc
  .tuple(anyText, fc.boolean())
  .map(([text, encodes]) => (encodes ? encodeURIComponent(text.toWellFormed()) : text))

const pair = fc
  .tuple(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...parameterNames) },
      { weight: 1, arbitrary: written },
    ),
    fc.constantFrom('=', '=', '=', '', '=='),
    written,
  )
  .map((parts) => parts.join(''))

const queries = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  {
    weight: 6,
    arbitrary: fc.array(pair, { maxLength: 4 }).map((pairs) => `?${pairs.join('&')}`),
  },
  { weight: 1, arbitrary: written.map((text) => `?${text}`) },
)

const goodPaths = [
  ...new Set(
    [...reads, ...writes, ...repairs, ...others].map(([, address]) => address.split('?')[0] ?? ''),
  ),
]

/** A path of the table, with perhaps one segment replaced, dropped, doubled or added. */
const paths = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...goodPaths) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...goodPaths).map((path) => path.replace(timeline, 'gone')),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...goodPaths),
        fc.nat(6),
        fc.oneof(
          written,
          fc.constantFrom(timeline, 'gone', 'nothing', events[0]!.id, '2', 'events.ics'),
        ),
        fc.constantFrom(0, 1, 1),
      )
      .map(([path, at, segment, dropped]) =>
        path
          .split('/')
          .toSpliced(at + 1, dropped, segment)
          .join('/'),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.array(written, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 8000, max: 9000 }).map((length) => `/${'a'.repeat(length)}`),
  },
)

const headerNames = [
  'accept',
  'accept-language',
  'accept-encoding',
  'authorization',
  'cf-connecting-ip',
  'content-encoding',
  'content-length',
  'content-range',
  'expect',
  'content-type',
  'cookie',
  'forwarded',
  'if-match',
  'if-none-match',
  'if-modified-since',
  'if-unmodified-since',
  'if-range',
  'origin',
  'mcp-protocol-version',
  'range',
  'referer',
  'x-forwarded-host',
  'x-http-method-override',
]

/** What no client can put into a header: line breaks, NUL, anything beyond Latin-1. */
const asHeader = (text: string): string => text.replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '').trim()

const headerValue = fc.oneof(
  fc.constantFrom(
    'Bearer editor-token',
    'Bearer narrow-token',
    'Basic ZTpl',
    '*',
    '"1"',
    'W/"1"',
    '"1", "2"',
    'application/json',
    'application/json; charset=utf-8',
    'text/plain',
    'gzip',
    'bytes=0-0',
    'zh-CN,zh;q=0.9, en;q=0',
    'fr;q=x, *;q=0.1',
    ',;=,"',
    '"'.repeat(2000),
    '('.repeat(2000),
    'a=1; b=2',
  ),
  anyText.map(asHeader),
)

const header = fc.oneof(
  { weight: 7, arbitrary: fc.tuple(fc.constantFrom(...headerNames), headerValue) },
  { weight: 1, arbitrary: fc.constant<[string, string]>(['if-none-match', '*']) },
)

const randomHeaders = fc.array(header, { maxLength: 4 })

const goodWrite = fc
  .constantFrom<readonly (readonly [string, string])[]>(
    [['if-match', '"1"']],
    [['if-match', '"2"']],
    [['if-none-match', '*']],
    [['content-range', 'bytes 0-1/2']],
    [],
  )
  .map((condition): readonly (readonly [string, string])[] => [
    ['authorization', 'Bearer editor-token'],
    ['content-type', 'application/json'],
    ...condition,
  ])

const wrongValue = fc.oneof(
  { weight: 4, arbitrary: wrongValues },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: naughty },
  { weight: 1, arbitrary: meant },
)

/** A document that has everything, with one value replaced, anywhere in it, or one member more. */
const spoilt = fc
  .tuple(fc.constantFrom(...placesIn(everything)), wrongValue, fc.nat(9))
  .map(([place, value, chance]) =>
    JSON.stringify(replaced(everything, chance === 0 ? [...place, 'another'] : place, value)),
  )

/** Calls of the tools, nearly right. */
const calls = fc
  .tuple(fc.constantFrom(...placesIn(call)), wrongValue)
  .map(([place, value]) => JSON.stringify(replaced(call, place, value)))

const bodies = fc.oneof(
  { weight: 3, arbitrary: spoilt },
  { weight: 1, arbitrary: calls },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      JSON.stringify(document()),
      '{"edition": 1}',
      '{"edition": 1, "note": "x"}',
    ),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 50 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('[', '{"a":', '"', '1', ' '), fc.integer({ min: 1, max: 5000 }))
      .map(([text, times]) => text.repeat(times)),
  },
)

const methods = fc.constantFrom(
  ...Array.from({ length: 14 }, () => 'GET'),
  'HEAD',
  'OPTIONS',
  'PUT',
  'POST',
  'PATCH',
  'DELETE',
  'PROPFIND',
  'QUERY',
  'REPORT',
  'SEARCH',
)

const anyRequest: fc.Arbitrary<FuzzedRequest> = fc
  .tuple(methods, paths, queries, randomHeaders, bodies)
  .map(([method, path, query, headers, body]) => ({
    method,
    address: path + query,
    headers,
    body: takesBody(method) ? body : null,
  }))

const writeRequest: fc.Arbitrary<FuzzedRequest> = fc
  .tuple(
    fc.constantFrom(...writes, ...writes, ...repairs, ...others),
    fc.oneof(
      { weight: 4, arbitrary: fc.constant('') },
      { weight: 1, arbitrary: fc.constant('?dryRun=true') },
      { weight: 1, arbitrary: queries },
    ),
    goodWrite,
    fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: randomHeaders }),
    bodies,
  )
  .map(([[, address, { method }], query, good, others, body]) => ({
    method,
    address: address + query,
    headers: [...good, ...others],
    body: takesBody(method) ? body : null,
  }))

/** Nine reads and wild requests to one write that is nearly right. */
export const fuzzedRequests: fc.Arbitrary<FuzzedRequest> = fc.oneof(
  { weight: 9, arbitrary: anyRequest },
  { weight: 1, arbitrary: writeRequest },
)

function takesBody(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD'
}
