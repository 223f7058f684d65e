// What a route is. One table of routes (routes/index.ts) feeds the router, the answers to OPTIONS
// and to other methods, the contract and the tests.
import type * as v from 'valibot'
import type { Store } from '../store/read/store.ts'
import type { Publisher } from '../store/publish/publisher.ts'
import type { Token } from './token.ts'
import type { Parameter, Query } from './parameter.ts'
import type { ProblemType, Say } from './problem.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** What the service is made of. `createApp` receives it; nothing else reaches around it. */
export interface Parts {
  readonly store: Store
  readonly publisher: Publisher
  /** False where the caller has written too often. */
  readonly mayWrite: (caller: string) => Promise<boolean>
  readonly tokens: readonly Token[]
  /** Serves a static file. */
  readonly assets: (request: Request) => Promise<Response>
  /** Origin of every absolute URL, without a slash at the end. */
  readonly publicUrl: string
  /** Names the deployed version: a new one makes every entity tag new. */
  readonly build: string
  readonly now: () => number
  readonly log: (entry: Readonly<Record<string, unknown>>) => void
}

/** One request on its way through a route. */
export interface Exchange {
  readonly parts: Parts
  readonly request: Request
  readonly path: string
  /** Values of the braces in the route's path. */
  readonly values: Readonly<Record<string, string>>
  readonly query: Query
  readonly problem: Say
}

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
