// Reads and checks the document in a publish request, and that it belongs to the timeline.
import { parseDate } from '../../domain/date/edtf-date.ts'
import { checkDocument, type Fault } from '../../domain/check/rules.ts'
import { plainFault } from '../../domain/check/fault.ts'
import { decodeUtf8, parseJson, type JsonProblem } from '../../domain/document/json.ts'
import { failed, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { EditionRecord } from './edition-log.ts'
import type { PublishFailure, PublishRequest } from './publisher.ts'

/** @example { timeline: 'a', body: a document with the id b } → failed, `other-timeline` */
export function readDocument(
  { body, timeline }: PublishRequest,
  latest: EditionRecord | null,
): Result<TimelineDocument, PublishFailure> {
  const text = decodeUtf8(body)
  if (!text.ok) return failed(malformed(text.failure))
  const json = parseJson(text.value)
  if (!json.ok) return failed(malformed(json.failure))
  const checked = checkDocument(json.value, text.value)
  if (!checked.ok) return failed({ reason: 'invalid-timeline', faults: checked.failure })
  const faults = identityFaults(checked.value, timeline, latest)
  return faults.length === 0 ? checked : failed({ reason: 'invalid-timeline', faults })
}

const malformed = ({ broken, pointer }: JsonProblem): PublishFailure => ({
  reason: 'malformed-json',
  broken,
  ...(pointer === undefined ? {} : { pointer }),
})

/** Faults if the document does not match the timeline that it is published as. */
export function identityFaults(
  document: TimelineDocument,
  timeline: string,
  latest: EditionRecord | null,
): Fault[] {
  const authority = latest?.head.timeline.authority ?? document.authority
  // A day that does not exist, which 1.0.0 took, can only be corrected: no document may have it.
  const isFixed = parseDate(authority.date).ok
  const isMoved =
    authority.domain !== document.authority.domain ||
    (isFixed && authority.date !== document.authority.date)
  const faults: Fault[] = []
  if (document.id !== timeline) faults.push(plainFault('/id', 'other-timeline'))
  if (isMoved) faults.push(plainFault('/authority', 'authority-changed'))
  return faults
}
