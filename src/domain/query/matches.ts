// What a filter means: `matches` is the plain definition, against which every faster path is tested.
import type { TimelineEvent } from '../document/event.ts'
import type { Clause, EventQuery } from './event-query.ts'
import { foundUnder, type GroupsOf } from './members.ts'
import { isInWindow, isSetAside } from './window.ts'

/** Returns the searchable text of an event: `searchText`, or a memoized version of it. */
export type TextOf = (event: TimelineEvent) => string

/** What a query compares that is not in the event itself. */
export interface Surroundings {
  /** Folded like the terms of the query. */
  readonly textOf: TextOf
  readonly groupsOf: GroupsOf
}

/**
 * True if the event belongs to the answer. Withdrawn events never do.
 * @example (a listed event of theme work, { …, themes: [only('work')] }, surroundings) → true
 */
export function matches(event: TimelineEvent, query: EventQuery, around: Surroundings): boolean {
  return matchesBesidesDate(event, query, around) && isInWindow(event.when, query.window)
}

/** True if only the date window keeps an undated event out of the answer. */
export function countsAsSetAside(
  event: TimelineEvent,
  query: EventQuery,
  around: Surroundings,
): boolean {
  return isSetAside(event.when, query.window) && matchesBesidesDate(event, query, around)
}

function matchesBesidesDate(
  event: TimelineEvent,
  query: EventQuery,
  { textOf, groupsOf }: Surroundings,
): boolean {
  return (
    isListed(event) &&
    holdsAll(query.themes, event.themes) &&
    holdsAll(query.actors, foundUnder(event, query, groupsOf)) &&
    holdsAll(query.sources, sourcesOf(event)) &&
    holdsTerms(event, query, textOf)
  )
}

export const isListed = ({ status }: Pick<TimelineEvent, 'status'>): boolean =>
  status !== 'withdrawn'

/** The sources that an event rests on, each once. */
export const sourcesOf = ({ citations }: TimelineEvent): readonly string[] => [
  ...new Set(citations.map(({ source }) => source)),
]

export const holdsAll = (clauses: readonly Clause[], ids: readonly string[]): boolean =>
  clauses.every(({ any, exclude }) => any.some((id) => ids.includes(id)) !== exclude)

export const holdsTerms = (event: TimelineEvent, { terms }: EventQuery, textOf: TextOf): boolean =>
  terms.every((term) => textOf(event).includes(term))
