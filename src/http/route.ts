// What a route is. One table of routes (routes/table.ts) feeds the router, the answers to OPTIONS
// and to other methods, the contract and the tests.
import type * as v from 'valibot'
import type { Exchange } from './request/exchange.ts'
import type { Parameter } from './request/query-string.ts'
import type { ProblemType } from './problem.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** One possible answer, for the contract. */
export interface Described {
  readonly description: string
  readonly type?: string
  readonly schema?: v.GenericSchema
}

export interface Route {
  readonly method: Method
  /** With values in braces, as in OpenAPI: `/v1/timelines/{timeline}`. */
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly tag: 'read' | 'formats' | 'editions' | 'publish' | 'pages' | 'service'
  readonly parameters: readonly Parameter[]
  /** Unknown parameters are ignored instead of refused. */
  readonly lenient?: boolean
  readonly success: Readonly<Record<number, Described>>
  readonly problems: readonly ProblemType[]
  readonly handle: (exchange: Exchange) => Promise<Response> | Response
  /** What stands for the problem of a malformed query, where people are answered. */
  readonly refuse?: (exchange: Exchange, problem: Response) => Promise<Response>
}
