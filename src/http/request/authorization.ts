// Who may write: the rate of writes, the token, and the timelines that it is for.
import { isIdentifier } from '../../domain/document/identifier.ts'
import { broken } from '../../domain/broken-rule.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { problem, type Problem } from '../problem.ts'
import { maxWrites, refusedForAMinute } from '../rate.ts'
import { authenticate, mayPublish, type Token } from '../token.ts'
import type { Exchange } from './exchange.ts'
import type { OfTimeline } from './selection.ts'

/**
 * The token of a write, or the problem without one.
 * @example a request without Authorization → failed(401, with WWW-Authenticate)
 */
export async function authorize({ service, request }: Exchange): Promise<Result<Token, Problem>> {
  // RFC 6750, 5.3: a token must not travel in the clear. Before the token is looked at.
  if (service.publicUrl.startsWith('https:') && !service.isSecure(request))
    return failed(problem('forbidden', { broken: broken('insecure-write') }))
  if (!(await service.mayWrite(service.callerOf(request)))) {
    return failed(problem('rate-limited', { headers: refusedForAMinute('write', maxWrites) }))
  }
  const token = await authenticate(request.headers.get('authorization'), service)
  if (token.ok) return token
  const challenge =
    token.failure === 'missing'
      ? 'Bearer realm="jishi"'
      : 'Bearer realm="jishi", error="invalid_token"'
  return failed(problem('unauthorized', { headers: { 'www-authenticate': challenge } }))
}

/**
 * The same for uploads, which their lease limits and not the rate of writes; attempts without a good token
 * count as writes do.
 */
export async function authorizeUpload(
  exchange: Exchange<unknown, OfTimeline>,
): Promise<Result<Token, Problem>> {
  const { service, request, values } = exchange
  const token = await authenticate(request.headers.get('authorization'), service)
  const isGood =
    token.ok && isIdentifier(values.timeline) && mayPublish(token.value, values.timeline)
  const isSafe = !service.publicUrl.startsWith('https:') || service.isSecure(request)
  return isGood && isSafe ? token : authorizeFor(exchange)
}

/** The token of a write of one timeline. Without one, a stranger learns nothing about it. */
export async function authorizeFor(
  exchange: Exchange<unknown, OfTimeline>,
): Promise<Result<Token, Problem>> {
  const token = await authorize(exchange)
  if (!token.ok) return token
  const { timeline } = exchange.values
  if (!isIdentifier(timeline))
    return failed(problem('not-found', { broken: broken('not-an-identifier') }))
  return mayPublish(token.value, timeline)
    ? ok(token.value)
    : failed(problem('forbidden', { broken: broken('other-timelines') }))
}
