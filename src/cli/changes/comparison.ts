// The differences between two documents of a timeline, as readers would see them: events, then
// everything else in a document. Pure.
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import { TimelineDocument, type Timeline } from '../../domain/document/timeline.ts'
import { compile } from '../../edition/compile.ts'
import type { Changes } from '../../domain/document/changes.ts'
import { diff } from '../../edition/changes.ts'

export interface Comparison extends Required<Omit<Changes, 'leftOut'>> {
  /** Of editions that are not compared here: what is not listed. */
  readonly leftOut?: NonNullable<Changes['leftOut']>
  /** Null if there was no edition before. */
  readonly before: Timeline | null
  readonly after: Timeline
}

/**
 * Reads a document that the service has accepted. The service may be newer than this program, or may
 * have accepted characters that are refused today: only its types matter here.
 */
export function readKeptDocument(document: object): Result<TimelineDocument, 'unknown-form'> {
  const read = v.safeParse(TimelineDocument, document)
  return read.typed ? ok(read.output) : failed('unknown-form')
}

/** Revisions are not compared, so these do not matter. */
const unpublished = { edition: 1, instant: '' }

/** Both documents must have passed the check. */
export function compareDocuments(
  before: TimelineDocument | null,
  after: TimelineDocument,
): Comparison {
  const [old, now] = [
    before && compile(before, null, unpublished),
    compile(after, null, unpublished),
  ]
  return {
    ...diff(old, now),
    before: old?.timeline ?? null,
    after: now.timeline,
  }
}
