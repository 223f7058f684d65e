// A filter as meaning: which themes and actors, which days, which words, in which order. No text.
import type { DateWindow } from './window.ts'

/** Any of these identifiers; with `exclude`, none of them. */
export interface Clause {
  readonly any: readonly string[]
  readonly exclude: boolean
}

/** All clauses, the window and all terms must hold. */
export interface EventQuery {
  readonly themes: readonly Clause[]
  readonly actors: readonly Clause[]
  readonly window: DateWindow
  /** Folded words (`parseTerms`), each of which occurs in the event's text. */
  readonly terms: readonly string[]
  readonly sort: 'date' | '-date'
}

/** The query that selects every event. */
export const everything: EventQuery = {
  themes: [],
  actors: [],
  window: { from: null, to: null, match: 'possible', undated: 'exclude' },
  terms: [],
  sort: 'date',
}
