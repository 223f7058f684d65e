// A parsed filter: themes, actors and sources, days, search terms and order.
// From a query string it is read by ../../address/filter.ts; what it finds is in matches.ts.
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
  readonly sources: readonly Clause[]
  /** Whether an actor stands for its members at any depth, too (members.ts). */
  readonly members: 'include' | 'exclude'
  readonly window: DateWindow
  /** Folded words (`parseTerms`), each of which occurs in the event's text. */
  readonly terms: readonly string[]
  /** Oldest first, newest first, or last changed first. */
  readonly sort: 'date' | '-date' | '-updated'
}

/** The query that selects every event. */
export const everything: EventQuery = {
  themes: [],
  actors: [],
  sources: [],
  members: 'include',
  window: { from: null, to: null, match: 'possible', undated: 'exclude' },
  terms: [],
  sort: 'date',
}

/** The clause of one identifier. */
export const only = (id: string): Clause => ({ any: [id], exclude: false })

/** The same query with that one theme, or with none. */
export const withTheme = (query: EventQuery, id: string | null): EventQuery => ({
  ...query,
  themes: id === null ? [] : [only(id)],
})
