// Compares the events of two editions, event by event and field by field.
import type { StoredEvent } from '../../domain/document/event.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { eventFields, type ChangedDate, type FieldChange } from '../../domain/document/fields.ts'
import { fieldChanges } from './fields.ts'

export interface Changes {
  readonly added: readonly { readonly id: string; readonly title: Text }[]
  readonly changed: readonly {
    readonly id: string
    readonly title: Text
    readonly fields: readonly FieldChange[]
  }[]
  /** Removed from the document, or marked as withdrawn. */
  readonly withdrawn: readonly { readonly id: string; readonly title: Text }[]
}

/**
 * Compares the events of two editions, in the order of `after`. Withdrawn events count as absent.
 * @example ([a, b], [a, c]) → { added: [{ id: 'c', … }], changed: [], withdrawn: [{ id: 'b', … }] }
 */
export function diffEvents(before: readonly StoredEvent[], after: readonly StoredEvent[]): Changes {
  const old = new Map(before.filter(isListed).map((event) => [event.id, event]))
  const now = new Map(after.filter(isListed).map((event) => [event.id, event]))
  return {
    added: [...now.values()].filter((event) => !old.has(event.id)).map(named),
    changed: [...now.values()].flatMap((event) => {
      const earlier = old.get(event.id)
      const fields = earlier === undefined ? [] : fieldChanges(fieldsOf(earlier), fieldsOf(event))
      return fields.length === 0 ? [] : [{ ...named(event), fields }]
    }),
    withdrawn: [...old.values()].filter((event) => !now.has(event.id)).map(named),
  }
}

export const countChanges = (
  changes: Changes,
): { added: number; changed: number; withdrawn: number } => ({
  added: changes.added.length,
  changed: changes.changed.length,
  withdrawn: changes.withdrawn.length,
})

const isListed = (event: StoredEvent): boolean => event.status !== 'withdrawn'

const named = ({ id, title }: StoredEvent) => ({ id, title })

function fieldsOf(event: StoredEvent): Readonly<Record<string, unknown>> {
  const date = dateOf(event)
  return Object.fromEntries(
    eventFields.map((field) => [field, field === 'date' ? date : event[field]]),
  )
}

/** For an instant, includes the local day and time, which depend on the time zone. */
function dateOf({ when: { edtf, kind, earliest, minute } }: StoredEvent): ChangedDate {
  return minute === undefined ? { edtf, kind } : { edtf, kind, earliest, minute }
}
