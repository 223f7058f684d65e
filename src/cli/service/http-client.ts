// A small client of the service's own API for the command line: health, timelines and their editions,
// publishing, rolling back, taking down. Prints nothing itself.
import type { Changes } from '../../domain/document/changes.ts'
import * as v from 'valibot'
import { Identifier } from '../../domain/document/identifier.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { Edits } from '../../edition/edits.ts'
import {
  call,
  callPatiently,
  callTimeout,
  EditionTag,
  unexpected,
  verdictOf,
  type ServiceFailure,
  type ServiceOptions,
} from './http-call.ts'

import { createSegmentClient, type SegmentClient } from './segment-client.ts'

export type { EditionTag, ServiceFailure } from './http-call.ts'

/** One line of the edition log. */
const EditionLine = v.object({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  digest: v.string(),
  published: v.string(),
  by: v.string(),
  note: v.exactOptional(v.string()),
  restores: v.exactOptional(v.number()),
  removes: v.exactOptional(v.boolean()),
  events: v.number(),
  changes: v.object({
    added: v.number(),
    changed: v.number(),
    withdrawn: v.number(),
    removed: v.exactOptional(v.number()),
    parts: v.exactOptional(v.number()),
  }),
})
export type EditionLine = v.InferOutput<typeof EditionLine>

const Uploaded = v.object({
  segment: v.string(),
  parts: v.object({ a: v.number(), e: v.number() }),
  /** With the events of the edits since, in the order of readers. */
  document: v.looseObject({ events: v.optional(v.array(v.unknown())) }),
  drops: v.optional(v.array(v.number()), []),
})
/** What stands in place of the document of an edition that was uploaded in parts. */
export type UploadedEdition = v.InferOutput<typeof Uploaded>

const named = v.array(v.looseObject({ id: v.string() }))
/** As the service lists changes; what is in them is for people to read. */
const ToldChanges = v.pipe(
  v.looseObject({ added: named, changed: named, withdrawn: named, removed: named }),
  v.transform((changes) => changes as unknown as Changes),
)
const ChangesSince = v.pipe(
  v.looseObject({ edition: v.number(), ...ToldChanges.pipe[0].entries }),
  v.transform((changes) => changes as unknown as Changes & { readonly edition: number }),
)

const EditionReply = v.object({
  edition: EditionLine,
  /** Null of an edition that was uploaded in parts. */
  document: v.nullable(v.looseObject({})),
  uploaded: v.exactOptional(Uploaded),
  /** Against the edition before. */
  changes: v.exactOptional(ToldChanges),
})
/** An edition with the document that it was made from. */
export type EditionReply = v.InferOutput<typeof EditionReply>

/** What every write contains: the edition it is based on, and why. */
interface Write {
  readonly timeline: string
  /** The edition that this one follows; null for the first. */
  readonly base: number | null
  readonly note?: string | undefined
}

export interface PublishReply {
  readonly status: number
  /** The number in the answer's entity tag, if there is one. */
  readonly edition: number | null
  readonly body: unknown
  /** The edition that somebody published over this one before its answer arrived. */
  readonly rival?: EditionLine
}

type Answered<Value> = Promise<Result<Value, ServiceFailure>>

export interface ServiceClient {
  readonly origin: string
  /** The status of GET /health, 0 if nothing answers. Never retried. */
  health(): Promise<number>
  /** The identifiers of all timelines. */
  timelines(): Answered<readonly string[]>
  /** The current edition, null for a timeline that has none. */
  edition(timeline: string): Answered<EditionTag | null>
  /** The kept editions, newest first. */
  editions(timeline: string): Answered<readonly EditionLine[]>
  keptEdition(timeline: string, number: number): Answered<EditionReply>
  /** From an edition to the newest one, as the service lists them. */
  changes(timeline: string, since: number): Answered<Changes & { readonly edition: number }>
  publish(write: Write & { document: object; dryRun?: boolean }): Answered<PublishReply>
  /** Publishes the edition `base` with edits. */
  edit(write: Write & { edits: Edits }): Answered<PublishReply>
  readonly segments: SegmentClient
  /** The content of a kept edition becomes the newest one. */
  restore(write: Write & { edition: number }): Answered<PublishReply>
  takeDown(write: Write): Answered<PublishReply>
  /** Writes what readers get of a timeline anew. */
  repair(timeline: string): Answered<RepairReply>
  /** Writes the list of timelines anew; the ids of all that the token is for. */
  repairList(): Answered<readonly string[]>
}

const RepairReply = v.object({
  edition: EditionLine,
  copies: v.array(v.number()),
  /** Segments whose parts only their publisher has; absent from services of earlier versions. */
  uploaded: v.exactOptional(v.array(v.string()), []),
  visible: v.boolean(),
})
type RepairReply = v.InferOutput<typeof RepairReply>

const editing = { method: 'PATCH', type: 'application/vnd.jishi.edits+json' } as const

interface SentWrite {
  readonly method: string
  readonly base: number | null
  readonly body?: string
  /** JSON by default. */
  readonly type?: string
}

export function createServiceClient(options: ServiceOptions): ServiceClient {
  const url = (path: string): URL => new URL(path, options.origin)
  const headers = (base?: number | null): Headers => writeHeaders(options.token, base)
  const read = async <Value>(
    path: string,
    schema: v.GenericSchema<unknown, Value>,
    request: RequestInit = {},
  ) => {
    const answer = await callPatiently(url(path), request, options)
    if (!answer.ok) return answer
    const body = v.safeParse(schema, answer.value.body)
    return body.success ? ok(body.output) : failed(unexpected(answer.value.status))
  }
  const repair = <Value>(path: string, schema: v.GenericSchema<unknown, Value>) =>
    read(path, schema, { method: 'POST', headers: headers() })
  const write = async (
    path: string,
    { base, type, ...request }: SentWrite,
    parameters: Readonly<Record<string, string | undefined>> = {},
  ): Answered<PublishReply> => {
    const target = url(path)
    for (const [name, value] of Object.entries(parameters))
      if (value !== undefined) target.searchParams.set(name, value)
    const own = { ...request, headers: writeHeaders(options.token, base, type) }
    const answer = await callPatiently(target, own, options)
    if (!answer.ok) return answer
    const { status, etag, body } = answer.value
    return ok({ status, edition: editionOfTag(etag), body })
  }

  return {
    origin: options.origin,
    health: async () => {
      const answer = await call(url('/health'), { signal: callTimeout(options, 2_000) })
      return answer.ok ? answer.value.status : answer.failure.status
    },
    timelines: () => allIds((path) => read(path, TimelineIds)),
    edition: async (timeline) => {
      const answer = await read(pathOf(timeline), CurrentEdition)
      return !answer.ok && verdictOf(answer.failure) === 404 ? ok(null) : answer
    },
    editions: (timeline) => read(`${pathOf(timeline)}/editions`, EditionLog),
    keptEdition: (timeline, number) => read(`${pathOf(timeline)}/editions/${number}`, EditionReply),
    changes: (timeline, since) => read(`${pathOf(timeline)}/changes?since=${since}`, ChangesSince),
    segments: createSegmentClient({ url, headers, options }),
    publish: ({ timeline, document, base, note, dryRun }) =>
      write(
        pathOf(timeline),
        { method: 'PUT', base, body: JSON.stringify(document) },
        { dryRun: dryRun === true ? 'true' : undefined, note },
      ),
    edit: ({ timeline, base, note, edits }) =>
      write(pathOf(timeline), { ...editing, base, body: JSON.stringify(edits) }, { note }),
    restore: ({ timeline, base, ...content }) =>
      write(`${pathOf(timeline)}/head`, { method: 'PUT', base, body: JSON.stringify(content) }),
    takeDown: ({ timeline, base, note }) =>
      write(pathOf(timeline), { method: 'DELETE', base }, { note }),
    repair: (timeline) => repair(`${pathOf(timeline)}/repair`, RepairReply),
    repairList: () => repair('/v1/repair', RepairedIds),
  }
}

const pathOf = (timeline: string): string => `/v1/timelines/${encodeURIComponent(timeline)}`

/** `next` is read at the service that was asked, wherever it points. */
const TimelineIds = v.pipe(
  v.object({
    timelines: v.array(v.object({ id: Identifier })),
    links: v.optional(v.object({ next: v.optional(v.pipe(v.string(), v.url())) }), {}),
  }),
  v.transform(({ timelines, links: { next } }) => ({
    ids: timelines.map(({ id }) => id),
    next: next === undefined ? null : `/v1/timelines${new URL(next).search}`,
  })),
)

/** The ids of all parts of the list. It ends with a part that has nothing new. */
async function allIds(
  read: (path: string) => Answered<v.InferOutput<typeof TimelineIds>>,
): Answered<readonly string[]> {
  const ids = new Set<string>()
  let path: string | null = '/v1/timelines'
  while (path !== null) {
    const part = await read(path)
    if (!part.ok) return part
    const before = ids.size
    for (const id of part.value.ids) ids.add(id)
    path = ids.size > before ? part.value.next : null
  }
  return ok([...ids])
}

const RepairedIds = v.pipe(
  v.object({ timelines: v.array(Identifier) }),
  v.transform(({ timelines }) => timelines),
)
const CurrentEdition = v.pipe(
  v.object({ edition: EditionTag }),
  v.transform(({ edition }) => edition),
)
const EditionLog = v.pipe(
  v.object({ editions: v.array(EditionLine) }),
  v.transform(({ editions }) => editions),
)

/** `"7"` or `W/"7"` (RFC 9110, 8.8.3) to 7. */
function editionOfTag(etag: string | null): number | null {
  const digits = /^(?:W\/)?"(\d+)"$/.exec(etag ?? '')?.[1]
  return digits === undefined ? null : Number(digits)
}

function writeHeaders(
  token: string | undefined,
  base?: number | null,
  type = 'application/json',
): Headers {
  const headers = new Headers({ 'content-type': type })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (base === null) headers.set('if-none-match', '*')
  else if (base !== undefined) headers.set('if-match', `"${base}"`)
  return headers
}
