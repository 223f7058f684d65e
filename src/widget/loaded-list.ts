// The events of one filter as the service gives them: page after page, each only once.
import { search, withParameter } from '../address/addresses.ts'
import type { Facets, ShownEvent } from '../page/view.ts'
import type { Filter } from '../address/filter.ts'
import { countsOf, shownEvent, type EventsAnswer, type TimelineAnswer } from './answers.ts'
import { read } from './service.ts'
import type { Settings } from './settings.ts'

export interface Source {
  readonly timeline: TimelineAnswer
  readonly edition: number
  /** The filter as the service understood it: labels have become ids. */
  readonly filter: Filter
  readonly total: number
  readonly setAside: number
  readonly facets: Facets
  /** What has been loaded so far, from the first event on. */
  readonly loaded: ShownEvent[]
  /** Address of the next page of a list that is longer. */
  readonly nextPage: string | undefined
}

/** A list of so many events is drawn at once. */
const firstPage = 100

export async function openSource(
  { base, timeline: id, limit }: Settings,
  filter: Filter,
): Promise<Source> {
  const api = `${base}/v1/timelines/${id}`
  const events = (query: Filter, most: number) =>
    read<EventsAnswer>(
      `${api}/events${search([...query, ['limit', `${most}`], ['facets', 'true']])}`,
    )
  const [timeline, first] = await Promise.all([
    read<TimelineAnswer>(api),
    events(filter, limit ?? firstPage),
  ])
  const understood = filterOf(first.links.self)
  return {
    timeline,
    edition: first.edition,
    filter: understood,
    total: first.total.value,
    setAside: first.setAside.undated,
    facets: await facetsOf(timeline, first, understood, (query) => events(query, 1)),
    loaded: first.events.map(shownEvent),
    nextPage: limit === undefined ? first.links.next : undefined,
  }
}

/** What chips lead to is counted without the themes of the filter. */
async function facetsOf(
  timeline: TimelineAnswer,
  first: EventsAnswer,
  filter: Filter,
  events: (query: Filter) => Promise<EventsAnswer>,
): Promise<Facets> {
  const others = withParameter(filter, 'theme', '')
  const actor = countsOf(first.facets?.actor)
  const month = countsOf(first.facets?.month)
  if (others.length === 0) {
    return { theme: countsOf(timeline.themes), all: timeline.edition.events, actor, month }
  }
  const counted = others.length === filter.length ? first : await events(others)
  return { theme: countsOf(counted.facets?.theme), all: counted.total.value, actor, month }
}

/** The filter in a query string, without what is not part of a filter. */
export const filterOf = (url: string): Filter =>
  [...new URL(url, document.baseURI).searchParams].filter(
    ([name, value]) => value !== '' && !/^(?:lang|limit|facets|cursor|edition)$/.test(name),
  )
