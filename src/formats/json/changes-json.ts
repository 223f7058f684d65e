// The public JSON of what an edition changed: the values of fields, and of dates the words beside them.
import type { FieldChange } from '../../domain/document/fields.ts'
import { changeWithWords } from '../../messages/changes.ts'

interface ChangedEvents {
  readonly changed: readonly { readonly fields: readonly FieldChange[] }[]
}

/** In every language of our own words: who compares editions asks for none. */
export const changesWithWords = <Changes extends ChangedEvents>(changes: Changes): Changes => ({
  ...changes,
  changed: changes.changed.map((event) => ({
    ...event,
    fields: event.fields.map(changeWithWords),
  })),
})
