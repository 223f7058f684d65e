import type { FieldChange } from '../../domain/document/fields.ts'
import { canonicalJson } from '../digest.ts'

type Fields = Readonly<Record<string, unknown>>

/** The fields that differ, in the order of `after`, then what is there no more; null: absent. */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)])
  return Array.from(names, (field) => ({
    field,
    before: before[field] ?? null,
    after: after[field] ?? null,
  })).filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))
}
