// What can change from one edition to another: the fields of an event and those of everything else,
// and how a change of one is told.
import type { WrittenDate } from '../date/civil-date.ts'
import type { DateKind } from '../date/kinds.ts'
import type { Text } from '../text/language-map.ts'

/** The fields of an event that a reader compares; a date counts as one field, with its kind. */
export const eventFields = [
  'date',
  'statedDate',
  'title',
  'summary',
  'themes',
  'actors',
  'place',
  'measures',
  'citations',
  'links',
  'status',
  'note',
] as const
export type EventField = (typeof eventFields)[number]

/** Values are those of a `TimelineEvent`; that of `date` is a `ChangedDate`; null: absent. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** A date before or after a change; day and minute stand there for an instant alone. */
export interface ChangedDate extends WrittenDate {
  readonly kind: DateKind
}

/** The fields of parts that have a name of their own. */
export type PartField =
  | 'aliases'
  | 'archivedUrl'
  | 'authority'
  | 'authors'
  | 'color'
  | 'credit'
  | 'description'
  | 'kind'
  | 'label'
  | 'language'
  | 'licence'
  | 'memberOf'
  | 'name'
  | 'published'
  | 'publisher'
  | 'rights'
  | 'role'
  | 'sha256'
  | 'timeZone'
  | 'title'
  | 'url'

export type PartKind = 'timeline' | 'theme' | 'actor' | 'source'

/** A change of the timeline's own fields, or of a part that its events name. */
export interface PartChange {
  readonly part: PartKind
  readonly id: string
  /** Its title, label or name after the change; before it where it was removed. */
  readonly name: Text
  readonly change: 'added' | 'changed' | 'removed'
  /** Of a change only. */
  readonly fields: readonly FieldChange[]
}
