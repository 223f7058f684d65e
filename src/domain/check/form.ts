// Faults of form: turns valibot's issues on a document into faults with JSON Pointers.
import type * as v from 'valibot'
import type { Fault, FaultReason } from './fault.ts'
import { existingPath, pointerOf, type PointerToken } from '../document/pointer.ts'

type Issue = v.BaseIssue<unknown>

/** Messages never repeat the input, which could be long or contain something private. */
export function formFaults(document: unknown, issues: readonly Issue[]): Fault[] {
  const arrays = new Set<unknown>()
  return issues
    .flatMap((issue) => innermost(issue, pathOf(issue)))
    .filter(({ issue }) => !isUnknownField(issue))
    .flatMap(({ issue, path }): Fault[] => {
      const array = arrayForObject(issue)
      if (array === null) return [faultOf(document, issue, path)]
      // valibot reports one issue per missing field; one fault per array is enough.
      if (arrays.has(array)) return []
      arrays.add(array)
      const pointer = pointerOf(path.slice(0, -1))
      return [{ pointer, reason: 'wrong-type', message: 'must be an object' }]
    })
}

function faultOf(document: unknown, issue: Issue, path: readonly PointerToken[]): Fault {
  const missing =
    issue.type === 'strict_object' && issue.expected !== 'never' && issue.expected !== 'Object'
  const existing = existingPath(document, missing ? path.slice(0, -1) : path)
  return { pointer: shownPointer(existing), ...describe(issue, missing) }
}

/** A pointer with a very long key would repeat the input. */
function shownPointer(path: readonly PointerToken[]): string {
  const last = path.at(-1)
  return pointerOf(typeof last === 'string' && last.length > 100 ? path.slice(0, -1) : path)
}

/** valibot reports the first unknown field of an object only: `unknownFields` finds all. */
const isUnknownField = ({ type, expected }: Issue): boolean =>
  type === 'strict_object' && expected === 'never'

/** The parts of a schema that say which keys a value may have. */
interface SchemaShape {
  readonly type: string
  readonly entries?: Readonly<Record<string, unknown>>
  readonly item?: unknown
  readonly value?: unknown
  readonly wrapped?: unknown
  readonly options?: readonly unknown[]
}

/** A fault for each key of an object that the format does not have there. */
export function unknownFields(
  value: unknown,
  schema: v.GenericSchema,
  path: readonly PointerToken[] = [],
): Fault[] {
  const shape = schema as unknown as SchemaShape
  const inside = (inner: unknown, innerSchema: unknown, key: PointerToken) =>
    unknownFields(inner, innerSchema as v.GenericSchema, [...path, key])
  if (shape.wrapped !== undefined)
    return unknownFields(value, shape.wrapped as v.GenericSchema, path)
  if (shape.options !== undefined && shape.type === 'union')
    return shape.options.flatMap((option) => unknownFields(value, option as v.GenericSchema, path))
  if (Array.isArray(value))
    return shape.type === 'array'
      ? value.flatMap((item: unknown, index) => inside(item, shape.item, index))
      : []
  if (typeof value !== 'object' || value === null) return []
  const { entries } = shape
  return Object.entries(value).flatMap(([key, inner]): Fault[] => {
    const pointer = shownPointer([...path, key])
    if (shape.type === 'record')
      return dropped.has(key)
        ? [{ pointer, reason: 'wrong-form', message: 'must not be a key here' }]
        : inside(inner, shape.value, key)
    if (entries === undefined) return []
    return Object.hasOwn(entries, key)
      ? inside(inner, entries[key], key)
      : [{ pointer, reason: 'unknown-field', message: 'is no field of this format' }]
  })
}

/** Keys that valibot leaves out of records without a word. */
const dropped: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])

/** The array given where an object is expected: valibot treats it as an object without fields. */
function arrayForObject(issue: Issue): unknown[] | null {
  const holder = issue.type === 'strict_object' ? issue.path?.at(-1)?.input : null
  return Array.isArray(holder) ? (holder as unknown[]) : null
}

interface PlacedIssue {
  readonly issue: Issue
  readonly path: PointerToken[]
}

/** A union's own issue only says that no branch matched; issues from inside a branch say why. */
function innermost(issue: Issue, path: PointerToken[]): PlacedIssue[] {
  const deeper = (issue.issues ?? []).filter((branch) => branch.path !== undefined)
  if (deeper.length === 0) return [{ issue, path }]
  return deeper.flatMap((branch) => innermost(branch, [...path, ...pathOf(branch)]))
}

const pathOf = (issue: Issue): PointerToken[] =>
  (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)))

type Description = Pick<Fault, 'reason' | 'message'>

function describe(issue: Issue, missing: boolean): Description {
  if (missing) return { reason: 'missing-field', message: `lacks the field ${issue.expected}` }
  const own = issue.message.startsWith('Invalid ') ? null : issue.message
  const reason = reasonOf(issue, own ?? '')
  return { reason, message: own ?? plainMessage(issue) }
}

function reasonOf(issue: Issue, message: string): FaultReason {
  if (issue.kind === 'schema') return 'wrong-type'
  switch (issue.type) {
    case 'max_length':
    case 'max_entries':
      return 'too-long'
    case 'min_length':
    case 'min_entries':
      return 'too-short'
    case 'min_value':
    case 'max_value':
    case 'finite':
    case 'integer':
      return 'out-of-range'
    default:
      if (message.startsWith('must be at most')) return 'too-long'
      return message.startsWith('must not be empty') ? 'too-short' : 'wrong-form'
  }
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  Array: 'an array',
  Object: 'an object',
}

function plainMessage(issue: Issue): string {
  const expected = issue.expected ?? 'something else'
  switch (issue.type) {
    case 'max_length':
      return `must have a length of at most ${requirement(issue)}`
    case 'min_length':
      return `must have a length of at least ${requirement(issue)}`
    case 'max_value':
      return `must be at most ${requirement(issue)}`
    case 'min_value':
      return `must be at least ${requirement(issue)}`
    case 'integer':
      return 'must be a whole number'
    case 'finite':
      return 'must be a finite number'
    case 'picklist':
      return `must be one of ${expected.replaceAll(/[()"]/g, '').replaceAll(' | ', ', ')}`
    default:
      return `must be ${typeNames[expected] ?? expected}`
  }
}

const requirement = (issue: Issue): string => String(issue.requirement)
