// Messages of feeds, calendars, Markdown and TimelineJS.

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
