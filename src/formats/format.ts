// The interface of a format writer: a pure function from a query result to text. all-formats.ts
// lists them.
import type { TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { TimeCounts } from '../domain/query/counts.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'

/** The result of one query, as every writer receives it. */
export interface FormatInput {
  readonly timeline: Timeline
  readonly edition: {
    /** Counts from 1. */
    readonly number: number
    /** Instant of publication, RFC 3339 in UTC; never earlier than that of the previous edition. */
    readonly published: string
  }
  /** The events of this page of the result, in the requested order. */
  readonly events: readonly TimelineEvent[]
  /** Number of events that the query selects, on all pages. */
  readonly total: number
  /** True where that is an upper bound. */
  readonly atMost?: true
  /** Number of selected events for which a format of limited size has no room, 0 where absent. */
  readonly heldBack?: number
  /** Number of events of this page that are larger than such a format by themselves, 0 where absent. */
  readonly tooLarge?: number
  /** Number of selected events that such a format did not look through, 0 where absent. */
  readonly unread?: number
  /** Number of undated events that the date window set aside. */
  readonly setAside: number
  /** Of the whole result; only for a format that is `counted`. */
  readonly times?: TimeCounts
  /** Who takes part as a member of an actor that the filter names; nobody where absent. */
  readonly through?: (event: TimelineEvent) => readonly string[]
  /** True for the file of a withdrawn event, which has no event. */
  readonly withdrawn?: boolean
  /** The filter in words, such as `复工复产、自2020年2月1日起`; empty without a filter. */
  readonly filter: string
  /** Language of the messages: notes, dates in words, names of fields. */
  readonly language: UiLanguage
  /** Preferred language for the texts of the timeline; falls back to the timeline's own. */
  readonly content: string
  /** True to include events that the format cannot date well (`vague=include`). */
  readonly vague: boolean
  /** False to leave out the byte order mark (`bom=0`, CSV only). */
  readonly bom?: boolean
  readonly links: FormatLinks
}

/** Absolute URLs, built from the configured public URL only. */
export interface FormatLinks {
  /** This response: same query, same page, same format. */
  readonly self: string
  /** First page of the same query and format, without cursor: the address to subscribe to. */
  readonly subscription: string
  /** The next page, if any. */
  readonly next?: string
  /** The HTML page with the same filter. */
  readonly page: string
  /** The same query in another format, by the format's name. */
  format(name: string): string
  /** The HTML page of an event, in the kept edition that was asked for. */
  event(id: string): string
}

/** What fits into a format of limited size, counted from the first event. */
export interface Fitting {
  /** So many events fit, without those that are too large. */
  readonly count: number
  /** The indices of those among them that are larger than the format by themselves. */
  readonly tooLarge: ReadonlySet<number>
}

/** One row of the table of formats. */
export interface Format {
  /** Name in links and documentation, such as `ics`. */
  readonly name: string
  /** The ending after `events.` in the URL, such as `feed.json`. */
  readonly extension: string
  /** The exact Content-Type. */
  readonly mediaType: string
  /** Label in user interfaces. */
  readonly title: string
  /** Default and maximum number of events per response. */
  readonly limit: { readonly default: number; readonly max: number }
  /** The order of a request that names neither `sort` nor `limit`; `date` where absent. */
  readonly order?: EventQuery['sort']
  /** True if it tells how many events each month has. */
  readonly counted?: true
  write(feed: FormatInput): string
  /** Number of events of the input that the format cannot show; 0 where absent. */
  leftOut?(feed: FormatInput): number
  /** For a format of limited size: which events of the input fit. */
  fit?(feed: FormatInput): Fitting
  /** The same text in parts, one event at a time, for streamed responses. */
  parts?(feed: FormatInput): Iterable<string>
  /** The parts of events that follow others: without what stands before the first. */
  continued?(feed: FormatInput): Iterable<string>
}
