// What differs between two editions of which one is larger than 5 MB: as the service tells it, which
// compares what their segments share or their publishes listed. Such documents are never compared here.
import { ok, type Result } from '../../domain/result.ts'
import type { ChangedEvent, LeftOutChanges } from '../../domain/document/changes.ts'
import type { FieldChange } from '../../domain/document/fields.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { compile } from '../../edition/compile.ts'
import type { ServiceFailure } from '../service/http-call.ts'
import type { EditionReply, ServiceClient } from '../service/http-client.ts'
import { readKeptDocument, type Comparison } from './comparison.ts'

/** True if one of them is not compared here. */
export const isUploaded = (before: EditionReply | null, after: EditionReply): boolean =>
  before?.document === null || after.document === null

/**
 * Null where the service does not tell it: it compares an edition with the one before, and with the newest.
 * @example await toldComparison(client, 'town', { before: edition 3, after: edition 4 }) → ok({ added, … })
 */
export async function toldComparison(
  client: ServiceClient,
  timeline: string,
  { before, after }: { readonly before: EditionReply | null; readonly after: EditionReply },
): Promise<Result<Comparison | null, ServiceFailure>> {
  const since = before?.edition.number ?? 0
  const { number } = after.edition
  const [old, now] = [before && timelineOf(before), timelineOf(after)]
  if (now === null || (before !== null && old === null)) return ok(null)
  const isNext = since === number - 1 && after.changes !== undefined
  const told = isNext ? null : await client.changes(timeline, since)
  if (told?.ok === false) return told
  const changes = told === null ? after.changes : told.value.edition === number ? told.value : null
  if (!changes) return ok(null)
  const { added, changed, withdrawn, removed, parts = [], leftOut } = changes
  const own = { added, changed, withdrawn, removed, parts, before: old, after: now }
  return ok({ ...own, ...(leftOut !== undefined && { leftOut }) })
}

/** Without its events. */
function timelineOf({ document, uploaded }: EditionReply): Timeline | null {
  const read = readKeptDocument({ ...(uploaded?.document ?? document), events: [] })
  return read.ok ? compile(read.value, null, { edition: 1, instant: '' }).timeline : null
}

/** What it takes to go back: a comparison the other way round. */
export function undoing({ before, after, ...changes }: Comparison): Comparison {
  const { added, changed, withdrawn, removed, parts, leftOut } = changes
  const back: Record<(typeof parts)[number]['change'], (typeof parts)[number]['change']> = {
    added: 'removed',
    changed: 'changed',
    removed: 'added',
  }
  return {
    added: removed,
    changed: [...changed, ...withdrawn].map((one): ChangedEvent => turned(one)),
    withdrawn: [],
    removed: added,
    parts: parts.map((part) => ({ ...turned(part), change: back[part.change] })),
    ...(leftOut !== undefined && { leftOut: turnedCounts(leftOut) }),
    before: after,
    after: before ?? after,
  }
}

const turned = <Change extends { readonly fields: readonly FieldChange[] }>(
  one: Change,
): Change => ({
  ...one,
  fields: one.fields.map(({ field, before, after }) => ({ field, before: after, after: before })),
})

const turnedCounts = ({ added, changed, withdrawn, removed }: LeftOutChanges): LeftOutChanges => ({
  added: removed,
  changed: changed + withdrawn,
  withdrawn: 0,
  removed: added,
})
