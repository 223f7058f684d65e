// The service as a Hono app: every route of the table, and an answer for everything else.
import { HonoBase } from 'hono/hono-base'
import { RegExpRouter } from 'hono/router/reg-exp-router'
import { dataHeaders, noStore, readableHeaders, staticCache, writeHeaders } from './headers.ts'
import { missingPage } from './response/page-response.ts'
import { maxUriBytes } from './request/query-string.ts'
import { createProblems, type Problems } from './problem.ts'
import { choicesOf } from './request/accept.ts'
import { createQueryReader } from './request/query-reader.ts'
import type { Method, Route } from './route.ts'
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
  const problems = createProblems(service.publicUrl)
  const readQuery = createQueryReader()

  const answer = (route: Route, request: Request, path: Path) => {
    const problem = problems(route.method)
    const read = readQuery(route, searchOf(request.url))
    const exchange = { service, request, ...path, problem }
    if (read.ok) return route.handle({ ...exchange, query: read.value })
    const refusal = problem(read.failure.type, { errors: read.failure.errors })
    return route.refuse?.({ ...exchange, query: undefined }, refusal) ?? refusal
  }
  for (const { method, path, endings } of shapesOf(routes)) {
    hono.on(method, path, ({ req }) => {
      const values: Record<string, string> = req.param()
      for (const { route, name, suffix } of endings) {
        if (suffix === '') return answer(route, req.raw, { path: req.path, values })
        const value = values[name] ?? ''
        if (value.endsWith(suffix)) {
          const stem = value.slice(0, -suffix.length)
          return answer(route, req.raw, { path: req.path, values: { ...values, [name]: stem } })
        }
      }
      return problems(method)('not-found')
    })
  }
  // A second app handles the rest, so that Hono sees a single handler per route.
  const otherwise = otherMethods(problems, service)
  hono.notFound(({ req }) => otherwise.fetch(req.raw))
  hono.onError((error) => {
    throw error
  })

  return {
    async fetch(request) {
      if (isTooLong(request.url)) return problems(request.method)('uri-too-long')
      // The one last catch: of routes, of the answers to unknown paths, and of Hono itself.
      try {
        return await hono.fetch(request)
      } catch (error) {
        const { message, stack } = error instanceof Error ? error : new Error(String(error))
        service.log({ level: 'error', message, stack })
        return problems(request.method)('internal-error')
      }
    },
  }
}

/** Hono with only its fastest router, which throws on the first request if a path is too complex. */
const createHono = (): HonoBase => new HonoBase({ strict: true, router: new RegExpRouter() })

/** CORS preflight (Fetch standard) is supported for reads only: writes come from programs. */
function options(methods: readonly string[], allow: string): Response {
  const crossOrigin = {
    ...readableHeaders,
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': 'If-None-Match',
    'access-control-max-age': '86400',
  }
  const isRead = methods.includes('GET')
  return new Response(null, {
    status: 204,
    // Responses to OPTIONS are not cacheable (RFC 9110, 9.3.7).
    headers: { ...writeHeaders, ...(isRead ? crossOrigin : {}), allow, 'cache-control': noStore },
  })
}

/** Handles OPTIONS, methods that a path does not support, and unknown paths. */
function otherMethods(problems: Problems, service: Service): HonoBase {
  const hono = createHono()
  for (const [path, shapes] of Map.groupBy(shapesOf(routes), (shape) => shape.path)) {
    const methods = shapes.map(({ method }) => method)
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
    hono.all(path, ({ req }) =>
      req.method === 'OPTIONS'
        ? options(methods, allow)
        : problems(req.method)('method-not-allowed', { headers: { allow } }),
    )
  }
  hono.notFound(({ req }) => missing(req.raw, req.path, { problems, service }))
  return hono
}

/**
 * The response for an unknown path. Outside the API, a browser gets an error page
 * (docs/decisions/0008-errors-for-people.md).
 */
function missing(
  request: Request,
  path: string,
  { problems, service }: { readonly problems: Problems; readonly service: Service },
): Response | Promise<Response> {
  const problem = problems(request.method)
  if (!/^(?:GET|HEAD)$/.test(request.method) || /^\/v1(?:\/|$)/.test(path))
    return problem('not-found')
  // A page with a trailing slash: redirect permanently (RFC 9110, 15.4.9).
  if (/^\/(?:docs|timelines\/.*[^/])\/$/.test(path)) {
    // As it was sent: the decoded path may have characters that no header may have.
    const location = new URL(request.url).pathname.slice(0, -1) + searchOf(request.url)
    const headers = { ...dataHeaders, 'cache-control': staticCache, location }
    return new Response(null, { status: 308, headers })
  }
  const notFound = problem('not-found', { headers: { vary: 'Accept' } })
  return acceptsHtml(request) ? missingPage({ service, request }, notFound) : notFound
}

/** Only if text/html is named: a program that accepts anything (RFC 9110, 12.5.1) gets JSON. */
const acceptsHtml = ({ headers }: Request): boolean =>
  choicesOf(headers.get('accept')).some(({ type, q }) => type === 'text/html' && q > 0)

type Path = Pick<Exchange, 'path' | 'values'>

/** The routes that share one Hono pattern, in the order of the table. */
interface Shape {
  readonly method: Method
  readonly path: string
  readonly endings: { readonly route: Route; readonly name: string; readonly suffix: string }[]
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
