// The page of one event: its facts, its citations, and the events before and after it.
import { titleAttributes } from './shell/title.ts'
import { nofollow, relTo } from './shell/crawlers.ts'
import { eventAlternates } from './share/alternates.ts'
import { calendarItems, citationText } from './share/menu.ts'
import { citationList } from './card/evidence.ts'
import { conditionRow } from './list/conditions.ts'
import { eventInPicture } from './list/picture/kept-picture.ts'
import { copyField } from './share/copy.ts'
import { copyScript } from './shell/scripts.ts'
import { jsonLdScript, languageLinks, referenceLink, renderDocument } from './shell/document.ts'
import { linkList } from './card/links.ts'
import { figureList } from './card/measures.ts'
import type { Pieces } from '../domain/text/pieces.ts'
import { createParts } from '../markup/gaps.ts'
import { html, type Html } from '../markup/html.ts'
import { createAddresses } from '../address/addresses.ts'
import { everything, only, withTheme } from '../domain/query/event-query.ts'
import { dateElement, dateMarkup } from './card/date.ts'
import { colorClass } from '../picture/color.ts'
import { kindInWords } from '../messages/calendar/kinds.ts'
import { queryInWords } from '../messages/queries.ts'
import { withStatus } from '../messages/calendar/status.ts'
import { fromList } from './list/event-list.ts'
import { siteLine, timelineLink } from './shell/site-line.ts'
import { eventLinkOf, languageAttributes, textOf, type RenderContext } from './context.ts'
import { pageContext } from './page-context.ts'
import type { EventView, ShownEvent } from './view.ts'
import { messages } from '../messages/languages.ts'
import type { PageMessages } from '../messages/en/pages.ts'

/** @example renderEventPage({ ...page, timeline, edition, event, jsonLd }).join('') → <!doctype html>… */
export function renderEventPage(view: EventView): Pieces {
  const { event, timeline, speech } = view
  const words = messages[speech.ui].pages
  const apart = createParts()
  const plain = { ...pageContext(view), place: apart.put }
  const context = view.list ? fromList(view.list, plain) : plain
  const path = createAddresses('', timeline.id).event(event.id)
  const permalink = context.absolute.event(event.id)
  const title = textOf(context, event.title)
  const withdrawn = event.status === 'withdrawn'
  return renderDocument({
    view,
    apart,
    title: `${withStatus(title, event, context.words)} · ${textOf(context, timeline.title)}`,
    description: `${withStatus(context.dates.full(event.when), event, context.words)}${event.summary ? context.words.colon + textOf(context, event.summary) : ''}`,
    path,
    preview: withdrawn ? undefined : context.absolute.preview(everything, event.id),
    robots: withdrawn ? 'noindex' : undefined,
    head: html`${!withdrawn && eventAlternates(view, context)}${jsonLdScript(view.jsonLd)}`,
    detailed: true,
    body: html`
      <main class="etl event-page ${colorClass(context.themes.get(event.themes[0] ?? ''))}">
        <header>
          ${wayBack(view, context)}
          <p class="event-date">${dateMarkup(event, false, context)}</p>
          <h1${titleAttributes(context, event.title)}>${title}</h1>
          ${conditionRow({ query: everything, pinnedEdition: view.pinnedEdition }, (_, options) => context.addresses.event(event.id, options), context)}
          ${withdrawn && html`<p class="notice">${words.withdrawnEvent}</p>`}
          ${event.status === 'disputed' && html`<p class="status-flag">${context.words.disputed}</p>`}
          ${event.summary && html`<p class="lead"${languageAttributes(context, event.summary)}>${textOf(context, event.summary)}</p>`}
        </header>
        <div class="content">
          ${view.picture && eventInPicture(event, view.picture, context)}
          ${facts(event, words, context)}
          ${citationList(view, words, context)}
          ${notes(event, words, context)}
          ${!withdrawn && offers(view, permalink, context)}
          ${neighbours(view, words, context)}
        </div>
        ${eventFooter(view, words, context)}
      </main>
      ${copyScript}`,
  })
}

/** The list from which the event was reached, if that has it. */
const listWith = ({ list }: EventView): EventView['list'] => (list?.hasEvent ? list : undefined)

/** Home, the timeline, and the list from which the event was reached, at its place. */
function wayBack(view: EventView, context: RenderContext): Html {
  const { timeline, speech, event } = view
  const list = listWith(view)
  const filter = list ? queryInWords(list, timeline, speech) : ''
  const address = listAddress({ list, event }, context)
  return filter === ''
    ? siteLine(context, timelineLink(context, timeline.title, address))
    : siteLine(
        context,
        timelineLink(context, timeline.title),
        html`<a href="${address}" rel="nofollow">${filter}</a>`,
      )
}

const listAddress = (
  { list, event }: Pick<EventView, 'list' | 'event'>,
  { addresses }: RenderContext,
): string =>
  list
    ? `${addresses.timeline(list.query, { cursor: list.cursor })}#${event.id}`
    : addresses.timeline()

/** The event on the page of the whole timeline; the beginning of that, where no place is known. */
const placeOf = ({ event, at }: EventView, { addresses }: RenderContext): string =>
  at === undefined
    ? addresses.timeline()
    : `${addresses.timeline(everything, { at: at || undefined })}#${event.id}`

/** Date, themes, actors, place and figures of the event as a description list. */
function facts(event: ShownEvent, words: PageMessages, context: RenderContext): Html {
  const { when } = event
  const { sources, timeline } = context
  const kind = kindInWords(event, (id) => sources.get(id), timeline.timeZone, words)
  const figures = figureList(event.measures, context)
  return html`
    <dl class="facts">
      <dt>${words.date}</dt>
      <dd>${dateElement(when, context.dates.full(when), '')}<br><small>${kind} · <code>${when.edtf}</code> ${words.edtf}</small></dd>
      ${event.themes.length > 0 && html`<dt>${words.themes}</dt><dd class="event-meta">${event.themes.map((id) => themeLink(id, context))}</dd>`}
      ${event.actors.length > 0 && html`<dt>${context.words.who}</dt><dd><ul>${event.actors.map((id) => html`<li>${actorLink(id, context)}</li>`)}</ul></dd>`}
      ${event.place !== undefined && html`<dt>${context.words.place}</dt><dd>${actorLink(event.place, context)}</dd>`}
      ${figures && html`<dt>${context.words.figures}</dt><dd>${figures}</dd>`}
    </dl>`
}

function themeLink(id: string, context: RenderContext): Html | false {
  const theme = context.themes.get(id)
  if (!theme) return false
  const query = withTheme(everything, id)
  const href = context.addresses.timeline(query)
  return html`<a class="theme-tag ${colorClass(theme)}" href="${href}"${relTo(query)}${languageAttributes(context, theme.label)}>${textOf(context, theme.label)}</a>`
}

function actorLink(id: string, context: RenderContext): Html | false {
  const actor = context.actors.get(id)
  if (!actor) return false
  const query = { ...everything, actors: [only(id)] }
  const href = context.addresses.timeline(query)
  return html`
    <a href="${href}"${relTo(query)}${languageAttributes(context, actor.name)}>${textOf(context, actor.name)}</a>
    ${actor.role && html` <small${languageAttributes(context, actor.role)}>${textOf(context, actor.role)}</small>`}`
}

function notes(event: ShownEvent, words: PageMessages, context: RenderContext): Html {
  const { note } = event
  const links = linkList(event, context)
  return html`
    ${note && html`<section class="detail-section"><h2>${words.note}</h2><p class="prose"${languageAttributes(context, note)}>${textOf(context, note)}</p></section>`}
    ${links && html`<section class="detail-section"><h2>${context.words.links}</h2>${links}</section>`}`
}

function offers({ event, edition }: EventView, permalink: string, context: RenderContext): Html {
  const { words, addresses } = context
  return html`
    <section class="detail-section">
      <h2>${words.menu}</h2>
      <ul class="offers">
        ${calendarItems(event, context)}
        <li><a href="${addresses.subscribe()}"${nofollow}>${words.subscribe}</a></li>
      </ul>
      ${copyField(words.permalink, permalink, context)}
      ${copyField(context.words.citationFormat, citationText(event, edition, context), context)}
    </section>`
}

function neighbours(
  { previous, next }: EventView,
  words: PageMessages,
  context: RenderContext,
): Html | false {
  if (!previous && !next) return false
  const link = (event: ShownEvent, label: string, relation: string) => html`
    <a href="${eventLinkOf(context)(event.id).href}" rel="${relation}${context.eventLink && ' nofollow'}">
      <small>${label} · ${context.dates.full(event.when)}</small>
      <span${languageAttributes(context, event.title)}>${textOf(context, event.title)}</span>
    </a>`
  return html`
    <nav class="neighbours" aria-label="${words.neighbours}">
      ${previous && link(previous, words.previous, 'prev')}
      ${next && link(next, words.next, 'next')}
    </nav>`
}

function eventFooter(view: EventView, words: PageMessages, context: RenderContext): Html {
  const { event, speech, timeline, list, pinnedEdition } = view
  const { addresses } = context
  const own = createAddresses('', timeline.id, undefined, pinnedEdition)
  const path = list ? own.eventFrom(event.id, list.query, list.cursor) : own.event(event.id)
  const { instant } = event.revision
  const within = listWith(view)
  return html`
    <footer class="footer">
      <div>
        <span>${words.lastChanged} <time datetime="${instant}">${instant.slice(0, 10)}</time></span>
        <a href="${addresses.editions()}">${words.editions}</a>
        <a href="${within ? listAddress({ list: within, event }, context) : placeOf(view, context)}"${within && nofollow}>${words.toTimeline}</a>
      </div>
      <div>${languageLinks(words.language, path, speech.ui)}${referenceLink(speech)}</div>
    </footer>`
}
