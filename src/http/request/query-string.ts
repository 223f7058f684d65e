// Query parameters: their declaration, and the strict parsing of a query string into typed values.
import * as v from 'valibot'
import { codePoints } from '../../domain/text/language-map.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { ProblemError, ProblemType } from '../problem.ts'

/** Maximum characters (Unicode code points) of a parameter. */
export const maxParameterLength = 200

/** Maximum bytes of an address: its path and query (RFC 9110, 4.1). */
export const maxUriBytes = 8192

/** One query parameter, for routes and for the contract. */
export interface Parameter<Value = unknown> {
  readonly name: string
  readonly description: string
  /** Parses one value; whatever depends on the timeline is resolved later. */
  readonly schema: v.GenericSchema<string, Value>
  readonly repeatable?: boolean
  readonly required?: boolean
  readonly example?: string
  /** The value that an absent parameter means. */
  readonly default?: string
  /** The problem for a value that cannot be parsed; default invalid-parameter. */
  readonly problem?: ProblemType
}

/** The parameters of a route, by their names. */
export type Parameters = Readonly<Record<string, Parameter>>

/** A parsed query string: the output of each parameter's schema. */
export type Asked<Declared extends Parameters> = {
  readonly [Name in keyof Declared]: AskedValue<Declared[Name]>
}

type AskedValue<Declared extends Parameter> = Declared extends { readonly repeatable: true }
  ? readonly v.InferOutput<Declared['schema']>[]
  : Declared extends { readonly required: true }
    ? v.InferOutput<Declared['schema']>
    : v.InferOutput<Declared['schema']> | undefined

export interface QueryFault {
  readonly type: ProblemType
  readonly errors: readonly ProblemError[]
}

/**
 * Parses a query string by the parameters of a route. Empty values count as absent, since forms
 * send them. With `lenient` (pages, feeds), unknown parameters are ignored, since campaign tags and
 * cache busters occur there.
 * @example readQuery('?limit=5', { limit }, false) → { ok: true, value: { limit: 5 } }
 */
export function readQuery<const Declared extends Parameters>(
  search: string,
  parameters: Declared,
  lenient: boolean,
): Result<Asked<Declared>, QueryFault> {
  const texts = search.length < 2 ? ok(noTexts) : textsOf(search, parameters, lenient)
  return texts.ok ? valuesOf(texts.value, parameters) : texts
}

type Texts = ReadonlyMap<string, readonly string[]>

const noTexts: Texts = new Map()

/** The decoded values of each parameter, in order. */
function textsOf(
  search: string,
  parameters: Parameters,
  lenient: boolean,
): Result<Texts, QueryFault> {
  const text = lenient && !isWellEncoded(search) ? knownPairs(search, parameters) : search
  if (!isWellEncoded(text)) {
    return failed(
      fault('invalid-parameter', { detail: 'the query string is not percent-encoded UTF-8' }),
    )
  }
  const texts = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(text)) {
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (parameter === undefined) {
      if (lenient) continue
      const known = Object.keys(parameters).join(', ')
      return failed(
        fault('unknown-parameter', {
          detail: known === '' ? 'none is known here' : `known here: ${known}`,
        }),
      )
    }
    const before = texts.get(name)
    if (before !== undefined && parameter.repeatable !== true) {
      return failed(fault('duplicate-parameter', { parameter: name, detail: 'may be given once' }))
    }
    if (before === undefined) texts.set(name, [value])
    else before.push(value)
  }
  return ok(texts)
}

/** Reports all errors of one type at once. */
function valuesOf<Declared extends Parameters>(
  texts: Texts,
  parameters: Declared,
): Result<Asked<Declared>, QueryFault> {
  const asked: Record<string, unknown> = {}
  const faults: QueryFault[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const values: unknown[] = []
    for (const text of texts.get(name) ?? []) {
      const value = text === '' ? undefined : valueOf(text, parameter)
      if (value?.ok === true) values.push(value.value)
      else if (value !== undefined) faults.push(value.failure)
    }
    if (parameter.required === true && values.length === 0 && faults.length === 0)
      faults.push(fault('missing-parameter', { parameter: name, detail: 'is required' }))
    asked[name] = parameter.repeatable === true ? values : values[0]
  }
  const [first] = faults
  if (first === undefined) return ok(asked as Asked<Declared>)
  const alike = faults.filter(({ type }) => type === first.type)
  return failed({ type: first.type, errors: alike.flatMap(({ errors }) => errors) })
}

function valueOf(text: string, parameter: Parameter): Result<unknown, QueryFault> {
  const refuse = (detail: string) =>
    failed(fault(parameter.problem ?? 'invalid-parameter', { parameter: parameter.name, detail }))
  if (text.length > maxParameterLength && codePoints(text) > maxParameterLength)
    return refuse(`must be at most ${maxParameterLength} characters long`)
  const read = v.safeParse(parameter.schema, text, { abortEarly: true })
  return read.success ? ok(read.output) : refuse(read.issues[0].message)
}

/** False if decoding would replace bytes: the result would not be what the client meant. */
function isWellEncoded(search: string): boolean {
  if (!search.includes('%')) return true
  try {
    decodeURIComponent(search)
    return true
  } catch {
    return false
  }
}

/** Without the ignored pairs: a campaign tag may be in any encoding. */
const knownPairs = (search: string, parameters: Parameters): string =>
  search
    .slice(1)
    .split('&')
    .filter((pair) =>
      Object.keys(parameters).some((name) => pair === name || pair.startsWith(`${name}=`)),
    )
    .join('&')

const fault = (type: ProblemType, error: ProblemError): QueryFault => ({ type, errors: [error] })
