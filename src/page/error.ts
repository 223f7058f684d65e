// The page of a failure: what it means for the reader and where to go next. It contains nothing of
// the request except its language; links are relative to the address of the page.
import { html, type Html } from '../markup/html.ts'
import { writeSearch } from '../address/canonical.ts'
import { renderPlainPage } from './shell/plain-page.ts'
import type { ErrorView } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/tables.ts'

/** Where the failure occurred. */
export interface FailedPage extends ErrorView {
  /** Relative address of the timeline, if an event (`..`) or an edition of it (`?`) is missing. */
  readonly timeline?: '..' | '?' | undefined
  /** True if the event was removed from the timeline. */
  readonly removed?: boolean
  /** True in an iframe, where other pages refuse to load. */
  readonly framed?: boolean
}

/** @example renderErrorPage({ ...page, status: 404 }) → <!doctype html>… */
export function renderErrorPage(view: FailedPage): string {
  const { speech, status, timeline, removed } = view
  const words = messages[speech.ui].pages
  const { title, text } = words.errors[removed ? 'removed' : kindOf(status)]
  const query = writeSearch(speech.inAddress ? [['lang', speech.ui]] : [])
  const own = query || '?'
  const outward = view.framed && html` target="_blank"`
  return renderPlainPage({
    view,
    title,
    lead: text,
    // Language links only replace the query string, whatever the address is.
    path: '',
    unlisted: true,
    canonical: false,
    content: html`
      <p class="link-row">
        ${status === 400 && link(own, messages[speech.ui].list.reset)}
        ${removed && link(`../editions${query}`, words.editions)}
        ${(status === 404 || removed) && timeline && link(timeline === '?' ? own : timeline + query, words.toTimeline)}
        <a class="chip" href="/${query}"${outward}>${words.errorHome}</a>
      </p>`,
  })
}

const link = (href: string, label: string): Html =>
  html`<a class="chip" href="${href}">${label}</a>`

function kindOf(status: number): keyof PageMessages['errors'] {
  if (status === 404) return 'notFound'
  if (status === 410) return 'gone'
  if (status === 503) return 'unavailable'
  return status >= 400 && status < 500 ? 'badRequest' : 'other'
}
