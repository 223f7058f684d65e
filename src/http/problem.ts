// Every error as application/problem+json (RFC 9457). Types are stable and each has a page with its
// meaning; a problem never repeats input from the client.
import type { ReadFailure } from '../store/read/store.ts'
import { dataHeaders, noStore, writeHeaders } from './headers.ts'

export const problems = {
  'malformed-json': [400, 'The body is not well-formed JSON'],
  'invalid-parameter': [400, 'A parameter or header has a value that is not allowed'],
  'unknown-parameter': [400, 'There is no such parameter'],
  'duplicate-parameter': [400, 'A parameter is given more than once'],
  'missing-parameter': [400, 'A parameter is missing'],
  'invalid-cursor': [400, 'The cursor does not belong to this query'],
  'digest-mismatch': [400, 'The body does not have the stated digest'],
  unauthorized: [401, 'A valid token is needed'],
  forbidden: [403, 'The token may not do this'],
  'not-found': [404, 'There is nothing at this address'],
  'method-not-allowed': [405, 'The method is not allowed here'],
  'publish-in-progress': [409, 'Another publish is under way'],
  'cursor-expired': [410, 'The edition is no longer kept'],
  'event-removed': [410, 'The event was removed from the timeline'],
  'timeline-gone': [410, 'The timeline was taken down'],
  'precondition-failed': [412, 'The timeline has another edition by now'],
  'content-too-large': [413, 'The body is too large'],
  'uri-too-long': [414, 'The address is too long'],
  'unsupported-media-type': [415, 'The body has another type than expected'],
  'invalid-timeline': [422, 'The timeline has faults'],
  'precondition-required': [428, 'The request must say which edition it replaces'],
  'rate-limited': [429, 'Too many requests'],
  'internal-error': [500, 'Something unexpected went wrong'],
  'not-implemented': [501, 'This is not available'],
  'store-unavailable': [503, 'The store does not answer'],
  'publisher-overloaded': [503, 'The publisher does not answer'],
  misconfigured: [503, 'The service is not set up'],
} as const satisfies Record<string, readonly [status: number, title: string]>

export type ProblemType = keyof typeof problems

/** One error: at a JSON pointer (RFC 6901) of the body, in a query parameter, or in a header. */
export interface ProblemError {
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
  readonly reason?: string
  readonly detail: string
}

export interface ProblemOptions {
  readonly detail?: string
  readonly errors?: readonly ProblemError[]
  readonly headers?: Readonly<Record<string, string>>
  /** Extension members, such as `edition`. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** Cache lifetime by status, in seconds; other statuses are not cached. */
const cacheSeconds: Readonly<Record<number, number>> = { 404: 30, 405: 3600, 410: 30, 414: 3600 }

/** 2 to 5 seconds, at random, so that clients do not all retry at once. */
export const retryAfter = (): string => String(2 + Math.floor(Math.random() * 4))

export type MakeProblem = (type: ProblemType, options?: ProblemOptions) => Response

/** Makes problem responses with the headers for a request method. */
export type Problems = (method: string) => MakeProblem

/** Any origin may read the problems of reads; those of writes carry no CORS headers. */
export function createProblems(publicUrl: string): Problems {
  const say =
    (isRead: boolean): MakeProblem =>
    (type, options = {}) => {
      const { body, status } = described(publicUrl, type, options)
      const surface = isRead ? { ...dataHeaders, 'cache-control': cacheOf(status) } : writeHeaders
      const headers = { ...surface, 'content-type': 'application/problem+json', ...options.headers }
      return new Response(body, { status, headers })
    }
  const [toRead, toWrite] = [say(true), say(false)]
  return (method) => (safeMethods.has(method) ? toRead : toWrite)
}

/** Safe methods (RFC 9110, 9.2.1). */
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])

function cacheOf(status: number): string {
  const seconds = cacheSeconds[status]
  return seconds === undefined ? noStore : `public, max-age=${seconds}`
}

function described(publicUrl: string, type: ProblemType, options: ProblemOptions) {
  const [status, title] = problems[type]
  const { detail, errors, members } = options
  const url = `${publicUrl}/problems/${type}`
  return { status, body: JSON.stringify({ type: url, title, status, detail, errors, ...members }) }
}

/** The response to a failed read of the store. */
export function readProblem(
  { problem }: { readonly problem: MakeProblem },
  failure: ReadFailure,
): Response {
  switch (failure) {
    case 'not-found':
      return problem('not-found')
    case 'gone':
      return problem('timeline-gone')
    case 'expired':
      return problem('cursor-expired')
    case 'unavailable':
      return problem('store-unavailable', { headers: { 'retry-after': retryAfter() } })
  }
}
