// Query parameters: what each route takes, and the strict reading of a query string.
import * as v from 'valibot'
import { codePoints } from '../../domain/text/language-map.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { ProblemError, ProblemType } from '../problem.ts'

/** At most so many characters (Unicode code points) a parameter. */
export const maxParameterLength = 200

/** At most so many bytes an address: its path and query (RFC 9110, 4.1). */
export const maxUriBytes = 8192

/** One query parameter, as routes take it and the contract describes it. */
export interface Parameter {
  readonly name: string
  readonly description: string
  /** What one value may be, before any meaning that depends on the timeline. */
  readonly schema: v.GenericSchema<string>
  /** Gives equal values one spelling. */
  readonly canonical?: (value: string) => string
  readonly repeatable?: boolean
  readonly required?: boolean
  readonly example?: string
}

/** The decoded values of each parameter, in their order. */
export type Query = ReadonlyMap<string, readonly string[]>

export interface QueryFault {
  readonly type: ProblemType
  readonly errors: readonly ProblemError[]
}

/**
 * Reads a query string against the parameters of a route. With `lenient` (pages, feeds) parameters
 * that nobody knows are ignored: campaign tags and cache busters occur there.
 */
export function readQuery(
  search: string,
  parameters: readonly Parameter[],
  lenient: boolean,
): Result<Query, QueryFault> {
  const query = new Map<string, string[]>()
  if (search.length < 2) return missing(query, parameters)
  const text = lenient && !isWellEncoded(search) ? knownPairs(search, parameters) : search
  if (!isWellEncoded(text)) {
    return failed(
      fault('invalid-parameter', { detail: 'the query string is not percent-encoded UTF-8' }),
    )
  }
  for (const [name, value] of new URLSearchParams(text)) {
    const parameter = parameters.find((known) => known.name === name)
    if (parameter === undefined) {
      if (lenient) continue
      const known = parameters.map((other) => other.name).join(', ')
      return failed(
        fault('unknown-parameter', {
          detail: known === '' ? 'none is known here' : `known here: ${known}`,
        }),
      )
    }
    const before = query.get(name)
    if (before !== undefined && parameter.repeatable !== true) {
      return failed(fault('duplicate-parameter', { parameter: name, detail: 'may be given once' }))
    }
    const detail = valueFault(value, parameter)
    if (detail !== undefined) return failed(fault('invalid-parameter', { parameter: name, detail }))
    const read = parameter.canonical?.(value) ?? value
    if (before === undefined) query.set(name, [read])
    else before.push(read)
  }
  return missing(query, parameters)
}

/** The first value of a parameter; empty values count as absent, since forms send them. */
export function one(query: Query, name: string): string | undefined {
  const value = query.get(name)?.[0]
  return value === '' ? undefined : value
}

/** `name=value` pairs as a query string with its question mark; empty without pairs. */
export function writeQuery(entries: readonly (readonly [name: string, value: string])[]): string {
  if (entries.length === 0) return ''
  return `?${entries.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`
}

function missing(query: Query, parameters: readonly Parameter[]): Result<Query, QueryFault> {
  const absent = parameters.find(
    (parameter) => parameter.required === true && one(query, parameter.name) === undefined,
  )
  return absent === undefined
    ? ok(query)
    : failed(fault('missing-parameter', { parameter: absent.name, detail: 'is required' }))
}

function valueFault(value: string, parameter: Parameter): string | undefined {
  if (value === '') return undefined
  if (value.length > maxParameterLength && codePoints(value) > maxParameterLength)
    return `must be at most ${maxParameterLength} characters long`
  const read = v.safeParse(parameter.schema, value, { abortEarly: true })
  return read.success ? undefined : read.issues[0].message
}

/** False where decoding would replace bytes: the client meant something else than we would read. */
function isWellEncoded(search: string): boolean {
  if (!search.includes('%')) return true
  try {
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}

/** The pairs that concern anybody: a campaign tag may be in any encoding. */
const knownPairs = (search: string, parameters: readonly Parameter[]): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) => parameters.some(({ name }) => pair === name || pair.startsWith(`${name}=`)))
    .join('&')

const fault = (type: ProblemType, error: ProblemError): QueryFault => ({ type, errors: [error] })
