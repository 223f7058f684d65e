// The one interface for reading an edition, however it is stored: in the head of a small timeline
// today, in a packed base later. No implementation here.
import type { TimeSpan } from '../domain/date/claims.ts'
import type { CivilDay } from '../domain/date/civil-day.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { ChoiceCounts, Facets } from '../domain/query/counts.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import type { LaneCounts, LanesAsked } from '../domain/query/lanes.ts'
import type { NameLookUp } from '../domain/query/names.ts'
import type { EditionEntry } from './head.ts'

/** Data that is available without a read. */
export interface EditionFacts {
  readonly timeline: Timeline
  readonly edition: EditionEntry
  /**
   * The kept editions, newest first, starting with this one. Only these can be read, but for a takedown
   * that nobody has undone, which is the last of them (`takenThrough`).
   */
  readonly kept: readonly EditionEntry[]
  /** True where its publisher packed it: then all of it is too much to compare. */
  readonly isUploaded?: true
  /** Where its events are packed, the segment that has them. */
  readonly segment?: string
}

/**
 * One page of an answer: maximum `limit` events after ordinal `after`, in the query's order. With
 * `bySection`, the events of each section stand together (`sectionsOf`), in that order.
 */
export interface Slice {
  readonly limit: number
  readonly after: number | null
  readonly bySection?: true
}

/** Counts to return with an answer. */
export interface Counted {
  readonly facets?: boolean
  readonly choices?: boolean
  /** For a picture: counts by lane and bin of time. */
  readonly lanes?: LanesAsked
  /** The first and the last time that its events name. */
  readonly span?: boolean
}

export interface Answer {
  readonly events: readonly TimelineEvent[]
  /** Number of events that the query selects, on all pages. */
  readonly total: number
  /**
   * True where the total, what is set aside, and the counts are upper bounds: for words of which so many
   * events may hold all that not each was looked through. Every event of the page holds them; a page may be short.
   */
  readonly atMost?: true
  /** Number of undated events that the date window left out. */
  readonly setAside: number
  /** Ordinal of the last event on this page; null if no more follow. */
  readonly next: number | null
  /** Counts over the whole answer; empty unless requested. */
  readonly facets: Facets
  /** Empty unless requested. */
  readonly choices: ChoiceCounts
  /** Empty unless requested. An event counts in the lanes of its own themes or actors alone. */
  readonly lanes: LaneCounts
  /**
   * Of an answer that has all listed events (`spanOf`): what a filter leaves could be known only by reading
   * it. Null unless requested, and without dated events.
   */
  readonly span: TimeSpan | null
}

/** A page that is read while it is written: for answers of many events, in bounded memory. */
export interface StreamedPage extends Pick<Answer, 'total' | 'setAside' | 'next' | 'atMost'> {
  /** Number of events of the page; at most so many where the total is an upper bound. */
  readonly count: number
  /** The events, some hundred at a time. */
  readonly events: AsyncIterable<readonly TimelineEvent[]>
}

export interface Neighbours {
  readonly previous?: TimelineEvent
  readonly next?: TimelineEvent
}

/** An edition, ready for queries. Asynchronous, since a large edition reads its parts on demand. */
export interface EditionReader {
  readonly facts: EditionFacts
  /** Resolves names of themes, actors and sources to ids. */
  readonly lookUp: NameLookUp
  /**
   * One page of the answer and the requested counts, in one evaluation of the query.
   * @example const { events, total } = await reader.answer(query, { limit: 20, after: null })
   */
  answer(query: EventQuery, slice: Slice, counted?: Counted): Promise<Answer>
  /**
   * The ordinal behind which a list by section comes to the month of a day: a page after it begins there,
   * or at the next month that the list has. Null where nothing stands before or nothing follows.
   */
  before(query: EventQuery, day: CivilDay): Promise<number | null>
  /** `answer` without holding its events; only where an edition does not hold all of them anyway. */
  stream?(query: EventQuery, slice: Slice & { readonly skip?: number }): Promise<StreamedPage>
  /** An event by id, including withdrawn ones. */
  event(id: string): Promise<TimelineEvent | undefined>
  /** True for an event that an earlier edition had and this one has not; remembers `maxRemoved`. */
  wasRemoved(id: string): Promise<boolean>
  /** The ids of events of its segment, by their ordinals there; only where the events are packed. */
  idsAt?(ordinals: readonly number[]): Promise<readonly string[]>
  /** The listed events before and after an event in the total order. */
  neighbours(id: string): Promise<Neighbours>
  /** Every event in the total order, including withdrawn ones. */
  all(): AsyncIterable<TimelineEvent>
}
