// Builds the edition that follows another one: its number, its entry in the log, its head and its
// changes. Pure: instant, digest and author are passed in.
import type { TimelineDocument } from '../domain/document/timeline.ts'
import { compile, type FirstLookUp } from './compile.ts'
import { changeCounts, type Changes } from '../domain/document/changes.ts'
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

/**
 * The next edition. Even if the clock was set back, it is never dated before the previous one.
 * @example nextEdition(document, null, stamp) → { entry: { number: 1, … }, head, changes }
 */
export function nextEdition(
  document: TimelineDocument,
  previous: Head | null,
  stamp: Stamp,
  firstOf?: FirstLookUp,
): NextEdition {
  const { instant, ...metadata } = stamp
  const number = (previous?.edition.number ?? 0) + 1
  const after = previous === null ? 0 : Date.parse(previous.edition.published)
  const published = new Date(Math.max(instant, after)).toISOString()
  const at = { edition: number, instant: published }
  const { timeline, events, removed } = compile(document, previous, at, firstOf)
  const before = previous && { timeline: previous.timeline, events: previous.adds }
  const changes = diff(before, { timeline, events })
  const entry: EditionEntry = {
    number,
    published,
    ...metadata,
    events: events.filter((event) => event.status !== 'withdrawn').length,
    changes: changeCounts(changes),
  }
  const kept = [entry, ...(previous?.kept ?? [])].filter((older, index) =>
    isKept(older, index, Date.parse(published)),
  )
  return {
    entry,
    changes,
    head: {
      timeline,
      edition: entry,
      kept,
      base: null,
      adds: events,
      // After a takedown is undone, every event that was removed before is still known.
      removed: stamp.removes === true ? removed : removed.slice(0, maxRemoved),
    },
  }
}

function isKept(entry: EditionEntry, index: number, now: number): boolean {
  const isYoung = now - Date.parse(entry.published) < retention.milliseconds
  return index < retention.editions || (isYoung && index < retention.max)
}
