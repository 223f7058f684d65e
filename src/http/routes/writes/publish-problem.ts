// The problem of each way in which a write can fail.
import { maxFaultsCounted, maxFaultsShown } from '../../../domain/check/fault.ts'
import { broken, type BrokenRule } from '../../../domain/broken-rule.ts'
import { maxLeases } from '../../../store/publish/leases.ts'
import type { PublishFailure } from '../../../store/publish/publisher.ts'
import { problem, retryAfter, type Problem } from '../../problem.ts'
import { intervalPolicy } from '../../rate.ts'

export function publishProblem(why: PublishFailure): Problem {
  switch (why.reason) {
    case 'malformed-json':
      return problem('malformed-json', { errors: [malformed(why)] })
    case 'invalid-timeline':
      return problem('invalid-timeline', {
        ...(why.faults.length > maxFaultsShown && {
          broken: broken('more-faults', {
            total: Math.min(why.faults.length, maxFaultsCounted),
            isMore: why.faults.length > maxFaultsCounted,
            max: maxFaultsShown,
          }),
        }),
        errors: why.faults.slice(0, maxFaultsShown),
      })
    case 'precondition-failed':
      return problem('precondition-failed', {
        broken: broken(preconditionRule(why)),
        members: { edition: why.current },
        headers: why.current === null ? {} : { etag: editionTag(why.current.number) },
      })
    case 'content-too-large':
      return problem('content-too-large', {
        broken: broken('edition-size', { size: why.size, max: why.limit }),
      })
    case 'rate-limited':
      return problem('rate-limited', {
        broken: broken('one-edition-a-second', { seconds: why.interval / 1000 }),
        headers: {
          'retry-after': String(why.retryAfter),
          'ratelimit-policy': intervalPolicy(why.interval),
        },
      })
    case 'not-found':
      return problem('not-found', { broken: broken(why.rule) })
    case 'unavailable':
      return problem('publisher-overloaded', { headers: { 'retry-after': retryAfter() } })
    default:
      return segmentProblem(why)
  }
}

function preconditionRule({
  base,
  current,
}: Extract<PublishFailure, { readonly reason: 'precondition-failed' }>) {
  if (current === null) return 'no-edition-yet'
  if (base === 0) return 'edition-there'
  return base > current.number ? 'later-edition' : 'other-edition'
}

type SegmentFailure = Extract<
  PublishFailure,
  {
    readonly reason:
      | 'no-lease'
      | 'too-many-leases'
      | 'too-many-edits'
      | 'lease-exceeded'
      | 'invalid-part'
      | 'contradictory'
      | 'incomplete'
      | 'parts-differ'
  }
>

/** Of leases, uploads and what lies over uploaded segments. */
function segmentProblem(why: SegmentFailure): Problem {
  switch (why.reason) {
    case 'no-lease':
      return problem('segment-not-leased')
    case 'too-many-leases':
      return problem('rate-limited', {
        broken: broken('too-many-leases', { max: maxLeases }),
        headers: { 'retry-after': String(why.retryAfter) },
      })
    case 'too-many-edits':
      return problem('content-too-large', { broken: broken(why.rule, { max: why.max }) })
    case 'lease-exceeded':
      return problem('content-too-large', { broken: broken('lease-size', { max: why.limit }) })
    case 'invalid-part':
      return problem('invalid-part', { errors: why.problems.slice(0, maxFaultsShown) })
    case 'contradictory':
      return problem('invalid-part', { broken: broken('parts-disagree') })
    case 'incomplete':
      return problem('segment-incomplete', {
        errors: why.missing
          .slice(0, maxFaultsShown)
          .map((part) => ({ pointer: `/${part}`, broken: broken('part-missing') })),
      })
    case 'parts-differ':
      return why.part === undefined
        ? problem('segment-incomplete', { broken: broken('parts-differ') })
        : problem('segment-incomplete', {
            errors: [{ pointer: `/${why.part}`, broken: broken('other-content') }],
          })
  }
}

/** The entity tag of what is served, for preconditions. */
export const editionTag = (number: number): string => `"${number}"`

interface Malformed {
  readonly broken: BrokenRule
  readonly pointer?: string
}

export const malformed = ({ broken, pointer }: Malformed) =>
  pointer === undefined ? { broken } : { broken, pointer }
