// Who may write which timeline, and which edition the write replaces.
import { broken } from '../../../domain/broken-rule.ts'
import { failed, ok, type Result } from '../../../domain/result.ts'
import { authorizeFor } from '../../request/authorization.ts'
import type { Exchange } from '../../request/exchange.ts'
import type { OfTimeline } from '../../request/selection.ts'
import { problem, type Problem } from '../../problem.ts'

export interface Admitted {
  readonly timeline: string
  readonly base: number
  /** The name of the token. */
  readonly by: string
}

/** Checks token, timeline and precondition in this order, so that strangers learn nothing. */
export async function admit(
  exchange: Exchange<unknown, OfTimeline>,
): Promise<Result<Admitted, Problem>> {
  const token = await authorizeFor(exchange)
  if (!token.ok) return token
  const base = baseOf(exchange)
  const { timeline } = exchange.values
  return base.ok ? ok({ timeline, base: base.value, by: token.value.name }) : base
}

/** A member that is absent where nothing was noted. */
export const noted = (note: string | undefined): { readonly note?: string } =>
  note === undefined ? {} : { note }

/** The edition that the request replaces (RFC 9110, 13.1.1 and 13.1.2); 0 if there is none yet. */
function baseOf({ request }: Exchange): Result<number, Problem> {
  const [match, noneMatch] = [request.headers.get('if-match'), request.headers.get('if-none-match')]
  if (match === null && noneMatch === null) {
    return failed(problem('precondition-required'))
  }
  if (match === null) {
    if (noneMatch?.trim() === '*') return ok(0)
    return failed(
      problem('invalid-parameter', {
        errors: [{ header: 'If-None-Match', broken: broken('not-a-star') }],
      }),
    )
  }
  if (noneMatch !== null) {
    return failed(
      problem('invalid-parameter', {
        errors: [{ header: 'If-None-Match', broken: broken('not-with-if-match') }],
      }),
    )
  }
  // RFC 9110, 5.6.1.2: empty elements of a list are ignored.
  const number = /^[\t ,]*"([1-9]\d{0,8})"[\t ,]*$/.exec(match)?.[1]
  if (number !== undefined) return ok(Number(number))
  return failed(
    problem('invalid-parameter', {
      errors: [{ header: 'If-Match', broken: broken('not-an-edition-tag') }],
    }),
  )
}
