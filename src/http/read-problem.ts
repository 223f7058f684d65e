// The problem that a failed read of the store is answered with.
import type { ReadFailure } from '../store/read/store.ts'
import { retryAfter } from './problem.ts'
import type { Exchange } from './route.ts'

export function readProblem({ problem }: Exchange, failure: ReadFailure): Response {
  switch (failure) {
    case 'not-found':
      return problem('not-found')
    case 'gone':
      return problem('timeline-gone')
    case 'expired':
      return problem('cursor-expired')
    case 'unavailable':
      return problem('store-unavailable', { headers: { 'retry-after': retryAfter() } })
  }
}
