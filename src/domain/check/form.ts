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
  const last = existing.at(-1)
  // A pointer with a very long key would repeat the input as well.
  const shown = typeof last === 'string' && last.length > 100 ? existing.slice(0, -1) : existing
  return { pointer: pointerOf(shown), ...describe(issue, missing) }
}

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
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { reason: 'unknown-field', message: 'is no field of this format' }
  }
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
