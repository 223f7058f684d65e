// The page of a timeline, and of one theme or actor of it. Everything works without JavaScript.
import { titleAttributes } from './shell/title.ts'
import { isFollowed, nofollow, relTo, robotsOf } from './shell/crawlers.ts'
import { alternates } from './share/alternates.ts'
import { jsonLdScript, renderDocument } from './shell/document.ts'
import { pageFooter } from './shell/footer.ts'
import { createParts } from '../markup/gaps.ts'
import type { Pieces } from '../domain/text/pieces.ts'
import { html, sentenceWith, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import type { QueryUrl } from './list/chips.ts'
import { fromList, listBody, listHead } from './list/event-list.ts'
import { onScale } from './list/picture/picture.ts'
import { siteLine } from './shell/site-line.ts'
import { languageAttributes, textMarkup, textOf, type RenderContext } from './context.ts'
import { factsLine } from './list/facts.ts'
import { totalText } from './list/total.ts'
import { firstSentence } from '../domain/text/first-sentence.ts'
import { dayInWords } from '../messages/calendar/days.ts'
import { monthRail } from './list/rail.ts'
import { subjectOf, subjectTitle } from './list/subject.ts'
import { queryInWords } from '../messages/queries.ts'
import { pageContext } from './page-context.ts'
import type { TimelineView } from './view.ts'
import { messages } from '../messages/languages.ts'

/** @example renderTimelinePage({ ...page, timeline, query, events, … }).join('') → <!doctype html>… */
export function renderTimelinePage(view: TimelineView): Pieces {
  const { timeline, speech, query } = view
  const words = messages[speech.ui].pages
  const apart = createParts()
  const scaled = onScale({ ...view, base: '' }, pageContext(view))
  const context = fromList(view, { ...scaled, place: apart.put })
  const subject = subjectOf(view, context)
  const title = textOf(context, timeline.title)
  const path = createAddresses('', timeline.id).timeline(query)
  const list = { ...view, base: '' }
  const lanes = view.picture?.by === 'actor' ? ('actor' as const) : undefined
  const url: QueryUrl = (query, more = {}) => context.addresses.timeline(query, { lanes, ...more })
  const options = {
    level: 1,
    url,
    kinds: true,
    hidden: lanes === undefined ? [] : [['lanes', lanes] as const],
  } as const
  return renderDocument({
    view,
    apart,
    title: titleOf(view, subject && textOf(context, subject.name), title),
    description: timeline.description
      ? textOf(context, timeline.description)
      : `${title} · ${context.words.count(totalText(view))}`,
    path,
    preview: context.absolute.preview(query),
    robots: robotsOf(query) ?? (view.continued ? 'noindex' : undefined),
    head: html`${alternates(view, context)}${view.jsonLd !== undefined && jsonLdScript(view.jsonLd)}`,
    body: html`
      <a class="skip-link" href="#_events">${words.skip}</a>
      <main class="etl">
        <header>
          ${subject ? subjectTitle(subject, context) : timelineTitle(view, context)}
          ${factsLine(view, context)}
          ${listHead(list, { ...options, actions: actions(view, context) }, context)}
        </header>
        <div class="content" id="_events">
          ${monthRail(list, options.url, context)}
          ${listBody(list, options, context)}
          ${pageLinks(view, context)}
        </div>
        ${pageFooter(view, createAddresses('', timeline.id, undefined, view.pinnedEdition).timeline(query, { lanes, cursor: view.cursor }), context)}
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
    ${siteLine(context)}
    <h1${titleAttributes(context, title)}>${textOf(context, title)}</h1>
    ${description && html`<p class="lead"${languageAttributes(context, description)}>${firstSentence(textOf(context, description))[0]}</p>`}`
}

/** What can be done with the list: subscribe, embed, cite, and read what it was made by. */
function actions(view: TimelineView, context: RenderContext): Html {
  const { addresses, words, speech, timeline, absolute } = context
  const { cite, aboutTimeline, nestedTitle, timelineCitation } = messages[speech.ui].pages
  const { description, credit } = timeline
  const [, rest] = description ? firstSentence(textOf(context, description)) : ['', '']
  const citation = sentenceWith(
    [
      textMarkup(context, timeline.title, nestedTitle),
      ...(credit ? [textMarkup(context, credit)] : []),
    ],
    ([title = '', creditText]) =>
      timelineCitation({
        title,
        credit: creditText,
        edition: view.edition.number,
        published: dayInWords(view.edition.published.slice(0, 10), words.queries.date),
        url: absolute.timeline(view.query),
      }),
  )
  return html`
    <a class="chip primary" href="${addresses.subscribe(view.query)}"${nofollow}>${words.subscribe}</a>
    <a class="chip" href="${addresses.embedCode(view.query)}"${nofollow}>${words.embed}</a>
    <details class="fold"><summary class="chip">${cite}</summary><p class="notice">${citation}</p></details>
    ${description && rest !== '' && html`<details class="fold"><summary class="chip">${aboutTimeline}</summary><p class="notice prose"${languageAttributes(context, description)}>${rest}</p></details>`}`
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
