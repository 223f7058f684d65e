// What changed from one edition to another, event by event and field by field.
import type { TimelineEvent } from '../../domain/document/event.ts'
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
  /** Gone from the document, or marked withdrawn. */
  readonly withdrawn: readonly { readonly id: string; readonly title: Text }[]
}

/** Compares two editions' events; withdrawn events count as absent. Listed in the order of `after`. */
export function diffEvents(
  before: readonly TimelineEvent[],
  after: readonly TimelineEvent[],
): Changes {
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

const isListed = (event: TimelineEvent): boolean => event.status !== 'withdrawn'

const named = ({ id, title }: TimelineEvent) => ({ id, title })

function fieldsOf(event: TimelineEvent): Readonly<Record<string, unknown>> {
  const date = dateOf(event)
  return Object.fromEntries(
    eventFields.map((field) => [field, field === 'date' ? date : event[field]]),
  )
}

/** Of an instant also what the clock showed, which the time zone decides. */
function dateOf({ when: { edtf, kind, anchor, minute } }: TimelineEvent): ChangedDate {
  return minute === undefined ? { edtf, kind } : { edtf, kind, anchor, minute }
}
