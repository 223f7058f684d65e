// The two eras of the protocol at one address (2026-07-28, Versioning, "Backward Compatibility"): the
// body decides, headers must agree. Modern requests say version and capabilities in `_meta`; legacy
// clients begin with `initialize`.
import { failed, ok, type Result } from '../../domain/result.ts'
import { errorCodes, isObject, type Members, type Message, type RpcFault } from './message.ts'

export const modernVersions: readonly string[] = ['2026-07-28']
export const legacyVersions: readonly string[] = [
  '2025-11-25',
  '2025-06-18',
  '2025-03-26',
  '2024-11-05',
]

/** The headers that a client sends, also from a script of another site. */
export const toolHeaders =
  'Content-Type, MCP-Protocol-Version, Mcp-Method, Mcp-Name, Mcp-Session-Id'

export type ProtocolEra = 'modern' | 'legacy'

type Request = Extract<Message, { kind: 'request' }>

const key = (name: string): string => `io.modelcontextprotocol/${name}`
const versionKey = key('protocolVersion')

/** Both must be in `_meta` of every modern request (Overview, "Per-request protocol fields"). */
const requiredKeys = [versionKey, key('clientCapabilities')] as const

/** A version of the era without `initialize`, whether it is known here or not. */
const isModern = (version: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(version) && version >= '2026-07-28'

export const carriesVersion = ({ params }: { readonly params: Members }): boolean =>
  Object.hasOwn(metaOf(params), versionKey)

/** The era of a request; or what is wrong with its version and headers. */
export function eraOf(request: Request, headers: Headers): Result<ProtocolEra, RpcFault> {
  const version = headers.get('mcp-protocol-version')?.trim()
  const wanted = metaOf(request.params)[versionKey]
  if (carriesVersion(request)) return modernEra(request, headers, wanted)
  if (version === undefined || legacyVersions.includes(version)) return ok('legacy')
  if (!isModern(version)) return failed(unsupported(version))
  return failed(
    request.method === 'initialize'
      ? mismatch('initialize belongs to versions before 2026-07-28')
      : invalid(`params._meta lacks ${missingKeys(request.params).join(' and ')}`),
  )
}

function modernEra(
  request: Request,
  headers: Headers,
  wanted: unknown,
): Result<ProtocolEra, RpcFault> {
  const missing = missingKeys(request.params)
  if (typeof wanted !== 'string') return failed(invalid(`${versionKey} must be a string`))
  if (missing.length > 0) return failed(invalid(`params._meta lacks ${missing.join(' and ')}`))
  if (!isObject(metaOf(request.params)[key('clientCapabilities')]))
    return failed(invalid(`${key('clientCapabilities')} must be an object`))
  const version = headers.get('mcp-protocol-version')?.trim()
  if (version !== undefined && version !== wanted)
    return failed(mismatch('MCP-Protocol-Version is not the version in params._meta'))
  if (!modernVersions.includes(wanted)) return failed(unsupported(wanted))
  if (version === undefined) return failed(mismatch('MCP-Protocol-Version is missing'))
  const wrong = wrongHeader(request, headers)
  return wrong === undefined ? ok('modern') : failed(mismatch(wrong))
}

/** Mcp-Method and Mcp-Name repeat the body (Streamable HTTP, "Standard Request Headers"). */
function wrongHeader({ method, params }: Request, headers: Headers): string | undefined {
  const told = headers.get('mcp-method')?.trim()
  if (told === undefined) return 'Mcp-Method is missing'
  if (told !== method) return 'Mcp-Method is not the method of the body'
  const { name } = params
  if (method !== 'tools/call' || typeof name !== 'string') return undefined
  const header = headers.get('mcp-name')?.trim()
  if (header === undefined) return 'Mcp-Name is missing'
  return decoded(header) === name ? undefined : 'Mcp-Name is not params.name'
}

/** A value that is no plain ASCII is in Base64 (Streamable HTTP, "Value Encoding"); null if that is wrong. */
function decoded(header: string): string | null {
  const [, base64] = /^=\?base64\?(.*)\?=$/.exec(header) ?? []
  if (base64 === undefined) return header
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

function metaOf(params: Members): Members {
  const meta = params['_meta']
  return isObject(meta) ? meta : {}
}

const missingKeys = (params: Members): string[] =>
  requiredKeys.filter((name) => !Object.hasOwn(metaOf(params), name))

const invalid = (message: string): RpcFault => ({
  status: 400,
  code: errorCodes.invalidParams,
  message: `Invalid params: ${message}`,
})

const mismatch = (message: string): RpcFault => ({
  status: 400,
  code: errorCodes.headerMismatch,
  message: `Header mismatch: ${message}`,
})

/** `requested` is repeated as the protocol says, but never more than a version's length. */
const unsupported = (requested: string): RpcFault => ({
  status: 400,
  code: errorCodes.unsupportedVersion,
  message: 'Unsupported protocol version',
  data: { supported: modernVersions, requested: requested.slice(0, 32) },
})
