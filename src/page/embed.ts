// `/timelines/{t}/embed`: the timeline in an iframe of another site. It tells its height to the
// host.
import { queryAlternates } from './share/alternates.ts'
import { renderDocument } from './shell/document.ts'
import { frameScript } from './shell/scripts.ts'
import type { Pieces } from '../domain/text/pieces.ts'
import { constantMarkup, html, printHtml, type Html } from '../markup/html.ts'
import { createAddresses, type AddressOptions } from '../address/addresses.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import { fromList, listBody, listHead } from './list/event-list.ts'
import { onScale } from './list/picture/picture.ts'
import { languageAttributes, textOf } from './context.ts'
import { provenance } from './list/provenance.ts'
import { pageContext } from './page-context.ts'
import { totalText } from './list/total.ts'
import type { EmbedCodeView, ShownEvent, TimelineView } from './view.ts'
import { messages } from '../messages/languages.ts'

type Layout = EmbedCodeView['layout']

/** @example renderEmbedPage(view, 'compact').join('') → <!doctype html>… */
export function renderEmbedPage(view: TimelineView, layout: Layout = 'auto'): Pieces {
  const { timeline, speech, query } = view
  const plain = fromList(view, pageContext(view))
  const context = layout === 'compact' ? plain : onScale({ ...view, base: '' }, plain)
  const { addresses } = context
  const { title } = timeline
  const options = {
    level: 1,
    url: (other: EventQuery, more: AddressOptions = {}) =>
      addresses.embed(other, { layout, ...more }),
    // The address contains the layout only if it is not the default.
    hidden: layout === 'auto' ? [] : [['layout', layout] as const],
    picture: layout !== 'compact',
    low: layout === 'picture',
    ...(layout === 'compact' && { shown: compact }),
  } as const
  const list = { ...view, base: '' }
  const whole = addresses.timeline(query)
  // Nothing but the picture: its marks lead to the pages of events.
  const head = layout === 'picture' ? { ...list, events: [] } : list
  const content = html`
        <div class="content">
          ${withinFrame(listBody(list, options, context), timeline.id)}
          ${view.next !== undefined && html`<p class="link-row"><a class="chip" href="${addresses.timeline(query, { cursor: view.next })}">${messages[speech.ui].pages.nextPage}</a></p>`}
        </div>`
  return renderDocument({
    view,
    title: textOf(context, title),
    path: createAddresses('', timeline.id).timeline(query),
    robots: 'noindex, nofollow',
    low: layout === 'picture',
    // Other pages refuse to be framed, so links open a new window unless they name a target.
    head: html`${queryAlternates(query, context)}<base target="_blank">`,
    body: html`
      <main class="etl framed${layout === 'picture' && ' layout-picture'}">
        <header>
          <h1 class="title"><a href="${whole}"${languageAttributes(context, title)}>${textOf(context, title)}</a></h1>
          <p class="small-print"><span role="status">${context.words.count(totalText(view))}</span></p>
          ${withinFrame(listHead(head, options, context), timeline.id)}
        </header>
        ${layout !== 'picture' && content}
        <footer class="footer">${provenance(view.edition.number, context)}</footer>
      </main>
      ${frameScript}`,
  })
}

/** Without summaries and figures, like the element's compact layout. */
const compact = ({ summary: _, ...event }: ShownEvent): ShownEvent => ({ ...event, measures: [] })

/**
 * Gives every link and form a target, which page and widget render without one: what is for the
 * frame's own page (chips, form, notes, marks of its cards) stays inside the frame, the rest leaves
 * it. Chromium applies `<base target>` to no link in SVG. Escaped text has no quotation marks, so
 * only attributes match.
 */
function withinFrame(markup: Html, timeline: string): Html {
  const own = createAddresses('', timeline).embed()
  const target = (address: string) =>
    address.startsWith('#') || address.split('?')[0] === own ? '_self' : '_blank'
  const targeted = printHtml(markup).replaceAll(
    / (?:href|action)="([^"]*)"/g,
    (attribute, address: string) => ` target="${target(address)}"${attribute}`,
  )
  return constantMarkup(targeted)
}
