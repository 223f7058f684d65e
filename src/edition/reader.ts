// The one way to read an edition, whatever stands behind it: the head of a small timeline today, a
// packed base tomorrow. No implementation here.
import type { TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { ChoiceCounts, Facets } from '../domain/query/counts.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import type { NameLookUp } from '../domain/query/names.ts'
import type { EditionEntry } from './head.ts'

/** What is at hand without a read. */
export interface EditionFacts {
  readonly timeline: Timeline
  readonly edition: EditionEntry
  /** The kept editions, newest first, beginning with this one. Only these can be read. */
  readonly kept: readonly EditionEntry[]
}

/** Which part of an answer: at most `limit` events behind ordinal `after` in the order asked for. */
export interface Slice {
  readonly limit: number
  readonly after: number | null
}

/** What is counted beside an answer. */
export interface Counted {
  readonly facets?: boolean
  readonly choices?: boolean
}

export interface Answer {
  readonly events: readonly TimelineEvent[]
  /** How many events the query selects, on all pages. */
  readonly total: number
  /** How many undated events the date window left out. */
  readonly setAside: number
  /** Ordinal of this part's last event, where more follow. */
  readonly next: number | null
  /** Of the whole answer; empty unless it was asked for. */
  readonly facets: Facets
  /** Empty unless it was asked for. */
  readonly choices: ChoiceCounts
}

export interface Neighbours {
  readonly previous?: TimelineEvent
  readonly next?: TimelineEvent
}

/** An edition, ready for queries. Every call is a promise, since a large edition reads its parts. */
export interface EditionReader {
  readonly facts: EditionFacts
  /** The ids of themes and actors by the names that people use for them. */
  readonly lookUp: NameLookUp
  /**
   * The part of the answer, with the counts that are asked for, by one evaluation of the query.
   * @example const { events, total } = await reader.answer(query, { limit: 20, after: null })
   */
  answer(query: EventQuery, slice: Slice, counted?: Counted): Promise<Answer>
  /** An event by its id, also a withdrawn one. */
  event(id: string): Promise<TimelineEvent | undefined>
  /** The listed events before and after one in the total order. */
  neighbours(id: string): Promise<Neighbours>
  /** Every event in the total order, withdrawn ones too. */
  all(): AsyncIterable<TimelineEvent>
}
