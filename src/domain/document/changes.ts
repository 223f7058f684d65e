// What an edition changed, or what differs between two editions.
import type { FieldChange, PartKind } from './fields.ts'
import type { Text } from '../text/language-map.ts'

export interface NamedEvent {
  readonly id: string
  /** Its title after the change, or before it if the event was removed. */
  readonly title: Text
}

export interface ChangedEvent extends NamedEvent {
  readonly fields: readonly FieldChange[]
}

/** A change of the timeline's own fields, or of a theme, actor or source. */
export interface PartChange {
  readonly part: Exclude<PartKind, 'event'>
  readonly id: string
  /** Its title, label or name after the change, or before it if the part was removed. */
  readonly name: Text
  readonly change: 'added' | 'changed' | 'removed'
  /** Empty unless `change` is `changed`. */
  readonly fields: readonly FieldChange[]
}

/** An event is in one list at most. */
export interface Changes {
  readonly added: readonly NamedEvent[]
  /** Also those that are no longer withdrawn. */
  readonly changed: readonly ChangedEvent[]
  /** Marked as withdrawn, and kept; with what else changed. */
  readonly withdrawn: readonly ChangedEvent[]
  /** No longer in the document. */
  readonly removed: readonly NamedEvent[]
  /** Absent in editions of version 0.1, which did not compare parts. */
  readonly parts?: readonly PartChange[]
  /** How many more there are that are not listed: of what is too large to be compared event by event. */
  readonly leftOut?: LeftOutChanges
}

/** Numbers of events. */
export interface LeftOutChanges {
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  readonly removed: number
}

export interface ChangeCounts {
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  /** Absent in editions of version 0.1, whose `withdrawn` also counts removed events. */
  readonly removed?: number
  /** Absent in editions of version 0.1, which did not compare parts. */
  readonly parts?: number
}

/** @example changeCounts(changes of an edition) → { added: 1, changed: 2, withdrawn: 0, … } */
export const changeCounts = ({
  added,
  changed,
  withdrawn,
  removed,
  parts,
  leftOut,
}: Changes): ChangeCounts => ({
  added: added.length + (leftOut?.added ?? 0),
  changed: changed.length + (leftOut?.changed ?? 0),
  withdrawn: withdrawn.length + (leftOut?.withdrawn ?? 0),
  removed: removed.length + (leftOut?.removed ?? 0),
  ...(parts !== undefined && { parts: parts.length }),
})
