// The messages that a language must have, by surface: without one of them it does not compile.
// Numbers and names are passed as text; everything is escaped where it is printed. languages.ts has
// the rows.
import type { RuleName, RuleValues } from '../domain/broken-rule.ts'
import type { CivilDate } from '../domain/date/civil-date.ts'
import type { DateKind } from '../domain/date/kinds.ts'
import type { PartChange } from '../domain/document/changes.ts'
import type { EventStatus } from '../domain/document/event.ts'
import type { FieldName } from '../domain/document/fields.ts'
import type { Measure } from '../domain/document/measure.ts'
import type { EventQuery } from '../domain/query/event-query.ts'

/** All messages of one language. */
export interface Messages {
  readonly dates: DateWriter
  readonly events: EventMessages
  readonly fields: FieldMessages
  readonly changes: ChangeMessages
  readonly list: ListMessages
  readonly pages: PageMessages
  readonly reference: ReferenceMessages
  readonly feeds: FeedMessages
  readonly calendar: CalendarMessages
  readonly markdown: MarkdownMessages
  readonly timelineJs: TimelineJsMessages
  readonly widget: WidgetMessages
  readonly problems: ProblemMessages
}

/** Writes a date in one language; `withYear` may be false if its dates have months in one year. */
export type DateWriter = (date: CivilDate, withYear: boolean) => string

/** Writes a figure in one language: what comes before its unit, and what after. */
export type FigureWriter = (
  figure: Pick<Measure, 'value' | 'valueTo' | 'bound' | 'approximate'>,
  unit: string,
) => readonly [before: string, after: string]

export interface EventMessages {
  /** Separates a date from the event's title, and a name from its value. */
  readonly colon: string
  readonly comma: string
  readonly and: string
  readonly beside: (words: string) => string
  readonly quote: (words: string) => string
  readonly edition: (number: number) => string
  /** Before a source that is named without words of it. */
  readonly source: string
  /** Follows a title that is not in the language of what it names. */
  readonly translated: string
}

/** The names of the fields of events and other parts. */
export type FieldMessages = Readonly<Record<FieldName, string>>

/** Messages of what editions changed, for pages, feeds and the command line. */
export interface ChangeMessages {
  readonly added: (events: number) => string
  readonly changed: (events: number) => string
  readonly withdrawn: (events: number) => string
  readonly removed: (events: number) => string
  /** Withdrawn or removed: version 0.1 counted both as one. */
  readonly leftOut: (events: number) => string
  /** Changes of the timeline's texts, its themes, actors and sources. */
  readonly parts: (parts: number) => string
  /** Of an edition that may have changed other parts. */
  readonly noEvent: string
  readonly nothing: string
  /** For an absent value. */
  readonly none: string
  /** For a field whose change its words do not show, such as the offsets of a quotation. */
  readonly inDetail: string
  /** Of an edition that is kept, but whose copy the store has lost. */
  readonly unread: string
  readonly partNames: Readonly<Record<PartChange['part'], string>>
  readonly partChanges: Readonly<Record<PartChange['change'], (part: string) => string>>
  readonly statuses: Readonly<Record<EventStatus, string>>
}

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
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: (day: number) => string
}

/** What a citation of an event names; dates are in words. */
export interface CitationParts {
  readonly title: string
  readonly date: string
  readonly sources: readonly {
    readonly title: string
    readonly publisher: string | undefined
    readonly published: string
  }[]
  readonly timeline: string
  readonly edition: number
  readonly published: string
  readonly url: string
}

/** Other messages of a list of events: the form, the overview, the menu. */
export interface ControlMessages {
  readonly setAside: (events: string) => string
  readonly showThem: string
  /** What an actor stands for in the filter: it and those who belong to it, or only itself. */
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
  readonly apply: string
  readonly shortMonth: (year: number, month: number) => string
  /** Below the end columns of the overview. */
  readonly vagueColumn: string
  readonly undatedColumn: string
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

/** Messages that only the pages use. */
export interface PageMessages {
  /** The name of the language in that language. */
  readonly languageName: string
  readonly skip: string
  readonly timelines: string
  readonly timelinesIntro: string
  readonly noTimelines: string
  readonly language: string
  readonly updated: string
  readonly editions: string
  readonly editionsIntro: string
  readonly published: string
  readonly withdrawnEvent: string
  readonly pages: string
  readonly firstPage: string
  readonly nextPage: string
  readonly formats: string
  readonly licence: string
  readonly date: string
  readonly edtf: string
  readonly kinds: Readonly<Record<DateKind, string>>
  readonly citations: string
  readonly citationOf: (number: string, of: string) => string
  readonly restingOn: (events: number) => string
  readonly supports: string
  readonly fields: Readonly<
    Record<
      'date' | 'title' | 'summary' | 'themes' | 'actors' | 'place' | 'measures' | 'note',
      string
    >
  >
  readonly note: string
  readonly neighbours: string
  readonly previous: string
  readonly next: string
  readonly lastChanged: string
  readonly toTimeline: string
  readonly about: string
  readonly memberOf: string
  readonly aliases: string
  readonly actorKinds: Readonly<Record<'person' | 'organization' | 'group' | 'place', string>>
  readonly subscribeIntro: string
  readonly address: string
  readonly copy: string
  readonly open: string
  readonly refreshHeading: string
  readonly refreshIntro: string
  readonly clients: Readonly<Record<ClientName, ClientMessages>>
  readonly embedHeading: string
  readonly embedIntro: string
  readonly preview: string
  readonly snippetElement: string
  readonly snippetElementIntro: string
  readonly snippetFrame: string
  readonly snippetFrameIntro: string
  readonly snippetOembed: string
  readonly snippetOembedIntro: string
  readonly layout: string
  readonly layoutAuto: string
  readonly layoutCompact: string
  readonly show: string
  readonly themes: string
  readonly errorHome: string
  readonly errors: Readonly<
    Record<'notFound' | 'removed' | 'gone' | 'badRequest' | 'unavailable' | 'other', ErrorMessages>
  >
}

/** Messages of the reference page (`/docs`); the texts of the contract itself are in English. */
export interface ReferenceMessages {
  readonly title: string
  readonly intro: string
  readonly contract: string
  readonly documentSchema: string
  readonly version: (number: string) => string
  readonly examples: string
  readonly contents: string
  readonly tags: Readonly<
    Record<'read' | 'formats' | 'editions' | 'publish' | 'pages' | 'service', string>
  >
  readonly token: string
  readonly parametersOf: (operation: string) => string
  readonly responsesOf: (operation: string) => string
  readonly members: (schema: string) => string
  readonly name: string
  readonly type: string
  readonly meaning: string
  readonly status: string
  readonly places: Readonly<Record<'path' | 'query' | 'header', string>>
  readonly required: string
  readonly optional: string
  /** Followed by the value that an absent parameter means. */
  readonly preset: string
  readonly body: string
  readonly example: string
  readonly tryIt: string
  readonly schemas: string
  readonly headers: string
  readonly headersIntro: string
}

/** The calendar applications on the subscribe page, in order. */
export const clientNames = [
  'apple',
  'google',
  'outlook',
  'thunderbird',
  'feishu',
  'dingtalk',
  'huawei',
  'xiaomi',
  'other',
] as const
export type ClientName = (typeof clientNames)[number]

export interface ClientMessages {
  readonly name: string
  readonly how: string
  readonly refresh: string
}

export interface ErrorMessages {
  readonly title: string
  readonly text: string
}

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
}

/** Other messages of Atom, RSS, JSON Feed and the corrections feed. */
export interface FeedMessages {
  readonly undated: string
  readonly disputed: string
  readonly disputedMark: string
  readonly withdrawnMark: string
  readonly withdrawnEvent: string
  readonly holdsBack: (shown: number, total: number, next: string) => string
  readonly corrections: (timeline: string) => string
  /** Of the editions with these numbers. */
  readonly leftOut: (editions: readonly number[]) => string
}

export interface CalendarMessages {
  readonly leftOut: (count: number, page: string) => string
  readonly heldBack: (count: number, page: string) => string
}

/** Names of lines that only Markdown has. */
export interface MarkdownMessages {
  readonly filter: string
  readonly months: string
  readonly page: string
  readonly next: string
  readonly licence: string
  readonly credit: string
}

export interface TimelineJsMessages {
  /** Followed by the address of the page. */
  readonly leftOut: (events: number) => string
}

/** Messages that only the widget uses. */
export interface WidgetMessages {
  readonly loading: string
  readonly failed: string
  readonly retry: string
  readonly stale: string
}

/** The types of problems (RFC 9457) of the service; http/problem.ts has their statuses. */
export const problemTypes = [
  'malformed-json',
  'invalid-parameter',
  'unknown-parameter',
  'duplicate-parameter',
  'missing-parameter',
  'invalid-cursor',
  'digest-mismatch',
  'unauthorized',
  'forbidden',
  'not-found',
  'method-not-allowed',
  'publish-in-progress',
  'cursor-expired',
  'event-removed',
  'timeline-gone',
  'precondition-failed',
  'content-too-large',
  'uri-too-long',
  'unsupported-media-type',
  'invalid-timeline',
  'precondition-required',
  'rate-limited',
  'internal-error',
  'not-implemented',
  'store-unavailable',
  'publisher-overloaded',
  'misconfigured',
] as const
export type ProblemType = (typeof problemTypes)[number]

export interface ProblemWords {
  readonly title: string
  /** What it means, and what to do about it. */
  readonly detail: string
}

type Sentence<Values> = object extends Values ? string : (values: Values) => string

/** The value that breaks the rule is the subject of the sentence and stands before it. */
export type RuleSentences = { readonly [Rule in RuleName]: Sentence<RuleValues[Rule]> }

export interface ProblemMessages {
  readonly types: Readonly<Record<ProblemType, ProblemWords>>
  readonly rules: RuleSentences
  /** How to put it right, where the sentence does not say it. */
  readonly hints: {
    readonly [Rule in RuleName]?: string | ((values: RuleValues[Rule]) => string)
  }
  /** Follows a sentence: one proposal, or several. */
  readonly propose: (proposals: readonly string[]) => string
  /** A place and its sentence, such as `from: …`. */
  readonly at: (place: string, sentence: string) => string
  /** Separates sentences that follow each other on a line. */
  readonly between: string
  /** Heads the list of what is wrong with a form, followed by the form. */
  readonly correct: string
  /** One line on pages: parameters of the address that mean nothing here. */
  readonly ignored: (names: readonly string[]) => string
  /** A parameter whose name is not repeated. */
  readonly aParameter: string
}
