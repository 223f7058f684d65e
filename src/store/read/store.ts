// What the service reads, whatever is behind it. No implementation here.
import type { Result } from '../../domain/result.ts'
import type { EditionFacts, EditionReader } from '../../edition/reader.ts'
import type { EditionCopy, TimelineList } from '../values.ts'

/**
 * Why a read gives nothing: there is no such timeline or edition; it was taken down; the edition is
 * no longer kept; or the store does not answer and nothing good is at hand.
 */
export type ReadFailure = 'not-found' | 'gone' | 'expired' | 'unavailable'

export interface Read<Value> {
  readonly value: Value
  readonly stale: Staleness
}

/**
 * False, or where the store failed and an older good value is served, for how many whole seconds the
 * store has not confirmed it; never negative.
 */
export type Staleness = false | number

/** A kept edition, ready for queries. */
export interface KeptEdition extends EditionCopy {
  readonly reader: EditionReader
}

/** What a kept edition changed, without its content. */
export type EditionChanges = Pick<EditionCopy, 'entry' | 'changes'>

export interface Store {
  /** The edition served now; never an older one than this store served before. */
  current(timeline: string): Promise<Result<Read<EditionReader>, ReadFailure>>
  /** A kept edition by its number. */
  edition(timeline: string, number: number): Promise<Result<Read<KeptEdition>, ReadFailure>>
  /** What the newest kept editions changed, newest first, at most so many. */
  changes(facts: EditionFacts, max: number): Promise<Result<readonly EditionChanges[], ReadFailure>>
  timelines(): Promise<Result<Read<TimelineList>, ReadFailure>>
  /** A timeline was published through this isolate: its next reader asks the store again. */
  expire(timeline: string): void
}
