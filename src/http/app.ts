// The service as a Hono app: every route of the table, and an answer for everything else.
import { broken } from '../domain/broken-rule.ts'
import { nearestUiLanguage } from '../domain/text/ui-language.ts'
import { DamagedPart } from '../edition/segment/parts.ts'
import { HonoBase } from 'hono/hono-base'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { dataHeaders, noStore, readableHeaders, staticCache, writeHeaders } from './headers.ts'
import { toolHeaders } from './mcp/era.ts'
import { languageAsked, problemPage } from './response/page-response.ts'
import { maxUriBytes, type QueryFault } from './request/query-string.ts'
import { problem, problemResponse, thrownProblem, type Problem } from './problem.ts'
import { createResponder, type Responded, type Responder } from './response/responder.ts'
import { choicesOf } from './request/accept.ts'
import { createQueryReader } from './request/query-reader.ts'
import { filterFaults, type OfTimeline } from './request/selection.ts'
import type { Method, Route, RouteAnswer } from './route.ts'
import type { Exchange } from './request/exchange.ts'
import type { Service } from './service.ts'
import { routes } from './routes/table.ts'

export interface App {
  fetch(request: Request): Promise<Response>
}

/**
 * The application for one host. Its `fetch` always answers with a response: an error that a route
 * throws is logged and answered with 500.
 * @example await createApp(service).fetch(new Request('https://a.example/v1/timelines'))
 */
export function createApp(service: Service): App {
  const hono = createHono()
  const respond = createResponder(service)
  const readQuery = createQueryReader()

  const handle = async (
    route: Route,
    exchange: Omit<Exchange, 'query'>,
    read: ReturnType<typeof readQuery>,
  ): Promise<RouteAnswer> =>
    read.ok
      ? route.handle({ ...exchange, query: read.value.asked })
      : problem(read.failure.type, { errors: await faultsOf(route, exchange, read.failure) })
  const answer = async (route: Route, request: Request, path: Path): Promise<Responded> => {
    const unread = { service, request, ...path, ignored: [] }
    if (isTooLong(request.url)) return refuseAt(route, unread, tooLong)
    const read = readQuery(route, searchOf(request.url))
    const { ignored } = read.ok ? read.value : read.failure
    const exchange = { ...unread, ignored }
    const answered = await handle(route, exchange, read).catch((error: unknown) =>
      failure(service, error),
    )
    return 'body' in answered ? answered : refuseAt(route, exchange, answered)
  }
  for (const { method, path, endings } of shapesOf(routes)) {
    hono.on(method, path, async ({ req }) => {
      const values: Record<string, string> = req.param()
      const found = routeAt(endings, values)
      return respond(
        await (found
          ? answer(found.route, req.raw, { path: req.path, values: found.values })
          : refuse(service, req.raw, problem('not-found'))),
      )
    })
  }
  // A second app handles the rest, so that Hono sees a single handler per route.
  const otherwise = otherMethods(service, respond)
  hono.notFound(({ req }) => otherwise.fetch(req.raw))
  hono.onError((error) => {
    throw error
  })

  return {
    async fetch(request) {
      // The last catch: of error pages, of the answers to unknown paths, and of Hono itself.
      try {
        return await hono.fetch(request)
      } catch (error) {
        return respond(await refuse(service, request, failure(service, error)))
      }
    },
  }
}

const tooLong = problem('uri-too-long', { broken: broken('address-size', { max: maxUriBytes }) })

/** The problem of an error that was thrown. Where it is a bug, only the log has the cause. */
function failure(service: Service, error: unknown): Problem {
  const known = thrownProblem(error)
  if (error instanceof DamagedPart)
    service.log({ level: 'warn', message: 'store fault', key: error.part, fault: error.fault })
  if (known !== undefined) return known
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  service.log({ level: 'error', message, stack })
  return problem('internal-error')
}

/** Hono with only its fastest router, which throws on the first request if a path is too complex. */
const createHono = (): HonoBase => new HonoBase({ strict: true, router: new RegExpRouter() })

/**
 * CORS preflight (Fetch standard) is supported for reads, and for what else any origin may call:
 * writes come from programs.
 */
function options(onPath: readonly Route[], allow: string): Responded {
  const open = onPath.find(({ method, surface }) => method === 'GET' || surface === 'data')
  const crossOrigin = {
    ...readableHeaders,
    'access-control-allow-methods': open?.method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS',
    'access-control-allow-headers': open?.method === 'GET' ? 'If-None-Match' : toolHeaders,
    'access-control-max-age': '86400',
  }
  return {
    body: null,
    status: 204,
    // Responses to OPTIONS are not cacheable (RFC 9110, 9.3.7).
    headers: {
      ...writeHeaders,
      ...(open ? crossOrigin : {}),
      ...patchesOf(onPath),
      allow,
      'cache-control': noStore,
    },
  }
}

/** RFC 5789, 3.1: which patches an address takes. */
function patchesOf(onPath: readonly Route[]): { 'accept-patch'?: string } {
  const type = onPath.find(({ method }) => method === 'PATCH')?.body?.type
  return type === undefined ? {} : { 'accept-patch': type }
}

/** Handles OPTIONS, methods that a path does not support, and unknown paths. */
function otherMethods(service: Service, respond: Responder): HonoBase {
  const hono = createHono()
  for (const [path, shapes] of Map.groupBy(shapesOf(routes), (shape) => shape.path)) {
    const methods = shapes.map(({ method }) => method)
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    const endings = shapes.flatMap((shape) => shape.endings)
    hono.all(path, async ({ req }) => {
      const isLong = isTooLong(req.url)
      if (req.method === 'OPTIONS' && !isLong) {
        const onPath = endings.map(({ route }) => route)
        return respond(options(onPath, allow))
      }
      const refused = isLong ? tooLong : problem('method-not-allowed', { headers: { allow } })
      const found = routeAt(endings, req.param())
      const values = found?.values ?? {}
      const exchange = { service, request: req.raw, path: req.path, values, ignored: [] }
      return respond(await refuseAt(found?.route, exchange, refused))
    })
  }
  hono.notFound(async ({ req }) => respond(await missing(req.raw, req.path, service)))
  return hono
}

/** The response for an unknown path. */
function missing(request: Request, path: string, service: Service): Responded | Promise<Responded> {
  const isForPeople = isRead(request) && !isFile(path)
  if (isTooLong(request.url)) return refuse(service, request, tooLong, { isForPeople })
  // A page with a trailing slash: redirect permanently (RFC 9110, 15.4.9).
  if (isRead(request) && /^\/(?:docs|timelines\/.*[^/])(?<!\.(?:md|png))\/$/.test(path)) {
    // As it was sent: the decoded path may have characters that no header may have.
    const location = new URL(request.url).pathname.slice(0, -1) + searchOf(request.url)
    const headers = { ...dataHeaders, 'cache-control': staticCache, location }
    return { body: null, status: 308, headers }
  }
  return refuse(service, request, problem('not-found'), { isForPeople })
}

/**
 * Where there is no page, whoever asks: the API, and files that browsers and bots ask for by habit,
 * such as /apple-touch-icon.png, /.well-known/… and /wp-login.php. The answer is short.
 */
const isFile = (path: string): boolean =>
  /^\/(?:v1|\.well-known)(?:\/|$)|\.(?!html?$)\w{1,11}$/.test(path)

/** The faults of a query; those of a filter with the names that its timeline does not have. */
const faultsOf = (
  { parameters }: Route,
  exchange: Omit<Exchange, 'query'>,
  fault: QueryFault,
): QueryFault['errors'] | Promise<QueryFault['errors']> =>
  'theme' in parameters
    ? filterFaults({ ...exchange, query: undefined } as Exchange<unknown, OfTimeline>, fault)
    : fault.errors

/** A problem at the address of a route: as a page where people read one, else as JSON. */
function refuseAt(
  route: Route | undefined,
  exchange: Omit<Exchange, 'query'>,
  refused: Problem,
): Responded | Promise<Responded> {
  const { service, request } = exchange
  // Programs alone send If-Match; what is no read comes from them, too, unless it names text/html.
  const isForPeople = isRead(request) || acceptsHtml(request)
  if (isForPeople && refused.type !== 'precondition-failed') {
    const page = route?.refuse?.({ ...exchange, query: undefined }, refused)
    if (page) return page
  }
  const isOpen = route?.surface === 'data' && route.method === request.method
  return refuse(service, request, refused, { isOpen })
}

/**
 * A problem as a response; at an unknown address outside the API, a browser gets an error page
 * (docs/decisions/0008-errors-for-people.md).
 */
function refuse(
  service: Service,
  request: Request,
  refused: Problem,
  { isForPeople = false, isOpen = false }: RefuseOptions = {},
): Responded | Promise<Responded> {
  if (isForPeople && acceptsHtml(request)) return problemPage({ service, request }, refused)
  const language = nearestUiLanguage(languageAsked(request) ?? 'en')
  const { publicUrl } = service
  const headers = isForPeople ? { ...refused.headers, vary: 'Accept' } : refused.headers
  return problemResponse(headers ? { ...refused, headers } : refused, {
    publicUrl,
    method: isOpen ? 'GET' : request.method,
    language,
  })
}

interface RefuseOptions {
  readonly isForPeople?: boolean
  /** Any origin may read it, whatever the method. */
  readonly isOpen?: boolean
}

const isRead = ({ method }: Request): boolean => method === 'GET' || method === 'HEAD'

/**
 * Only if text/html is named, in any case (RFC 9110, 8.3.1): a program that accepts anything (12.5.1) gets
 * JSON.
 */
const acceptsHtml = ({ headers }: Request): boolean =>
  choicesOf(headers.get('accept')).some(({ type, q }) => /^text\/html$/i.test(type) && q > 0)

type Path = Pick<Exchange, 'path' | 'values'>

/** The routes that share one Hono pattern, in the order of the table. */
interface Shape {
  readonly method: Method
  readonly path: string
  readonly endings: { readonly route: Route; readonly name: string; readonly suffix: string }[]
}

/** The route of a path among those of its pattern, with the values of the path. */
function routeAt(endings: Shape['endings'], values: Path['values']) {
  for (const { route, name, suffix } of endings) {
    const value = values[name] ?? ''
    if (suffix === '') return { route, values }
    if (value.endsWith(suffix))
      return { route, values: { ...values, [name]: value.slice(0, -suffix.length) } }
  }
  return undefined
}

/** `/a/{b}.ics` and `/a/{b}` both become `/a/:b`, since a parameter in Hono is a whole segment. */
function shapesOf(table: readonly Route[]): Shape[] {
  const shapes = new Map<string, Shape>()
  for (const route of table) {
    const [, stem = route.path, name = '', suffix = ''] =
      /^(.*\{(\w+)\})([^/{}]+)$/.exec(route.path) ?? []
    const path = stem.replaceAll(/\{(\w+)\}/g, ':$1')
    const key = `${route.method} ${path}`
    const shape = shapes.get(key) ?? { method: route.method, path, endings: [] }
    shape.endings.push({ route, name, suffix })
    shapes.set(key, shape)
  }
  return [...shapes.values()]
}

function searchOf(url: string): string {
  const start = url.indexOf('?')
  return start < 0 ? '' : url.slice(start)
}

/** Measures path and query without the host, since caches keep the response for every host. */
const isTooLong = (url: string): boolean =>
  url.length > maxUriBytes && url.length - url.indexOf('/', url.indexOf('//') + 2) > maxUriBytes
