// How a query is answered from a head: one scan with the plain meaning of the filter.
import type { TimelineEvent } from '../domain/document/event.ts'
import { vocabularyOf, type Vocabulary } from '../domain/query/names.ts'
import { monthOf } from '../domain/date/month.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import { isLeftAside, matches, participants, type TextOf } from '../domain/query/matches.ts'
import { searchText } from '../domain/query/search.ts'
import type { Head } from './head.ts'

/** A head made ready for queries; one an isolate and edition. */
export interface Edition {
  readonly head: Head
  /** In the total order; the index of an event is its ordinal. */
  readonly events: readonly TimelineEvent[]
  readonly byId: ReadonlyMap<string, TimelineEvent>
  readonly textOf: TextOf
  /** The names that filters may use. */
  readonly vocabulary: Vocabulary
}

/** Which part of the answer: at most `limit` events behind ordinal `after` in the order asked for. */
export interface Part {
  readonly limit: number
  readonly after: number | null
}

/**
 * How many events of the whole answer name each theme and each participant, and are listed in each
 * month (`2020-02`).
 */
export interface Facets {
  readonly theme: Readonly<Record<string, number>>
  readonly actor: Readonly<Record<string, number>>
  readonly month: Readonly<Record<string, number>>
}

export interface Answer {
  readonly events: readonly TimelineEvent[]
  /** How many events the query selects, on all pages. */
  readonly total: number
  /** How many undated events the date window left out. */
  readonly setAside: number
  /** Ordinal of this part's last event, where more follow. */
  readonly next: number | null
}

export function prepare(head: Head): Edition {
  const texts = new Map<string, string>()
  return {
    head,
    events: head.adds,
    byId: new Map(head.adds.map((event) => [event.id, event])),
    vocabulary: vocabularyOf(head.timeline),
    textOf(event) {
      const known = texts.get(event.id)
      if (known !== undefined) return known
      const text = searchText(event, head.timeline)
      texts.set(event.id, text)
      return text
    },
  }
}

export function answer(edition: Edition, query: EventQuery, part: Part): Answer {
  const { events, textOf } = edition
  const descending = query.sort === '-date'
  const found: TimelineEvent[] = []
  let total = 0
  let setAside = 0
  let last = -1
  for (let step = 0; step < events.length; step++) {
    const ordinal = descending ? events.length - 1 - step : step
    const event = events[ordinal]
    if (event === undefined) continue
    if (matches(event, query, textOf)) {
      total++
      if (found.length < part.limit && isBehind(ordinal, part.after, descending)) {
        found.push(event)
        last = ordinal
      }
    } else if (isLeftAside(event, query, textOf)) setAside++
  }
  return { events: found, total, setAside, next: hasMore(edition, query, last) ? last : null }
}

/** Counts over the whole answer, whatever the page. */
export function facets(edition: Edition, query: EventQuery): Facets {
  const theme: Record<string, number> = {}
  const actor: Record<string, number> = {}
  const month: Record<string, number> = {}
  for (const event of edition.events) {
    if (!matches(event, query, edition.textOf)) continue
    for (const id of event.themes) theme[id] = (theme[id] ?? 0) + 1
    for (const id of participants(event)) actor[id] = (actor[id] ?? 0) + 1
    const name = monthOf(event.when.anchor)
    month[name] = (month[name] ?? 0) + 1
  }
  return { theme, actor, month }
}

const isBehind = (ordinal: number, after: number | null, descending: boolean): boolean =>
  after === null || (descending ? ordinal < after : ordinal > after)

function hasMore(edition: Edition, query: EventQuery, last: number): boolean {
  if (last < 0) return false
  const rest =
    query.sort === '-date' ? edition.events.slice(0, last) : edition.events.slice(last + 1)
  return rest.some((event) => matches(event, query, edition.textOf))
}
