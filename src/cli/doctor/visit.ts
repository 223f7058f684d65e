// One look at a service from outside, as any reader has it: status, headers and text, whatever they are.
import * as v from 'valibot'
import type { Connection } from '../service/connection.ts'
import { bodyText } from '../service/http-call.ts'

export interface Visit {
  /** Without a path. */
  readonly origin: string
  readonly token: string | null
  /** As in Connection. */
  readonly command: Connection['command']
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

export const createVisit = ({
  origin,
  token,
  command,
}: Pick<Connection, 'origin' | 'token' | 'command'>): Visit => ({
  origin,
  token,
  command,
  async look(path, request = {}) {
    try {
      const signal = AbortSignal.timeout(patience)
      // A redirect is what is seen.
      const response = await fetch(origin + path, { redirect: 'manual', signal, ...request })
      const { status, headers } = response
      return { status, headers, text: (await bodyText(response)) ?? '' }
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      return { status: 0, headers: new Headers(), text: String(cause) }
    }
  },
})

const OfStore = v.object({ type: v.pipe(v.string(), v.endsWith('/problems/store-unavailable')) })

/**
 * True of silence, redirects, overload and failures, which say nothing of what was asked for. That the store has lost
 * it, the service says itself.
 */
export const isUnseen = (seen: Seen): boolean =>
  seen.status === 0 ||
  (seen.status >= 300 && seen.status < 400 && seen.status !== 304) ||
  seen.status === 429 ||
  (seen.status >= 500 && answerAs(OfStore, seen, 503) === null)

/** What an answer with that status says, if it is JSON of that form. */
export function answerAs<Value>(
  schema: v.GenericSchema<unknown, Value>,
  seen: Seen,
  status = 200,
): Value | null {
  if (seen.status !== status) return null
  try {
    const read = v.safeParse(schema, JSON.parse(seen.text))
    return read.success ? read.output : null
  } catch {
    return null
  }
}
