// Lays an edition over the segment of an earlier one: what both have is read from the segment, and the
// head holds the rest.
import type { StoredEvent } from '../../domain/document/event.ts'
import { spanEnds } from '../../domain/date/claims.ts'
import { isListed } from '../../domain/query/matches.ts'
import type { Head, PackedBase } from '../head.ts'
import type { SegmentRoot } from './parts.ts'

/** An edition whose events are packed. */
export interface PackedBefore {
  readonly root: SegmentRoot
  /** In the order in which they were packed. */
  readonly events: readonly StoredEvent[]
}

/** Maximum of events that were added or removed since they were packed; a changed one is both. */
export const maxEdits = 1000

/** Maximum of characters of those that a head holds: every query reads them. */
export const maxEditLength = 262_144

/**
 * The head with only those events that the segment does not have; null if they are too many, and all
 * should be packed anew.
 * @example one event of 2,000 has another title → { base: { root, places: [7], drops: [7] }, adds: [it] }
 */
export function overlay(before: PackedBefore, head: Head): Head | null {
  const ordinals = new Map(before.events.map(({ id }, ordinal) => [id, ordinal]))
  const dropped = new Set(ordinals.values())
  const [adds, places]: [StoredEvent[], number[]] = [[], []]
  let [last, length] = [-1, 0]
  for (const event of head.adds) {
    const ordinal = ordinals.get(event.id) ?? -1
    // What stands elsewhere among the others cannot be read where it stood.
    if (ordinal > last && isSame(before.events[ordinal], event)) {
      dropped.delete(ordinal)
      last = ordinal
      continue
    }
    adds.push(event)
    places.push(last + 1)
    length += JSON.stringify(event).length
    if (adds.length > maxEdits || length > maxEditLength) return null
  }
  if (adds.length + dropped.size > maxEdits) return null
  return laid(head, { root: before.root, places, drops: [...dropped], adds })
}

/** The head as it stands over a segment; the span of its events is noted, since they are not at hand then. */
export const laid = (
  head: Head,
  { adds, ...base }: Pick<PackedBase, 'root' | 'places' | 'drops'> & Pick<Head, 'adds'>,
): Head => ({
  ...head,
  base: { ...base, span: spanEnds(head.adds.filter(isListed).map(({ when }) => when)) },
  adds,
})

/** Its place in the document is in the order of the events already. */
function isSame(packed: StoredEvent | undefined, event: StoredEvent): boolean {
  if (packed === undefined) return false
  const { position } = packed
  return JSON.stringify(packed) === JSON.stringify({ ...event, position })
}
