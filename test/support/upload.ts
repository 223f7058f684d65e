// Publishes a document as the command line does what is too large for one request: leases a segment, packs
// the events, uploads the parts, commits them.
import type { StoredEvent } from '../../src/domain/document/event.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { documentDigest } from '../../src/edition/digest.ts'
import { checksumOf } from '../../src/edition/segment/checksums.ts'
import { checksumOfParts } from '../../src/edition/upload/verify.ts'
import { writing, type MemoryService } from './memory-service.ts'
import { framed, packUpload, type LeaseTold, type PackedParts } from './pack-upload.ts'

const segmentsOf = ({ id }: TimelineDocument): string => `/v1/timelines/${id}/segments`

export async function leaseFor(
  service: MemoryService,
  document: TimelineDocument,
  base = 0,
): Promise<Response> {
  return service.fetch(segmentsOf(document), {
    method: 'POST',
    headers: writing(base),
    body: JSON.stringify({
      digest: await documentDigest(document),
      bytes: 50_000_000,
      parts: 5_000,
      document: { ...document, events: [] },
    }),
  })
}

export async function uploadTo(
  service: MemoryService,
  { id }: TimelineDocument,
  segment: string,
  parts: PackedParts['parts'],
): Promise<Response> {
  return service.fetch(`/v1/timelines/${id}/segments/${segment}/parts`, {
    method: 'PUT',
    headers: {
      authorization: 'Bearer editor-token',
      'content-type': 'application/vnd.jishi.parts',
    },
    body: await framed(parts),
  })
}

export async function commitTo(
  service: MemoryService,
  { id }: TimelineDocument,
  { root, parts }: PackedParts,
  base = 0,
): Promise<Response> {
  const told = await Promise.all(
    Array.from(parts, async ([part, bytes]) => ({ part, sha256: await checksumOf(bytes) })),
  )
  return service.fetch(`/v1/timelines/${id}/segments/${root.segment}`, {
    method: 'PUT',
    headers: writing(base),
    body: JSON.stringify({ root, parts: parts.size, checksum: await checksumOfParts(told) }),
  })
}

/** All of it; expects that everything is accepted. */
export async function publishPacked(
  service: MemoryService,
  document: TimelineDocument,
  base = 0,
  revisions?: ReadonlyMap<string, Pick<StoredEvent, 'first' | 'changed'>>,
): Promise<PackedParts> {
  // Later than caches last, so that readers ask the store again.
  service.clock.now += 10_000
  const lease = (await accepted(await leaseFor(service, document, base))) as LeaseTold
  const packed = await packUpload(document, lease, revisions)
  await accepted(await uploadTo(service, document, lease.segment, packed.parts))
  await accepted(await commitTo(service, document, packed, base))
  return packed
}

async function accepted(response: Response): Promise<unknown> {
  const text = await response.text()
  if (!response.ok) throw new Error(text)
  return JSON.parse(text)
}
