// Static files as answers of ours: with the entity tag, the caching and the headers of their surface.
import { conditional, type Answered } from './conditional.ts'
import type { Exchange } from '../request/exchange.ts'

/** The file under a decoded path of the static assets; of its own headers only the type counts. */
export async function answerAsset(
  exchange: Exchange,
  path: string,
  headers: Readonly<Record<string, string>>,
  type?: string,
): Promise<Response> {
  const { service, problem } = exchange
  // A request of our own: the condition and the host of the client's concern our answer, not the file.
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
  if (response.body === null) await file.body?.cancel()
  return response
}
