// The words of the interface. A language that lacks one does not compile. Numbers and names come in
// as text; everything is escaped where it is printed.

/** What events and their chips say, under a list or in it: all that the widget needs at first. */
export interface CardWords {
  /** Joins names in a row. */
  readonly and: string
  readonly colon: string
  readonly count: (events: string) => string
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
  readonly more: string
  readonly number: (value: number) => string
  readonly approximately: (figure: string) => string
  readonly over: (figure: string, unit: string) => string
  readonly under: (figure: string, unit: string) => string
  readonly figure: (figure: string, unit: string) => string
  readonly unnamedSource: string
  readonly month: (year: number, month: number) => string
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: (day: number) => string
}

/** What pages of events say besides: the form, the overview, the menu. */
export interface ControlWords {
  readonly setAside: (events: string) => string
  readonly showThem: string
  readonly empty: string
  readonly noEvents: string
  readonly reset: string
  readonly source: string
  readonly actor: string
  readonly any: string
  readonly theme: string
  readonly from: string
  readonly to: string
  readonly words: string
  readonly apply: string
  readonly shortMonth: (year: number, month: number) => string
  readonly place: string
  readonly figures: string
  readonly ics: string
  readonly google: string
  readonly outlook: string
  readonly permalink: string
  readonly copyCitation: string
  readonly copied: string
  readonly copyFailed: string
  readonly embed: string
}

/** What a list of events says, with all that belongs to it. */
export type ListWords = CardWords & ControlWords

/** What only the pages say. */
export interface PageWords {
  readonly skip: string
  readonly timelines: string
  readonly timelinesIntro: string
  readonly noTimelines: string
  readonly language: string
  readonly updated: string
  readonly edition: (number: string) => string
  readonly editions: string
  readonly editionsIntro: string
  readonly published: string
  readonly added: string
  readonly changed: string
  readonly withdrawn: string
  readonly withdrawnEvent: string
  readonly unchanged: string
  readonly pages: string
  readonly firstPage: string
  readonly nextPage: string
  readonly formats: string
  readonly licence: string
  readonly date: string
  readonly edtf: string
  readonly kinds: Readonly<Record<'point' | 'span' | 'since' | 'asOf' | 'undated', string>>
  readonly citations: string
  readonly citationOf: (number: string, of: string) => string
  readonly supports: string
  readonly fields: Readonly<
    Record<
      'date' | 'title' | 'summary' | 'themes' | 'actors' | 'place' | 'measures' | 'note',
      string
    >
  >
  readonly note: string
  readonly links: string
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
  readonly subscribeFiltered: (filter: string) => string
  readonly address: string
  readonly copy: string
  readonly open: string
  readonly refreshHeading: string
  readonly refreshIntro: string
  readonly clients: Readonly<Record<ClientName, ClientWords>>
  readonly embedHeading: string
  readonly embedIntro: string
  readonly preview: string
  readonly snippetElement: string
  readonly snippetElementIntro: string
  readonly snippetElementLacks: (conditions: string) => string
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
    Record<'notFound' | 'gone' | 'badRequest' | 'unavailable' | 'other', ErrorWords>
  >
}

/** The calendar clients that the subscribe page explains, in its order. */
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

export interface ClientWords {
  readonly name: string
  readonly how: string
  readonly refresh: string
}

export interface ErrorWords {
  readonly title: string
  readonly text: string
}
