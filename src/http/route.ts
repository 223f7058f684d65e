// The type of a route. One table of routes (routes/table.ts) drives the router, the responses to
// OPTIONS and to unsupported methods, the contract and the tests.
import type * as v from 'valibot'
import type { Surface } from './headers.ts'
import type { Problem, ProblemType } from './problem.ts'
import type { Exchange } from './request/exchange.ts'
import type { Responded } from './response/responder.ts'
import type { Asked, Parameters } from './request/query-string.ts'

export type Method = 'GET' | 'PUT' | 'POST' | 'PATCH' | 'DELETE'

/** One possible response, for the contract. */
export interface Described {
  readonly description: string
  /** Media types; the schema is that of JSON. */
  readonly type?: string | readonly string[]
  readonly schema?: v.GenericSchema
  /** Headers besides those of the surface; `?` behind a name: not in every response. */
  readonly headers?: readonly string[]
}

/** The body that a route accepts. */
export interface DescribedBody {
  readonly description: string
  /** JSON by default. */
  readonly type?: string
  /** Absent for bytes that are no JSON. */
  readonly schema?: v.GenericSchema
}

/** Either becomes a response in app.ts, a problem in the language of the request. */
export type RouteAnswer = Responded | Problem

/** The declaration of a route; its handler receives the parsed values. */
export interface RouteSpec<Path extends string, Declared extends Parameters> {
  readonly method: Method
  /** With values in braces, as in OpenAPI: `/v1/timelines/{timeline}`. */
  readonly path: Path
  readonly id: string
  readonly summary: string
  readonly tag: 'read' | 'formats' | 'editions' | 'publish' | 'pages' | 'service'
  readonly parameters: Declared
  readonly body?: DescribedBody
  /** Unknown parameters are ignored instead of refused. */
  readonly lenient?: boolean
  /** Default: `data` for GET, `write` for other methods. */
  readonly surface?: Surface
  /** True if responses have no entity tag. */
  readonly unconditional?: boolean
  readonly success: Readonly<Record<number, Described>>
  readonly problems: readonly ProblemType[]
  handle(exchange: Exchange<Asked<Declared>, ValuesOf<Path>>): RouteAnswer | Promise<RouteAnswer>
  /** Writes a problem as an HTML page, for page routes; others answer JSON. */
  refuse?(exchange: Exchange<undefined, ValuesOf<Path>>, problem: Problem): Promise<Responded>
}

/** The values in the braces of a path, by their names. */
export type ValuesOf<Path extends string> = { readonly [Name in NamesIn<Path>]: string }

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

export interface Route extends RouteSpec<string, Parameters> {}

/**
 * A route whose handler is typed by its declarations.
 * @example route({ method: 'GET', path: '/v1/timelines/{timeline}', parameters: { lang }, … })
 */
export const route = <const Path extends string, const Declared extends Parameters>(
  spec: RouteSpec<Path, Declared>,
): Route => spec
