// What every answer to whatever request must be: no crash, nothing beyond what is promised, one shape of
// errors. A fault is a sentence; no fault is the good end.
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { problems, type ProblemType } from '../../src/http/problem.ts'
import { messages } from '../../src/messages/languages.ts'
import { publicUrl, type MemoryService } from '../support/memory-service.ts'
import type { FuzzedRequest } from './requests.ts'

/** Sends a request, and says what is wrong with its answer; null where nothing is. */
export async function judge(
  service: MemoryService,
  fuzzed: FuzzedRequest,
): Promise<{ readonly status: number; readonly fault: string | null }> {
  const response = await service.fetch(fuzzed.address, {
    method: fuzzed.method,
    headers: fuzzed.headers.map(([name, value]): [string, string] => [name, value]),
    ...(fuzzed.body === null ? {} : { body: fuzzed.body }),
  })
  const text = await response.text()
  const fault =
    statusFault(response, fuzzed) ??
    headerFault(response, fuzzed) ??
    shapeFault(response, text, fuzzed)
  return { status: response.status, fault }
}

/** The only one of 5xx that a client can ask for: oEmbed in a format that there is not. */
function statusFault({ status }: Response, { address }: FuzzedRequest): string | null {
  if (status < 500 || (status === 501 && address.includes('oembed'))) return null
  return `status ${status}`
}

/** Calls of tools, which any site may make, and whose faults are messages (JSON-RPC 2.0). */
const isCall = ({ method, address }: FuzzedRequest): boolean =>
  method === 'POST' && /^\/mcp(?:\?|$)/.test(address)

function headerFault({ headers, status }: Response, fuzzed: FuzzedRequest): string | null {
  const { method } = fuzzed
  const caching = headers.get('cache-control') ?? ''
  if (!/^(?:no-store|public, max-age=\d+)/.test(caching)) return `Cache-Control ${caching}`
  if (/s-maxage|must-revalidate/.test(caching)) return `Cache-Control ${caching}`
  if (headers.has('set-cookie')) return 'Set-Cookie'
  if (status !== 304 && headers.get('x-content-type-options') !== 'nosniff') return 'no nosniff'
  const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(method)
  if (!isRead && !isCall(fuzzed) && headers.has('access-control-allow-origin'))
    return 'CORS on a write'
  if (status === 405 && !headers.has('allow')) return '405 without Allow'
  if (status === 401 && !headers.has('www-authenticate')) return '401 without WWW-Authenticate'
  return null
}

/** Every error is a problem; reads of pages answer people with a page. */
function shapeFault(response: Response, text: string, fuzzed: FuzzedRequest): string | null {
  const { method } = fuzzed
  const { status, headers } = response
  if (status < 400) return null
  const type = headers.get('content-type')
  if (type === 'text/html; charset=utf-8' && ['GET', 'HEAD'].includes(method)) {
    return method === 'HEAD' || /^<!doctype html>/i.test(text) ? null : 'no page'
  }
  if (isCall(fuzzed) && type === 'application/json') return errorFault(text)
  if (type !== 'application/problem+json') return `an error of type ${type}`
  if (method === 'HEAD') return null
  const problem = JSON.parse(text) as { type: string; title: string; status: number }
  const known = Object.entries(problems).find(
    ([name]) => problem.type === `${publicUrl}/problems/${name}`,
  )
  if (known === undefined) return `an unknown problem ${problem.type}`
  const [name, expected] = known
  const titles = uiLanguages.map(
    (language) => messages[language].problems.types[name as ProblemType].title,
  )
  const fits = problem.status === status && expected === status && titles.includes(problem.title)
  return fits ? null : `a problem that does not fit: ${text}`
}

/** What is wrong with an error of JSON-RPC 2.0 (section 5.1). */
function errorFault(text: string): string | null {
  const { jsonrpc, error } = JSON.parse(text) as {
    jsonrpc?: unknown
    error?: { code?: unknown; message?: unknown }
  }
  const fits =
    jsonrpc === '2.0' && Number.isInteger(error?.code) && typeof error?.message === 'string'
  return fits ? null : `no error of JSON-RPC: ${text}`
}
