// The segments that publishers pack and upload themselves: their leases, and what is in the store of
// each. No implementation here: see host/cloudflare/sqlite-segments.ts.
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import type { StoredTimeline } from '../../edition/head.ts'
import type { UploadedPart } from '../../edition/upload/verify.ts'

export interface LeasedSegment {
  /** Counts from 1 in a timeline; never used again. */
  readonly serial: number
  readonly timeline: string
  /** The name, which is made of both numbers. */
  readonly segment: string
  /** The edition that it becomes, after the one that it was leased for. */
  readonly edition: number
  /** When the edition will say that it was published, RFC 3339 in UTC. */
  readonly instant: string
  /** Name of the token. */
  readonly by: string
  /** `documentDigest` of the whole document, as the publisher says. */
  readonly digest: string
  /** Maximum of bytes and of parts, as announced. */
  readonly bytes: number
  readonly parts: number
  /** Milliseconds since 1970 at which the lease ends; null once an edition names the segment. */
  readonly expires: number | null
  /** The editions that name it and whose copies may be in the store. */
  readonly editions: readonly number[]
}

/** What its parts are checked against; the document has no events. */
export interface LeaseMaterial {
  readonly document: TimelineDocument
  readonly stored: StoredTimeline
}

export interface NotedPart extends UploadedPart {
  /** False while it may or may not be in the store. */
  readonly isStored: boolean
}

export interface UploadedSize {
  readonly parts: number
  readonly bytes: number
}

export interface SegmentLog {
  segments(): readonly LeasedSegment[]
  /** The number of the next segment. */
  nextSerial(): number
  addSegment(segment: LeasedSegment, material: LeaseMaterial): void
  noteSegment(segment: LeasedSegment): void
  /** Null once the segment is dropped; of one that version 1.0 committed, too. */
  material(serial: number): LeaseMaterial | null
  /** The parts that are or may be in the store. */
  uploaded(serial: number): readonly NotedPart[]
  /** Those of them that have one of these names: a segment may have 100,000 parts. */
  uploadedOf(serial: number, names: readonly string[]): readonly NotedPart[]
  /** How many they are, and their bytes. */
  uploadedSize(serial: number): UploadedSize
  /** Before a part is written, so that it can be deleted later; and after it. */
  notePart(serial: number, part: NotedPart): void
  dropPart(serial: number, part: string): void
  /** Its number is not used again. */
  dropSegment(serial: number): void
}
