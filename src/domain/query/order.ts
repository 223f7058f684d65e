// The one total order of events (docs/dates.md, "Order"), used by lists, chunks and cursors, and the
// order by last change, newest first.
import type { Revision, TimelineEvent } from '../document/event.ts'

/**
 * Ascending: anchor, then latest (no bound last), time of day (none first), index in the document,
 * id by code units. Zero only for the same event, since ids are unique; descending is the exact
 * reverse.
 * @example events with anchors 2020-01-24 and 2020-01-26 → negative
 */
export function compareEvents(a: TimelineEvent, b: TimelineEvent): number {
  return (
    a.when.anchor - b.when.anchor ||
    compareLatest(a.when.latest, b.when.latest) ||
    (a.when.minute ?? -1) - (b.when.minute ?? -1) ||
    a.position - b.position ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  )
}

function compareLatest(a: number | null, b: number | null): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0)
  return a - b
}

/** Descending by the instant of the last change; zero for events changed by the same edition. */
export function compareByChange(a: Revision, b: Revision): number {
  return a.modified < b.modified ? 1 : a.modified > b.modified ? -1 : 0
}
