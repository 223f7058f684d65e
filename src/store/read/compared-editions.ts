// What differs between two editions that lie over the same uploaded segment: their edits alone are compared,
// however many events they share.
import type { Changes } from '../../domain/document/changes.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { diff, type State } from '../../edition/changes.ts'
import { together } from '../together.ts'
import type { KeptEdition } from './store.ts'

/** Maximum events that are looked up in the segment: each may take two reads. */
export const maxCompared = 20

/**
 * Null where they do not share a segment, or differ in too many events.
 * @example (edition 5, edition 6, which edits one event of a million) → { changed: [it], … }
 */
export async function changesOverSegment(
  before: KeptEdition,
  after: KeptEdition,
): Promise<Required<Omit<Changes, 'leftOut'>> | null> {
  const ids = await editedIn(before, after)
  if (ids === null || ids.length > maxCompared) return null
  const [old, now] = await Promise.all([stateOf(before, ids), stateOf(after, ids)])
  return diff(old, now)
}

/** The events that may differ: the edits of both, and what only one of them has of the segment. */
async function editedIn(
  { head: before }: KeptEdition,
  { head: after, reader }: KeptEdition,
): Promise<readonly string[] | null> {
  const [old, now] = [before.base, after.base]
  if (old?.uploaded === undefined || old.root.segment !== now?.root.segment) return null
  const dropped = [...new Set(old.drops).symmetricDifference(new Set(now.drops))]
  if (dropped.length > maxCompared) return null
  const edits = new Map(before.adds.map((event) => [event.id, JSON.stringify(event)]))
  const same = new Set(
    after.adds.filter((event) => edits.get(event.id) === JSON.stringify(event)).map(({ id }) => id),
  )
  const edited = [...before.adds, ...after.adds].map(({ id }) => id)
  const ids = new Set([...edited, ...((await reader.idsAt?.(dropped)) ?? [])])
  return [...ids.difference(same)]
}

async function stateOf({ reader }: KeptEdition, ids: readonly string[]): Promise<State> {
  const found = await together(ids, (id) => reader.event(id))
  const events = found.filter((event) => event !== undefined).toSorted(compareEvents)
  return { timeline: reader.facts.timeline, events }
}
