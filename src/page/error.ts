// The page of a failure: what it means for the reader and where to go next. Links are relative to the
// address of the page.
import { html, type Html } from '../markup/html.ts'
import { writeSearch, type Pairs } from '../address/canonical.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import { frameScript } from './shell/scripts.ts'
import { faultsBeside, refusedForm, type RefusedForm } from './list/refused-form.ts'
import type { ErrorView, ShownError } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { ListMessages } from '../messages/en/list.ts'
import type { PageMessages } from '../messages/en/pages.ts'

/** Where the failure occurred. */
export interface FailedPage extends ErrorView {
  /** Relative address of the timeline, if an event (`..`) or an edition of it (`?`) is missing. */
  readonly timeline?: '..' | '?' | undefined
  /** The parameters of the address that the page has, as they were typed; without a cursor. */
  readonly typed?: Pairs
  /** True in an iframe, where other pages refuse to load. */
  readonly framed?: boolean
  /** Only where the page has a filter. */
  readonly form?: RefusedForm | undefined
}

/** @example renderErrorPage({ ...page, problem }) → <!doctype html>… */
export function renderErrorPage(view: FailedPage): string {
  const { speech, timeline, problem, typed = [] } = view
  const { status, type, rule } = problem
  const words = messages[speech.ui].pages
  const kind = kindOf(problem)
  const { title, text } =
    kind === null ? { title: problem.title, text: problem.detail } : words.errors[kind]
  const lang: Pairs = speech.inAddress ? [['lang', speech.content]] : []
  const faulty = new Set(problem.errors.map(({ parameter }) => parameter))
  const isNotKept = rule === 'no-such-edition' || rule === 'edition-taken'
  if (isNotKept) faulty.add('edition')
  const beside = typed.filter(([name]) => besideFilter.has(name) && !faulty.has(name))
  const query = writeSearch(lang)
  const own = writeSearch([...beside, ...lang])
  const beginning = writeSearch(
    typed.filter(([name]) => type !== 'cursor-expired' || name !== 'edition'),
  )
  const isPaged = type === 'invalid-cursor' || type === 'cursor-expired'
  const isRemoved = type === 'event-removed'
  const outward = view.framed === true && html` target="_blank"`
  // Other pages refuse to load in a frame; the frame's script looks at the target.
  const link = (href: string, label: string): Html =>
    html`<a class="chip" href="${href || '?'}"${view.framed === true && html` target="_self"`}>${label}</a>`
  return renderPlainPage({
    view,
    title,
    lead: text,
    // Language links only replace the query string, whatever the address is.
    path: writeSearch(typed.filter(([name]) => name !== 'lang')),
    robots: 'noindex',
    canonical: false,
    target: outward,
    content: html`
      ${kind !== null && problem.isExact && html`<p class="prose">${problem.detail}</p>`}
      ${faultList(view)}
      ${view.form && refusedForm(view.form, typed, problem.errors, view)}
      <p class="link-row">
        ${isPaged && link(beginning, words.firstPage)}
        ${(status === 400 || status === 414) && !isPaged && link(own, messages[speech.ui].list.reset)}
        ${isRemoved && link(`../editions${query}`, words.editions)}
        ${(status === 404 || isNotKept || isRemoved) && timeline && link(timeline === '?' ? own : timeline + own, words.toTimeline)}
        <a class="chip" href="/${query}"${outward}>${words.errorHome}</a>
      </p>`,
    ...(view.framed === true && { scripts: frameScript }),
  })
}

/** What a page shows besides a filter, which stays when the filter is cleared. */
const besideFilter: ReadonlySet<string> = new Set(['edition', 'lanes', 'layout'])

/** Problems for which pages have words of their own; others are told like in the API. */
function kindOf({ type, status }: ErrorView['problem']): keyof PageMessages['errors'] | null {
  if (type === 'event-removed') return 'removed'
  if (type === 'query-too-broad' || type === 'invalid-cursor' || type === 'cursor-expired')
    return null
  if (status === 400) return 'badRequest'
  if (status === 404) return 'notFound'
  if (status === 405) return 'notAllowed'
  if (status === 410) return 'gone'
  if (status === 429) return 'tooMany'
  if (status === 503) return 'unavailable'
  return status === 500 ? 'other' : null
}

/** What is wrong with the address, one line for each parameter without a field. */
function faultList({ problem, speech, form }: FailedPage): Html | false {
  const { list, problems } = messages[speech.ui]
  const errors = form === undefined ? problem.errors : faultsBeside(problem.errors)
  if (errors.length === 0) return false
  const line = ({ parameter, detail, hint }: ShownError): string => {
    const sentence =
      parameter === undefined ? detail : problems.at(labelOf(parameter, list), detail)
    return hint === undefined ? sentence : sentence + problems.between + hint
  }
  return html`
    <p>${problems.correct}</p>
    <ul>${errors.map((error) => html`<li>${line(error)}</li>`)}</ul>`
}

/** The label of a parameter's field; its name if it has none. */
function labelOf(parameter: string, words: ListMessages): string {
  const labels: Readonly<Record<string, string>> = {
    theme: words.theme,
    actor: words.actor,
    source: words.source,
    from: words.from,
    to: words.to,
    q: words.words,
  }
  return Object.hasOwn(labels, parameter) ? (labels[parameter] ?? parameter) : parameter
}
