// The edition log of one timeline: append-only entries, the content of kept editions, and the outbox
// in the same storage. No implementation here: see host/cloudflare/sqlite-log.ts.
import type { EarlyRevision } from '../../domain/document/revision.ts'
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
  /** A kept edition; null if it never existed or its content was deleted. */
  record(number: number): EditionRecord | null
  /** In which edition that event appeared first, even if it was removed; undefined if it never did. */
  firstOf(event: string): EarlyRevision | undefined
  /** True if the content of that edition is available. */
  has(number: number): boolean
  /**
   * Adds the next edition and its tasks in one transaction. Deletes the content of all editions that
   * its head does not keep. Fails with `taken`, without any change, unless the newest edition is the
   * one before it: two processes of a host may try to use the same number.
   */
  append(record: EditionRecord, tasks: readonly Task[]): Result<EditionRecord, 'taken'>
  /** The names of the parts of an edition's segment; none where it is not packed. */
  parts(number: number): readonly string[]
  /** Remembers them, before they are written, so that all of them can be deleted later; none forgets them. */
  noteParts(number: number, names: readonly string[]): void
  /** Deletes the content of an edition. Its entry stays: the log is never truncated. */
  forget(number: number): void
}
