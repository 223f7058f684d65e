// The first edition of a document, with its events as readers get them.
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import type { Timeline, TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { Head } from '../../src/edition/head.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { withoutRevisions, revisionsOf } from '../../src/edition/revisions.ts'

export interface FirstEdition {
  readonly head: Head
  readonly timeline: Timeline
  /** In the total order. */
  readonly events: readonly TimelineEvent[]
}

export const firstInstant = '2026-10-01T08:30:00.000Z'

/** The document must have passed the check; its size does not matter. */
export function firstEdition(document: TimelineDocument): FirstEdition {
  const stamp = { digest: '', instant: Date.parse(firstInstant), by: 'test' }
  const { head } = nextEdition(document, null, stamp)
  const { timeline, adds } = head
  return { head, timeline: withoutRevisions(timeline), events: adds.map(revisionsOf(timeline)) }
}
