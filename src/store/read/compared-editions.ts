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
  const ids = editedIn(before, after)
  if (ids === null || ids.length > maxCompared) return null
  const [old, now] = await Promise.all([stateOf(before, ids), stateOf(after, ids)])
  return diff(old, now)
}

/** All that may differ. */
function editedIn({ head: before }: KeptEdition, { head: after }: KeptEdition): string[] | null {
  const [old, now] = [before.base, after.base]
  if (old?.uploaded === undefined || old.root.segment !== now?.root.segment) return null
  const known = new Set(before.removed)
  const gone = after.removed.filter((id) => !known.has(id))
  // Of those that were removed before, some may be back.
  const drops = new Set(now.drops)
  const back = old.drops.every((ordinal) => drops.has(ordinal)) ? [] : before.removed
  const edits = new Map(before.adds.map((event) => [event.id, JSON.stringify(event)]))
  const same = new Set(
    after.adds.filter((event) => edits.get(event.id) === JSON.stringify(event)).map(({ id }) => id),
  )
  const edited = [...before.adds, ...after.adds].map(({ id }) => id)
  return [...new Set([...edited, ...gone, ...back])].filter((id) => !same.has(id))
}

async function stateOf({ reader }: KeptEdition, ids: readonly string[]): Promise<State> {
  const found = await together(ids, (id) => reader.event(id))
  const events = found.filter((event) => event !== undefined).toSorted(compareEvents)
  return { timeline: reader.facts.timeline, events }
}
