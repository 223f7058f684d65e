// The head: the edition of a timeline that is served now, as one stored value. A small timeline has
// no packed base; all its events are in `adds`, in the total order.
import type { Spanned } from '../domain/date/claims.ts'
import type { Actor } from '../domain/document/actor.ts'
import type { ChangeCounts } from '../domain/document/changes.ts'
import type { StoredEvent } from '../domain/document/event.ts'
import type { Revised } from '../domain/document/revision.ts'
import type { Source } from '../domain/document/source.ts'
import type { Theme } from '../domain/document/theme.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import type { SegmentRoot } from './segment/parts.ts'

/** Maximum of `contentSize` in bytes for an edition that is one stored value: about 300 rich bilingual events. */
export const maxHeadBytes = 512 * 1024

/** Maximum of `contentSize` in bytes; above `maxHeadBytes` the events are packed. */
export const maxContentBytes = 5 * 1024 * 1024

/** One line of a timeline's edition log. */
export interface EditionEntry {
  /** Counts from 1 without gaps. */
  readonly number: number
  /** `documentDigest` of the published document. */
  readonly digest: string
  /** RFC 3339 in UTC with milliseconds; never earlier than that of an older edition. */
  readonly published: string
  /** Name of the token that published it. */
  readonly by: string
  readonly note?: string
  /** The edition whose content was restored, if this one is a rollback. */
  readonly restores?: number
  /** True if the timeline was taken down: this edition has no events and is not served. */
  readonly removes?: true
  /** Number of listed events (withdrawn ones not counted). */
  readonly events: number
  /** How much differs from the previous edition. */
  readonly changes: ChangeCounts
}

/** A timeline as it is stored: its own texts and each of its parts with the edition that changed them. */
export type StoredTimeline = Revised<Omit<Timeline, 'themes' | 'actors' | 'sources'>> & {
  readonly themes: readonly Revised<Theme>[]
  readonly actors: readonly Revised<Actor>[]
  readonly sources: readonly Revised<Source>[]
}

/** Maximum number of removed events that a head names. */
export const maxRemoved = 1000

/** The events of a large timeline as they were packed, and which of them were edited since. */
export interface PackedBase {
  readonly root: SegmentRoot
  /** For each of the head's `adds`, the ordinal of the first event of the segment that stands behind it. */
  readonly places: readonly number[]
  /** The ordinals of the events of the segment that were changed or removed since. */
  readonly drops: readonly number[]
  /** Only where the publisher of the timeline packed and uploaded them. */
  readonly uploaded?: Uploaded
  /** Where the service packed them: `spanEnds` of all listed events of the edition; absent before 1.1. */
  readonly span?: readonly Spanned[]
}

/** What is known of an uploaded segment without reading it. */
export interface Uploaded {
  /** Numbers of its parts with events: compiled (`e`), and as they were written (`a`). */
  readonly parts: { readonly e: number; readonly a: number }
  /** `spanEnds` of its events that are listed. */
  readonly span: readonly Spanned[]
}

export interface Head {
  readonly timeline: StoredTimeline
  readonly edition: EditionEntry
  /** The kept editions, newest first, starting with this one. Only these can be read. */
  readonly kept: readonly EditionEntry[]
  /** Null for a small timeline. */
  readonly base: PackedBase | null
  /** Without a base all events, else those that were added or changed since; in the total order. */
  readonly adds: readonly StoredEvent[]
  /** Ids of events that the document no longer has, the last removed first. */
  readonly removed: readonly string[]
}
