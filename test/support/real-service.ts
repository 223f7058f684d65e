// The service of memory-service.ts on loopback, for HTTP clients. Its clock advances by ten seconds
// at every call, so that no edition comes too soon and every reader asks the store.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import {
  createMemoryService,
  type MemoryService,
  type MemoryServiceOptions,
} from './memory-service.ts'

export interface RealService {
  readonly origin: string
  readonly service: MemoryService
  /** Method, path and precondition of every call. */
  readonly calls: string[]
  close(): Promise<void>
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
  const server = createServer((request, response) => {
    const condition = request.headers['if-match'] ?? request.headers['if-none-match'] ?? ''
    calls.push(`${request.method} ${request.url} ${condition}`.trim())
    void answer(request, response)
  })
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const init = await initOf(request)
    const pass = () => {
      service.clock.now += 10_000
      return service.fetch(request.url ?? '/', init)
    }
    if ((await options.gate?.(request, response, pass)) === true) return
    const { status, headers, body } = await pass()
    response.writeHead(status, Object.fromEntries(headers))
    response.end(Buffer.from(await new Response(body).arrayBuffer()))
  }
  await new Promise<void>((resolve) => {
    server.listen(0, 'localhost', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const close = async (): Promise<void> => {
    server.closeAllConnections()
    await new Promise((resolve) => {
      server.close(resolve)
    })
  }
  return { origin: `http://localhost:${address.port}`, service, calls, close }
}

async function initOf(request: IncomingMessage): Promise<RequestInit> {
  const { method = 'GET' } = request
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  )
  return { method, headers, ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }) }
}
