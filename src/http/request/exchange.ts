import type { Say } from '../problem.ts'
import type { Service } from '../service.ts'
import type { Query } from './query-string.ts'

/** One request on its way through a route. */
export interface Exchange {
  readonly service: Service
  readonly request: Request
  readonly path: string
  /** Values of the braces in the route's path. */
  readonly values: Readonly<Record<string, string>>
  readonly query: Query
  readonly problem: Say
}
