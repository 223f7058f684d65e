// The stored values besides the head: the copy of an edition and the list of timelines.
import type { Changes } from '../domain/document/changes.ts'
import type { EditionEntry, Head } from '../edition/head.ts'
import { summaryOf, type TimelineSummary } from '../edition/summary.ts'
import { upgradeChanges, upgradeHead } from '../edition/stored-form.ts'
import type { TimelineDocument } from '../domain/document/timeline.ts'

/** The stored copy of one edition: its head, its document and its changes. */
export interface EditionCopy {
  readonly entry: EditionEntry
  readonly head: Head
  /** Null where the events are packed: then it is stored under a key of its own (`DocumentCopy`). */
  readonly document: TimelineDocument | null
  readonly changes: Changes
}

/** The document of a packed edition. */
export interface DocumentCopy {
  readonly document: TimelineDocument
}

/** Upgrades a stored copy, or a record of the log, to the newest form. */
export function upgraded<Copy extends Pick<EditionCopy, 'head' | 'changes'>>(
  copy: Copy,
  form: number,
): Copy {
  const head = upgradeHead(copy.head, form)
  return { ...copy, head, changes: upgradeChanges(copy.changes, form, head) }
}

export interface TimelineList {
  readonly timelines: readonly TimelineSummary[]
  /** Timelines that were taken down; the service answers 410 for them. */
  readonly gone: readonly string[]
}

/** The entry of one timeline in the list. */
export interface TimelineLine {
  readonly id: string
  /** A line of an older edition never replaces one of a newer edition. */
  readonly edition: number
  /** Null if the timeline was taken down. */
  readonly summary: TimelineSummary | null
}

export const lineOf = (head: Head): TimelineLine => ({
  id: head.timeline.id,
  edition: head.edition.number,
  summary: head.edition.removes === true ? null : summaryOf(head),
})
