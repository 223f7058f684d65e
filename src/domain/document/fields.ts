// The table of the fields of a timeline: what can change from one edition to another. Comparisons,
// revisions, the words of changes, and the contract are made from it. A field without a row does not
// compile.
import type { WrittenDate } from '../date/civil-date.ts'
import type { DateKind } from '../date/kinds.ts'
import type { Text } from '../text/language-map.ts'
import type { Actor, ActorKind } from './actor.ts'
import type { Citation } from './citation.ts'
import type { EventStatus, StoredEvent } from './event.ts'
import type { Measure } from './measure.ts'
import type { Source } from './source.ts'
import type { Theme } from './theme.ts'
import type { Timeline } from './timeline.ts'

/** A date with what it claims; day and minute are present only for an instant. */
export interface ChangedDate extends WrittenDate {
  readonly kind: DateKind
}

/** The kinds of values that fields have, each with its type. */
export interface FieldValues {
  readonly text: Text
  readonly date: ChangedDate
  /** Words of a source, in its language. */
  readonly words: string
  readonly themeIds: readonly string[]
  readonly actorIds: readonly string[]
  readonly actorId: string
  readonly figures: readonly Measure[]
  readonly citations: readonly Citation[]
  readonly links: readonly { readonly url: string; readonly title?: Text }[]
  readonly status: EventStatus
  readonly actorKind: ActorKind
  /** Names by language. */
  readonly aliases: NonNullable<Actor['aliases']>
  /** Names in no particular language. */
  readonly names: readonly string[]
  readonly licence: { readonly name: Text; readonly url?: string }
  readonly authority: { readonly domain: string; readonly date: string }
  /** An index of the palette. */
  readonly color: number
  /** Parts or events in their order: from the first to the last that has another place. */
  readonly order: readonly { readonly id: string; readonly name: Text }[]
  /** An instant, address, tag or digest, shown as it is. */
  readonly plain: string
}
export type ValueKind = keyof FieldValues

type KindOf<Value> = {
  [Kind in ValueKind]: Value extends FieldValues[Kind] ? Kind : never
}[ValueKind]
type Rows<Part> = { readonly [Field in keyof Part]-?: KindOf<NonNullable<Part[Field]>> }

/** An event as it is compared: its date and kind are one field. */
type ComparedEvent = { readonly date: ChangedDate } & Omit<
  StoredEvent,
  'id' | 'position' | 'when' | 'first' | 'changed'
>

/** The order of the parts of a timeline, and of events that only the document's order tells apart. */
interface Orders {
  readonly themeOrder: FieldValues['order']
  readonly actorOrder: FieldValues['order']
  readonly sourceOrder: FieldValues['order']
  readonly eventOrder: FieldValues['order']
}

/** The kind of value of each field, by part and in the order in which changes are told. */
export const partFields = {
  event: {
    date: 'date',
    statedDate: 'words',
    title: 'text',
    summary: 'text',
    themes: 'themeIds',
    actors: 'actorIds',
    place: 'actorId',
    measures: 'figures',
    citations: 'citations',
    links: 'links',
    status: 'status',
    note: 'text',
  } satisfies Rows<ComparedEvent>,
  timeline: {
    title: 'text',
    description: 'text',
    language: 'plain',
    timeZone: 'plain',
    authority: 'authority',
    licence: 'licence',
    credit: 'text',
    themeOrder: 'order',
    actorOrder: 'order',
    sourceOrder: 'order',
    eventOrder: 'order',
  } satisfies Rows<Omit<Timeline, 'id' | 'themes' | 'actors' | 'sources'> & Orders>,
  theme: { label: 'text', color: 'color' } satisfies Rows<Omit<Theme, 'id'>>,
  actor: {
    name: 'text',
    kind: 'actorKind',
    role: 'text',
    memberOf: 'actorIds',
    aliases: 'aliases',
  } satisfies Rows<Omit<Actor, 'id'>>,
  source: {
    title: 'text',
    publisher: 'text',
    authors: 'names',
    published: 'plain',
    url: 'plain',
    archivedUrl: 'plain',
    language: 'plain',
    sha256: 'plain',
    rights: 'text',
  } satisfies Rows<Omit<Source, 'id'>>,
} as const

/** A part of a timeline whose changes are told. */
export type PartKind = keyof typeof partFields

/** The fields of one kind of part, or of all. */
export type FieldName<Part extends PartKind = PartKind> = Part extends PartKind
  ? keyof (typeof partFields)[Part] & string
  : never

/**
 * The kind of value of a field; undefined for a field that this version does not know.
 * @example valueKindOf('event', 'title') → 'text'
 */
export const valueKindOf = (part: PartKind, field: string): ValueKind | undefined =>
  new Map<string, ValueKind>(Object.entries(partFields[part])).get(field)

/** Values are those of the field's kind (`FieldValues`); null means absent. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}
