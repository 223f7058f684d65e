// Shared by all page routes: the language of the page, its headers, and errors as HTML pages.
import type { Result } from '../../domain/result.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import type { Pairs } from '../../address/canonical.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { renderErrorPage, type FailedPage } from '../../page/error.ts'
import type { RefusedForm } from '../../page/list/refused-form.ts'
import { withoutStyle, withStyle } from '../../page/shell/document.ts'
import { contentSecurityPolicy, type PageKind } from '../../page/shell/security.ts'
import type { PageView, Speech } from '../../page/view.ts'
import type { EditionReader } from '../../edition/reader.ts'
import { encoded, type Pieces } from '../../domain/text/pieces.ts'
import { createKeptAnswers } from './kept-answers.ts'
import type { Responded } from './responder.ts'
import { conditional, type Answered, type Rendered } from './conditional.ts'
import { frameHeaders, noStore, pageHeaders } from '../headers.ts'
import { problemCache, problemInWords, problems, type Problem } from '../problem.ts'
import { isForeign } from '../request/foreign.ts'
import { negotiatedLanguage } from '../request/language.ts'
import { isPlainName, readQuery, type Asked, type Parameters } from '../request/query-string.ts'
import { lang } from '../request/parameters.ts'
import { route, type Route, type ValuesOf } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { selectProblems } from '../request/selection.ts'

/** HTML, and what is left out of it, as in `Rendered`. */
type PageBody = string | Pieces | (Pick<Rendered, 'partial'> & { readonly body: string })

/** A page that is rendered only if the client does not have it. */
export interface Page extends Omit<Answered, 'surface'> {
  /** The edition of a page that is kept once it is rendered: one that depends on nothing else. */
  readonly keptWith?: EditionReader
  readonly render: () => PageBody | Promise<PageBody>
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
  ) => Promise<Result<Page, Problem>>
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
      const asked = languageAsked(exchange.request)
      const view = { ...viewOf(exchange, asked), ignored: told(exchange.ignored) }
      const headers = await headersOf(view.speech, kind)
      const form = await formOf(exchange, problem, declared.parameters)
      const typed =
        problem.type === 'uri-too-long' ? [] : typedIn(exchange.request, declared.parameters)
      return errorPage(problem, { ...failedPage(exchange, view, kind), typed, form }, headers)
    },
    async handle(exchange) {
      const view = { ...viewOf(exchange, exchange.query.lang), ignored: told(exchange.ignored) }
      const headers = await headersOf(view.speech, kind)
      const page = await show(exchange, view)
      if (!page.ok) return page.failure
      const { keptWith, render, ...answered } = page.value
      const { ui, content, inAddress } = view.speech
      const identity = `${spec.id} ${ui} ${answered.identity} ${view.ignored.join(' ')}`
      const rendered = async (isToKeep: boolean): Promise<Rendered> => {
        const page = await render()
        const type = 'text/html; charset=utf-8'
        if (typeof page === 'string') return { type, body: encoded([page]) }
        if ('body' in page) return { type, ...page }
        return { type, body: encoded(isToKeep ? withoutStyle(page) : page) }
      }
      // Addresses on the page carry the language as it was written.
      const key = JSON.stringify([identity, content, inAddress])
      return conditional(exchange, { ...answered, identity, surface: headers }, async () => {
        const page = await (keptWith === undefined
          ? rendered(false)
          : keptPages.get(keptWith, key, rendered))
        const { body } = page
        return body instanceof Uint8Array ? { ...page, body: withStyle(body) } : page
      })
    },
  })
}

/** Apart from files, so that readers of many pages displace no calendar that is polled. */
const keptPages = createKeptAnswers()

/** The form of a page with a filter; undefined if its timeline cannot be read. */
async function formOf(
  { service, values }: Pick<Exchange, 'service' | 'values'>,
  { type }: Problem,
  parameters: Parameters,
): Promise<RefusedForm | undefined> {
  const id = values['timeline']
  if (problems[type] !== 400 || id === undefined || !('theme' in parameters)) return undefined
  const current = isIdentifier(id) ? await service.store.current(id) : null
  if (current?.ok !== true) return undefined
  return { timeline: current.value.value.facts.timeline }
}

/** What an address has of the parameters of its page; a cursor belongs to the filter it was made for. */
const typedIn = ({ url }: Request, parameters: Parameters): Pairs =>
  [...new URL(url).searchParams].filter(
    ([name, value]) =>
      value !== '' &&
      !isForeign(name, value) &&
      (name === 'lang' || (name !== 'cursor' && Object.hasOwn(parameters, name))),
  )

/** The error page for a browser at an address that also answers JSON. */
export async function problemPage(
  { service, request }: Pick<Exchange, 'service' | 'request'>,
  problem: Problem,
): Promise<Responded> {
  const view = viewOf({ service, request }, languageAsked(request))
  const { vary, ...headers } = await headersOf(view.speech, 'plain')
  return errorPage(
    problem,
    { ...view, method: request.method },
    {
      ...headers,
      vary: vary === undefined ? 'Accept' : `Accept, ${vary}`,
    },
  )
}

/** Only `lang`, from a query that is otherwise malformed or belongs to no route. */
export function languageAsked({ url }: Request): string | undefined {
  const read = readQuery(new URL(url).search, { lang }, true)
  return read.ok ? read.value.asked.lang : undefined
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

/** Names that are not plain could be any text: null stands for them. */
const told = (names: readonly string[]): readonly (string | null)[] => [
  ...new Set(names.map((name) => (isPlainName(name) ? name : null))),
]

async function headersOf(speech: Speech, kind: PageKind): Promise<Record<string, string>> {
  return {
    ...(kind === 'frame' ? frameHeaders : pageHeaders),
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

type Failed = Omit<FailedPage, 'problem'> & { readonly method: string }

/** Where an error page can link back to. */
function failedPage(
  { request, values }: Pick<Exchange, 'request' | 'values'>,
  view: PageView,
  kind: PageKind,
): Failed {
  const ofEdition = new URL(request.url).searchParams.has('edition') ? '?' : undefined
  const timeline = values['event'] === undefined ? ofEdition : '..'
  return { ...view, timeline, framed: kind === 'frame', method: request.method }
}

/** The problem as an HTML page, with the same status and the same headers. */
function errorPage(
  problem: Problem,
  { method, ...view }: Failed,
  headers: Readonly<Record<string, string>>,
): Responded {
  const { errors = [], ...words } = problemInWords(problem, view.speech.ui)
  const shown = {
    ...words,
    errors,
    isExact: problem.broken !== undefined,
    type: problem.type,
  }
  return {
    body: renderErrorPage({ ...view, problem: shown }),
    status: words.status,
    headers: {
      ...headers,
      'cache-control': /^(?:GET|HEAD)$/.test(method) ? problemCache(words.status) : noStore,
      'content-type': 'text/html; charset=utf-8',
      ...problem.headers,
    },
  }
}
