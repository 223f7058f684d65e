// Messages of a list of events: cards, controls, and the conditions of its filter.
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { DateWriter } from './writers.ts'
import type { PictureMessages } from './picture.ts'

/** Messages of events and their chips, in and below a list: all that the widget needs first. */
export interface CardMessages {
  /** Joins names in a list. */
  readonly and: string
  readonly colon: string
  readonly count: (events: string) => string
  /** A link to every event of an answer that is cut off. */
  readonly allEvents: (events: string) => string
  readonly all: string
  readonly byTheme: string
  readonly filter: string
  readonly year: (year: number) => string
  readonly stated: string
  readonly cited: (passages: number) => string
  readonly who: string
  /** Before the members of an actor of the filter for whom an event is listed. */
  readonly through: string
  readonly menu: string
  readonly subscribe: string
  readonly checkSource: string
  readonly archived: string
  readonly disputed: string
  readonly undated: string
  /** Heading of the events that stand in no month; `undated` heads those without a date. */
  readonly monthUnknown: string
  /** Heading of a whole list in the order of changes. */
  readonly lastChangedFirst: string
  readonly more: string
  readonly source: string
  /** Follows a title that is not in the language of what it names. */
  readonly translated: string
  /** Sources besides those that are named. */
  readonly moreSources: (sources: number) => string
  readonly edition: (number: string) => string
  /** Before the links of an event. */
  readonly links: string
  /** A link to the page of the timeline without a filter. */
  readonly wholeTimeline: string
  readonly month: (year: number, month: number) => string
  readonly picture: PictureMessages
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: (day: number) => string
}

/** What a citation of an event names; dates are in words. */
export interface CitationParts {
  readonly title: string
  readonly date: string
  readonly sources: readonly {
    readonly title: string
    /** Empty, or that the title is not in the language of the source. */
    readonly translated: string
    readonly publisher: string | undefined
    readonly published: string
  }[]
  readonly timeline: string
  readonly edition: number
  readonly published: string
  readonly url: string
}

/** Other messages of a list of events: the form and the menu. */
export interface ControlMessages {
  readonly setAside: (events: string) => string
  readonly showThem: string
  readonly empty: string
  readonly noEvents: string
  readonly reset: string
  readonly queries: QueryMessages
  /** Before the conditions of a view. */
  readonly conditions: string
  /** Before a condition: what its link does. */
  readonly remove: string
  readonly actor: string
  readonly any: string
  readonly theme: string
  readonly from: string
  readonly to: string
  readonly words: string
  /** Fields for what a window does with what is not known to the day, and for the order. */
  readonly form: {
    readonly match: string
    readonly matches: Readonly<Record<'possible' | 'certain', string>>
    readonly undated: string
    readonly undatedChoices: Readonly<Record<'exclude' | 'include', string>>
    readonly sort: string
    readonly sorts: Readonly<Record<EventQuery['sort'], string>>
  }
  readonly apply: string
  readonly place: string
  readonly figures: string
  /** A title with the words of its date, in the order of the language. */
  readonly datedTitle: (title: string, words: readonly string[]) => string
  readonly ics: string
  readonly google: string
  readonly outlook: string
  readonly permalink: string
  readonly copyCitation: string
  /** The label of a field that has the citation. */
  readonly citationFormat: string
  readonly citation: (parts: CitationParts) => string
  readonly copied: string
  readonly copyFailed: string
  readonly embed: string
}

/** All messages of a list of events. */
export type ListMessages = CardMessages & ControlMessages

/** Messages for a filter in words, such as in the name of a feed. */
export interface QueryMessages {
  readonly date: DateWriter
  /** Joins the names of a clause. */
  readonly or: string
  /** Joins conditions. */
  readonly and: string
  /** Before the names that an event must not have. */
  readonly not: string
  readonly quoted: (term: string) => string
  readonly since: (day: string) => string
  readonly until: (day: string) => string
  readonly withMembers: (group: string) => string
  readonly alone: (group: string) => string
  readonly membersExcluded: string
  readonly certain: string
  readonly undated: string
  readonly sorts: Readonly<Record<Exclude<EventQuery['sort'], 'date'>, string>>
  readonly edition: (number: number) => string
  /** Added to a condition that leaves the view as it is. */
  readonly idle: (condition: string) => string
}
