// The public JSON of an edition's changes: the values of fields, and for dates also the words.
import type { FieldChange } from '../../domain/document/fields.ts'
import { changeWithWords } from '../../messages/changes.ts'

interface ChangedEvents {
  readonly changed: readonly { readonly fields: readonly FieldChange[] }[]
}

/** With words in every UI language, since a comparison of editions has no `lang`. */
export const changesWithWords = <Changes extends ChangedEvents>(changes: Changes): Changes => ({
  ...changes,
  changed: changes.changed.map((event) => ({
    ...event,
    fields: event.fields.map(changeWithWords),
  })),
})
