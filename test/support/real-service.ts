// The service of memory-service.ts on loopback, for HTTP clients. Its clock advances by ten seconds
// at every call, so that no edition comes too soon and every reader asks the store.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { listenOnLoopback, type Loopback } from './loopback.ts'
import {
  createMemoryService,
  type MemoryService,
  type MemoryServiceOptions,
} from './memory-service.ts'

export interface RealService extends Loopback {
  readonly service: MemoryService
  /** Method, path and precondition of every call. */
  readonly calls: string[]
  /** May be set at any time. */
  gate?: Gate | undefined
}

/**
 * Intercepts calls to the service: true if it has handled the call. `pass` lets the service process
 * the call without answering the client.
 */
export type Gate = (
  request: IncomingMessage,
  response: ServerResponse,
  pass: () => Promise<Response>,
) => boolean | Promise<boolean>

export async function startRealService(
  options: { readonly gate?: Gate; readonly service?: MemoryServiceOptions } = {},
): Promise<RealService> {
  const calls: string[] = []
  const service = await createMemoryService(options.service)
  const server = await listenOnLoopback((request, response) => {
    const condition = request.headers['if-match'] ?? request.headers['if-none-match'] ?? ''
    calls.push(`${request.method} ${request.url} ${condition}`.trim())
    void answer(request, response)
  })
  const real: RealService = { ...server, service, calls, gate: options.gate }
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const init = await initOf(request)
    const pass = () => {
      service.clock.now += 10_000
      return service.fetch(request.url ?? '/', init)
    }
    if ((await real.gate?.(request, response, pass)) === true) return
    const { status, headers, body } = await pass()
    response.writeHead(status, Object.fromEntries(headers))
    response.end(Buffer.from(await new Response(body).arrayBuffer()))
  }
  return real
}

async function initOf(request: IncomingMessage): Promise<RequestInit> {
  const { method = 'GET' } = request
  const body = await buffer(request)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return { method, headers, ...(body.length > 0 && { body }) }
}
