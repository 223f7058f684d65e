// What a filter means: `matches` is the plain definition, against which every faster path is tested.
import type { TimelineEvent } from '../document/event.ts'
import type { Clause, EventQuery } from './event-query.ts'
import { isInWindow, isSetAside } from './window.ts'

/** Gives the searchable text of an event: `searchText`, or a memo of it. */
export type TextOf = (event: TimelineEvent) => string

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
