import type { MakeProblem } from '../problem.ts'
import type { Service } from '../service.ts'

/**
 * One request on its way through a route: `query` is what its parameters ask for, `values` are those of
 * the braces in its path.
 */
export interface Exchange<Query = unknown, Values = Readonly<Record<string, string>>> {
  readonly service: Service
  readonly request: Request
  readonly path: string
  readonly values: Values
  readonly query: Query
  readonly problem: MakeProblem
}
