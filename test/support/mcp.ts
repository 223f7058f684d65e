// Messages to /mcp in both eras, as clients send them.
import type { MemoryService } from './memory-service.ts'

export const modernVersion = '2026-07-28'

/** `_meta` of a modern request. */
export const meta = {
  'io.modelcontextprotocol/protocolVersion': modernVersion,
  'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
  'io.modelcontextprotocol/clientCapabilities': {},
}

export interface RpcAnswer {
  readonly status: number
  readonly headers: Headers
  /** Null without a body. */
  readonly body: {
    readonly id?: string | number
    readonly result?: Record<string, unknown> & ToolResult
    readonly error?: { code: number; message: string; data?: Record<string, unknown> }
  } | null
}

export interface ToolResult {
  readonly content?: { type: string; text: string }[]
  readonly structuredContent?: Record<string, unknown>
  readonly isError?: boolean
}

/** Posts any body. */
export async function post(
  service: MemoryService,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<RpcAnswer> {
  const response = await service.fetch('/mcp', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await response.text()
  const { status, headers: told } = response
  return {
    status,
    headers: told,
    body: text === '' ? null : (JSON.parse(text) as RpcAnswer['body']),
  }
}

/** The headers of a modern request. */
export const modernHeaders = (method: string, name?: string): Record<string, string> => ({
  'mcp-protocol-version': modernVersion,
  'mcp-method': method,
  ...(name !== undefined && { 'mcp-name': name }),
})

type Params = Record<string, unknown>

export const modernRequest = (method: string, params: Params = {}): object => ({
  jsonrpc: '2.0',
  id: 1,
  method,
  params: { ...params, _meta: meta },
})

/** A modern request with the headers that it needs. */
export const ask = (
  service: MemoryService,
  method: string,
  params: Params = {},
): Promise<RpcAnswer> =>
  post(
    service,
    modernRequest(method, params),
    modernHeaders(method, typeof params['name'] === 'string' ? params['name'] : undefined),
  )

/** A legacy request. */
export const askLegacy = (
  service: MemoryService,
  method: string,
  params: Params = {},
  headers: Record<string, string> = { 'mcp-protocol-version': '2025-11-25' },
): Promise<RpcAnswer> => post(service, { jsonrpc: '2.0', id: 1, method, params }, headers)

/** The result of a tool; throws if there is none. */
export async function callTool(
  service: MemoryService,
  name: string,
  given: Params = {},
): Promise<ToolResult & { readonly text: string }> {
  const { body } = await ask(service, 'tools/call', { name, arguments: given })
  if (body?.result === undefined) throw new Error(JSON.stringify(body))
  return { ...body.result, text: body.result.content?.[0]?.text ?? '' }
}
