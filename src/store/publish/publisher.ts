// The interface of the publisher, the authority over a timeline's editions. No implementation here.
import type { BrokenRule } from '../../domain/broken-rule.ts'
import type { EditFault, Fault } from '../../domain/check/fault.ts'
import type { Result } from '../../domain/result.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { Edits } from '../../edition/edits.ts'
import type { EditionEntry, StoredTimeline } from '../../edition/head.ts'
import type { PartProblem } from '../../edition/upload/part-problem.ts'
import type { SegmentRoot } from '../../edition/segment/parts.ts'
import type { LeasedSegment, NotedPart } from './segment-log.ts'

/** The edition that a write replaces, or 0 for none (If-None-Match: *). */
export type Base = number

export interface PublishRequest {
  readonly timeline: string
  /** The authoring document as received. */
  readonly body: Uint8Array
  readonly base: Base
  /** Name of the token. */
  readonly by: string
  readonly note?: string
  readonly dryRun?: boolean
}

export interface RestoreRequest {
  readonly timeline: string
  /** The kept edition whose content becomes the newest one. */
  readonly edition: number
  readonly base: Base
  readonly by: string
  readonly note?: string
}

export interface TakeDownRequest {
  readonly timeline: string
  readonly base: Base
  readonly by: string
  readonly note?: string
}

export interface RepairRequest {
  readonly timeline: string
}

/** What was written anew. */
export interface Repaired {
  /** The newest edition. */
  readonly entry: EditionEntry
  /** The numbers of the editions whose copies were written, newest first. */
  readonly copies: readonly number[]
  /** Segments in use that were uploaded: their parts cannot be written anew from here. */
  readonly uploaded: readonly string[]
  /** False if head or copies are not all in the store yet; the writes are retried until they are. */
  readonly visible: boolean
}

export interface Published {
  readonly entry: EditionEntry
  readonly changes: Changes
  /** `created`: a new edition; `repeated`: an earlier publish was the same; `planned`: a dry run. */
  readonly outcome: 'created' | 'repeated' | 'planned'
  /** False if the new head is not yet in the store; the write is retried until it succeeds. */
  readonly visible: boolean
}

/** An uploaded segment as the next edition. */
export interface SegmentCommitRequest {
  readonly timeline: string
  readonly base: Base
  readonly by: string
  readonly note?: string
  readonly dryRun?: boolean
  readonly root: SegmentRoot
  /** Number of its parts, and `checksumOfParts`. */
  readonly parts: number
  readonly checksum: string
}

export interface EditRequest {
  readonly timeline: string
  /** Not 0: there must be something to edit. */
  readonly base: Base
  readonly by: string
  readonly note?: string
  readonly dryRun?: boolean
  readonly edits: Edits
}

/** What a publisher wants to upload. */
export interface LeaseRequest {
  readonly timeline: string
  readonly base: Base
  readonly by: string
  /** `documentDigest` of the whole document. */
  readonly digest: string
  /** Maximum of bytes and of parts. */
  readonly bytes: number
  readonly parts: number
  /** The document without events, not yet checked. */
  readonly document: unknown
}

/** What its parts are made with. */
export interface Lease extends LeasedSegment {
  readonly stored: StoredTimeline
  /** False for one that the same publisher had for the same document, or that became its edition. */
  readonly isNew: boolean
  /**
   * Of the events that the head of the edition before has itself, which are all of one that was not uploaded;
   * and of those removed ones that it names whose revisions are known.
   */
  readonly revisions: readonly Pick<StoredEvent, 'id' | 'first' | 'changed'>[]
  /** The parts that are in the store already. */
  readonly uploaded: readonly Pick<NotedPart, 'part' | 'bytes' | 'sha256'>[]
}

export interface SegmentRequest {
  readonly timeline: string
  readonly segment: string
}

export interface UploadRequest extends SegmentRequest {
  /** Frames of parts (edition/upload/frames.ts). */
  readonly body: Uint8Array
}

export interface Upload {
  readonly segment: string
  /** The names of the parts of the request. */
  readonly stored: readonly string[]
  /** See `LeasedSegment`. */
  readonly expires: number | null
}

/** There is no such timeline, no such edition, or one that took the timeline down, perhaps with nothing kept before it. */
export type AbsentRule =
  | 'no-such-timeline'
  | 'no-such-edition'
  | 'nothing-to-restore'
  | 'nothing-kept-before'

export type PublishFailure =
  | { readonly reason: 'malformed-json'; readonly broken: BrokenRule; readonly pointer?: string }
  | { readonly reason: 'invalid-timeline'; readonly faults: readonly (Fault | EditFault)[] }
  | {
      readonly reason: 'precondition-failed'
      /** The edition that was named; 0: none. */
      readonly base: number
      readonly current: EditionEntry | null
    }
  | { readonly reason: 'content-too-large'; readonly limit: number; readonly size: number }
  /** In seconds, and the milliseconds that lie between two editions. */
  | { readonly reason: 'rate-limited'; readonly retryAfter: number; readonly interval: number }
  /** What there is not to change: `rule` says which. */
  | { readonly reason: 'not-found'; readonly rule: AbsentRule }
  | { readonly reason: 'unavailable' }
  /** More than may lie over the uploaded segment of an edition: so many events, or characters of them. */
  | {
      readonly reason: 'too-many-edits'
      readonly rule: 'too-many-edits' | 'edits-length'
      readonly max: number
    }
  /** The segment was never leased, its lease has ended, or it was for another edition. */
  | { readonly reason: 'no-lease' }
  | { readonly reason: 'too-many-leases'; readonly retryAfter: number }
  /** More bytes or parts than a lease may announce, or than this one did. */
  | { readonly reason: 'lease-exceeded'; readonly limit: number }
  | { readonly reason: 'invalid-part'; readonly problems: readonly PartProblem[] }
  /** The parts are not those of one segment with that root. */
  | { readonly reason: 'contradictory' }
  | { readonly reason: 'incomplete'; readonly missing: readonly string[] }
  /** Not what was uploaded: a part, or all of them together. */
  | { readonly reason: 'parts-differ'; readonly part?: string }

export type CommitResult = Result<Published, PublishFailure>

/** The authority over a timeline's editions. Reads never call it. */
export interface Publisher {
  publish(request: PublishRequest): Promise<CommitResult>
  restore(request: RestoreRequest): Promise<CommitResult>
  /** Takes the timeline down; a later publish or restore brings it back. */
  takeDown(request: TakeDownRequest): Promise<CommitResult>
  /** Publishes the edition `base` with edits. */
  edit(request: EditRequest): Promise<CommitResult>
  /** Writes every value of the timeline anew, whatever the store has of it; publishes nothing. */
  repair(request: RepairRequest): Promise<Result<Repaired, PublishFailure>>
  /** Leases a segment for an edition that its publisher packs. */
  lease(request: LeaseRequest): Promise<Result<Lease, PublishFailure>>
  /** Checks parts of a leased segment, and stores them. */
  upload(request: UploadRequest): Promise<Result<Upload, PublishFailure>>
  commitSegment(request: SegmentCommitRequest): Promise<CommitResult>
  /** Ends a lease; its parts are deleted later. */
  giveUp(request: SegmentRequest): Promise<Result<null, PublishFailure>>
}
