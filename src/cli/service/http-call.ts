// One call of the service's API: retried while the service is overloaded, unavailable or silent,
// after the pauses that it asks for (RFC 9110, 10.2.3); refusals are read as problems (RFC 9457).
import { setTimeout as pauseFor } from 'node:timers/promises'
import * as v from 'valibot'
import { failed, ok, type Result } from '../../domain/result.ts'
import { messages } from '../../messages/languages.ts'
import { say, spokenLanguage } from '../terminal/speech.ts'
import { spokenReasons } from './reasons.ts'
import { fetchFollowing, type Followed } from './redirects.ts'

export interface ServiceOptions {
  /** Such as `http://localhost:8787`, without a path. */
  readonly origin: string
  readonly token?: string
  /** The words of a command that name this service, such as `--to` with its origin; none of the usual one. */
  readonly named?: readonly string[]
  /** How long to retry a call that is answered 429, 503 or not at all, in milliseconds. */
  readonly timeout?: number
  readonly signal?: AbortSignal
  /** How often a call is tried while the service's store does not answer; by default until `timeout`. */
  readonly storeTries?: number
  /** Called before each pause, with its length in milliseconds. */
  readonly onPause?: (failure: ServiceFailure, pause: number) => void
}

/** The number of an edition, the SHA-256 of its document, hexadecimal, and what made it. */
export const EditionTag = v.object({
  number: v.pipe(v.number(), v.integer()),
  digest: v.string(),
  note: v.exactOptional(v.string()),
  restores: v.exactOptional(v.number()),
  removes: v.exactOptional(v.boolean()),
})
export type EditionTag = v.InferOutput<typeof EditionTag>

/** Why the service refused, from application/problem+json (RFC 9457), or why it did not answer. */
export interface ServiceFailure {
  /** 0 if there was no answer. What it decides is `verdictOf`. */
  readonly status: number
  readonly title: string
  readonly detail: string | null
  readonly faults: readonly { readonly at: string; readonly detail: string }[]
  /** The last part of the problem's type, such as `timeline-gone`. */
  readonly type?: string
  /** Which rule of the service it is, such as `no-such-edition`. */
  readonly rule?: string
  /** What was asked for. */
  readonly asked?: Asked
  /** The current edition, which is not the expected one; in a 412. */
  readonly current?: EditionTag
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number
  /** True of an answer that the service does not give: of a proxy, a firewall, a wrong address. */
  readonly isForeign?: true
  /** True of a write to a timeline that was taken down. */
  readonly isDown?: true
}

interface Asked {
  /** Of the service, as in ServiceOptions. */
  readonly origin: string
  /** The timeline in the path; null of what is none's. */
  readonly timeline: string | null
  /** As in ServiceOptions. */
  readonly named: readonly string[]
}

/**
 * The status with which the service itself refused; null where nobody answered, or somebody else.
 * @example verdictOf of a proxy's page with 404 → null: the timeline may well be there
 */
export const verdictOf = ({ status, isForeign }: ServiceFailure): number | null =>
  status === 0 || isForeign === true ? null : status

export interface Reply {
  readonly status: number
  readonly etag: string | null
  readonly body: unknown
}

const firstPause = 200
const longestPause = 5_000

/** Retries with growing pauses; gives up if the next try would come after the timeout. */
export const callPatiently = (
  url: URL,
  request: RequestInit,
  options: ServiceOptions,
): Promise<Result<Reply, ServiceFailure>> =>
  patiently(url, options, (signal) => call(url, { ...request, signal }))

/** The same for an answer that is no text. */
export const callForBytes = (
  url: URL,
  options: ServiceOptions,
): Promise<Result<Uint8Array<ArrayBuffer>, ServiceFailure>> =>
  patiently(url, options, (signal) => bytesAt(url, signal))

async function patiently<Value>(
  url: URL,
  options: ServiceOptions,
  once: (signal: AbortSignal) => Promise<Result<Value, ServiceFailure>>,
): Promise<Result<Value, ServiceFailure>> {
  const answer = await untilAnswered(options, once)
  if (answer.ok) return answer
  const [, timeline = null] = /^\/v1\/timelines\/([^/]+)/.exec(url.pathname) ?? []
  const { origin, named = [] } = options
  return failed({ ...answer.failure, asked: { origin, timeline, named } })
}

async function untilAnswered<Value>(
  options: ServiceOptions,
  once: (signal: AbortSignal) => Promise<Result<Value, ServiceFailure>>,
): Promise<Result<Value, ServiceFailure>> {
  const end = Date.now() + (options.timeout ?? 20_000)
  let storeTries = options.storeTries ?? Number.POSITIVE_INFINITY
  for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
    const answer = await once(callTimeout(options, patienceFor(end - Date.now())))
    if (answer.ok || ![0, 429, 503].includes(answer.failure.status)) return answer
    if (isStoreFailure(answer.failure) && --storeTries <= 0) return answer
    const wait = Math.max(pause, answer.failure.retryAfter ?? 0)
    if (Date.now() + wait > end || options.signal?.aborted === true) return answer
    options.onPause?.(answer.failure, wait)
    // If the signal aborts in the meantime, the next try fails at once.
    await pauseFor(wait, undefined, options.signal && { signal: options.signal }).catch(() => null)
  }
}

/** Milliseconds for one call: what is left, but time enough for an answer over a slow line. */
const patienceFor = (left: number): number => Math.min(60_000, Math.max(20_000, left))

async function bytesAt(
  url: URL,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, ServiceFailure>> {
  return read(async (followed) => {
    const response = await fetchFollowing(url, { signal }, followed)
    if (response.ok) return ok(new Uint8Array(await response.arrayBuffer()))
    return failed(refusal(response, parsed((await bodyText(response)) ?? '')))
  })
}

/** What another host answers, or does not, is no failure of the service, which redirects to it. */
async function read<Value>(
  once: (followed: Followed) => Promise<Result<Value, ServiceFailure>>,
): Promise<Result<Value, ServiceFailure>> {
  const followed: Followed = { elsewhere: null }
  const answer = await once(followed).catch((error: unknown) => failed(silence(error)))
  if (answer.ok || followed.elsewhere === null) return answer
  const { status, location } = followed.elsewhere
  const { title, detail } = answer.failure
  const why = answer.failure.status === 0 ? (detail ?? title) : `${answer.failure.status} ${title}`
  return failed({
    status,
    title: say().service.elsewhere,
    detail: say().service.followed(status, JSON.stringify(location), why),
    faults: [],
    isForeign: true,
  })
}

/** Readers cannot be served, or not all of them; a write does not need what they need. */
export const isStoreFailure = ({ type }: ServiceFailure): boolean => type === 'store-unavailable'

/** Maximum bytes of an answer that are read: far more than the service sends for one address. */
const maxAnswerBytes = 64 * 1_048_576

export async function call(url: URL, request: RequestInit): Promise<Result<Reply, ServiceFailure>> {
  return read(async (followed) => {
    // A redirect of a read is followed. That of a write is not: it would send the token elsewhere, or
    // turn the write into a read (RFC 9110, 15.4).
    const isRead = request.method === undefined
    const response = isRead
      ? await fetchFollowing(url, request, followed)
      : await fetch(url, { redirect: 'manual', ...request })
    if (!isRead && response.status >= 300 && response.status < 400) {
      await response.body?.cancel()
      return failed(redirected(response))
    }
    const text = await bodyText(response)
    if (text === null) return failed(tooLong(response.status))
    const body = parsed(text)
    if (!response.ok) return failed(refusal(response, body))
    if (body === null && text !== '') return failed(unexpected(response.status))
    return ok({ status: response.status, etag: response.headers.get('etag'), body })
  })
}

/** The text of an answer; null if it is longer than anything that the service sends. */
export async function bodyText({ body }: Response): Promise<string | null> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += (chunk as Uint8Array).length
    // Leaving the loop cancels the body.
    if (bytes > maxAnswerBytes) return null
    text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  return text + decoder.decode()
}

/** Not retried: the next answer would be as long. */
const tooLong = (status: number): ServiceFailure => ({
  ...unexpected(status),
  detail: say().service.tooLong(maxAnswerBytes),
})

const redirected = ({ status, headers }: Response): ServiceFailure => ({
  status,
  title: say().service.elsewhere,
  detail: say().service.redirected(status, JSON.stringify(headers.get('location') ?? '')),
  faults: [],
  isForeign: true,
})

export function callTimeout(options: ServiceOptions, milliseconds: number): AbortSignal {
  const timeout = AbortSignal.timeout(milliseconds)
  return options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout])
}

export const unexpected = (status: number): ServiceFailure => ({
  status,
  title: say().service.strange(status),
  detail: null,
  faults: [],
  isForeign: true,
})

const text = v.optional(v.string())
const rule = { rule: text, values: v.optional(v.record(v.string(), v.unknown()), {}) }
const placeInEdition = (place: string | undefined): string | undefined =>
  place && messages[spokenLanguage()].problems.ofEdition(place)

const ProblemFault = v.pipe(
  v.object({
    pointer: text,
    inEdition: text,
    parameter: text,
    header: text,
    detail: v.string(),
    ...rule,
    proposals: v.optional(v.array(v.string()), []),
  }),
  v.transform(({ pointer, inEdition, parameter, header, ...fault }) => ({
    at: pointer ?? placeInEdition(inEdition) ?? parameter ?? header ?? '',
    ...fault,
  })),
)
const Problem = v.object({
  // Other services have problems, too (RFC 9457); those of this one have a page each.
  type: v.pipe(v.string(), v.regex(/\/problems\/[a-z-]+$/)),
  title: v.string(),
  detail: text,
  ...rule,
  edition: v.nullish(EditionTag),
  errors: v.optional(v.array(ProblemFault), []),
})

function refusal({ status, headers }: Response, body: unknown): ServiceFailure {
  const problem = v.safeParse(Problem, body)
  const wait = pauseAskedFor(headers)
  if (!problem.success) return { ...unexpected(status), ...wait }
  const { detail = null, edition, errors, ...said } = problem.output
  const reasons = spokenReasons({
    type: said.type.slice(said.type.lastIndexOf('/') + 1),
    title: said.title,
    detail,
    rule: said.rule,
    values: said.values,
    faults: errors,
  })
  return {
    status,
    ...reasons,
    ...wait,
    ...(said.rule === undefined ? {} : { rule: said.rule }),
    ...(edition ? { current: edition } : {}),
  }
}

/** Seconds, or the instant from which on to try again (RFC 9110, 10.2.3). */
function pauseAskedFor(headers: Headers): { readonly retryAfter?: number } {
  const asked = headers.get('retry-after') ?? ''
  const pause = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - Date.now()
  return pause > 0 ? { retryAfter: pause } : {}
}

function silence(error: unknown): ServiceFailure {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const { timedOut, brokeOff } = say().service
  // `connect ECONNREFUSED 127.0.0.1:8787` is the same in every language; sentences are not.
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const message = cause instanceof Error ? cause.message || cause.name : String(cause)
  const isLate =
    (cause instanceof Error && ['TimeoutError', 'AbortError'].includes(cause.name)) ||
    /^UND_ERR_\w+_TIMEOUT$/.test(code)
  const isTelling = /\bE[A-Z]{3,}/.test(message) || (code === '' && spokenLanguage() === 'en')
  // The codes of Node's fetch (undici) mean nothing to people.
  const telling = code === 'UND_ERR_SOCKET' ? brokeOff : isTelling ? message : code || null
  const detail = isLate ? timedOut : telling
  return { status: 0, title: say().service.silent, detail, faults: [] }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
