// Checks values against JSON Schema 2020-12, as far as the contract uses it: an unknown keyword is an
// error. Runs in workerd, too, where libraries that compile schemas to code cannot.
import { codePoints } from '../../src/domain/text/language-map.ts'

export interface JsonSchema {
  readonly [keyword: string]: unknown
}

export interface SchemaOptions {
  /** The document that `$ref` points into. */
  readonly root: unknown
  /** True to refuse members that an object's schema does not name, unless it allows them. */
  readonly closed: boolean
}

/**
 * What is wrong with a value, each with its JSON Pointer; empty if nothing is.
 * @example faultsOf({ a: 1 }, { properties: { a: { type: 'string' } } }, …) → ['/a: is not a string']
 */
export function faultsOf(value: unknown, schema: JsonSchema, options: SchemaOptions): string[] {
  const faults: string[] = []
  check(
    { value, at: '', options, fault: (at, text) => faults.push(`${at || '/'}: ${text}`) },
    schema,
  )
  return faults
}

interface Checked {
  readonly value: unknown
  readonly at: string
  readonly options: SchemaOptions
  readonly fault: (at: string, text: string) => void
}

type Keyword = (checked: Checked, argument: never, schema: JsonSchema) => void

function check(checked: Checked, schema: JsonSchema): void {
  for (const [keyword, argument] of Object.entries(schema)) {
    const rule: Keyword | undefined = keywords[keyword]
    if (rule === undefined) throw new Error(`no rule for the keyword ${keyword}`)
    rule(checked, argument as never, schema)
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const types: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  integer: (value) => Number.isInteger(value),
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: (value) => Array.isArray(value),
  object: isObject,
}

const formats: Readonly<Record<string, (text: string) => boolean>> = {
  'date-time': (text) => /^\d{4}-\d{2}-\d{2}T.*(?:Z|[+-]\d{2}:\d{2})$/.test(text),
  date: (text) => /^\d{4}-\d{2}-\d{2}$/.test(text),
  uri: (text) => URL.canParse(text),
}

/** A rule about strings, numbers, arrays or objects, which leaves other values alone. */
const ruleFor =
  <Value>(
    isValue: (value: unknown) => value is Value,
    holds: (value: Value, argument: never) => boolean,
  ): Keyword =>
  ({ value, at, fault }, argument) => {
    if (isValue(value) && !holds(value, argument))
      fault(at, `breaks a bound of ${String(argument)}`)
  }
const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isArray = (value: unknown): value is unknown[] => Array.isArray(value)
const inside = (checked: Checked, key: string | number, value: unknown): Checked => ({
  ...checked,
  value,
  at: `${checked.at}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`,
})

const ignored: Keyword = () => undefined

const keywords: Readonly<Record<string, Keyword>> = {
  title: ignored,
  description: ignored,
  default: ignored,
  examples: ignored,
  $ref(checked, pointer: string) {
    check(checked, resolved(checked.options.root, pointer))
  },
  type({ value, at, fault }, wanted: string | readonly string[]) {
    const all = typeof wanted === 'string' ? [wanted] : wanted
    if (!all.some((type) => types[type]?.(value))) fault(at, `is no ${all.join(' or ')}`)
  },
  enum({ value, at, fault }, values: readonly unknown[]) {
    if (!values.includes(value)) fault(at, `is none of ${values.join(', ')}`)
  },
  const({ value, at, fault }, wanted: unknown) {
    if (value !== wanted) fault(at, `is not ${JSON.stringify(wanted)}`)
  },
  minimum: ruleFor(isNumber, (value, bound: number) => value >= bound),
  maximum: ruleFor(isNumber, (value, bound: number) => value <= bound),
  minLength: ruleFor(isText, (value, bound: number) => codePoints(value) >= bound),
  maxLength: ruleFor(isText, (value, bound: number) => codePoints(value) <= bound),
  pattern: ruleFor(isText, (value, pattern: string) => new RegExp(pattern, 'u').test(value)),
  format: ruleFor(isText, (value, name: string) => formats[name]?.(value) ?? false),
  minItems: ruleFor(isArray, (value, bound: number) => value.length >= bound),
  maxItems: ruleFor(isArray, (value, bound: number) => value.length <= bound),
  minProperties: ruleFor(isObject, (value, bound: number) => Object.keys(value).length >= bound),
  maxProperties: ruleFor(isObject, (value, bound: number) => Object.keys(value).length <= bound),
  items(checked, schema: JsonSchema) {
    if (!isArray(checked.value)) return
    for (const [index, item] of checked.value.entries()) check(inside(checked, index, item), schema)
  },
  required({ value, at, fault }, names: readonly string[]) {
    if (!isObject(value)) return
    for (const name of names) if (!Object.hasOwn(value, name)) fault(at, `lacks ${name}`)
  },
  properties(checked, schemas: Readonly<Record<string, JsonSchema>>, schema) {
    const { value, at, fault, options } = checked
    if (!isObject(value)) return
    for (const [name, member] of Object.entries(value)) {
      const known = schemas[name]
      if (known !== undefined) check(inside(checked, name, member), known)
      else if (options.closed && schema['additionalProperties'] === undefined)
        fault(at, `has ${name}, which its schema does not name`)
    }
  },
  additionalProperties(checked, rest: boolean | JsonSchema, schema) {
    const { value, at, fault } = checked
    if (!isObject(value)) return
    const named = isObject(schema['properties']) ? schema['properties'] : {}
    for (const [name, member] of Object.entries(value)) {
      if (Object.hasOwn(named, name)) continue
      if (rest === false) fault(at, `has ${name}, which its schema does not allow`)
      else if (rest !== true) check(inside(checked, name, member), rest)
    }
  },
  propertyNames(checked, schema: JsonSchema) {
    if (!isObject(checked.value)) return
    for (const name of Object.keys(checked.value)) check(inside(checked, name, name), schema)
  },
  anyOf({ value, at, options, fault }, schemas: readonly JsonSchema[]) {
    const tried = schemas.map((schema) => faultsOf(value, schema, options))
    if (!tried.some((faults) => faults.length === 0))
      fault(at, `fits nothing of (${tried.map((faults) => faults.join(', ')).join(' | ')})`)
  },
}

/** The value at a JSON Pointer in a fragment, such as `#/components/schemas/Event`. */
export function resolved(root: unknown, pointer: string): JsonSchema {
  let here = root
  for (const token of pointer.split('/').slice(1))
    here = isObject(here) ? here[token.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined
  if (!isObject(here)) throw new Error(`${pointer} points at nothing`)
  return here
}
