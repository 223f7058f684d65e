// Reads and checks the document in a publish request, and that it belongs to the timeline.
import { checkDocument, type Fault } from '../../domain/check/rules.ts'
import { parseJson } from '../../domain/document/json.ts'
import { failed, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { EditionRecord } from './edition-log.ts'
import type { PublishFailure, PublishRequest } from './publisher.ts'

/** @example { timeline: 'a', body: a document with the id b } → failed, `other-timeline` */
export function readDocument(
  { body, timeline }: PublishRequest,
  latest: EditionRecord | null,
): Result<TimelineDocument, PublishFailure> {
  const json = parseJson(body)
  if (!json.ok) {
    const { message, pointer } = json.failure
    const where = pointer === undefined ? {} : { pointer }
    return failed({ reason: 'malformed-json', message, ...where })
  }
  const checked = checkDocument(json.value)
  if (!checked.ok) return failed({ reason: 'invalid-timeline', faults: checked.failure })
  const faults = identityFaults(checked.value, timeline, latest)
  return faults.length === 0 ? checked : failed({ reason: 'invalid-timeline', faults })
}

/** Faults if the document does not match the timeline that it is published as. */
function identityFaults(
  document: TimelineDocument,
  timeline: string,
  latest: EditionRecord | null,
): Fault[] {
  const authority = latest?.head.timeline.authority ?? document.authority
  const isMoved =
    authority.domain !== document.authority.domain || authority.date !== document.authority.date
  const faults: Fault[] = []
  if (document.id !== timeline) {
    const message = 'is not the timeline of the address'
    faults.push({ pointer: '/id', reason: 'other-timeline', message })
  }
  if (isMoved) {
    const message = 'is fixed at the first edition, since every permanent identifier contains it'
    faults.push({ pointer: '/authority', reason: 'authority-changed', message })
  }
  return faults
}
