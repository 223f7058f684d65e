// A kept edition with its document, or how the command ends without it.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { readKeptDocument } from '../changes/comparison.ts'
import type { EditionLine, KeptEdition, ServiceClient } from './http-client.ts'
import type { Outcome } from '../outcome.ts'
import { refusedBy } from './connection.ts'

export interface ReadEdition {
  readonly line: EditionLine
  readonly document: TimelineDocument
}

export async function readEdition(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<Result<ReadEdition, Outcome>> {
  const kept = await client.keptEdition(timeline, number)
  return kept.ok
    ? understood(kept.value)
    : failed(refusedBy(kept.failure, `edition ${number} of ${timeline} cannot be read`))
}

/** A newer service may keep documents that this version does not know. */
export function understood({ edition, document }: KeptEdition): Result<ReadEdition, Outcome> {
  const read = readKeptDocument(document)
  if (read.ok) return ok({ line: edition, document: read.value })
  const title = `edition ${edition.number} cannot be compared: ${read.failure}`
  return failed({ ending: 'refused', text: `error: ${title}`, json: { title } })
}
