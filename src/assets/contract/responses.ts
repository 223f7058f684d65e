// The responses of a route: what it answers when it succeeds, and its problems, with every header.
import { problem, problemInWords, problems, type ProblemType } from '../../http/problem.ts'
import {
  dataHeaders,
  frameHeaders,
  pageHeaders,
  readableHeaders,
  widgetHeaders,
  writeHeaders,
  type Surface,
} from '../../http/headers.ts'
import type { Described, Route } from '../../http/route.ts'
import { jsonSchemaOf } from './schemas.ts'

/** Every header that is sent, and what it says. */
export const headerTable: Readonly<Record<string, string>> = {
  accept: 'The media type that a body must have.',
  'accept-encoding': 'The content coding that a body may have.',
  'accept-patch': 'The media type of edits.',
  'access-control-allow-origin': 'Any origin may read the response.',
  'access-control-expose-headers': 'The headers that scripts of other origins may read.',
  age: 'Seconds since the store last confirmed the response; only where the store fails.',
  'cache-control': 'How long the response may be cached.',
  'cache-tag': 'The timeline, for caches that can forget by tag.',
  'cache-status': 'Only where the store fails: an older response is served (RFC 9211).',
  'content-encoding': 'gzip, where the service compresses by itself.',
  'content-disposition': 'A file name, and another with the title (RFC 6266, RFC 8187).',
  'content-language': 'The language of the page, or of the words of the problem.',
  'content-security-policy': 'What the response may load and do in a browser.',
  'cross-origin-embedder-policy': 'A frame loads only what its origin allows.',
  'cross-origin-opener-policy': 'Pages that open this one do not share its browsing context.',
  'cross-origin-resource-policy': 'Which origins may load the response.',
  etag: 'Entity tag of the response; after a write, the number of the edition in quotes.',
  'jishi-edition': 'Number of the edition that the response was made from.',
  'jishi-held-back': 'Number of events of the total that other pages, or the size, hold back.',
  'jishi-left-out': 'Number of events of the total that the format cannot show.',
  'jishi-set-aside': 'Number of undated events that the date window kept out of the total.',
  'jishi-total': 'Number of events that the query selects, on all pages.',
  'jishi-total-relation':
    'Present where Jishi-Total, Jishi-Held-Back and Jishi-Set-Aside are upper bounds, as relation in the JSON of lists.',
  link: 'The same query in other formats (rel=alternate), the contract (rel=service-desc), the next part (rel=next).',
  location: 'Address of the edition that was published, or of the segment that was leased.',
  'permissions-policy': 'Features of the browser that the page does not use.',
  'ratelimit-policy': 'The limit that was reached (draft-ietf-httpapi-ratelimit-headers).',
  'referrer-policy': 'What a browser tells other sites about the page.',
  'retry-after': 'Seconds to wait before another attempt.',
  'strict-transport-security': 'Where the service is reached by HTTPS (RFC 6797).',
  vary: 'The request headers that decide the response.',
  'www-authenticate': 'The challenge for a bearer token (RFC 6750).',
  'x-content-type-options': 'Browsers must not guess the type.',
}

/** Schemas of headers that are not just text. */
const headerSchemas: Readonly<Record<string, object>> = {
  age: { type: 'integer', minimum: 0 },
  'jishi-edition': { type: 'integer', minimum: 1 },
  'jishi-held-back': { type: 'integer', minimum: 0 },
  'jishi-left-out': { type: 'integer', minimum: 0 },
  'jishi-set-aside': { type: 'integer', minimum: 0 },
  'jishi-total': { type: 'integer', minimum: 0 },
  'jishi-total-relation': { type: 'string', const: 'lte' },
  'retry-after': { type: 'integer', minimum: 1 },
}

const validity = ['etag', 'cache-control']
const staleness = ['cache-status?', 'age?']

/** The headers of a successful response of each surface. */
const surfaceHeaders: Readonly<Record<Surface, readonly string[]>> = {
  data: Object.keys(dataHeaders),
  write: Object.keys(writeHeaders),
  page: [
    ...Object.keys(pageHeaders),
    ...Object.keys(frameHeaders).flatMap((name) => (name in pageHeaders ? [] : [`${name}?`])),
    'content-security-policy',
    'content-language',
    'vary?',
  ],
  widget: Object.keys(widgetHeaders(false)),
}

/** The headers that a 304 repeats. */
const repeatedHeaders = (surface: Surface): readonly string[] =>
  surface === 'data'
    ? Object.keys(readableHeaders)
    : surfaceHeaders[surface].filter(
        (name) => name === 'vary?' || name.replace('?', '') in readableHeaders,
      )

/** Headers of a problem besides those of the surface. */
const problemHeaders: Readonly<Partial<Record<ProblemType, readonly string[]>>> = {
  unauthorized: ['www-authenticate'],
  'precondition-failed': ['etag?'],
  'unsupported-media-type': ['accept?', 'accept-encoding?', 'accept-patch?'],
  // A fifth lease is refused for a number, not for a rate.
  'rate-limited': ['retry-after', 'ratelimit-policy?'],
  'store-unavailable': ['retry-after'],
  'publisher-overloaded': ['retry-after'],
}

/** Problems that every route can have. */
const commonProblems: readonly ProblemType[] = ['uri-too-long', 'internal-error']

/** Name of a header in `components`, as it is usually written. */
const headerName = (name: string): string =>
  name === 'etag'
    ? 'ETag'
    : name === 'www-authenticate'
      ? 'WWW-Authenticate'
      : name.replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase())

/** Two of each header: `?` behind the name in a table here means that it may be absent. */
export const headerComponents = (): Readonly<Record<string, object>> =>
  Object.fromEntries(
    Object.entries(headerTable).flatMap(([name, description]) => {
      const schema = headerSchemas[name] ?? { type: 'string' }
      return [
        [headerName(name), { description, required: true, schema }],
        [`${headerName(name)}-Optional`, { description, schema }],
      ]
    }),
  )

function headersOf(names: readonly string[]): object {
  const described = [...new Set([...names, 'strict-transport-security?'])].map((told) => {
    const name = told.replace('?', '')
    if (headerTable[name] === undefined) throw new Error(`no description of the header ${name}`)
    const component = headerName(name) + (told.endsWith('?') ? '-Optional' : '')
    return [headerName(name), { $ref: `#/components/headers/${component}` }] as const
  })
  return Object.fromEntries(described.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

export const surfaceOf = ({ surface, method }: Route): Surface =>
  surface ?? (method === 'GET' ? 'data' : 'write')

/** The responses of an operation by status; those that many have in common are references. */
export function responsesOf(route: Route): Record<string, object> {
  const isConditional = route.method === 'GET' && route.unconditional !== true
  return {
    ...Object.fromEntries(
      Object.entries(route.success).map(([status, one]) => [status, success(route, one)]),
    ),
    ...(isConditional ? { 304: reference(`NotModified-${surfaceOf(route)}`) } : {}),
    ...problemResponses(route, ['precondition-failed']),
  }
}

function success(route: Route, { description, type = [], schema, headers = [] }: Described) {
  const surface = surfaceOf(route)
  const isRead = route.method === 'GET'
  const own = [
    ...surfaceHeaders[surface],
    'cache-control',
    ...(isRead && route.unconditional !== true ? [...validity, ...staleness] : []),
    ...(isRead && route.path.includes('{timeline}') ? ['jishi-edition', 'cache-tag'] : []),
    ...headers,
  ]
  const types = typeof type === 'string' ? [type] : type
  return {
    description,
    headers: headersOf(own),
    ...(types.length === 0 ? {} : { content: contentOf(types, schema) }),
  }
}

const contentOf = (types: readonly string[], schema: Described['schema']): object =>
  Object.fromEntries(
    types.map((type) => [
      essence(type),
      {
        schema:
          schema !== undefined && essence(type) === 'application/json'
            ? jsonSchemaOf(schema)
            : isJson(type)
              ? {}
              : { type: 'string' },
      },
    ]),
  )

/** A media type without its parameters. */
const essence = (type: string): string => type.split(';')[0] ?? type

const isJson = (type: string): boolean => /[/+]json$/.test(essence(type))

/** How a problem is answered: problem+json to reads or writes, or a page. */
type Answer = 'read' | 'write' | 'page'

function problemResponses(route: Route, more: readonly ProblemType[]): Record<string, object> {
  const surface = surfaceOf(route)
  const answer: Answer = surface === 'write' ? 'write' : 'read'
  const declared = new Map<ProblemType, Answer>([
    ...more.map((type) => [type, answer] as const),
    ...[...commonProblems, ...queryProblems(route), ...route.problems].map(
      (type) => [type, surface === 'page' ? 'page' : answer] as const,
    ),
  ])
  const byStatus = Map.groupBy(declared, ([type]) => problems[type])
  return Object.fromEntries(
    [...byStatus].map(([status, several]) => {
      const [answers, types] = [new Set(several.map(([, one]) => one)), several.map(([one]) => one)]
      if (answers.size > 1) throw new Error(`${route.id}: ${status} is answered in two ways`)
      const description = types.map((type) => `${type}: ${titleOf(type)}`).join('; ')
      return [status, { ...reference(`Problem-${[...answers][0]}-${status}`), description }]
    }),
  )
}

/** What reading the query string can end with, by the parameters of the route. */
function queryProblems({ parameters, lenient }: Route): ProblemType[] {
  const declared = Object.values(parameters)
  return [
    ...(lenient === true ? [] : (['unknown-parameter', 'invalid-parameter'] as const)),
    ...declared.map(({ problem = 'invalid-parameter' }) => problem),
    ...(declared.some(({ repeatable }) => repeatable !== true)
      ? ['duplicate-parameter' as const]
      : []),
    ...(declared.some(({ required }) => required === true) ? ['missing-parameter' as const] : []),
  ]
}

const reference = (name: string): object => ({ $ref: `#/components/responses/${name}` })

/** Responses that operations refer to, by name. */
export function responseComponents(): Readonly<Record<string, object>> {
  const surfaces = ['data', 'page', 'widget'] as const
  return {
    ...Object.fromEntries(
      surfaces.map((surface) => [
        `NotModified-${surface}`,
        {
          description: 'The client already has this response.',
          headers: headersOf([...validity, ...staleness, 'vary?', ...repeatedHeaders(surface)]),
        },
      ]),
    ),
    ...Object.fromEntries(
      (['read', 'write', 'page'] as const).flatMap((answer) =>
        Array.from(
          Map.groupBy(Object.entries(problems), ([, status]) => status),
          ([status, several]) => {
            const types = several.map(([type]) => type as ProblemType)
            return [`Problem-${answer}-${status}`, problemComponent(answer, types)]
          },
        ),
      ),
    ),
  }
}

function problemComponent(answer: Answer, types: readonly ProblemType[]): object {
  const own = types.flatMap((type) => problemHeaders[type] ?? [])
  const surface = ({ read: 'data', write: 'write', page: 'page' } as const)[answer]
  // An error page keeps only this one of a problem's own headers (http/response/page-response.ts).
  const kept = answer === 'page' ? own.filter((name) => name === 'retry-after') : own
  return {
    description: types.map((type) => titleOf(type)).join('; '),
    headers: headersOf([...surfaceHeaders[surface], 'cache-control', 'content-language', ...kept]),
    content:
      answer === 'page'
        ? { 'text/html': { schema: { type: 'string' } } }
        : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
}

const titleOf = (type: ProblemType): string => problemInWords(problem(type), 'en').title
