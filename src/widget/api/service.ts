// Reading the API, and why it could not be read. Elements that request the same address within a minute share one request.
import type { UiLanguage } from '../../domain/text/ui-language.ts'
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
  const response = await fetch(url, { ...options(), cache: isAnew ? 'no-cache' : 'default' })
  if (response.ok) return response.json()
  const { status } = response
  const refusal: Refusal = { status, url, told: await problemOf(response) }
  throw Object.assign(new Error(`${status}`), refusal)
}

/** An answer without data. */
interface Refusal {
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

/** True if trying again cannot help: the request itself is refused. */
export const isFinal = ({ status = 0 }: Pick<ElementFailure, 'status'>): boolean =>
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
): Promise<ElementFailure> {
  const { status, url, told } = error as Partial<Refusal>
  const failed = (reason: string) => (words ? `${words.widget.failed} (${reason})` : reason)
  if (!status || !url) return { message: failed(String(error)) }
  if (!isFinal({ status }) || !told) {
    const { title = '', ...problem } = told ?? {}
    return { message: failed(`${status} ${title}`.trim()), status, ...problem }
  }
  const { type, title, detail } = (await askedIn(language, url)) ?? told
  return { message: `${title}${words?.cards.colon ?? ': '}${detail}`, status, type, detail }
}

/** The problem at an address in a language; undefined if there is none any more. */
const askedIn = (language: UiLanguage, url: string): Promise<Told | undefined> =>
  fetch(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`, options()).then(
    problemOf,
    () => undefined,
  )
