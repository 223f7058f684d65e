// The HTML pages: each route collects the data that its renderer shows.
import { queryString, type AddressOptions } from '../../address/addresses.ts'
import { writeListCursor } from '../../address/cursor.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { isMonth, sectionOf } from '../../domain/date/claims.ts'
import { everything } from '../../domain/query/event-query.ts'
import { isListed } from '../../domain/query/matches.ts'
import type { Answer, EditionReader } from '../../edition/reader.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { failed, ok } from '../../domain/result.ts'
import { ics } from '../../formats/icalendar/ics.ts'
import { formats } from '../../formats/all-formats.ts'
import { eventJsonLd, timelineJsonLd } from '../../formats/json-ld/graph.ts'
import { queryInWords } from '../../messages/queries.ts'
import { renderEditionsPage } from '../../page/editions.ts'
import { renderEmbedPage } from '../../page/embed.ts'
import { renderEmbedCodePage } from '../../page/embed-code.ts'
import { renderEventPage } from '../../page/event.ts'
import { renderHomePage } from '../../page/home.ts'
import { renderSubscribePage } from '../../page/subscribe.ts'
import { robotsOf } from '../../page/shell/crawlers.ts'
import { renderTimelinePage } from '../../page/timeline.ts'
import type { LaneKind } from '../../domain/query/lanes.ts'
import type { EventView, PageView, ShownChoices, TimelineView } from '../../page/view.ts'
import type { Pieces } from '../../domain/text/pieces.ts'
import { keptChanges } from '../../store/read/kept-changes.ts'
import { readProblem } from '../problem.ts'
import * as parameters from '../request/parameters.ts'
import {
  chooseEdition,
  findEvent,
  listReached,
  select,
  type Selection,
} from '../request/selection.ts'
import { fileFacts } from '../response/format-response.ts'
import { chooseBefore, editionCursors } from '../request/editions-page.ts'
import { timelinesPage } from '../request/timelines-page.ts'
import type { Exchange } from '../request/exchange.ts'
import { addressesOf, cursorBehind, formatUrls } from '../response/links.ts'
import { glanceAt, pictureData, wholeOf, withTitleWords } from './picture.ts'
import { partialWithout } from '../response/conditional.ts'
import { pageRoute, type Page } from '../response/page-response.ts'
import { currentWidget } from '../response/released-widget.ts'
import type { Route } from '../route.ts'

/** Events per page: few enough that a page loads without a wait. */
export const eventsOfPage = { limit: { default: 100, max: 100 }, bySection: true } as const

export const home = pageRoute({
  path: '/',
  id: 'showHome',
  summary: 'All timelines, as an HTML page',
  parameters: { q: parameters.titleWords, cursor: parameters.timelinesCursor },
  async show({ service, query }, view) {
    const list = await service.store.timelines()
    if (!list.ok) return failed(readProblem(list.failure))
    const { value, stale } = list.value
    const terms = query.q ?? []
    const found = await withTitleWords(value.timelines, terms)
    const { shown, next, identity } = timelinesPage(found, query)
    return ok({
      identity: `${terms.join(' ')} ${identity}`,
      pinned: false,
      stale,
      render: async () => {
        const glances = await Promise.all(
          shown.slice(0, maxGlances).map(({ id }) => glanceAt(service.store, id)),
        )
        const unread = shown.filter((_, i) => {
          const glance = glances[i]
          return glance?.ok === false && glance.failure === 'unavailable'
        })
        const body = renderHomePage({
          ...view,
          cursor: query.cursor === undefined ? undefined : writeListCursor(query.cursor),
          next,
          total: value.timelines.length,
          terms,
          timelines: shown.map(({ edition, published, events, first, last, ...timeline }, i) => {
            const glance = glances[i]
            return {
              timeline,
              edition: { number: edition, published },
              events,
              span: first === null || last === null ? null : { first, last },
              ...(glance?.ok === true && { glance: glance.value }),
            }
          }),
        })
        return { body, partial: partialWithout(unread.map(({ id }) => id)) }
      },
    })
  },
})

/** Timelines of the list whose edition is read for a picture and its sources. */
const maxGlances = 24

const listParameters = {
  ...parameters.filter,
  cursor: parameters.cursor,
  edition: parameters.edition,
} as const

export const timelinePage = pageRoute({
  path: '/timelines/{timeline}',
  id: 'showTimeline',
  summary: 'A timeline, as an HTML page; with a filter, the view of a theme, an actor or a source',
  parameters: { ...listParameters, lanes: parameters.lanes, at: parameters.at },
  async show(exchange, view) {
    const selected = await select(exchange, eventsOfPage)
    if (!selected.ok) return selected
    const { lanes: by, at } = exchange.query
    const options = { edition: selected.value.pinnedEdition, ...(by === 'actor' && { lanes: by }) }
    const render: ListRenderer = (list, events) =>
      renderTimelinePage({ ...list, ...structured(exchange, selected.value, { ...list, events }) })
    return ok(listPage(await selectedAt(selected.value, at), view, options, render))
  },
})

/** From the month of a day on; a cursor says itself where to begin. */
async function selectedAt(selection: Selection, day: CivilDay | undefined): Promise<Selection> {
  const { reader, query, slice } = selection
  if (day === undefined || slice.after !== null) return selection
  return { ...selection, slice: { ...slice, after: await reader.before(query, day) } }
}

/** JSON-LD on the first page of a list that search engines may list. */
function structured(
  { service }: Exchange,
  selection: Selection,
  list: TimelineView & { readonly events: readonly TimelineEvent[] },
): Pick<TimelineView, 'jsonLd'> {
  const { continued, edition, events, pinnedEdition, setAside, speech, timeline, total } = list
  const { reader, query } = selection
  if (continued || pinnedEdition !== undefined || robotsOf(query) !== undefined) return {}
  const addresses = addressesOf(service, selection)
  const url = formatUrls(addresses, { reader, query })
  const files = [
    { title: 'JSON', mediaType: 'application/json', url: url('json') },
    ...formats.map(({ name, title, mediaType }) => ({ title, mediaType, url: url(name) })),
  ]
  const listed = {
    timeline,
    edition,
    events,
    total,
    setAside,
    filter: queryInWords({ query }, timeline, speech),
    language: speech.ui,
    content: speech.content,
    links: { page: addresses.timeline(query), event: (id: string) => addresses.event(id) },
  }
  return { jsonLd: timelineJsonLd(listed, files) }
}

/** oEmbed also parses the address that it is given by these. */
export const frameParameters = {
  ...listParameters,
  at: parameters.at,
  layout: {
    ...parameters.layout,
    description:
      'Whether to leave out summaries, figures and picture (compact), everything but the picture (picture), or nothing (auto).',
  },
} as const

export const embedPage = pageRoute({
  path: '/timelines/{timeline}/embed',
  id: 'showEmbed',
  summary: 'A timeline for a frame on another site',
  kind: 'frame',
  parameters: frameParameters,
  async show(exchange, view) {
    const selected = await select(exchange, eventsOfPage)
    if (!selected.ok) return selected
    const { layout = 'auto', at } = exchange.query
    const render = (list: TimelineView) => renderEmbedPage(list, layout)
    const shown = await selectedAt(selected.value, at)
    return ok(listPage(shown, view, { layout, edition: shown.pinnedEdition }, render))
  },
})

type ListRenderer = (view: TimelineView, events: readonly TimelineEvent[]) => Pieces

function listPage(
  selection: Selection,
  view: PageView,
  options: AddressOptions,
  render: ListRenderer,
): Page {
  const { reader, query, slice, pinned, stale } = selection
  const { timeline, edition } = reader.facts
  const by: LaneKind = options.lanes ?? 'theme'
  return {
    identity: `${edition.number} ${queryString(query, options)} ${slice.after ?? ''}`,
    edition: edition.number,
    keptWith: reader,
    pinned,
    stale,
    async render() {
      const found = await reader.answer(query, slice, { facets: true, choices: true, span: true })
      const next = cursorBehind(selection, found.next)
      const list: TimelineView = {
        ...view,
        timeline,
        edition,
        pinnedEdition: options.edition,
        query,
        events: found.events,
        total: found.total,
        ...(found.atMost && { atMost: found.atMost }),
        setAside: found.setAside,
        choices: choicesOf(found),
        times: found.facets,
        resting: found.facets.source,
        ...(found.span && { span: found.span }),
        formats,
        continued: slice.after !== null,
        cursor: cursorBehind(selection, slice.after),
        picture: await pictureData(selection, by),
        ...(next === undefined ? {} : { next }),
      }
      return render(list, found.events)
    },
  }
}

/** Besides the edition, the list from which the event was reached. */
const eventParameters = listParameters

export const eventPageRoute = pageRoute({
  path: '/timelines/{timeline}/events/{event}',
  id: 'showEvent',
  summary: 'One event with its citations, as an HTML page',
  parameters: eventParameters,
  async show(exchange, view) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen
    const { reader, pinned, pinnedEdition, stale } = chosen.value
    const found = await findEvent(exchange, reader)
    if (!found.ok) return found
    const event = found.value
    const { timeline, edition } = reader.facts
    const list = await listReached(exchange, reader, event)
    const reached = list ? queryString(list.query, { cursor: list.cursor }) : ''
    return ok({
      identity: `${edition.number} ${event.id} ${pinnedEdition ?? ''} ${reached}`,
      edition: edition.number,
      keptWith: reader,
      pinned,
      stale,
      render: async () =>
        renderEventPage({
          ...view,
          timeline,
          edition,
          pinnedEdition,
          event,
          ...(list && { list }),
          at: await monthOfPage(event, reader),
          formats,
          ...(await reader.neighbours(event.id)),
          ...(event.status !== 'withdrawn' && {
            picture: await pictureData({ reader, query: everything }, 'theme'),
          }),
          resting: (await wholeOf(reader)).facets.source,
          jsonLd: eventJsonLd(event, {
            timeline,
            language: view.speech.content,
            url: addressesOf(exchange.service, chosen.value).event(event.id),
          }),
        }),
    })
  },
})

/** Where the page of the whole timeline has an event; its month where there are several pages. */
async function monthOfPage(
  event: TimelineEvent,
  reader: EditionReader,
): Promise<EventView['at'] | undefined> {
  if (!isListed(event)) return undefined
  if ((await wholeOf(reader)).total <= eventsOfPage.limit.default) return ''
  const section = sectionOf(event.when)
  return isMonth(section) ? section : undefined
}

export const editionsPage = pageRoute({
  path: '/timelines/{timeline}/editions',
  id: 'showEditions',
  summary: 'What changed in each edition, as an HTML page',
  parameters: { cursor: parameters.editionsCursor },
  async show(exchange, view) {
    const chosen = await chooseBefore(exchange)
    if (!chosen.ok) return chosen
    const { reader, before } = chosen.value
    const { timeline, edition } = reader.facts
    return ok({
      ...chosen.value,
      identity: `${edition.number} ${before ?? ''}`,
      edition: edition.number,
      render: async () => {
        const { next, ...kept } = await keptChanges(exchange.service.store, reader, before)
        const cursors = editionCursors(reader, { before, next })
        return {
          body: renderEditionsPage({ ...view, timeline, ...kept, ...cursors }),
          partial: partialWithout(kept.unread.map(({ number }) => number)),
        }
      },
    })
  },
})

export const subscribePage = pageRoute({
  path: '/timelines/{timeline}/subscribe',
  id: 'showSubscribe',
  summary: 'How to subscribe to a filter in each calendar application',
  parameters: parameters.filter,
  async show(exchange, view) {
    const selected = await select(exchange, ics)
    if (!selected.ok) return selected
    return ok({
      ...offerOf(selected.value),
      render: async () => {
        const { reader, query } = selected.value
        const found = await reader.answer(query, none, { choices: true })
        const { total, atMost } = found
        const options = { lang: view.speech.content }
        const calendar = await fileFacts(exchange, { ...selected.value, format: ics, options })
        const offer = { ...offered(selected.value, view), total, ...(atMost && { atMost }) }
        return renderSubscribePage({ ...offer, choices: choicesOf(found), calendar })
      },
    })
  },
})

export const embedCodePage = pageRoute({
  path: '/timelines/{timeline}/embed-code',
  id: 'showEmbedCode',
  summary: 'The code to embed a filter in another site, with a live preview of the widget',
  kind: 'builder',
  parameters: { ...parameters.filter, layout: parameters.layout },
  async show(exchange, view) {
    const selected = await select(exchange)
    if (!selected.ok) return selected
    const widget = await currentWidget(exchange)
    const { layout = 'auto' } = exchange.query
    return ok({
      ...offerOf(selected.value, { layout }),
      render: async () => {
        const { reader, query } = selected.value
        const { choices } = await reader.answer(query, none, { choices: true })
        const offer = offered(selected.value, view)
        return renderEmbedCodePage({ ...offer, choices, layout, widget })
      },
    })
  },
})

const choicesOf = ({ choices, atMost }: Pick<Answer, 'choices' | 'atMost'>): ShownChoices => ({
  ...choices,
  ...(atMost && { atMost }),
})

/** Only counts, no events. */
const none = { limit: 0, after: null } as const

const offerOf = ({ reader, query, pinned, stale }: Selection, options?: AddressOptions) => ({
  identity: `${reader.facts.edition.number} ${queryString(query, options)}`,
  edition: reader.facts.edition.number,
  pinned,
  stale,
})

function offered({ reader, query }: Selection, view: PageView) {
  const { timeline } = reader.facts
  return { ...view, timeline, query }
}

export const pages: readonly Route[] = [
  home,
  timelinePage,
  eventPageRoute,
  editionsPage,
  embedPage,
  subscribePage,
  embedCodePage,
]
