// Serves static files with the entity tag, the caching and the headers of their surface.
import { conditional, type Answered } from './conditional.ts'
import { problem } from '../problem.ts'
import type { Exchange } from '../request/exchange.ts'
import type { RouteAnswer } from '../route.ts'

/** Serves the static file at a decoded path; of the file's own headers only the type is used. */
export async function answerAsset(
  exchange: Exchange,
  path: string,
  headers: Readonly<Record<string, string>>,
  type?: string,
): Promise<RouteAnswer> {
  const { service } = exchange
  // A new request: the client's conditions and host concern this response, not the file.
  const file = await service.assets(new Request(service.publicUrl + encodeURI(path)))
  if (!file.ok) {
    await file.body?.cancel()
    return problem('not-found')
  }
  const identity = `${path} ${file.headers.get('etag') ?? ''}`
  const answered: Answered = { identity, pinned: false, stale: false, surface: headers }
  const response = await conditional(exchange, answered, () => ({
    body: file.body ?? '',
    type: type ?? file.headers.get('content-type') ?? 'application/octet-stream',
  }))
  if (!('body' in response) || response.body === null) await file.body?.cancel()
  return response
}
