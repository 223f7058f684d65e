// What each page shows, as plain data: a route collects it, a renderer prints it. No I/O.
import type { TimeSpan } from '../domain/date/claims.ts'
import type { StoredEvent, TimelineEvent } from '../domain/document/event.ts'
import type { ChoiceCounts, Counts, TimeCounts } from '../domain/query/counts.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { When } from '../domain/date/when.ts'
import type { ProblemType } from '../messages/en/problem-types.ts'
import type { ChangeCounts, Changes } from '../domain/document/changes.ts'
import type { UiLanguage } from '../domain/text/ui-language.ts'
import type { Source } from '../domain/document/source.ts'
import type { BinSize, LaneCounts, LaneKind, LaneTimes } from '../domain/query/lanes.ts'

/** What a page shows of an event; every `TimelineEvent` is one. */
export type ShownEvent = Omit<StoredEvent, 'position' | 'first' | 'changed' | 'when'> & {
  readonly when: Pick<
    When,
    | 'edtf'
    | 'kind'
    | 'earliest'
    | 'latest'
    | 'named'
    | 'minute'
    | 'precision'
    | 'approximate'
    | 'uncertain'
  >
  /** Who takes part as a member of an actor that the view asks for, where that is known already. */
  readonly through?: readonly string[]
}

/** Writes dates in the language of the page. */
export interface DateWords {
  readonly full: (when: ShownEvent['when']) => string
  /** For places where the year is already given, such as below a month's heading. */
  readonly short: (when: ShownEvent['when']) => string
  /** Both in another language, as far as they are known. */
  readonly spoken: (when: ShownEvent['when'], language: UiLanguage) => readonly string[]
}

/** The languages of a page. */
export interface Speech {
  /** Language of the interface. */
  readonly ui: UiLanguage
  /** Preferred language of the contents, which fall back to the timeline's. */
  readonly content: string
  /** True if the address names the language; links then name it, too. */
  readonly inAddress: boolean
}

/** The language that links of a page name: that of the contents, as its own address has it. */
export const langOf = ({ content, inAddress }: Speech): string | undefined =>
  inAddress ? content : undefined

/** What every page needs. */
export interface PageView {
  /** Parameters of the address that mean nothing here; null for one whose name is not repeated. */
  readonly ignored?: readonly (string | null)[]
  /** The configured address of the service, without a slash at the end. */
  readonly publicUrl: string
  readonly speech: Speech
}

/** A format of the same events, from the table of formats. */
export interface FormatLink {
  readonly name: string
  /** What follows `events.` in the address. */
  readonly extension: string
  readonly mediaType: string
  readonly title: string
}

export interface EditionStamp {
  /** Counts from 1. */
  readonly number: number
  /** Instant of publication, RFC 3339. */
  readonly published: string
}

/** What the picture above a list shows: the whole timeline, in which the filter pales the rest. */
export interface PictureData {
  readonly by: LaneKind
  /** Every event of the timeline; null where they are too many to be drawn one by one. */
  readonly events: readonly ShownEvent[] | null
  /** The ids of the events that the filter selects; null without a filter. */
  readonly selected: ReadonlySet<string> | null
  /** In place of the events. */
  readonly counts: PictureCounts | null
}

/** Counts of the whole timeline, and of what the filter selects, by lane and bin of time. */
export interface PictureCounts {
  readonly size: BinSize
  /** The lanes of their own, and how many others there are. */
  readonly ids: readonly string[]
  readonly others: number
  readonly total: number
  readonly undated: number
  readonly whole: LaneCounts
  readonly found: LaneCounts
  /** True where those of `found` are upper bounds. */
  readonly atMost?: true
}

/** Counts of other choices; `atMost`: upper bounds. */
export interface ShownChoices extends ChoiceCounts {
  readonly atMost?: true
}

/** A list of events under a filter: what the page, the iframe and the widget have in common. */
export interface ListView extends PageView {
  readonly timeline: Timeline
  /** The edition that the address names; undefined for the newest. */
  readonly pinnedEdition?: number | undefined
  /** Prefix of links within the service: empty on its own pages, its origin in the widget. */
  readonly base: string
  readonly query: EventQuery
  /** The events of this page of the answer. */
  readonly events: readonly ShownEvent[]
  /** Number of events in the whole answer. */
  readonly total: number
  /** True where it has at most so many; so are `setAside` and `times`. */
  readonly atMost?: true
  /** Number of undated events that the date window leaves out. */
  readonly setAside: number
  readonly choices: ShownChoices
  /** Of the whole answer, not only of this page. */
  readonly times: TimeCounts
  /** Absent where the picture shows the events of the list. */
  readonly picture?: PictureData
  /** Cursor of this page, unless it is the first, and of the next one. */
  readonly cursor?: string | undefined
  readonly next?: string
}

/** `/timelines/{t}`: also the view of one theme or actor, when the filter names just that. */
export interface TimelineView extends Omit<ListView, 'base'> {
  /** From the first to the last time that all its events name; absent where that is not known. */
  readonly span?: TimeSpan
  /** How many events of the whole answer rest on each source. */
  readonly resting: Counts
  readonly edition: EditionStamp
  readonly formats: readonly FormatLink[]
  /** The list as JSON-LD, if the page has it; any JSON text is safe. */
  readonly jsonLd?: string
  /** True on every page after the first. */
  readonly continued: boolean
}

/** The list from which an event was reached. */
export interface ReachedList {
  readonly query: EventQuery
  readonly cursor?: string | undefined
  /** False for a neighbour of one of its events that is not in it. */
  readonly hasEvent: boolean
}

/** `/timelines/{t}/events/{e}` */
export interface EventView extends PageView {
  readonly timeline: Timeline
  readonly edition: EditionStamp
  /** The edition that the address names; undefined for the newest. */
  readonly pinnedEdition?: number | undefined
  readonly event: TimelineEvent
  /** The list from which it was reached. */
  readonly list?: ReachedList | undefined
  /**
   * The month, `2020-02`, at which the page of the whole timeline that has the event begins; empty for
   * the first page, undefined where none is known to have it.
   */
  readonly at?: string | undefined
  readonly formats: readonly FormatLink[]
  readonly previous?: ShownEvent
  readonly next?: ShownEvent
  /** The whole timeline, in which the event is shown; absent for an event that is not listed. */
  readonly picture?: PictureData
  /** How many events of the timeline rest on each source. */
  readonly resting: Counts
  /** The event as JSON-LD; any JSON text is safe. */
  readonly jsonLd: string
}

/** `/` */
export interface HomeView extends PageView {
  /** Cursor of this page, unless it is the first, and of the next one. */
  readonly cursor?: string | undefined
  readonly next?: string | undefined
  readonly timelines: readonly {
    readonly timeline: Pick<Timeline, 'id' | 'title' | 'description' | 'language'>
    readonly edition: EditionStamp
    readonly events: number
    /** The first and the last day, month or year; null without dated events. */
    readonly span: TimeSpan | null
    /** Where it comes from, and how its events lie in time; absent where that was not read. */
    readonly glance?: {
      readonly sources: readonly Pick<Source, 'id' | 'title' | 'publisher'>[]
      /** How many events rest on each source. */
      readonly resting: Counts
      readonly size: BinSize
      readonly times: LaneTimes
    }
  }[]
  /** How many timelines there are, and the words that those shown have in their titles. */
  readonly total: number
  readonly terms: readonly string[]
}

/** `/timelines/{t}/editions` */
export interface EditionsView extends PageView {
  readonly timeline: Timeline
  /** Cursor of this page, unless it is the first, and of the next one. */
  readonly cursor?: string | undefined
  readonly next?: string | undefined
  /** Newest first. */
  readonly editions: readonly (LoggedEdition & Changes)[]
  /** The ids of events of these that the newest edition does not have. */
  readonly gone?: ReadonlySet<string>
  /** Takedowns, and the rollbacks that undo them: a line says all of them. */
  readonly stated?: readonly LoggedEdition[]
  /** The editions of which only the counts of changes can be read. */
  readonly unread?: readonly CountedEdition[]
  /** The editions that changed too much to list it, or whose changes are not all known. */
  readonly large?: readonly CountedEdition[]
}

interface LoggedEdition extends EditionStamp {
  readonly note?: string
  readonly removes?: true
  readonly restores?: number
}

interface CountedEdition extends LoggedEdition {
  readonly changes: ChangeCounts
  /** True where its JSON lists only some of its changes. */
  readonly isUnlisted?: true
  /** True where the counts are upper bounds. */
  readonly isBounded?: true
}

/** `/timelines/{t}/subscribe` and `/timelines/{t}/embed-code` */
export interface OfferView extends PageView {
  readonly timeline: Timeline
  readonly query: EventQuery
}

/** `/timelines/{t}/subscribe` */
export interface SubscribeView extends OfferView {
  /** How many events the filter selects. */
  readonly total: number
  /** True where it selects at most so many. */
  readonly atMost?: true
  readonly choices: ShownChoices
  readonly calendar: CalendarFacts
}

/** The calendar file of a filter. */
export interface CalendarFacts {
  readonly octets: number
  readonly events: number
  /** Events whose date it cannot show. */
  readonly leftOut: number
  /** Events for which it has no room. */
  readonly heldBack: number
  /** Events that are larger than a calendar by themselves. */
  readonly tooLarge: number
  /** Events that were not looked through. */
  readonly unread: number
}

export interface EmbedCodeView extends OfferView {
  readonly choices: ChoiceCounts
  readonly layout: 'auto' | 'compact' | 'picture'
  /** The released widget: address and integrity of the file that is served. */
  readonly widget: { readonly url: string; readonly integrity: string }
}

export interface ErrorView extends PageView {
  readonly problem: ShownProblem
}

/** What went wrong, in the language of the page. */
export interface ShownProblem {
  readonly status: number
  readonly title: string
  readonly detail: string
  /** True if `detail` says more than the type of the problem. */
  readonly isExact: boolean
  readonly type?: ProblemType
  /** The rule that was broken, where the problem has one of its own. */
  readonly rule?: string
  readonly errors: readonly ShownError[]
}

export interface ShownError {
  readonly parameter?: string
  readonly detail: string
  readonly hint?: string
}
