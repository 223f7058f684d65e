// The page of a timeline, and of one theme or actor of it. Everything works without JavaScript.
import { isFollowed, relTo, robotsOf } from './shell/crawlers.ts'
import { alternates } from './share/alternates.ts'
import { renderDocument } from './shell/document.ts'
import { pageFooter } from './shell/footer.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { listBody, listHead } from './list/event-list.ts'
import { languageAttributes, textOf, type RenderContext } from './context.ts'
import { sourceRow } from './list/sources.ts'
import { subjectOf, subjectTitle } from './list/subject.ts'
import { queryInWords } from '../messages/queries.ts'
import { pageContext } from './page-context.ts'
import type { TimelineView } from './view.ts'
import { messages } from '../messages/languages.ts'

/** @example renderTimelinePage({ ...page, timeline, query, events, … }) → <!doctype html>… */
export function renderTimelinePage(view: TimelineView): string {
  const { timeline, speech, query } = view
  const words = messages[speech.ui].pages
  const context = pageContext(view)
  const subject = subjectOf(view, context)
  const title = textOf(context, timeline.title)
  const path = createAddresses('', timeline.id).timeline(query)
  const list = { ...view, base: '' }
  const options = { level: 1, url: context.addresses.timeline } as const
  return renderDocument({
    view,
    title: titleOf(view, subject && textOf(context, subject.name), title),
    description: timeline.description
      ? textOf(context, timeline.description)
      : `${title} · ${context.words.count(String(view.total))}`,
    path,
    robots: robotsOf(query) ?? (view.continued ? 'noindex' : undefined),
    head: alternates(view, context),
    body: html`
      <a class="skip-link" href="#_events">${words.skip}</a>
      <main class="etl">
        <header>
          ${subject ? subjectTitle(subject, context) : timelineTitle(view, context)}
          ${sourceRow(view, context)}
          ${listHead(list, options, context)}
        </header>
        <div class="content" id="_events">
          ${listBody(list, options, context)}
          ${pageLinks(view, context)}
        </div>
        ${pageFooter(view, createAddresses('', timeline.id, undefined, view.pinnedEdition).timeline(query), context)}
      </main>`,
  })
}

/** A filter stands in the title, as a shared link shows it. */
function titleOf(view: TimelineView, subject: string | undefined, title: string): string {
  if (subject !== undefined) return `${subject} · ${title}`
  const filter = queryInWords(view, view.timeline, view.speech)
  return filter === '' ? title : `${title} · ${filter}`
}

export function timelineTitle(
  { timeline }: Pick<TimelineView, 'timeline'>,
  context: RenderContext,
): Html {
  const { title, description } = timeline
  return html`
    <h1 class="title"${languageAttributes(context, title)}>${textOf(context, title)}</h1>
    ${description && html`<p class="lead"${languageAttributes(context, description)}>${textOf(context, description)}</p>`}`
}

/** Links to the first and the next page. */
function pageLinks(view: TimelineView, { addresses, speech }: RenderContext): Html | false {
  const words = messages[speech.ui].pages
  if (view.next === undefined && !view.continued) return false
  const first = html`<a class="chip" href="${addresses.timeline(view.query)}"${relTo(view.query)}>${words.firstPage}</a>`
  const next = html`<a class="chip" rel="${isFollowed(view.query) ? 'next' : 'next nofollow'}" href="${addresses.timeline(view.query, { cursor: view.next })}">${words.nextPage}</a>`
  return html`
    <nav class="link-row" aria-label="${words.pages}">
      ${view.continued && first}
      ${view.next !== undefined && next}
    </nav>`
}
