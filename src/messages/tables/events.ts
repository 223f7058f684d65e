// Messages of an event that several outputs share.

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
