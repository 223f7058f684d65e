// The sentences of the commands with which a timeline is begun and filled.

/** What a new timeline is asked for; each is an option, too. */
export type NewField = 'title' | 'language' | 'timeZone' | 'domain'

export interface AuthoringMessages {
  readonly begin: {
    readonly notAnId: (id: string, proposal: string | null) => string
    readonly taken: (folder: string) => string
    readonly unwritable: (folder: string, why: string) => string
    /** What may be answered besides what is offered. */
    readonly other: string
    /** What each asks for, with an example. */
    readonly asks: Readonly<Record<NewField, string>>
    readonly made: (file: string, sources: string) => string
    /** Before the commands that come next. */
    readonly next: string
    readonly steps: {
      readonly preview: string
      readonly check: string
      readonly publish: string
    }
  }
  readonly draft: {
    readonly asks: Readonly<Record<'title' | 'publisher' | 'published', string>>
    /** What may be answered besides what is offered. */
    readonly free: Readonly<Record<'title' | 'publisher' | 'published', string>>
    readonly noPublisher: string
    readonly notADay: (answer: string) => string
    readonly marks: {
      readonly perhapsNoEvent: string
      readonly perhapsElsewhere: string
      /** Between two sentences. */
      readonly joint: string
    }
    readonly headings: readonly [line: string, words: string, date: string, reason: string]
    readonly open: string
    readonly found: (ready: number, open: number) => string
    readonly otherText: (source: string) => string
    readonly tableTaken: (file: string) => string
    readonly notAnId: (id: string) => string
    readonly write: (files: string) => string
    readonly needsYes: string
    readonly unwritten: string
    readonly written: (files: string) => string
    /** Before the command that reads the table. */
    readonly next: (table: string) => string
  }
  readonly cite: {
    readonly looked: (found: number, all: number) => string
    readonly filled: (count: number) => string
    readonly changed: (source: string) => string
    readonly lost: (count: number) => string
    readonly whichPlace: (event: string, words: string) => string
    readonly noTexts: string
    readonly write: (file: string) => string
    readonly written: (file: string) => string
    readonly nothing: string
  }
}
