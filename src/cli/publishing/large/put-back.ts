// Parts of an uploaded edition that the store has lost or damaged: built again from the document that was
// published, and sent again. The service takes a part only as it was.
import { failed, ok, type Result } from '../../../domain/result.ts'
import { eventsOfPart } from '../../../edition/segment/lines.ts'
import type { ServiceFailure } from '../../service/http-call.ts'
import type { ServiceClient } from '../../service/http-client.ts'
import type { GrantedLease, SentPart } from '../../service/segment-client.ts'
import { baseEvents, noteInto, revisionsFrom, type Known } from './base-revisions.ts'
import { createDiskParts } from './disk-parts.ts'
import { packEvents, type RevisionsOf } from './pack-events.ts'
import type { PreparedDocument } from './prepare.ts'
import { checksumsOf, requestsOf, partSha256, usualRequest } from './upload-segment.ts'

export interface PutBack {
  readonly segment: string
  readonly edition: number
  /** Number of its parts. */
  readonly parts: number
  /** Those that were lost or damaged, and are there again. */
  readonly sent: readonly string[]
  /** Those that were, and could not be built as they were. */
  readonly other: readonly string[]
}

export interface PutBackTask {
  readonly client: ServiceClient
  readonly timeline: string
  readonly prepared: PreparedDocument
  /** Where parts are built. */
  readonly folder: string
  readonly onPart?: (done: number, all: number) => void
}

/**
 * Null if another document was published as the edition of the segment.
 * @example await putBack('1-u1', { prepared, … }) → ok({ segment: '1-u1', sent: ['e17'], other: [], … })
 */
export async function putBack(
  segment: string,
  task: PutBackTask,
): Promise<Result<PutBack | null, ServiceFailure>> {
  const lease = await leaseOf(segment, task)
  if (!lease.ok) return lease.failure.type === 'precondition-failed' ? ok(null) : lease
  if (lease.value.segment !== segment) return ok(null)
  const found = await lostParts(lease.value, task)
  if (!found.ok) return found
  const { edition, uploaded } = lease.value
  const told = { segment, edition, parts: uploaded.length }
  const { lost } = found.value
  if (lost.size === 0) return ok({ ...told, sent: [], other: [] })
  const revisionsOf = await historiesOf(lease.value, found.value, task)
  if (!revisionsOf.ok) return revisionsOf
  const sent = await sendAgain({ lease: lease.value, lost, revisionsOf: revisionsOf.value }, task)
  if (!sent.ok) return sent
  return ok({
    ...told,
    sent: sent.value,
    other: [...lost.keys()].filter((part) => !sent.value.includes(part)),
  })
}

/** Of an edition that there is: it is granted for its own document alone. */
const leaseOf = (segment: string, { client, timeline, prepared }: PutBackTask) =>
  client.segments.lease({
    timeline,
    base: Number(segment.split('-')[0]) - 1 || null,
    digest: prepared.digest,
    bytes: 1,
    parts: 1,
    document: prepared.content,
  })

interface Found {
  /** Checksums of lost and damaged parts. */
  readonly lost: ReadonlyMap<string, string>
  /** What the other parts of events tell. */
  readonly events: ReadonlyMap<string, Known>
}

/** Reads every part. */
async function lostParts(
  { segment, edition, uploaded }: GrantedLease,
  { client, timeline, onPart }: PutBackTask,
): Promise<Result<Found, ServiceFailure>> {
  const lost = new Map<string, string>()
  const events = new Map<string, Known>()
  const note = noteInto(events)
  const number = await editionWith(segment, edition, { client, timeline })
  for (const [index, { part, sha256 }] of uploaded.entries()) {
    const stored = number === null ? null : await client.segments.part(timeline, number, part, 1)
    if (stored?.ok === false && stored.failure.type !== 'store-unavailable') return stored
    if (stored?.ok !== true || partSha256(stored.value) !== sha256) lost.set(part, sha256)
    else if (part.startsWith('e')) {
      const text = new TextDecoder().decode(stored.value)
      const { first } = JSON.parse(text.slice(0, text.indexOf('\n'))) as { first: number }
      const eventAt = eventsOfPart(`${segment}/${part}`, first, text)
      for (let line = text.split('\n').length - 2; line >= 0; line--) note(eventAt(first + line))
    }
    onPart?.(index + 1, uploaded.length)
  }
  return ok({ lost, events })
}

/** One by which its parts can be read; null if there is none. */
async function editionWith(
  segment: string,
  own: number,
  { client, timeline }: Pick<PutBackTask, 'client' | 'timeline'>,
): Promise<number | null> {
  const current = await client.edition(timeline)
  const newest = current.ok ? current.value?.number : undefined
  for (const number of [own, newest ?? own]) {
    const kept = await client.keptEdition(timeline, number)
    if (kept.ok && kept.value.uploaded?.segment === segment) return number
  }
  return null
}

/** As the parts that are there tell, otherwise as they followed from the edition before. */
async function historiesOf(
  lease: GrantedLease,
  { lost, events }: Found,
  { client, timeline, prepared }: PutBackTask,
): Promise<Result<RevisionsOf, ServiceFailure>> {
  const isTold = ![...lost.keys()].some((part) => part.startsWith('e'))
  const before = lease.edition - 1
  const kept = isTold || before === 0 ? null : await client.keptEdition(timeline, before)
  const base = kept?.ok === true ? await baseEvents(client, timeline, kept.value) : ok(null)
  // Of parts that depend on what is not known any more the checksums will differ.
  const from = revisionsFrom(prepared.frame, base.ok ? base.value : null, lease)
  if (!from.ok) return from
  return ok((content) => events.get(content.id)?.history ?? from.value(content))
}

interface Again {
  readonly lease: GrantedLease
  readonly lost: Found['lost']
  readonly revisionsOf: RevisionsOf
}

/** The names of those that are there again. */
async function sendAgain(
  { lease, lost, revisionsOf }: Again,
  { client, timeline, prepared, folder }: PutBackTask,
): Promise<Result<readonly string[], ServiceFailure>> {
  const parts = createDiskParts(folder)
  try {
    await packEvents({
      segment: lease.segment,
      timeline: lease.stored,
      frame: prepared.frame,
      revisionsOf,
      events: prepared.sorter.sorted(),
      parts,
    })
    const sums = checksumsOf(parts)
    const same = [...lost].filter(([part, sha256]) => sums.get(part) === sha256)
    const nameOf = (part: string): string => `${lease.segment}/${part}`
    const sizeOf = (names: readonly string[]): number =>
      names.reduce((sum, part) => sum + (parts.sizes.get(nameOf(part)) ?? 0), 0)
    const groups = same.map(([part]) => [part])
    for (const names of requestsOf(groups, { sizeOf, requestBytes: usualRequest })) {
      const body = names.map((part): SentPart => {
        return { part, sha256: lost.get(part) ?? '', bytes: parts.read(nameOf(part)) }
      })
      const answer = await client.segments.upload(timeline, lease.segment, body)
      if (!answer.ok) return failed(answer.failure)
    }
    return ok(same.map(([part]) => part))
  } finally {
    parts.close()
  }
}
