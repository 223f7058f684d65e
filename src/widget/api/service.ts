// Reading the API, and why it could not be read. Elements that request the same address within a minute share one request.
import type { UiLanguage } from '../../domain/text/ui-language.ts'

const kept = 60_000
const timeout = 15_000

const answers = new Map<string, Promise<unknown>>()

/** The JSON at an address, without cookies or referrer. Rejects on any status except 2xx. */
export function read<Answer>(url: string): Promise<Answer> {
  const known = answers.get(url)
  if (known) return known as Promise<Answer>
  const answer = request(url)
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

async function request(url: string): Promise<unknown> {
  const response = await fetch(url, options())
  if (!response.ok)
    throw Object.assign(new Error(`${response.status}`), { status: response.status, url })
  return response.json()
}

/** Why something failed, for the reader and for the page: the detail of `etl:error`. */
export interface ElementFailure {
  readonly message: string
  /** Status of the answer; absent if there was none. */
  readonly status?: number
  /** Address of the problem's type, and its own words (RFC 9457). */
  readonly type?: string
  readonly detail?: string
}

/** True if trying again cannot help: the request itself is refused. */
export const isFinal = ({ status = 0 }: ElementFailure): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429

/**
 * The reason of a refusal in a language. Data are asked without `lang`, since they come in every
 * language, so the refused address is asked once more with it.
 */
export async function failureOf(error: unknown, language: UiLanguage): Promise<ElementFailure> {
  const { status, url } = error as { status?: number; url?: string }
  const plain = { message: String(error), ...(status && { status }) }
  if (!url || !isFinal(plain)) return plain
  try {
    const answer = await fetch(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`, options())
    const { type, title, detail } = (await answer.json()) as Record<
      'type' | 'title' | 'detail',
      string
    >
    return { ...plain, message: `${title}: ${detail}`, type, detail }
  } catch {
    return plain
  }
}
