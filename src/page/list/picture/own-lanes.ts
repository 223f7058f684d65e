// Which themes or actors of many have a lane, or a chip, of their own.
import type { EventQuery } from '../../../domain/query/event-query.ts'
import type { LaneKind } from '../../../domain/query/lanes.ts'
import { maxLanes } from '../../../picture/limits.ts'

/**
 * The ids that have a lane of their own, in the order of the timeline: those that are asked for, so that
 * one sees when they happen, then those with most events.
 */
export function ownLanes(
  ids: readonly string[],
  counts: ReadonlyMap<string, number>,
  asked: readonly string[],
): readonly string[] {
  const countOf = (id: string): number => counts.get(id) ?? 0
  const used = ids.filter((id) => countOf(id) > 0)
  if (used.length <= maxLanes) return used
  const rankOf = (id: string): number => (asked.includes(id) ? Infinity : countOf(id))
  const first = used.map((id) => [id, rankOf(id)] as const)
  const most = new Set(
    first
      .toSorted(([, a], [, b]) => (a === b ? 0 : b - a))
      .slice(0, maxLanes)
      .map(([id]) => id),
  )
  return used.filter((id) => most.has(id))
}

/** The themes or actors that a filter asks for; what it excludes is not. */
export const askedIn = (
  { themes, actors }: Pick<EventQuery, 'themes' | 'actors'>,
  by: LaneKind,
): readonly string[] =>
  (by === 'theme' ? themes : actors).flatMap(({ any, exclude }) => (exclude ? [] : any))
