// The pages for people: each collects what its renderer shows.
import { filterWords } from '../../domain/filter-words.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { everything } from '../../domain/query/event-query.ts'
import { answer, facets, type Edition } from '../../edition/head-reader.ts'
import { formats } from '../../formats/table.ts'
import { eventJsonLd } from '../../formats/json-ld/graph.ts'
import { renderEditionsPage } from '../../page/editions.ts'
import { renderEmbedPage } from '../../page/embed.ts'
import { renderEmbedCodePage } from '../../page/embed-code.ts'
import { renderEventPage } from '../../page/event.ts'
import { renderHomePage } from '../../page/home.ts'
import { renderSubscribePage } from '../../page/subscribe.ts'
import { renderTimelinePage } from '../../page/timeline.ts'
import type { Facets, OfferView, PageView, TimelineView } from '../../page/view.ts'
import { keptChanges } from '../../store/read/kept-changes.ts'
import { eventPage, nextEntries } from '../response/links.ts'
import { pageRoute, type Page } from '../response/page-response.ts'
import { one, writeQuery } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import { readProblem } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { chooseEdition, select, type Selection } from '../request/selection.ts'
import { currentWidget } from '../response/released-widget.ts'

/** Events of one page; a reader turns pages rather than wait. */
const eventsOfPage = { usual: 100, most: 100 } as const

export const home = pageRoute({
  path: '/',
  id: 'showHome',
  summary: 'All timelines, for people',
  async show(exchange, view) {
    const list = await exchange.service.store.timelines()
    if (!list.ok) return failed(readProblem(exchange, list.failure))
    const { value, stale } = list.value
    return ok({
      identity: value.timelines.map(({ id, edition }) => `${id} ${edition}`).join(),
      pinned: false,
      stale,
      render: () =>
        renderHomePage({
          ...view,
          timelines: value.timelines.map(({ edition, published, events, ...timeline }) => ({
            timeline,
            edition: { number: edition, published },
            events,
          })),
        }),
    })
  },
})

const listParameters = [
  ...parameters.filterParameterTable,
  parameters.cursor,
  parameters.edition,
] as const

export const timelinePage = pageRoute({
  path: '/timelines/{timeline}',
  id: 'showTimeline',
  summary: 'A timeline, for people; with a filter the view of a theme or an actor',
  parameters: listParameters,
  show: (exchange, view) => showList(exchange, view, renderTimelinePage),
})

const frameLayout = {
  ...parameters.layout,
  description: 'Whether summaries, figures and overview are left out (compact).',
}

export const embedPage = pageRoute({
  path: '/timelines/{timeline}/embed',
  id: 'showEmbed',
  summary: 'A timeline within a frame of another site',
  kind: 'frame',
  parameters: [...listParameters, frameLayout],
  show: (exchange, view) =>
    showList(exchange, view, (list) => renderEmbedPage(list, layoutOf(exchange))),
})

const layoutOf = ({ query }: Exchange) => (one(query, 'layout') === 'compact' ? 'compact' : 'auto')

async function showList(
  exchange: Exchange,
  view: PageView,
  render: (view: TimelineView) => string,
): Promise<Result<Page, Response>> {
  const selected = await select(exchange, eventsOfPage)
  if (!selected.ok) return selected
  const selection = selected.value
  const { timeline, edition } = selection.edition.head
  return ok({
    identity: `${edition.number} ${writeQuery(selection.entries)} ${layoutOf(exchange)}`,
    pinned: selection.pinned,
    stale: selection.stale,
    render() {
      const { events, total, setAside, next } = answer(
        selection.edition,
        selection.query,
        selection.part,
      )
      const cursor = nextEntries(selection, next)?.find(([name]) => name === 'cursor')?.[1]
      return render({
        ...view,
        timeline,
        edition,
        filter: selection.filter,
        events,
        total,
        setAside,
        facets: facetsOf(selection),
        formats,
        continued: selection.part.after !== null,
        ...(cursor === undefined ? {} : { next: cursor }),
      })
    },
  })
}

/** A chip tells how many events it leads to: the counts of each facet without that facet's filter. */
function facetsOf({ edition, query }: Selection): Facets {
  const withoutThemes = { ...query, themes: [] }
  return {
    theme: facets(edition, withoutThemes).theme,
    all: answer(edition, withoutThemes, { limit: 0, after: null }).total,
    actor: facets(edition, { ...query, actors: [] }).actor,
    month: facets(edition, query).month,
  }
}

export const eventPageRoute = pageRoute({
  path: '/timelines/{timeline}/events/{event}',
  id: 'showEvent',
  summary: 'One event with its citations, for people',
  parameters: [parameters.edition],
  async show(exchange, view) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen
    const { edition, pinned, stale } = chosen.value
    const event = edition.byId.get(exchange.values['event'] ?? '')
    if (event === undefined) return failed(exchange.problem('not-found'))
    const { timeline, edition: entry } = edition.head
    return ok({
      identity: `${entry.number} ${event.id}`,
      pinned,
      stale,
      render: () =>
        renderEventPage({
          ...view,
          timeline,
          edition: entry,
          event,
          ...neighbours(edition, event.id),
          jsonLd: eventJsonLd(event, {
            timeline,
            language: view.speech.content,
            url: eventPage(view.publicUrl, timeline.id, event.id),
          }),
        }),
    })
  },
})

/** The listed events before and after one in the total order. */
function neighbours(edition: Edition, id: string) {
  const { events } = answer(edition, everything, { limit: Infinity, after: null })
  const index = events.findIndex((event) => event.id === id)
  const [previous, next] = index < 0 ? [] : [events[index - 1], events[index + 1]]
  return { ...(previous && { previous }), ...(next && { next }) }
}

export const editionsPage = pageRoute({
  path: '/timelines/{timeline}/editions',
  id: 'showEditions',
  summary: 'What changed when, for people',
  async show(exchange, view) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen
    const { timeline, edition } = chosen.value.edition.head
    const editions = await keptChanges(exchange.service.store, chosen.value.edition)
    if (!editions.ok) return failed(readProblem(exchange, editions.failure))
    return ok({
      ...chosen.value,
      identity: String(edition.number),
      render: () => renderEditionsPage({ ...view, timeline, editions: editions.value }),
    })
  },
})

export const subscribePage = pageRoute({
  path: '/timelines/{timeline}/subscribe',
  id: 'showSubscribe',
  summary: 'How to subscribe to a filter in each calendar program',
  parameters: parameters.filterParameterTable,
  show: (exchange, view) => showOffer(exchange, view, async () => renderSubscribePage),
})

export const embedCodePage = pageRoute({
  path: '/timelines/{timeline}/embed-code',
  id: 'showEmbedCode',
  summary: 'The code that puts a filter on another site, with the widget at work',
  kind: 'builder',
  parameters: [...parameters.filterParameterTable, parameters.layout],
  show: (exchange, view) =>
    showOffer(exchange, view, async (selection) => {
      const widget = await currentWidget(exchange)
      const layout = layoutOf(exchange)
      return (offer) =>
        renderEmbedCodePage({ ...offer, facets: facetsOf(selection), layout, widget })
    }),
})

async function showOffer(
  exchange: Exchange,
  view: PageView,
  prepare: (selection: Selection) => Promise<(offer: OfferView) => string>,
): Promise<Result<Page, Response>> {
  const selected = await select(exchange)
  if (!selected.ok) return selected
  const { edition, query, filter, entries, pinned, stale } = selected.value
  const { timeline } = edition.head
  const render = await prepare(selected.value)
  return ok({
    identity: `${edition.head.edition.number} ${writeQuery(entries)} ${layoutOf(exchange)}`,
    pinned,
    stale,
    render: () =>
      render({
        ...view,
        timeline,
        filter,
        filterWords: filterWords(query, timeline, view.speech.ui, view.speech.content),
        total: answer(edition, query, { limit: 0, after: null }).total,
      }),
  })
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
