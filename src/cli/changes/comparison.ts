// What differs between two documents of a timeline, as readers would see it: events, then everything
// else that a document says. Pure.
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import { TimelineDocument, type Timeline } from '../../domain/document/timeline.ts'
import { compile } from '../../edition/compile.ts'
import { diffEvents, type Changes } from '../../edition/changes/events.ts'
import type { PartChange } from '../../domain/document/fields.ts'
import { diffParts } from '../../edition/changes/parts.ts'

export interface Comparison extends Changes {
  readonly parts: readonly PartChange[]
  /** Null where there was no edition before. */
  readonly before: Timeline | null
  readonly after: Timeline
}

/** Reads a document that the service took once, perhaps a newer version of it than this one. */
export function readKeptDocument(document: object): Result<TimelineDocument, string> {
  const read = v.safeParse(TimelineDocument, document)
  return read.success
    ? ok(read.output)
    : failed('its document is not of a form that this version of jishi knows')
}

/** Both documents must have passed the check. */
export function compareDocuments(
  before: TimelineDocument | null,
  after: TimelineDocument,
): Comparison {
  // Revisions are no part of the comparison, so the instant does not matter.
  const [old, now] = [before && compile(before, null, ''), compile(after, null, '')]
  return {
    ...diffEvents(old?.events ?? [], now.events),
    parts: old === null ? [] : diffParts(old.timeline, now.timeline),
    before: old?.timeline ?? null,
    after: now.timeline,
  }
}
