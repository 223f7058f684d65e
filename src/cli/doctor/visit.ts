// One look at a service from outside, as any reader has it: status, headers and text, whatever they are.
import { textOf } from '../service/http-call.ts'

export interface Visit {
  /** Without a path. */
  readonly origin: string
  readonly token: string | null
  readonly look: (path: string, request?: RequestInit) => Promise<Seen>
}

export interface Seen {
  /** 0 if nothing answered; then `text` says why. */
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Milliseconds for one answer. */
const patience = 20_000

export const createVisit = (origin: string, token: string | null): Visit => ({
  origin,
  token,
  async look(path, request = {}) {
    try {
      const signal = AbortSignal.timeout(patience)
      // A redirect is what is seen.
      const response = await fetch(origin + path, { redirect: 'manual', signal, ...request })
      const { status, headers } = response
      return { status, headers, text: (await textOf(response)) ?? '' }
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      return { status: 0, headers: new Headers(), text: String(cause) }
    }
  },
})

/** The JSON of an answer; an empty object if it is none. */
export function jsonOf({ text }: Seen): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
