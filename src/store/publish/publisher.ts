// The interface of the publisher, the authority over a timeline's editions. No implementation here.
import type { BrokenRule } from '../../domain/broken-rule.ts'
import type { Fault } from '../../domain/check/fault.ts'
import type { Result } from '../../domain/result.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { EditionEntry } from '../../edition/head.ts'

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

export type PublishFailure =
  | { readonly reason: 'malformed-json'; readonly broken: BrokenRule; readonly pointer?: string }
  | { readonly reason: 'invalid-timeline'; readonly faults: readonly Fault[] }
  | { readonly reason: 'precondition-failed'; readonly current: EditionEntry | null }
  | { readonly reason: 'content-too-large'; readonly limit: number; readonly size: number }
  | { readonly reason: 'rate-limited'; readonly retryAfter: number }
  | { readonly reason: 'not-found' }
  | { readonly reason: 'unavailable' }

export type CommitResult = Result<Published, PublishFailure>

/** The authority over a timeline's editions. Reads never call it. */
export interface Publisher {
  publish(request: PublishRequest): Promise<CommitResult>
  restore(request: RestoreRequest): Promise<CommitResult>
  /** Takes the timeline down; a later publish or restore brings it back. */
  takeDown(request: TakeDownRequest): Promise<CommitResult>
  /** Writes every value of the timeline anew, whatever the store has of it; publishes nothing. */
  repair(request: RepairRequest): Promise<Result<Repaired, PublishFailure>>
}
