// docs/api.md, "Headers": each header of the table on the answers that its row names, and on no other.
import { beforeAll, describe, expect, test } from 'vitest'
import { compressesType } from '../../../src/host/cloudflare/compression.ts'
import { routes } from '../../../src/http/routes/table.ts'
import type { Route } from '../../../src/http/route.ts'
import api from '../../../docs/api.md?raw'
import { isPage, reads, writes } from '../../support/addresses.ts'
import { document } from '../../support/document.ts'
import { codeWords, section, tableRows } from '../../support/markdown.ts'
import { createMemoryService, writing, type MemoryService } from '../../support/memory-service.ts'

type Kind =
  | 'GET'
  | 'HEAD'
  | '304'
  | 'OPTIONS'
  | 'refused'
  | '405'
  | '401'
  | '415'
  | 'encoded'
  | '412'

interface Answer {
  readonly route: Route
  readonly kind: Kind
}

const isProblem = /^(?:refused|405|401|415|encoded|412)$/

type Holds = (answer: Answer) => boolean

const isWidget = ({ path }: Route): boolean => path.startsWith('/widget')
const isFrame = ({ path }: Route): boolean => path.endsWith('/embed')
const isData = (route: Route): boolean => !isPage(route) && !isWidget(route)
const isFile = ({ tag }: Route): boolean => tag === 'formats'
const isCompressed = (route: Route): boolean =>
  (isFile(route) || route.id === 'listCorrections') &&
  ![route.success[200]?.type ?? ''].flat().some(compressesType)
const isOfOne = ({ path }: Route): boolean => path.includes('{timeline}') || path === '/oembed'

const success: Holds = ({ kind }) => kind === 'GET' || kind === 'HEAD'
const readable: Holds = ({ route, kind }) => kind === 'OPTIONS' && hasRead(route)
/** Errors of reads are data, whatever the route. */
const refusedRead: Holds = ({ kind }) => kind === 'refused'
const open =
  (isOpen: (route: Route) => boolean): Holds =>
  (answer) =>
    (success(answer) && isOpen(answer.route)) || readable(answer) || refusedRead(answer)

/** A path that can be read, too, whatever this route does with it. */
const hasRead = ({ path }: Route): boolean =>
  routes.some((other) => other.method === 'GET' && other.path === path)

/** When each header is there, by the words in the column "on". */
const on: Readonly<Record<string, Holds>> = {
  'all reads but `/health`': ({ route, kind }) =>
    kind === '412' ||
    ((kind === 'GET' || kind === 'HEAD' || kind === '304') && route.path !== '/health'),
  'every answer': () => true,
  'every answer, where `PUBLIC_URL` is https': () => true,
  'reads of one timeline': (answer) => success(answer) && isOfOne(answer.route),
  'lists and files of events': (answer) =>
    success(answer) && (isFile(answer.route) || answer.route.id === 'listEvents'),
  // Of large timelines alone: test/edition/packed-bounds.test.ts.
  'lists and files of events whose total is a bound': () => false,
  'timeline, list of timelines, log of editions, lists of events, Markdown of pages': (answer) =>
    success(answer) &&
    (/^\/v1\/timelines(?:\/\{timeline\}(?:\/editions|\/events(?:\.[a-z.]+)?)?)?$/.test(
      answer.route.path,
    ) ||
      (answer.route.path.endsWith('}.md') && !answer.route.path.startsWith('/v1/'))),
  formats: (answer) => success(answer) && isFile(answer.route),
  'pages and problems': ({ route, kind }) =>
    isPage(route) ? kind !== '304' && kind !== 'OPTIONS' : isProblem.test(kind),
  pages: ({ route, kind }) => isPage(route) && (kind === 'GET' || kind === 'HEAD'),
  'formats that the service compresses, if the client takes gzip': () => false,
  'pages without `lang`; formats that the service compresses': ({ route, kind }) =>
    (isPage(route) || isCompressed(route)) && (kind === 'GET' || kind === 'HEAD' || kind === '304'),
  'reads while KV fails': () => false,
  'writes that made an edition; a lease': () => false,
  '405, OPTIONS': ({ kind }) => kind === '405' || kind === 'OPTIONS',
  'OPTIONS of what takes edits': ({ route, kind }) =>
    kind === 'OPTIONS' &&
    routes.some(({ method, path }) => method === 'PATCH' && path === route.path),
  '415 to a type': ({ kind }) => kind === '415',
  '415 to an encoding': ({ kind }) => kind === 'encoded',
  '429 and 503': () => false,
  '429': () => false,
  '401': ({ kind }) => kind === '401',
  frame: ({ route, kind }) => isFrame(route) && (kind === 'GET' || kind === 'HEAD'),
  'data, widget, frame, OPTIONS of what can be read; errors of reads, too': ({ route, kind }) =>
    open((one) => isData(one) || isWidget(one) || isFrame(one))({ route, kind }) ||
    (kind === '304' && (isData(route) || isWidget(route) || isFrame(route))),
  'data, widget, OPTIONS of what can be read; errors of reads, too': ({ route, kind }) =>
    open((route) => isData(route) || isWidget(route))({ route, kind }) ||
    (kind === '304' && (isData(route) || isWidget(route))),
  'data, OPTIONS of what can be read; errors of reads, too': ({ route, kind }) =>
    open(isData)({ route, kind }) || (kind === '304' && isData(route)),
  'OPTIONS of what can be read': readable,
}
/** What a 304 repeats is in the paragraph below the table; nothing else is there. */
const notOn304 = new Set(['content-security-policy', 'x-content-type-options', 'referrer-policy'])

const rows = tableRows(section(api, 'Headers')).map(([names = '', where = '']) => ({
  names: codeWords(names).map((name) => name.toLowerCase()),
  where,
}))

let service: MemoryService

beforeAll(async () => {
  service = await createMemoryService()
  await service.publish(document())
})

const answers: (readonly [title: string, answer: Answer, address: string, init: RequestInit])[] = [
  ...reads.flatMap(([title, address, route]) => {
    const kinds: [Kind, RequestInit][] = [
      ['GET', {}],
      ['HEAD', { method: 'HEAD' }],
      ['304', { headers: { 'if-none-match': '*' } }],
      ['OPTIONS', { method: 'OPTIONS' }],
      ['refused', { headers: { 'if-match': '"x"' } }],
      ['405', { method: 'PURGE' }],
    ]
    return kinds
      .filter(([kind]) => !/^(?:304|refused)$/.test(kind) || route.path !== '/health')
      .map(([kind, init]) => [`${kind} of ${title}`, { route, kind }, address, init] as const)
  }),
  ...writes.flatMap(([title, address, route]) => {
    const { method } = route
    const sent = route.id === 'publishTimeline' ? JSON.stringify(document()) : '{"edition":1}'
    const body = method === 'DELETE' ? {} : { body: sent }
    const text = { ...writing(1), 'content-type': 'text/plain' }
    const zipped = { ...writing(1), 'content-encoding': 'gzip' }
    const kinds: [Kind, RequestInit][] = [
      ['401', { method, ...body }],
      ['412', { method, headers: writing(9), ...body }],
      ['415', { method, headers: text, ...body }],
      ['encoded', { method, headers: zipped, ...body }],
    ]
    return kinds
      .filter(([kind]) => method !== 'DELETE' || !/^(?:415|encoded)$/.test(kind))
      .map(([kind, init]) => [`${kind} of ${title}`, { route, kind }, address, init] as const)
  }),
]

test('every row of the table is understood', () => {
  expect(rows.length).toBeGreaterThan(20)
  expect(rows.map(({ where }) => where).filter((where) => on[where] === undefined)).toEqual([])
})

describe('every answer has the headers that the table names, and no other of them [fault 11]', () => {
  test.each(answers)('%s', async (_, answer, address, init) => {
    const response = await service.fetch(address, init)
    await response.arrayBuffer()
    const named = rows.flatMap(({ names, where }) =>
      names.filter((name) => on[where]?.(answer) === true && isExpected(name, answer)),
    )
    const there = rows.flatMap(({ names }) => names.filter((name) => response.headers.has(name)))
    expect(there.toSorted()).toEqual(named.toSorted())
  })
})

/** What a row says of every answer does not hold for a 304 and, where it refuses a write, for data. */
function isExpected(name: string, { kind }: Answer): boolean {
  return !(kind === '304' && notOn304.has(name))
}

test('scripts of other sites may read every header of the table that data has [fault 11]', async () => {
  const response = await service.fetch('/v1/timelines/town-2020/events')
  await response.text()
  const exposed = (response.headers.get('access-control-expose-headers') ?? '')
    .toLowerCase()
    .split(', ')
  // Always readable (Fetch, "CORS-safelisted response-header name"), or nothing for a script.
  const others =
    /^(?:cache-control|cache-tag|strict-transport-security|content-encoding|content-language|vary|accept|accept-encoding|accept-patch|location|ratelimit-policy|www-authenticate|access-control-.*|content-security-policy|cross-origin-.*|permissions-policy|referrer-policy|x-content-type-options)$/
  const wanted = rows.flatMap(({ names }) => names).filter((name) => !others.test(name))
  expect(exposed.toSorted()).toEqual(wanted.toSorted())
})
