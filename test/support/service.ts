// The service as a client sees it, inside workerd with its real bindings.
import { exports } from 'cloudflare:workers'
import { expect } from 'vitest'
import { watch } from './watch.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'

export const origin = 'https://timelines.example'

export const get = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Response> => send(new Request(origin + path, { headers, method }))

async function send(request: Request): Promise<Response> {
  const response = await exports.default.fetch(request)
  await watch.response(request, response)
  return response
}

export async function getJson<Body = Record<string, unknown>>(path: string): Promise<Body> {
  const response = await get(path)
  expect(response.status, `${path}: ${await response.clone().text()}`).toBe(200)
  return response.json()
}

export interface PutOptions {
  readonly token?: string | null
  readonly headers?: Record<string, string>
}

/** Every write comes from its own address, so that no test reaches the rate limit by chance. */
let callers = 0

export const put = (
  path: string,
  body: unknown,
  { token = 'editor-token', headers = {} }: PutOptions = {},
) =>
  send(
    new Request(origin + path, {
      method: 'PUT',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        'cf-connecting-ip': `2001:db8::${(++callers).toString(16)}`,
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    }),
  )

/** Publishes on an edition (0: the first) and expects that it is accepted. */
export async function publish(document: TimelineDocument, base = 0): Promise<PublishAnswer> {
  const headers: Record<string, string> =
    base === 0 ? { 'if-none-match': '*' } : { 'if-match': `"${base}"` }
  const response = await put(`/v1/timelines/${document.id}`, document, { headers })
  expect([200, 201], await response.clone().text()).toContain(response.status)
  return response.json()
}

export interface PublishAnswer {
  readonly edition: { readonly number: number; readonly digest: string; readonly published: string }
  readonly outcome: string
  readonly visible: boolean
  readonly changes: {
    added: { id: string }[]
    changed: { id: string }[]
    withdrawn: { id: string }[]
  }
}

export interface ProblemAnswer {
  readonly type: string
  readonly status: number
  readonly detail?: string
  readonly errors?: readonly {
    pointer?: string
    parameter?: string
    header?: string
    reason?: string
    detail: string
  }[]
  readonly edition?: { number: number } | null
}

/** Reads a problem and checks the form that all problems share. */
export async function problemOf(
  response: Response,
): Promise<ProblemAnswer & { readonly name: string }> {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  expect(response.headers.get('cache-control')).toBeTruthy()
  const problem = await response.json<ProblemAnswer>()
  expect(problem.status).toBe(response.status)
  expect(problem.type).toMatch(new RegExp(`^${origin}/problems/[a-z-]+$`))
  return { ...problem, name: problem.type.slice(`${origin}/problems/`.length) }
}
