// The stored values besides the head: the copy of an edition and the list of timelines.
import type { Changes } from '../edition/changes/events.ts'
import type { EditionEntry, Head } from '../edition/head.ts'
import { summaryOf, type TimelineSummary } from '../edition/summary.ts'
import { upgradeChanges, upgradeHead } from '../edition/stored-form.ts'
import type { TimelineDocument } from '../domain/document/timeline.ts'

/** What is kept of one edition: its head, the document it was made of, and what it changed. */
export interface EditionCopy {
  readonly entry: EditionEntry
  readonly head: Head
  readonly document: TimelineDocument
  readonly changes: Changes
}

/** What is kept of an edition, of that form, in the newest one; a record of the log is one, too. */
export function upgraded<Copy extends Pick<EditionCopy, 'head' | 'changes'>>(
  copy: Copy,
  form: number,
): Copy {
  const { head, changes } = copy
  return {
    ...copy,
    head: upgradeHead(head, form),
    changes: upgradeChanges(changes, form, head.timeline.timeZone),
  }
}

export interface TimelineList {
  readonly timelines: readonly TimelineSummary[]
  /** Timelines that were taken down; they answer 410. */
  readonly gone: readonly string[]
}

/** What one timeline contributes to the list. */
export interface TimelineLine {
  readonly id: string
  /** A line of an older edition never replaces one of a newer. */
  readonly edition: number
  /** Null where the timeline was taken down. */
  readonly summary: TimelineSummary | null
}

export const lineOf = (head: Head): TimelineLine => ({
  id: head.timeline.id,
  edition: head.edition.number,
  summary: head.edition.removes === true ? null : summaryOf(head),
})
