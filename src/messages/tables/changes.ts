// Messages of what editions changed, and the names of fields.
import type { PartChange } from '../../domain/document/changes.ts'
import type { EventStatus } from '../../domain/document/event.ts'
import type { FieldName } from '../../domain/document/fields.ts'

/** The names of the fields of events and other parts. */
export type FieldMessages = Readonly<Record<FieldName, string>>

/** Messages of what editions changed, for pages, feeds and the command line. */
export interface ChangeMessages {
  readonly added: (events: number) => string
  readonly changed: (events: number) => string
  readonly withdrawn: (events: number) => string
  readonly removed: (events: number) => string
  /** Withdrawn or removed: version 0.1 counted both as one. */
  readonly leftOut: (events: number) => string
  /** Changes of the timeline's texts, its themes, actors and sources. */
  readonly parts: (parts: number) => string
  /** Of an edition that may have changed other parts. */
  readonly noEvent: string
  readonly nothing: string
  /** For an absent value. */
  readonly none: string
  /** For a field whose change its words do not show, such as the offsets of a quotation. */
  readonly inDetail: string
  /** Of an edition that is kept, but whose copy the store has lost. */
  readonly tooMany: string
  readonly unread: string
  readonly partNames: Readonly<Record<PartChange['part'], string>>
  readonly partChanges: Readonly<Record<PartChange['change'], (part: string) => string>>
  readonly statuses: Readonly<Record<EventStatus, string>>
}
