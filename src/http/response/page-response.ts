// Shared by all page routes: the language of the page, its headers, and errors as HTML pages.
import type { Result } from '../../domain/result.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { renderErrorPage, type FailedPage } from '../../page/error.ts'
import { contentSecurityPolicy, type PageKind } from '../../page/shell/security.ts'
import type { PageView, Speech } from '../../page/view.ts'
import { conditional, type Answered } from './conditional.ts'
import { pageHeaders } from '../headers.ts'
import { negotiatedLanguage } from '../request/language.ts'
import { readQuery, type Asked, type Parameters } from '../request/query-string.ts'
import { lang } from '../request/parameters.ts'
import { route, type Route, type ValuesOf } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { selectProblems } from '../request/selection.ts'

/** A page that is rendered only if the client does not have it. */
export interface Page extends Omit<Answered, 'surface'> {
  readonly render: () => string | Promise<string>
}

export interface PageSpec<Path extends string, Declared extends Parameters> {
  readonly path: Path
  readonly id: string
  readonly summary: string
  readonly kind?: PageKind
  readonly parameters: Declared
  /** Collects the data of the page; a failure is a problem, whose status the error page keeps. */
  readonly show: (
    exchange: Exchange<Asked<Declared>, ValuesOf<Path>>,
    view: PageView,
  ) => Promise<Result<Page, Response>>
}

export function pageRoute<const Path extends string, const Declared extends Parameters>(
  spec: PageSpec<Path, Declared>,
): Route {
  const { kind = 'plain', show, ...declared } = spec
  return route({
    ...declared,
    method: 'GET',
    tag: 'pages',
    surface: 'page',
    parameters: { ...declared.parameters, lang },
    lenient: true,
    success: { 200: { description: 'The page', type: 'text/html; charset=utf-8' } },
    problems: selectProblems,
    async refuse(exchange, problem) {
      const view = viewOf(exchange, languageAsked(exchange.request))
      const headers = await headersOf(view.speech, kind)
      return errorPage(problem, failedPage(exchange, view, kind), headers)
    },
    async handle(exchange) {
      const view = viewOf(exchange, exchange.query.lang)
      const headers = await headersOf(view.speech, kind)
      const page = await show(exchange, view)
      if (!page.ok) return errorPage(page.failure, failedPage(exchange, view, kind), headers)
      const { identity, render, ...answered } = page.value
      return conditional(
        exchange,
        { ...answered, identity: `${spec.id} ${view.speech.ui} ${identity}`, surface: headers },
        async () => ({ type: 'text/html; charset=utf-8', body: await render() }),
      )
    },
  })
}

/** The error page for a browser at an unknown path. */
export async function missingPage(
  { service, request }: Pick<Exchange, 'service' | 'request'>,
  problem: Response,
): Promise<Response> {
  const view = viewOf({ service, request }, languageAsked(request))
  const { vary, ...headers } = await headersOf(view.speech, 'plain')
  return errorPage(problem, view, {
    ...headers,
    vary: vary === undefined ? 'Accept' : `Accept, ${vary}`,
  })
}

/** Only `lang`, from a query that is otherwise malformed or belongs to no route. */
function languageAsked({ url }: Request): string | undefined {
  const read = readQuery(new URL(url).search, { lang }, true)
  return read.ok ? read.value.lang : undefined
}

function viewOf(
  { service, request }: Pick<Exchange, 'service' | 'request'>,
  wanted: string | undefined,
): PageView {
  const ui =
    wanted === undefined
      ? negotiatedLanguage(request.headers.get('accept-language'))
      : nearestUiLanguage(wanted)
  const speech: Speech = { ui, content: wanted ?? ui, inAddress: wanted !== undefined }
  return { publicUrl: service.publicUrl, speech }
}

async function headersOf(speech: Speech, kind: PageKind): Promise<Record<string, string>> {
  return {
    ...pageHeaders,
    'content-security-policy': await policy(kind),
    'content-language': speech.ui,
    ...(speech.inAddress ? {} : { vary: 'Accept-Language' }),
  }
}

const policies = new Map<PageKind, Promise<string>>()

/** Computed once per isolate, since it hashes scripts and styles. */
function policy(kind: PageKind): Promise<string> {
  const made = policies.get(kind) ?? contentSecurityPolicy(kind)
  policies.set(kind, made)
  return made
}

type Failed = Omit<FailedPage, 'status'>

/** Where an error page can link back to. */
function failedPage(
  { request, values }: Pick<Exchange, 'request' | 'values'>,
  view: PageView,
  kind: PageKind,
): Failed {
  const ofEdition = new URL(request.url).searchParams.has('edition') ? '?' : undefined
  const timeline = values['event'] === undefined ? ofEdition : '..'
  return { ...view, timeline, framed: kind === 'frame' }
}

/** The problem as an HTML page, with the same status, Cache-Control and Retry-After. */
async function errorPage(
  problem: Response,
  view: Failed,
  headers: Record<string, string>,
): Promise<Response> {
  const { type } = (await problem.json()) as { readonly type: string }
  const removed = type.endsWith('/event-removed')
  const kept = ['cache-control', 'retry-after'].flatMap((name) => {
    const value = problem.headers.get(name)
    return value === null ? [] : [[name, value] as const]
  })
  return new Response(renderErrorPage({ ...view, removed, status: problem.status }), {
    status: problem.status,
    headers: {
      ...headers,
      'content-type': 'text/html; charset=utf-8',
      ...Object.fromEntries(kept),
    },
  })
}
