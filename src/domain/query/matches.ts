// What a filter means: `matches` is the plain definition, against which every faster path is tested.
import type { TimelineEvent } from '../document/event.ts'
import type { Clause, EventQuery } from './event-query.ts'
import { isInWindow, isSetAside } from './window.ts'

/** Returns the searchable text of an event: `searchText`, or a memoized version of it. */
export type TextOf = (event: TimelineEvent) => string

/**
 * True if the event belongs to the answer. Withdrawn events never do.
 * @example (a listed event of theme work, { …, themes: [only('work')] }, textOf) → true
 */
export function matches(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return matchesBesidesDate(event, query, textOf) && isInWindow(event.when, query.window)
}

/** True if only the date window keeps an undated event out of the answer. */
export function countsAsSetAside(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return isSetAside(event.when, query.window) && matchesBesidesDate(event, query, textOf)
}

function matchesBesidesDate(event: TimelineEvent, query: EventQuery, textOf: TextOf): boolean {
  return (
    isListed(event) &&
    holdsAll(query.themes, event.themes) &&
    holdsAll(query.actors, participants(event)) &&
    holdsTerms(event, query, textOf)
  )
}

export const isListed = ({ status }: TimelineEvent): boolean => status !== 'withdrawn'

/** The participants of an event: its actors, and its place, which is also an actor. */
export function participants(event: TimelineEvent): readonly string[] {
  return event.place === undefined || event.actors.includes(event.place)
    ? event.actors
    : [...event.actors, event.place]
}

export const holdsAll = (clauses: readonly Clause[], ids: readonly string[]): boolean =>
  clauses.every(({ any, exclude }) => any.some((id) => ids.includes(id)) !== exclude)

export const holdsTerms = (event: TimelineEvent, { terms }: EventQuery, textOf: TextOf): boolean =>
  terms.every((term) => textOf(event).includes(term))
