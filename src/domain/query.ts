// What a filter means: `matches` is the plain definition, against which every faster path is tested.
import { isInWindow, isSetAside, type DateWindow } from './date-window.ts'
import type { TimelineEvent } from './event.ts'

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

/** Gives the searchable text of an event: `searchText`, or a memo of it. */
export type TextOf = (event: TimelineEvent) => string

/** The query that selects every event. */
export const everything: EventQuery = {
  themes: [],
  actors: [],
  window: { from: null, to: null, match: 'possible', undated: 'exclude' },
  terms: [],
  sort: 'date',
}

/** True where the event belongs to the answer. Withdrawn events belong to none. */
export function matches(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return matchesBesidesDate(event, query, textOf) && isInWindow(event.when, query.window)
}

/** True where only the date window keeps an undated event out of the answer. */
export function isLeftAside(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return isSetAside(event.when, query.window) && matchesBesidesDate(event, query, textOf)
}

/** Who takes part in an event: its actors and, being an actor of kind place, its place. */
export function participants(event: TimelineEvent): readonly string[] {
  return event.place === undefined || event.actors.includes(event.place)
    ? event.actors
    : [...event.actors, event.place]
}

function matchesBesidesDate(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return (
    event.status !== 'withdrawn' &&
    query.themes.every((clause) => holds(clause, event.themes)) &&
    query.actors.every((clause) => holds(clause, participants(event))) &&
    (query.terms.length === 0 || query.terms.every((term) => textOf(event).includes(term)))
  )
}

const holds = (clause: Clause, ids: readonly string[]): boolean =>
  clause.any.some((id) => ids.includes(id)) !== clause.exclude
