// The one total order of events (docs/dates.md, "Order"), used by lists, chunks and cursors, and the
// order by last change, newest first. Where an event without a day stands, its anchor says: the last
// day on which it can have been (../date/when.ts).
import type { EventQuery } from './event-query.ts'
import type { CivilDay } from '../date/civil-day.ts'
import type { When } from '../date/when.ts'
import type { StoredEvent, TimelineEvent } from '../document/event.ts'

/** What the total order compares of an event. */
export interface OrderKey extends Pick<StoredEvent, 'id' | 'position'> {
  readonly when: Pick<When, 'anchor' | 'latest' | 'instant'>
}

export const orderKeyOf = ({
  id,
  position,
  when,
}: Pick<StoredEvent, 'id' | 'position' | 'when'>): OrderKey => ({
  id,
  position,
  when: {
    anchor: when.anchor,
    latest: when.latest,
    ...(when.instant !== undefined && { instant: when.instant }),
  },
})

/** The day by which an event is ordered first. */
export const dayOfOrder = ({ when }: OrderKey): CivilDay => when.anchor

/**
 * Ascending: anchor, then latest (no bound last), instant (none first), index in the document,
 * id by code units. Zero only for the same event, since ids are unique; descending is the exact
 * reverse.
 * @example events with anchors 2020-01-24 and 2020-01-26 → negative
 */
export function compareEvents(a: OrderKey, b: OrderKey): number {
  return (
    compareDates(a.when, b.when) ||
    a.position - b.position ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

/** The first part of the total order; zero for dates that only their place in the document tells apart. */
export function compareDates(a: OrderKey['when'], b: OrderKey['when']): number {
  return (
    a.anchor - b.anchor || compareLatest(a.latest, b.latest) || compareInstant(a.instant, b.instant)
  )
}

function compareLatest(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return a - b
}

/** Instants, not clock times: when clocks are put back, an hour is shown twice. */
function compareInstant(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined)
    return (a === undefined ? 0 : 1) - (b === undefined ? 0 : 1)
  return a - b
}

/** The order of a query, for events whose places in the total order are not known. */
export const inOrderOf = (
  sort: EventQuery['sort'],
): ((a: TimelineEvent, b: TimelineEvent) => number) => {
  switch (sort) {
    case 'date':
      return compareEvents
    case '-date':
      return (a, b) => compareEvents(b, a)
    case '-updated':
      return compareByChange
  }
}

/**
 * Newest change first: edition, then instant, both descending; then the total order, descending.
 * @example events changed by editions 2 and 5 → positive
 */
export function compareByChange(a: TimelineEvent, b: TimelineEvent): number {
  return (
    b.revision.edition - a.revision.edition ||
    (a.revision.instant < b.revision.instant
      ? 1
      : a.revision.instant > b.revision.instant
        ? -1
        : compareEvents(b, a))
  )
}
