// The sentences of the commands with which a timeline is begun and filled.

/** What a new timeline is asked for; each is an option, too. */
export type NewField = 'title' | 'language' | 'timeZone' | 'domain'

export interface AuthoringMessages {
  readonly begin: {
    readonly notAnId: (id: string, proposal: string | null) => string
    readonly taken: (folder: string) => string
    readonly unwritable: (folder: string, why: string) => string
    readonly missing: string
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
}
