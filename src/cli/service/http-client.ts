// A small client of the service's own API for the command line: health, timelines and their editions,
// publishing, rolling back, taking down. Shows nothing itself.
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import {
  call,
  callPatiently,
  deadline,
  editionOfTag,
  unexpected,
  type Answer,
  type EditionTag,
  type ServiceFailure,
  type ServiceOptions,
} from './http-call.ts'

export type { EditionTag, ServiceFailure } from './http-call.ts'

/** One line of the edition log. */
const EditionLine = v.object({
  number: v.pipe(v.number(), v.integer()),
  digest: v.string(),
  published: v.string(),
  by: v.string(),
  note: v.exactOptional(v.string()),
  restores: v.exactOptional(v.number()),
  removes: v.exactOptional(v.boolean()),
  events: v.number(),
  changes: v.object({ added: v.number(), changed: v.number(), withdrawn: v.number() }),
})
export type EditionLine = v.InferOutput<typeof EditionLine>

const KeptEdition = v.object({ edition: EditionLine, document: v.looseObject({}) })
/** An edition with the document that it was made of. */
export type KeptEdition = v.InferOutput<typeof KeptEdition>

/** What every write says: on which edition, and why. */
export interface Write {
  readonly timeline: string
  /** The edition that this one follows; null for the first. */
  readonly base: number | null
  readonly note?: string
}

export interface Publication extends Write {
  readonly document: object
  readonly dryRun?: boolean
}

export interface Restoration extends Write {
  /** The kept edition whose content becomes the newest one. */
  readonly edition: number
}

export interface Published {
  readonly status: number
  /** The number in the answer's entity tag, where there is one. */
  readonly edition: number | null
  readonly body: unknown
}

type Answered<Value> = Promise<Result<Value, ServiceFailure>>

export interface ServiceClient {
  /** The status of GET /health, 0 when nothing answers. Never repeated. */
  health(): Promise<number>
  /** The identifiers of all timelines. */
  timelines(): Answered<readonly string[]>
  /** The current edition, null for a timeline that has none. */
  edition(timeline: string): Answered<EditionTag | null>
  /** The kept editions, newest first. */
  editions(timeline: string): Answered<readonly EditionLine[]>
  keptEdition(timeline: string, number: number): Answered<KeptEdition>
  publish(publication: Publication): Answered<Published>
  restore(restoration: Restoration): Answered<Published>
  takeDown(write: Write): Answered<Published>
}

export function createServiceClient(options: ServiceOptions): ServiceClient {
  const url = (path: string): URL => new URL(path, options.origin)
  const read = async <Value>(path: string, schema: v.GenericSchema<unknown, Value>) => {
    const answer = await callPatiently(url(path), {}, options)
    if (!answer.ok) return answer
    const body = v.safeParse(schema, answer.value.body)
    return body.success ? ok(body.output) : failed(unexpected(answer.value.status))
  }
  const write = async (target: URL, request: RequestInit): Answered<Published> => {
    const answer = await callPatiently(target, request, options)
    return answer.ok ? ok(published(answer.value)) : answer
  }
  const headersOf = (base: number | null) => writeHeaders(base, options.token)

  return {
    health: async () => {
      const answer = await call(url('/health'), { signal: deadline(options, 2_000) })
      return answer.ok ? answer.value.status : answer.failure.status
    },
    timelines: async () => {
      const answer = await read('/v1/timelines', TimelinesAnswer)
      return answer.ok ? ok(answer.value.timelines.map(({ id }) => id)) : answer
    },
    edition: async (timeline) => {
      const answer = await read(timelinePath(timeline), TimelineAnswer)
      if (!answer.ok) return answer.failure.status === 404 ? ok(null) : answer
      return ok(answer.value.edition)
    },
    editions: async (timeline) => {
      const answer = await read(`${timelinePath(timeline)}/editions`, EditionsAnswer)
      return answer.ok ? ok(answer.value.editions) : answer
    },
    keptEdition: (timeline, number) =>
      read(`${timelinePath(timeline)}/editions/${number}`, KeptEdition),
    publish: ({ timeline, document, base, note, dryRun }) => {
      const target = url(timelinePath(timeline))
      if (dryRun === true) target.searchParams.set('dryRun', 'true')
      if (note !== undefined) target.searchParams.set('note', note)
      const body = JSON.stringify(document)
      return write(target, { method: 'PUT', headers: headersOf(base), body })
    },
    restore: ({ timeline, base, edition, note }) => {
      const body = JSON.stringify({ edition, ...(note === undefined ? {} : { note }) })
      const target = url(`${timelinePath(timeline)}/head`)
      return write(target, { method: 'PUT', headers: headersOf(base), body })
    },
    takeDown: ({ timeline, base, note }) => {
      const target = url(timelinePath(timeline))
      if (note !== undefined) target.searchParams.set('note', note)
      return write(target, { method: 'DELETE', headers: headersOf(base) })
    },
  }
}

const timelinePath = (timeline: string): string => `/v1/timelines/${encodeURIComponent(timeline)}`

const TimelinesAnswer = v.object({ timelines: v.array(v.object({ id: v.string() })) })
const TimelineAnswer = v.object({
  edition: v.object({ number: v.pipe(v.number(), v.integer()), digest: v.string() }),
})
const EditionsAnswer = v.object({ editions: v.array(EditionLine) })

const published = ({ status, etag, body }: Answer): Published => ({
  status,
  edition: editionOfTag(etag),
  body,
})

function writeHeaders(base: number | null, token: string | undefined): Headers {
  const headers = new Headers({ 'content-type': 'application/json' })
  if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
  if (base === null) headers.set('if-none-match', '*')
  else headers.set('if-match', `"${base}"`)
  return headers
}
