// Messages that only the pages use.
import type { DateKind } from '../../domain/date/kinds.ts'

/** Messages that only the pages use. */
export interface PageMessages {
  /** The name of the language in that language. */
  readonly languageName: string
  readonly skip: string
  readonly timelines: string
  readonly timelinesIntro: string
  readonly noTimelines: string
  /** How a first one is begun on the command line: before the commands, and what each begins from. */
  readonly beginning: Readonly<Record<'lead' | 'article' | 'table' | 'calendar', string>>
  /** The first and the last day, month or year; the last without its year where that is the same. */
  readonly spans: (first: string, last: string) => string
  readonly days: (days: number) => string
  /** Rounded. */
  readonly years: (years: number) => string
  /** After the number of events: of how many the day is known, and of how many less. */
  readonly sureness: (known: Sureness) => string
  /** The same of events that were only counted: by month, or known only to lie within several. */
  readonly countedSureness: (known: CountedSureness) => string
  /** That a page has only a part of its list, and what stands on paper before the address of all. */
  readonly part: (shown: number, total: string) => string
  readonly wholeList: string
  /** Before the people and organizations that most events name, and how many others there are. */
  readonly who: string
  readonly othersToo: (others: number) => string
  readonly cite: string
  /** Before what follows the first sentence of a description. */
  readonly aboutTimeline: string
  readonly timelineCitation: (parts: TimelineCitation) => string
  readonly apiReference: string
  /** The links to the months of a long list. */
  readonly jump: string
  readonly findTitle: string
  readonly noTitleFound: string
  readonly find: string
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
  /** How many events the calendar of a filter has, and its size. */
  readonly calendarSize: (events: string, kilobytes: string) => string
  readonly calendarLeftOut: (events: number) => string
  /** That it is full, and what a reader can do about it. */
  readonly calendarFull: (heldBack: number) => string
  readonly address: string
  readonly copy: string
  readonly open: string
  readonly refreshHeading: string
  readonly refreshIntro: string
  readonly clients: Readonly<Record<ClientName, ClientMessages>>
  readonly embedHeading: string
  readonly embedIntro: string
  readonly preview: string
  /** The preview as a picture and as text. */
  readonly takeAway: Readonly<
    Record<'heading' | 'intro' | 'png' | 'svg' | 'text' | 'saved' | 'failed', string>
  >
  readonly snippetElement: string
  readonly snippetElementIntro: string
  readonly snippetFrame: string
  readonly snippetFrameIntro: string
  readonly snippetOembed: string
  readonly snippetOembedIntro: string
  readonly layout: string
  readonly layoutAuto: string
  readonly layoutCompact: string
  readonly layoutPicture: string
  readonly show: string
  readonly themes: string
  readonly errorHome: string
  readonly errors: Readonly<
    Record<
      | 'notFound'
      | 'removed'
      | 'gone'
      | 'badRequest'
      | 'notAllowed'
      | 'tooMany'
      | 'unavailable'
      | 'other',
      ErrorMessages
    >
  >
}

/** What a citation of a whole timeline names; the date is in words. */
export interface TimelineCitation {
  readonly title: string
  readonly credit: string | undefined
  readonly edition: number
  readonly published: string
  readonly url: string
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

/** Numbers of events by what is known of their days. */
export interface CountedSureness {
  readonly month: number
  readonly less: number
  readonly undated: number
}

export interface Sureness {
  readonly day: number
  /** A month, a year, some day within a time, approximate or uncertain. */
  readonly less: number
  readonly undated: number
}
