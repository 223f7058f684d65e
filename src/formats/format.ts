// What a format writer is: a pure function from a feed to text. The table of all writers is index.ts.
import type { TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'

/** The answer to one query, as every writer receives it. */
export interface FormatInput {
  readonly timeline: Timeline
  readonly edition: {
    /** Counts from 1. */
    readonly number: number
    /** Instant of publication, RFC 3339 in UTC; it never falls from one edition to the next. */
    readonly published: string
  }
  /** The events of this page of the answer, in the order asked for. */
  readonly events: readonly TimelineEvent[]
  /** How many events the query selects on all pages. */
  readonly total: number
  /** How many undated events a date window set aside. */
  readonly setAside: number
  /** The filter in words, such as `复工复产、自2020年2月1日起`; empty without one. */
  readonly filter: string
  /** Language of the product's own words: notes, dates in words, names of fields. */
  readonly language: UiLanguage
  /** Language wanted for the texts of the timeline, which fall back to the timeline's own. */
  readonly content: string
  /** True where events that a format cannot date well are wanted all the same (`vague=include`). */
  readonly vague: boolean
  /** False where the text is to begin without a byte order mark (`bom=0`, CSV only). */
  readonly bom?: boolean
  readonly links: FormatLinks
}

/** Absolute URLs, made of the configured public URL only. */
export interface FormatLinks {
  /** This very answer: same query, same page, same format. */
  readonly self: string
  /** The first page of the same query in the same format, without cursor: the address to subscribe to. */
  readonly subscription: string
  /** The next page, where there is one. */
  readonly next?: string
  /** The page for people with the same filter. */
  readonly page: string
  /** The same query in another format, by the format's name. */
  format(name: string): string
  /** The permalink of an event for people. */
  event(id: string): string
}

/** One row of the table of formats. */
export interface Format {
  /** Name in links and documentation, such as `ics`. */
  readonly name: string
  /** What follows `events.` in the URL, such as `feed.json`. */
  readonly extension: string
  /** The exact Content-Type. */
  readonly mediaType: string
  /** Label for people. */
  readonly title: string
  /** Default and largest number of events of one answer. */
  readonly limit: { readonly default: number; readonly max: number }
  write(feed: FormatInput): string
  /** The same text in pieces, an event at a time, for answers that are streamed. */
  parts?(feed: FormatInput): Iterable<string>
}
