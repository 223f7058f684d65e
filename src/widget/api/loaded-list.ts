// The events of one filter as the service gives them: page after page, each only once.
import { readCanonical, writeFilter, writeSearch, type Pairs } from '../../address/canonical.ts'
import { createAddresses } from '../../address/addresses.ts'
import type { ChoiceCounts, Counts } from '../../domain/query/counts.ts'
import { withTheme, type EventQuery } from '../../domain/query/event-query.ts'
import type { ShownEvent } from '../../page/view.ts'
import { countsOf, shownEvent, type EventsAnswer, type TimelineAnswer } from './answers.ts'
import { read } from './service.ts'
import type { ElementSettings } from '../settings.ts'

export interface LoadedList {
  readonly timeline: TimelineAnswer
  readonly edition: number
  /** The filter as the service understood it: labels have become ids. */
  readonly query: EventQuery
  readonly total: number
  readonly setAside: number
  readonly choices: ChoiceCounts
  readonly months: Counts
  /** What has been loaded so far, from the first event on. */
  readonly loaded: ShownEvent[]
  /** Address of the next page of a list that is longer. */
  readonly nextPage: string | undefined
}

/** A list of so many events is drawn at once. */
const firstPage = 100

export async function loadList(
  { base, timeline: id, limit }: ElementSettings,
  filter: Pairs,
): Promise<LoadedList> {
  const api = createAddresses(base, id).data()
  const events = (pairs: Pairs, max: number) =>
    read<EventsAnswer>(
      `${api}/events${writeSearch([...pairs, ['limit', `${max}`], ['facets', 'true']])}`,
    )
  const [timeline, first] = await Promise.all([
    read<TimelineAnswer>(api),
    events(filter, limit ?? firstPage),
  ])
  const query = readCanonical([...new URL(first.links.self).searchParams])
  return {
    timeline,
    edition: first.edition,
    query,
    total: first.total.value,
    setAside: first.setAside.undated,
    choices: await choicesOf(timeline, first, query, (pairs) => events(pairs, 1)),
    months: countsOf(first.facets?.month),
    loaded: first.events.map(shownEvent),
    nextPage: limit === undefined ? first.links.next : undefined,
  }
}

/** What chips lead to is counted without the themes of the filter. */
async function choicesOf(
  timeline: TimelineAnswer,
  first: EventsAnswer,
  query: EventQuery,
  events: (pairs: Pairs) => Promise<EventsAnswer>,
): Promise<ChoiceCounts> {
  const others = writeFilter(withTheme(query, null))
  const actor = countsOf(first.facets?.actor)
  if (others.length === 0)
    return { theme: countsOf(timeline.themes), all: timeline.edition.events, actor }
  const counted = query.themes.length === 0 ? first : await events(others)
  return { theme: countsOf(counted.facets?.theme), all: counted.total.value, actor }
}

/** The filter in a query string, without what is not part of a filter. */
export const filterOf = (url: string): Pairs =>
  [...new URL(url, document.baseURI).searchParams].filter(
    ([name, value]) => value !== '' && !/^(?:lang|limit|facets|cursor|edition)$/.test(name),
  )
