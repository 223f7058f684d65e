// Query parameters: their declaration, and the strict parsing of a query string into typed values.
import * as v from 'valibot'
import { broken, ruleOfMessage, type BrokenRule } from '../../domain/broken-rule.ts'
import { codePoints } from '../../domain/text/language-map.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { ProblemError, ProblemType } from '../problem.ts'
import { isForeign } from './foreign.ts'

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

/** A query string that cannot be used: all that is wrong with it at once. */
export interface QueryFault {
  readonly type: ProblemType
  readonly errors: readonly ProblemError[]
  /** What could be read of it, by name. */
  readonly readable: Readonly<Record<string, unknown>>
  /** As in `ReadQuery`. */
  readonly ignored: readonly string[]
}

/** A query string with the values of its parameters. */
export interface ReadQuery<Declared extends Parameters> {
  readonly asked: Asked<Declared>
  /** Names that are no parameters here (`lenient`), such as people misspell; or whose value means nothing. */
  readonly ignored: readonly string[]
}

/**
 * Parses a query string by the parameters of a route. Empty values count as absent, since forms
 * send them. With `lenient` (pages, feeds), unknown parameters are ignored; those that others append
 * to addresses (foreign.ts) do not even count as ignored.
 * @param others Names that may be given elsewhere, offered beside the parameters where one is unknown.
 * @example readQuery('?limit=5', { limit }, false) → ok({ asked: { limit: 5 }, ignored: [] })
 */
export function readQuery<const Declared extends Parameters>(
  search: string,
  parameters: Declared,
  lenient: boolean,
  others: readonly string[] = [],
): Result<ReadQuery<Declared>, QueryFault> {
  const text = lenient && !isWellEncoded(search) ? knownPairs(search, parameters) : search
  if (!isWellEncoded(text)) {
    const { type, error } = fault('invalid-parameter', { broken: broken('not-percent-encoded') })
    return failed({ type, errors: [error], readable: {}, ignored: [] })
  }
  const { texts, unknown, faults } = textsOf(text, parameters, { lenient, others })
  const values = valuesOf(texts, parameters)
  const ignored = [...unknown, ...values.meaningless]
  const all = [...faults, ...values.faults]
  const [first] = all
  if (first === undefined) return ok({ asked: values.asked as Asked<Declared>, ignored })
  const errors = all.map(({ error }) => error)
  return failed({ type: first.type, errors, readable: values.asked, ignored })
}

/** One thing that is wrong with a query string. */
export interface ParameterFault {
  readonly type: ProblemType
  readonly error: ProblemError
}

type Texts = ReadonlyMap<string, readonly string[]>

/** The decoded values of each parameter, in order. */
function textsOf(
  search: string,
  parameters: Parameters,
  { lenient, others }: { readonly lenient: boolean; readonly others: readonly string[] },
) {
  const texts = new Map<string, string[]>()
  const unknown = new Set<string>()
  const twice = new Set<string>()
  for (const [name, value] of search.length < 2 ? [] : new URLSearchParams(search)) {
    if (lenient && isForeign(name, value)) continue
    const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    const before = texts.get(name)
    if (parameter === undefined) unknown.add(name)
    else if (before === undefined) texts.set(name, [value])
    else if (parameter.repeatable === true) before.push(value)
    else twice.add(name)
  }
  const known = [...others, ...Object.keys(parameters)]
  const faults = [
    ...(lenient ? [] : [...unknown].map((name) => unknownName(name, known))),
    ...[...twice].map((parameter) =>
      fault('duplicate-parameter', { parameter, broken: broken('given-twice') }),
    ),
  ]
  return { texts, faults, unknown }
}

/** Names are repeated only if they are plain: anything else could be text of somebody else. */
export const isPlainName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name)

const unknownName = (name: string, known: readonly string[]): ParameterFault =>
  fault('unknown-parameter', {
    ...(isPlainName(name) ? { parameter: name } : {}),
    broken: broken('unknown-name', { known }),
  })

function valuesOf(texts: Texts, parameters: Parameters) {
  const asked: Record<string, unknown> = {}
  const faults: ParameterFault[] = []
  const meaningless: string[] = []
  for (const [name, parameter] of Object.entries(parameters)) {
    const given = (texts.get(name) ?? []).filter((text) => text !== '')
    const values: unknown[] = []
    for (const text of given) {
      const value = valueOf(text, parameter)
      if (value.ok) values.push(value.value)
      else faults.push(value.failure)
      if (value.ok && isNothing(value.value) && text.trim() !== '') meaningless.push(name)
    }
    if (parameter.required === true && given.length === 0)
      faults.push(fault('missing-parameter', { parameter: name, broken: broken('required') }))
    asked[name] = parameter.repeatable === true ? values : values[0]
  }
  return { asked, faults, meaningless }
}

/** Words that are marks alone, such as `q=…`: they select nothing, and a reader is told so. */
const isNothing = (value: unknown): boolean => Array.isArray(value) && value.length === 0

function valueOf(text: string, parameter: Parameter): Result<unknown, ParameterFault> {
  const refuse = (rule: BrokenRule) =>
    failed(
      fault(parameter.problem ?? 'invalid-parameter', { parameter: parameter.name, broken: rule }),
    )
  if (text.length > maxParameterLength && codePoints(text) > maxParameterLength)
    return refuse(broken('too-long', { max: maxParameterLength }))
  const read = v.safeParse(parameter.schema, text, { abortEarly: true })
  if (read.success) return ok(read.output)
  return refuse(ruleOfMessage(read.issues[0].message) ?? broken('blank'))
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

export const fault = (type: ProblemType, error: ProblemError): ParameterFault => ({ type, error })
