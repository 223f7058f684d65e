// The calls with which a timeline that is too large for one request is published, and read back: a lease,
// parts, the commit (docs/storage.md, "Uploaded segments").
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { StoredTimeline } from '../../edition/head.ts'
import type { SegmentRoot } from '../../edition/segment/parts.ts'
import {
  callForBytes,
  callPatiently,
  unexpected,
  type Reply,
  type ServiceFailure,
} from './http-call.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Answered<Value> = Promise<Result<Value, ServiceFailure>>

const EventRevisions = v.object({
  id: v.string(),
  first: v.object({ edition: v.number(), instant: v.nullable(v.string()) }),
  changed: v.object({ edition: v.number(), instant: v.string() }),
})

const GrantedLease = v.object({
  segment: v.string(),
  edition: v.number(),
  instant: v.string(),
  stored: v.pipe(
    v.looseObject({}),
    v.transform((stored) => stored as unknown as StoredTimeline),
  ),
  uploaded: v.array(v.object({ part: v.string(), sha256: v.string() })),
  /** Of those events of the edition before that are in no uploaded part, and of removed ones. */
  revisions: v.optional(v.array(EventRevisions), []),
})

/** The right to upload the parts of one segment, and what they are built with. */
export type GrantedLease = v.InferOutput<typeof GrantedLease>

export interface AskedLease {
  readonly timeline: string
  /** The edition that the new one follows; null for the first. */
  readonly base: number | null
  /** Of the whole document. */
  readonly digest: string
  /** The most that the parts have. */
  readonly bytes: number
  readonly parts: number
  /** The document without its events. */
  readonly document: object
}

/** A part as it is sent: its name without the segment. */
export interface SentPart {
  readonly part: string
  readonly sha256: string
  readonly bytes: Bytes
}

export interface SegmentCommit {
  readonly timeline: string
  readonly base: number | null
  readonly note?: string | undefined
  readonly root: SegmentRoot
  readonly parts: number
  readonly checksum: string
}

export interface SegmentClient {
  /** The same request again gives the same lease, with what was uploaded. */
  lease(request: AskedLease): Answered<GrantedLease>
  giveUp(timeline: string, segment: string): Answered<Reply>
  upload(timeline: string, segment: string, parts: readonly SentPart[]): Answered<Reply>
  commit(commit: SegmentCommit): Answered<Reply>
  /**
   * A part of an edition that was uploaded in parts, such as `e0`, as it is stored. `storeTries`: how often
   * it is asked for while the store does not have it.
   */
  part(timeline: string, number: number, part: string, storeTries?: number): Answered<Bytes>
}

/** What calls are made with: see `createServiceClient`. */
export interface SegmentCalls {
  readonly url: (path: string) => URL
  readonly headers: (base?: number | null) => Headers
  readonly options: Parameters<typeof callPatiently>[2]
}

export function createSegmentClient({ url, headers, options }: SegmentCalls): SegmentClient {
  const addressOf = (timeline: string, more = ''): URL => url(`${pathOf(timeline)}/segments${more}`)
  return {
    async lease({ timeline, base, ...body }) {
      const request = { method: 'POST', headers: headers(base), body: JSON.stringify(body) }
      const answer = await callPatiently(addressOf(timeline), request, options)
      if (!answer.ok) return answer
      const lease = v.safeParse(GrantedLease, answer.value.body)
      return lease.success ? ok(lease.output) : failed(unexpected(answer.value.status))
    },
    part: (timeline, number, part, storeTries) =>
      callForBytes(url(`${pathOf(timeline)}/editions/${number}/parts/${part}`), {
        ...options,
        ...(storeTries !== undefined && { storeTries }),
      }),
    giveUp: (timeline, segment) =>
      callPatiently(
        addressOf(timeline, `/${segment}`),
        { method: 'DELETE', headers: headers() },
        options,
      ),
    async upload(timeline, segment, parts) {
      const own = headers()
      own.set('content-type', 'application/vnd.jishi.parts')
      const request = { method: 'PUT', headers: own, body: new Blob(parts.flatMap(frameOf)) }
      return callPatiently(addressOf(timeline, `/${segment}/parts`), request, options)
    },
    commit({ timeline, base, note, root, parts, checksum }) {
      const target = addressOf(timeline, `/${root.segment}`)
      if (note !== undefined) target.searchParams.set('note', note)
      const body = JSON.stringify({ root, parts, checksum })
      return callPatiently(target, { method: 'PUT', headers: headers(base), body }, options)
    },
  }
}

const pathOf = (timeline: string): string => `/v1/timelines/${encodeURIComponent(timeline)}`

/** The line before the bytes of a part, and these. */
const frameOf = ({ part, sha256, bytes }: SentPart): [string, Bytes] => [
  `${JSON.stringify({ part, bytes: bytes.length, sha256 })}\n`,
  bytes,
]
