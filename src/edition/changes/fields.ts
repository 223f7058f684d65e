import type { FieldChange } from '../../domain/document/fields.ts'
import { canonicalJson } from '../digest.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * The fields that differ, in the order of `after`, then removed ones; null means absent.
 * @example fieldChanges({ a: 1, b: 2 }, { a: 1 }) → [{ field: 'b', before: 2, after: null }]
 */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return Array.from(names, (field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  })).filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))
}
