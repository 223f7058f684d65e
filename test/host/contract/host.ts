// What a host is to the contract: a service that can be asked over its own front door, and started
// again over what it has stored.
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'

export interface RunningHost {
  /** The configured origin of its addresses, without a slash at the end. */
  readonly publicUrl: string
  /** A token that may publish every timeline. */
  readonly token: string
  /** Asks it; `path` begins with a slash. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Ends it without warning, and starts it again over the same storage. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts a host whose storage is empty, and which sets no time between two editions. */
export type StartHost = () => Promise<RunningHost>

/** The host under test, for tests that are collected before it has been started. */
export type Host = () => RunningHost

/** What a read is told: the header fields that are the service's own, and the content. */
export interface Seen {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** What the way to the client may add or change; a tag may be weakened (RFC 9110, 8.8.1). */
const ofTheConnection =
  /^(?:connection|content-encoding|content-length|date|keep-alive|server|transfer-encoding|cf-.*|report-to|nel)$/

export async function see(answer: Promise<Response>): Promise<Seen> {
  const response = await answer
  const own = [...response.headers].filter(([name]) => !ofTheConnection.test(name))
  const headers = Object.fromEntries(own)
  const tag = headers['etag']
  return {
    status: response.status,
    headers: tag === undefined ? headers : { ...headers, etag: tag.replace(/^W\//, '') },
    // /health tells the time, which is another one in every answer.
    text: (await response.text()).replace(/"time":"[^"]*"/, '"time":""'),
  }
}

/** The precondition of a write on an edition; 0 for none. */
export const on = (base: number): Record<string, string> =>
  base === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${base}"` }

interface Write {
  readonly method: 'PUT' | 'DELETE'
  readonly base: number
  readonly body?: unknown
  readonly token?: string
}

export const write = (host: RunningHost, path: string, wanted: Write): Promise<Response> =>
  host.fetch(`/v1/timelines/${path}`, {
    method: wanted.method,
    headers: {
      authorization: `Bearer ${wanted.token ?? host.token}`,
      ...(wanted.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...on(wanted.base),
    },
    ...(wanted.body === undefined ? {} : { body: JSON.stringify(wanted.body) }),
  })

/** Of the answer to a write what the contract is about. */
export interface Written {
  readonly status: number
  readonly tag: string | null
  readonly outcome?: string
  readonly visible?: boolean
  /** The edition that was made, or the one that is current where the write was refused. */
  readonly edition?: { readonly number: number } | null
}

export async function written(answer: Promise<Response>): Promise<Written> {
  const response = await answer
  const body = (await response.json()) as Omit<Written, 'status' | 'tag'>
  const tag = response.headers.get('etag')
  return { ...body, status: response.status, tag: tag === null ? null : tag.replace(/^W\//, '') }
}

export const publish = (
  host: RunningHost,
  document: TimelineDocument,
  base: number,
): Promise<Written> => written(write(host, document.id, { method: 'PUT', base, body: document }))

export async function readJson<Body>(host: RunningHost, path: string): Promise<Body> {
  const response = await host.fetch(path)
  if (response.status !== 200)
    throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return (await response.json()) as Body
}
