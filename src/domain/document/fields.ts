// What can change from one edition to another: the fields of an event and those of everything else,
// and the shape of a change.
import type { WrittenDate } from '../date/civil-date.ts'
import type { DateKind } from '../date/kinds.ts'
import type { Text } from '../text/language-map.ts'

/** The fields of an event that are compared; a date and its kind count as one field. */
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

/** Values are those of a `TimelineEvent`, with a `ChangedDate` for `date`; null means absent. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** A date before or after a change; day and minute are present only for an instant. */
export interface ChangedDate extends WrittenDate {
  readonly kind: DateKind
}

/** The fields of parts that have a label of their own in messages. */
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

/** A change of the timeline's own fields, or of a theme, actor or source. */
export interface PartChange {
  readonly part: PartKind
  readonly id: string
  /** Its title, label or name after the change, or before it if the part was removed. */
  readonly name: Text
  readonly change: 'added' | 'changed' | 'removed'
  /** Empty unless `change` is `changed`. */
  readonly fields: readonly FieldChange[]
}
