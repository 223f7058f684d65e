// The head: what of a timeline is served now, as one stored value. A small timeline has no packed
// base; all its events stand in `adds`, in the total order.
import type { Revision, TimelineEvent } from '../domain/document/event.ts'
import type { Timeline } from '../domain/document/timeline.ts'

/** A head of more bytes is refused. 512 kB hold some 300 rich bilingual events. */
export const maxHeadBytes = 512 * 1024

/** One line of a timeline's edition log. */
export interface EditionEntry {
  /** Counts from 1 without gaps. */
  readonly number: number
  /** `documentDigest` of the published document. */
  readonly digest: string
  /** Instant of publication, RFC 3339 in UTC with milliseconds; never before that of an older edition. */
  readonly published: string
  /** Name of the token that published it. */
  readonly by: string
  readonly note?: string
  /** The edition whose content was restored, where this one is a roll back. */
  readonly restores?: number
  /** True where the timeline was taken down: this edition has no events and is not served. */
  readonly removes?: true
  /** How many events it lists (withdrawn ones not counted). */
  readonly events: number
  /** How many events differ from the edition before. */
  readonly changes: { readonly added: number; readonly changed: number; readonly withdrawn: number }
}

export interface Head {
  readonly timeline: Timeline
  readonly edition: EditionEntry
  /** The kept editions, newest first, beginning with this one. Only these can be read. */
  readonly kept: readonly EditionEntry[]
  /** Reserved for the packed base of a large timeline. */
  readonly base: null
  readonly adds: readonly TimelineEvent[]
  /** Revisions of events that no longer stand in the document, so that a return continues them. */
  readonly retired: Readonly<Record<string, Revision>>
}
