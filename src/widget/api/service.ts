// Reading the API, and why it could not be read. Elements that request the same address within a minute share one request.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
import type { WidgetMessages } from '../../messages/en/widget.ts'
import type { Words } from '../lazy/words.ts'

const kept = 60_000
const timeout = 15_000

const answers = new Map<string, Promise<unknown>>()

/**
 * The JSON at an address, without cookies or referrer; `isAnew`: not as page or browser have kept it.
 * Rejects on any status except 2xx.
 */
export function read<Answer>(url: string, isAnew = false): Promise<Answer> {
  const known = isAnew ? undefined : answers.get(url)
  if (known) return known as Promise<Answer>
  const answer = request(url, isAnew)
  answers.set(url, answer)
  answer.then(
    () => setTimeout(() => answers.delete(url), kept),
    () => answers.delete(url),
  )
  return answer as Promise<Answer>
}

const options = (): RequestInit => ({
  credentials: 'omit',
  referrerPolicy: 'no-referrer',
  signal: AbortSignal.timeout(timeout),
})

async function request(url: string, isAnew: boolean): Promise<unknown> {
  const response = await fetch(url, {
    ...options(),
    cache: isAnew ? 'no-cache' : 'default',
  }).catch((error: unknown) => {
    throw Object.assign(error as Error, { status: 0 })
  })
  if (response.ok) return response.json()
  const { status } = response
  const refusal: Refusal = { status, url, told: await problemOf(response) }
  throw Object.assign(new Error(`${status}`), refusal)
}

/** An answer without data, or none. */
interface Refusal {
  /** 0 if no answer came. */
  readonly status: number
  readonly url: string
  readonly told: Told | undefined
}

/** The members of a problem (RFC 9457) that are passed on. */
interface Told {
  readonly type: string
  readonly title: string
  readonly detail: string
}

/** Undefined if it was not the service that answered, but something in between. */
async function problemOf(response: Response): Promise<Told | undefined> {
  const { type, title, detail } = ((await response.json().catch(() => null)) ?? {}) as Partial<Told>
  return type && title && detail ? { type, title, detail } : undefined
}

/** Why something failed: the detail of `etl:error`. */
export interface ElementFailure {
  readonly message: string
  /** Status of the answer; absent if there was none. */
  readonly status?: number
  /** Address of the problem's type, and its own words (RFC 9457). */
  readonly type?: string
  readonly detail?: string
}

/** A failure as it is told. */
export interface ToldFailure {
  /** For readers, in their language. */
  readonly reason: string
  /** For the page. */
  readonly failure: ElementFailure
  /** True if trying again cannot help. */
  readonly isFinal: boolean
}

/** True if the request itself is refused. */
export const isRefused = (status = 0): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429

/**
 * The reason in the words of the element; in English before it has any. Data are asked without `lang`,
 * since they come in every language, so a refused address is asked once more with it; a service that
 * fails is left alone.
 */
export async function failureOf(
  error: unknown,
  language: UiLanguage,
  words: Words | undefined,
): Promise<ToldFailure> {
  const { status, url = '', told } = error as Partial<Refusal>
  if (status === undefined || !told || !isRefused(status)) {
    const { title = '', ...problem } = told ?? {}
    const cause = status ? `${status} ${title}`.trim() : String(error)
    const reason = words ? passingReason(status, words.widget) : cause
    const message = words ? `${reason} (${cause})` : cause
    return { reason, failure: { message, ...(status && { status, ...problem }) }, isFinal: false }
  }
  const { type, title, detail } = (await askedIn(language, url, status)) ?? told
  const message = `${title}${words?.cards.colon ?? ': '}${detail}`
  return { reason: message, failure: { message, status, type, detail }, isFinal: true }
}

function passingReason(status: number | undefined, words: WidgetMessages): string {
  if (status === undefined) return words.failed
  if (status === 0) return words.unreached
  return status === 429 ? words.busy : words.unavailable
}

/** The same problem in a language; undefined if the address has another answer by now. */
const askedIn = (language: UiLanguage, url: string, status: number): Promise<Told | undefined> =>
  fetch(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`, options()).then(
    (response) => (response.status === status ? problemOf(response) : undefined),
    () => undefined,
  )
