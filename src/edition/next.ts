// Builds the edition that follows another one: its number, its entry in the log, its head and its
// changes. Pure: instant, digest and author are passed in.
import type { TimelineDocument } from '../domain/document/timeline.ts'
import { compile, type FirstLookUp } from './compile.ts'
import { changeCounts, type Changes, type LeftOutChanges } from '../domain/document/changes.ts'
import type { Revision } from '../domain/document/revision.ts'
import { diff } from './changes.ts'
import { maxRemoved, type EditionEntry, type Head } from './head.ts'

/** An edition is kept while it is one of the newest `editions`, or younger than `milliseconds`. */
export const retention = { editions: 10, milliseconds: 7 * 86_400_000, max: 100 } as const

/** Metadata of an edition that comes from its publish request. */
export interface Stamp {
  readonly digest: string
  /** Milliseconds since 1970. */
  readonly instant: number
  readonly by: string
  readonly note?: string
  readonly restores?: number
  readonly removes?: true
}

export interface NextEdition {
  readonly entry: EditionEntry
  readonly head: Head
  readonly changes: Changes
}

/** What is known besides the previous head. */
export interface KnownBefore {
  readonly firstOf?: FirstLookUp
  /** The changes of events that are not among those of the previous head. */
  readonly leftOut?: LeftOutChanges | undefined
}

/**
 * The next edition. Even if the clock was set back, it is never dated before the previous one. `leftOut` are
 * the changes of events that are not among those of `previous`.
 * @example nextEdition(document, null, stamp) → { entry: { number: 1, … }, head, changes }
 */
export function nextEdition(
  document: TimelineDocument,
  previous: Head | null,
  stamp: Stamp,
  known: KnownBefore = {},
): NextEdition {
  const { firstOf, leftOut } = known
  const at = revisionAfter(previous, stamp.instant)
  const { timeline, events, removed } = compile(document, previous, at, firstOf)
  const before = previous && { timeline: previous.timeline, events: previous.adds }
  const changes = { ...diff(before, { timeline, events }), ...(leftOut && { leftOut }) }
  const listed = events.filter((event) => event.status !== 'withdrawn').length
  const content = { timeline, base: null, adds: events, removed }
  return editionOf(content, { previous, changes, listed, at, stamp })
}

/** The number of the edition after `previous`, and its instant, which is never before that one's. */
export function revisionAfter(previous: Pick<Head, 'edition'> | null, instant: number): Revision {
  const after = previous === null ? 0 : Date.parse(previous.edition.published)
  return {
    edition: (previous?.edition.number ?? 0) + 1,
    instant: new Date(Math.max(instant, after)).toISOString(),
  }
}

interface Continued {
  readonly previous: Head | null
  readonly changes: Changes
  /** Number of its events that are listed. */
  readonly listed: number
  readonly at: Revision
  readonly stamp: Stamp
}

/** The edition `at` that number and instant, with that content. */
export function editionOf(
  { removed, ...content }: Pick<Head, 'timeline' | 'base' | 'adds' | 'removed'>,
  { previous, changes, listed, at, stamp: { instant: _instant, ...metadata } }: Continued,
): NextEdition {
  const entry: EditionEntry = {
    number: at.edition,
    published: at.instant,
    ...metadata,
    events: listed,
    changes: changeCounts(changes),
  }
  const kept = [entry, ...(previous?.kept ?? [])].filter((older, index) =>
    isKept(older, index, Date.parse(at.instant)),
  )
  const head = {
    ...content,
    edition: entry,
    kept,
    // After a takedown is undone, every event that was removed before is still known.
    removed: entry.removes === true ? removed : removed.slice(0, maxRemoved),
  }
  return { entry, changes, head }
}

function isKept(entry: EditionEntry, index: number, now: number): boolean {
  const isYoung = now - Date.parse(entry.published) < retention.milliseconds
  return index < retention.editions || (isYoung && index < retention.max)
}
