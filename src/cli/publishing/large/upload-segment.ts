// Leases a segment, packs the events, uploads what the service does not have yet, and commits it as the
// next edition. Whoever runs the same again after it was interrupted goes on where it stopped: the service
// gives the same lease, the build the same parts.
import { createHash } from 'node:crypto'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { checksumOfParts } from '../../../edition/upload/verify.ts'
import type { Reply, ServiceFailure } from '../../service/http-call.ts'
import type { GrantedLease, SegmentClient, SentPart } from '../../service/segment-client.ts'
import { createDiskParts, type DiskParts } from './disk-parts.ts'
import { packEvents, type PackedSegment, type RevisionsOf } from './pack-events.ts'
import type { PreparedDocument } from './prepare.ts'

export interface SegmentUpload {
  readonly client: SegmentClient
  readonly timeline: string
  readonly base: number | null
  readonly note?: string | undefined
  readonly prepared: PreparedDocument
  /** Where parts are kept until they are uploaded. */
  readonly folder: string
  /** When events of the base appeared and changed; new ones have those of the lease. */
  readonly revisions: (lease: GrantedLease) => Result<RevisionsOf, ServiceFailure>
  readonly onProgress: (progress: UploadProgress) => void
  /** Maximum bytes of one request. */
  readonly requestBytes?: number | undefined
}

/** How far a step is. */
export interface UploadProgress {
  readonly step: 'pack' | 'upload'
  readonly done: number
  readonly all: number
  /** Of the bytes of `all`, those that the service had already. */
  readonly had: number
}

/** What the service takes in one request, with room for the lines between parts. */
export const usualRequest = 8_000_000

/** What a lease announces at most: the service counts what arrives against it. */
const most = { bytes: 4 * 1024 ** 3, parts: 100_000 } as const

/** @example await uploadSegment({ prepared, base: null, … }) → ok({ status: 201, … }) */
export async function uploadSegment(upload: SegmentUpload): Promise<Result<Reply, ServiceFailure>> {
  for (let tries = 2; ; tries--) {
    const lease = await leaseFor(upload)
    if (!lease.ok) return lease
    const revisionsOf = upload.revisions(lease.value)
    if (!revisionsOf.ok) return revisionsOf
    const parts = createDiskParts(upload.folder)
    try {
      const segment = await packed(upload, {
        lease: lease.value,
        parts,
        revisionsOf: revisionsOf.value,
      })
      const sums = checksumsOf(parts)
      const { uploaded, segment: name } = lease.value
      const isOther = uploaded.some(({ part, sha256 }) => sums.get(part) !== sha256)
      if (!isOther || tries === 1)
        return await sent(upload, { lease: lease.value, parts, segment, sums })
      // Another version of this program has built other parts.
      const given = await upload.client.giveUp(upload.timeline, name)
      if (!given.ok) return given
    } finally {
      parts.close()
    }
  }
}

function leaseFor({ client, timeline, base, prepared }: SegmentUpload) {
  const { digest, content, report } = prepared
  const size = report.size?.used ?? 0
  return client.lease({
    timeline,
    base,
    digest,
    // More than any text takes: one event of few letters has an index, too.
    bytes: Math.min(most.bytes, size * 4 + 8_000_000),
    parts: Math.min(most.parts, Math.ceil(size / 10_000) + prepared.events + 100),
    document: content,
  })
}

function packed(
  { prepared, onProgress }: SegmentUpload,
  {
    lease,
    parts,
    revisionsOf,
  }: { lease: GrantedLease; parts: DiskParts; revisionsOf: RevisionsOf },
): Promise<PackedSegment> {
  const { frame, events: all, sorter } = prepared
  let done = 0
  return packEvents({
    segment: lease.segment,
    timeline: lease.stored,
    frame,
    revisionsOf,
    events: sorter.sorted(),
    parts,
    onEvent: () => onProgress({ step: 'pack', done: ++done, all, had: 0 }),
  })
}

const ownName = (name: string): string => name.slice(name.indexOf('/') + 1)

export const partSha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/** By the name without the segment. */
export function checksumsOf(parts: DiskParts): ReadonlyMap<string, string> {
  return new Map(
    [...parts.sizes.keys()].map((name) => [ownName(name), partSha256(parts.read(name))]),
  )
}

interface ToSend {
  readonly lease: GrantedLease
  readonly parts: DiskParts
  readonly segment: PackedSegment
  readonly sums: ReadonlyMap<string, string>
}

async function sent(
  { client, timeline, base, note, onProgress, requestBytes = usualRequest }: SegmentUpload,
  { lease, parts, segment, sums }: ToSend,
): Promise<Result<Reply, ServiceFailure>> {
  const there = new Set(lease.uploaded.map(({ part }) => part))
  const sizeOf = (group: readonly string[]): number =>
    group.reduce((sum, name) => sum + (parts.sizes.get(name) ?? 0), 0)
  const missing = segment.groups.filter((group) => group.some((name) => !there.has(ownName(name))))
  const all = sizeOf([...parts.sizes.keys()])
  const had = all - missing.reduce((sum, group) => sum + sizeOf(group), 0)
  let done = had
  onProgress({ step: 'upload', done, all, had })
  for (const names of requestsOf(missing, { sizeOf, requestBytes })) {
    const body = names.map((name): SentPart => {
      const part = ownName(name)
      return { part, sha256: sums.get(part) ?? '', bytes: parts.read(name) }
    })
    const answer = await client.upload(timeline, lease.segment, body)
    if (!answer.ok) return failed(answer.failure)
    done += sizeOf(names)
    onProgress({ step: 'upload', done, all, had })
  }
  const told = Array.from(sums, ([part, sha256]) => ({ part, sha256 }))
  const checksum = await checksumOfParts(told)
  const { root } = segment
  const answer = await client.commit({ timeline, base, note, root, parts: sums.size, checksum })
  return answer.ok ? ok(answer.value) : answer
}

/** Groups, as many as fit into a request. */
export function* requestsOf(
  groups: readonly (readonly string[])[],
  by: { readonly sizeOf: (group: readonly string[]) => number; readonly requestBytes: number },
): Iterable<readonly string[]> {
  let [names, bytes]: [string[], number] = [[], 0]
  for (const group of groups) {
    const size = by.sizeOf(group) + group.length * 150
    if (bytes > 0 && bytes + size > by.requestBytes) {
      yield names
      ;[names, bytes] = [[], 0]
    }
    names.push(...group)
    bytes += size
  }
  if (names.length > 0) yield names
}
