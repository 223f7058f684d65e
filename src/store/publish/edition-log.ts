// The edition log of one timeline: append-only entries, the content of kept editions, and in the same
// storage the outbox. No implementation here: memory-log.ts, sqlite-log.ts.
import type { Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { NextEdition } from '../../edition/next.ts'
import type { Outbox, Task } from '../outbox.ts'

/** Everything about one kept edition. */
export interface EditionRecord extends NextEdition {
  readonly document: TimelineDocument
}

export interface EditionLog extends Outbox {
  /** The newest edition. */
  latest(): EditionRecord | null
  /** A kept edition; null where it never was or is forgotten. */
  record(number: number): EditionRecord | null
  /** True where the content of that edition is at hand. */
  has(number: number): boolean
  /**
   * Adds the next edition, in one step with its tasks. The entries that its head keeps stay; the
   * content of all others is forgotten. `taken`, and nothing changes, where another edition than the
   * one before it is the newest: two processes of a host may want the same number.
   */
  append(record: EditionRecord, tasks: readonly Task[]): Result<EditionRecord, 'taken'>
  /** Forgets the content of an edition. Its entry stays: the log is never cut. */
  forget(number: number): void
}
