// The edition log of one timeline: append-only entries, the content of kept editions, and the outbox
// in the same storage. No implementation here: see host/cloudflare/sqlite-log.ts.
import type { StoredEvent } from '../../domain/document/event.ts'
import type { Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { Head } from '../../edition/head.ts'
import type { NextEdition } from '../../edition/next.ts'
import type { SegmentRoot } from '../../edition/segment/parts.ts'
import type { Appearance } from '../../edition/stored-form.ts'
import type { Outbox, Task } from '../outbox.ts'
import type { SegmentLog } from './segment-log.ts'

/** Everything about one kept edition. */
export interface EditionRecord extends NextEdition {
  readonly document: TimelineDocument
}

/** What is known of an event that an edition removed. */
export type GoneEvent = Pick<StoredEvent, 'id' | 'first' | 'changed'>

export interface NewEdition extends EditionRecord {
  /** Events that it has not and that an uploaded segment had, which alone told their revisions. */
  readonly gone?: readonly GoneEvent[]
}

/** Where the events of an edition are: in a segment of its own, or in that of an earlier one and its head. */
export interface Packing {
  readonly number: number
  /** The edition over whose segment it is laid. It stays when the edition gets a segment of its own. */
  readonly over: number | null
  /** Of its own segment. */
  readonly root: SegmentRoot | null
  /** The names of the parts of its own segment that may be in the store. */
  readonly parts: readonly string[]
  /** True once all of it was in the store: others may be laid over it. */
  readonly isWritten: boolean
  /** True of one that is no longer kept; its segment stays while others need it. */
  readonly isForgotten: boolean
}

export interface EditionLog extends Outbox, SegmentLog {
  /** The newest edition. */
  latest(): EditionRecord | null
  /** A kept edition; null if it never existed or its content was deleted. */
  record(number: number): EditionRecord | null
  /** The head of a kept edition, with all of its events. */
  head(number: number): Head | null
  /**
   * In which editions that event appeared first and changed last, even if it was removed; undefined if it
   * never was, or only in uploaded segments and not among those that were `gone`.
   */
  appearanceOf(event: string): Appearance | undefined
  /** True if the content of that edition is available. */
  has(number: number): boolean
  /**
   * Adds the next edition and its tasks in one transaction. Deletes the content of all editions that
   * its head does not keep. Fails with `taken`, without any change, unless the newest edition is the
   * one before it: two processes of a host may try to use the same number.
   */
  append(record: NewEdition, tasks: readonly Task[]): Result<EditionRecord, 'taken'>
  /** Where the events of packed editions are in the store. */
  packings(): readonly Packing[]
  /** Before anything of it is written, so that all of it can be deleted later. */
  notePacking(packing: Packing): void
  dropPacking(number: number): void
  /** Deletes the content of an edition. Its entry stays: the log is never truncated. */
  forget(number: number): void
}
