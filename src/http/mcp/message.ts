// JSON-RPC 2.0 as the Model Context Protocol uses it (2026-07-28, Overview, "Messages").

export type Id = string | number

/** An object whose members are not known yet. */
export type Members = Readonly<Record<string, unknown>>

export type Message =
  | { readonly kind: 'request'; readonly id: Id; readonly method: string; readonly params: Members }
  | { readonly kind: 'notification'; readonly method: string; readonly params: Members }
  | { readonly kind: 'response' }

/** Codes of JSON-RPC 2.0, 5.1, those that the protocol reserves for itself, and one of our own. */
export const errorCodes = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  tooManyCalls: -32000,
  headerMismatch: -32020,
  unsupportedVersion: -32022,
} as const

/** An error of the protocol, with the status of its response over HTTP. */
export interface RpcFault {
  readonly status: number
  readonly code: number
  readonly message: string
  readonly data?: Members
}

export const isObject = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A message of the client; null for what is none. An id is a string or an integer, never null. Members
 * that may be absent may be null: some clients write all that they know.
 * @example readMessage({ jsonrpc: '2.0', id: 1, method: 'ping' }) → { kind: 'request', id: 1, … }
 */
export function readMessage(value: unknown): Message | null {
  if (!isObject(value) || value['jsonrpc'] !== '2.0') return null
  const { id, method } = value
  const params = value['params'] ?? {}
  if (method === undefined) return isResponse(value) ? { kind: 'response' } : null
  if (typeof method !== 'string' || !isObject(params)) return null
  if (!Object.hasOwn(value, 'id')) return { kind: 'notification', method, params }
  return isId(id) ? { kind: 'request', id, method, params } : null
}

const isId = (id: unknown): id is Id => typeof id === 'string' || Number.isSafeInteger(id)

const isResponse = (value: Members): boolean =>
  Object.hasOwn(value, 'result') || Object.hasOwn(value, 'error')

/** The id of a request that is wrong otherwise, so that its error can name it. */
export const idOf = (value: unknown): Id | undefined =>
  isObject(value) && isId(value['id']) ? value['id'] : undefined

export const resultMessage = (id: Id, result: object): object => ({ jsonrpc: '2.0', id, result })

/** Without an id where there was none to read. */
export const errorMessage = (id: Id | undefined, { code, message, data }: RpcFault): object => ({
  jsonrpc: '2.0',
  ...(id !== undefined && { id }),
  error: { code, message, ...(data && { data }) },
})
