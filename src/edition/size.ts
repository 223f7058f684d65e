// The size of an edition as its limit counts it.
import type { Head } from './head.ts'
import { withoutRevisions } from './revisions.ts'

/**
 * Bytes of the timeline and its events as JSON in UTF-8. Their history does not count: what fitted
 * once fits again, however long the timeline is edited.
 * @example contentSize(head of two events) → 2100
 */
export function contentSize({ timeline, adds }: Pick<Head, 'timeline' | 'adds'>): number {
  const events = adds.map(({ first: _first, changed: _changed, ...event }) => event)
  const text = JSON.stringify({ timeline: withoutRevisions(timeline), events })
  return new TextEncoder().encode(text).length
}
