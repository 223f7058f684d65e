// A stand-in for the service on loopback: health, the current edition, the log and publishing with
// preconditions, as the command line needs them. Keeps whole documents in memory.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { documentDigest } from '../../src/edition/digest.ts'
import { listenOnLoopback, type Loopback } from './loopback.ts'

export interface FakeEdition {
  readonly number: number
  readonly digest: string
  readonly note?: string
  /** Earlier editions, newest first. */
  readonly older?: readonly FakeEdition[]
}

export interface FakeService extends Loopback {
  /** Method, path and precondition of every call except those to /health. */
  readonly calls: string[]
}

export interface FakeOptions {
  readonly port?: number
  readonly editions?: Map<string, FakeEdition>
  readonly token?: string
  /** Answers instead of the service if it returns true. */
  readonly refuse?: (request: IncomingMessage, response: ServerResponse) => boolean
  readonly onPublished?: () => void
}

export async function startFakeService(options: FakeOptions = {}): Promise<FakeService> {
  const editions = options.editions ?? new Map<string, FakeEdition>()
  const calls: string[] = []
  const server = await listenOnLoopback((request, response) => {
    if (request.url === '/health') response.end('{}')
    else {
      const condition = request.headers['if-match'] ?? request.headers['if-none-match'] ?? ''
      calls.push(`${request.method} ${request.url} ${condition}`.trim())
      if (options.refuse?.(request, response) !== true)
        void answer(request, response, { ...options, editions })
    }
  }, options.port)
  return { ...server, calls }
}

export function problem(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): true {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
  response.end(
    JSON.stringify({ type: 'https://service.example/problems/refused', status, ...body }),
  )
  return true
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: FakeOptions & { readonly editions: Map<string, FakeEdition> },
): Promise<void> {
  const [, timeline = '', log] =
    /^\/v1\/timelines\/([^/?]+)(\/editions)?/.exec(request.url ?? '') ?? []
  const current = options.editions.get(timeline)
  if (request.method !== 'PUT') {
    if (current === undefined) problem(response, 404, { title: 'Not found' })
    else if (log !== undefined) response.end(JSON.stringify({ editions: linesOf(current) }))
    else response.end(JSON.stringify({ id: timeline, edition: current }))
    return
  }
  if (options.token !== undefined && request.headers.authorization !== `Bearer ${options.token}`) {
    problem(response, 401, { title: 'Unauthorized' })
    return
  }
  if (!preconditionHolds(request, current)) {
    problem(response, 412, { title: 'Precondition failed' })
    return
  }
  const number = (current?.number ?? 0) + 1
  const digest = await documentDigest(JSON.parse(await text(request)) as object)
  const older = current === undefined ? [] : [current, ...(current.older ?? [])]
  const note = new URL(request.url ?? '', 'http://localhost').searchParams.get('note')
  options.editions.set(timeline, { number, digest, older, ...(note === null ? {} : { note }) })
  options.onPublished?.()
  response.writeHead(number === 1 ? 201 : 200, { etag: `"${number}"` }).end('{}')
}

const linesOf = (current: FakeEdition): object[] =>
  [current, ...(current.older ?? [])].map(({ number, digest, note }) => ({
    number,
    digest,
    note,
    published: '2026-10-01T08:30:00Z',
    by: 'anna',
    events: 2,
    changes: { added: 0, changed: 1, withdrawn: 0 },
  }))

function preconditionHolds(request: IncomingMessage, current: FakeEdition | undefined): boolean {
  if (current === undefined) return request.headers['if-none-match'] === '*'
  return request.headers['if-match'] === `"${current.number}"`
}
