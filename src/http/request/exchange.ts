import type { Service } from '../service.ts'

/**
 * One request as a route handles it: `query` has the parsed parameters, `values` has the values in
 * the path.
 */
export interface Exchange<Query = unknown, Values = Readonly<Record<string, string>>> {
  readonly service: Service
  readonly request: Request
  readonly path: string
  readonly values: Values
  readonly query: Query
  /** Names in the query string that are no parameters here, where those are not refused. */
  readonly ignored: readonly string[]
}
