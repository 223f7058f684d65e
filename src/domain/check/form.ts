// Faults of form: turns valibot's issues on a document into faults with JSON Pointers.
import type * as v from 'valibot'
import { broken, ruleOfMessage, type BrokenRule, type RuleName } from '../broken-rule.ts'
import type { Fault, FaultReason } from './fault.ts'
import { nearestId } from './nearest.ts'
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
      // valibot reports an issue per missing field and per index; one fault per array is enough.
      if (arrays.has(array.value)) return []
      arrays.add(array.value)
      const pointer = pointerOf(path.slice(0, -array.depth))
      return [
        {
          pointer,
          reason: 'wrong-type',
          broken: broken('wrong-type', { expected: 'Object' }),
        },
      ]
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
        ? [{ pointer, reason: 'wrong-form', broken: broken('not-a-key-here') }]
        : inside(inner, shape.value, key)
    if (entries === undefined) return []
    return Object.hasOwn(entries, key)
      ? inside(inner, entries[key], key)
      : [unknownField(pointer, key, Object.keys(entries))]
  })
}

function unknownField(pointer: string, key: string, known: readonly string[]): Fault {
  const near = key.length > 100 ? null : nearestId(key, known)
  const proposals = near === null ? {} : { proposals: [near] }
  return { pointer, reason: 'unknown-field', broken: { ...broken('unknown-field'), ...proposals } }
}

/** Keys that valibot leaves out of records without a word. */
const dropped: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])

/** The array given where an object is expected: valibot treats it as an object without fields. */
function arrayForObject({ path }: Issue): { value: unknown; depth: number } | null {
  const items: readonly v.IssuePathItem[] = path ?? []
  const index = items.findIndex(({ type, input }) => type === 'object' && Array.isArray(input))
  return index < 0 ? null : { value: items[index]?.input, depth: items.length - index }
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

type Description = Pick<Fault, 'reason' | 'broken'>

function describe(issue: Issue, missing: boolean): Description {
  if (missing)
    return {
      reason: 'missing-field',
      broken: broken('missing-field', { field: issue.expected ?? '' }),
    }
  const rule = ruleOfMessage(issue.message) ?? plainRule(issue)
  return { reason: reasonOf(issue, rule.rule), broken: rule }
}

/** The rules that have a reason of their own among those of form; any other is `wrong-form`. */
const reasons: Partial<Record<RuleName, FaultReason>> = {
  'too-long': 'too-long',
  'too-many': 'too-long',
  'too-short': 'too-short',
  'too-few': 'too-short',
  'no-citation': 'too-short',
  'no-language': 'too-short',
  blank: 'too-short',
  'at-most': 'out-of-range',
  'at-least': 'out-of-range',
  'not-whole': 'out-of-range',
  'not-finite': 'out-of-range',
}

const reasonOf = (issue: Issue, rule: RuleName): FaultReason =>
  reasons[rule] ?? (issue.kind === 'schema' ? 'wrong-type' : 'wrong-form')

/** For issues of valibot's own: those of schemas without a message in src/domain/document. */
function plainRule(issue: Issue): BrokenRule {
  const limit = Number(issue.requirement)
  switch (issue.type) {
    case 'max_length':
      return broken('too-long', { max: limit })
    case 'min_length':
      return broken('too-short', { min: limit })
    case 'max_value':
      return broken('at-most', { max: limit })
    case 'min_value':
      return broken('at-least', { min: limit })
    case 'integer':
      return broken('not-whole')
    case 'finite':
      return broken('not-finite')
    case 'picklist':
      return broken('one-of', { options: optionsOf(issue) })
    default:
      return broken('wrong-type', { expected: issue.expected ?? 'string' })
  }
}

/** The words that a picklist accepts: `("a" | "b")`. */
const optionsOf = ({ expected }: Issue): string[] =>
  (expected ?? '').replaceAll(/[()"]/g, '').split(' | ')
