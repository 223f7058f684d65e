// The interface through which the service reads. No implementation here.
import type { Changes } from '../../domain/document/changes.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { Result } from '../../domain/result.ts'
import type { EditionFacts, EditionReader } from '../../edition/reader.ts'
import type { EditionCopy, TimelineList } from '../values.ts'

/**
 * Why a read fails: the timeline or edition does not exist; the timeline was taken down; the edition was
 * taken with it, and the timeline has been published anew since; the edition is no longer kept; or the
 * store does not answer and no good value is cached.
 */
export type ReadFailure = 'not-found' | 'gone' | 'taken' | 'expired' | 'unavailable'

export interface Read<Value> {
  readonly value: Value
  readonly stale: Staleness
}

/**
 * False, or, if the store failed and an older good value is served, the whole seconds since the
 * store last confirmed it; never negative.
 */
export type Staleness = false | number

/** A kept edition, ready for queries. */
export interface KeptEdition extends EditionCopy {
  readonly reader: EditionReader
}

/** What a kept edition changed, without its content; null if its copy cannot be read. */
export interface EditionChanges extends Pick<EditionCopy, 'entry'> {
  readonly changes: Changes | null
}

/** Parts of events are texts. */
export type StoredPart = string | Uint8Array<ArrayBuffer>

export interface Store {
  /** The current edition; never older than one that this store served before. */
  current(timeline: string): Promise<Result<Read<EditionReader>, ReadFailure>>
  /** A kept edition by number. */
  edition(timeline: string, number: number): Promise<Result<Read<KeptEdition>, ReadFailure>>
  /** The changes of the newest kept editions, newest first, a maximum of `max`. */
  changes(facts: EditionFacts, max: number): Promise<readonly EditionChanges[]>
  /** The document of a kept edition, which may be stored apart from it. */
  document(kept: KeptEdition): Promise<Result<TimelineDocument, ReadFailure>>
  /** A part of a segment as it is stored; its edition must be known to be kept. */
  part(timeline: string, name: string): Promise<Result<StoredPart, ReadFailure>>
  timelines(): Promise<Result<Read<TimelineList>, ReadFailure>>
  /** Called after a publish through this isolate: the next read goes to the store again. */
  expire(timeline: string): void
}
