// What differs between two states of a timeline, part by part and field by field, by the table of
// fields.
import type { ChangedEvent, Changes, NamedEvent, PartChange } from '../domain/document/changes.ts'
import type { StoredEvent } from '../domain/document/event.ts'
import {
  partFields,
  type ChangedDate,
  type FieldChange,
  type FieldName,
  type PartKind,
} from '../domain/document/fields.ts'
import type { Timeline } from '../domain/document/timeline.ts'
import { isListed } from '../domain/query/matches.ts'
import type { Text } from '../domain/text/language-map.ts'
import { canonicalJson } from './digest.ts'

/** What an edition says, apart from its history. */
export interface State {
  readonly timeline: Timeline
  readonly events: readonly Compared[]
}

type Compared = Omit<StoredEvent, 'first' | 'changed'>

/**
 * Compares two editions, in the order of `after`. The parts of a first edition are not told.
 * @example an event fewer, a theme renamed → { removed: [event], parts: [{ part: 'theme', … }], … }
 */
export function diff(before: State | null, after: State): Required<Omit<Changes, 'leftOut'>> {
  return {
    ...diffEvents(before?.events ?? [], after.events),
    parts: before === null ? [] : diffParts(before, after),
  }
}

/**
 * The fields of a part that differ, in the order of the table; null means absent.
 * @example fieldChanges('theme', { label, color: 1 }, { label, color: 2 }) → [{ field: 'color', … }]
 */
export function fieldChanges(part: PartKind, before: object, after: object): FieldChange[] {
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return Object.keys(partFields[part])
    .map((field) => ({
      field,
      before: (old.get(field) as unknown) ?? null,
      after: (now.get(field) as unknown) ?? null,
    }))
    .filter((change) => canonicalJson(change.before) !== canonicalJson(change.after))
}

/** The fields of an event that differ. What is derived of a date, such as its bounds, is no field. */
export const eventChanges = (before: Compared, after: Compared): FieldChange[] =>
  fieldChanges('event', compared(before), compared(after))

const compared = ({ when, ...event }: Compared): object => ({ ...event, date: dateOf(when) })

/** For an instant, includes the local day and time, which depend on the time zone. */
const dateOf = ({ edtf, kind, earliest, minute }: Compared['when']): ChangedDate =>
  minute === undefined ? { edtf, kind } : { edtf, kind, earliest, minute }

type EventChanges = Omit<Required<Changes>, 'parts' | 'leftOut'>

function diffEvents(before: readonly Compared[], after: readonly Compared[]): EventChanges {
  const old = new Map(before.map((event) => [event.id, event]))
  const kept = new Set(after.map(({ id }) => id))
  const added: NamedEvent[] = []
  const changed: ChangedEvent[] = []
  const withdrawn: ChangedEvent[] = []
  for (const event of after) {
    const earlier = old.get(event.id)
    const fields = earlier === undefined ? [] : eventChanges(earlier, event)
    if (event.status === 'withdrawn' && earlier?.status !== 'withdrawn') {
      const others = fields.filter(({ field }) => field !== 'status')
      withdrawn.push({ ...named(event), fields: others })
    } else if (earlier === undefined) added.push(named(event))
    else if (fields.length > 0) changed.push({ ...named(event), fields })
  }
  const removed = before.filter(({ id }) => !kept.has(id)).map(named)
  return { added, changed, withdrawn, removed }
}

const named = ({ id, title }: Compared): NamedEvent => ({ id, title })

interface Part {
  readonly kind: PartChange['part']
  readonly id: string
  readonly name: Text
  readonly fields: object
}

/** Changed and added parts in the order of `after`, then removed ones. */
function diffParts(before: State, after: State): PartChange[] {
  const [old, now] = [byKey(partsOf(before.timeline)), byKey(partsOf(after.timeline))]
  const stated = [...now].flatMap(([key, part]): PartChange[] => {
    const earlier = old.get(key)
    if (earlier === undefined) return [changeOf(part, 'added', [])]
    const fields = [
      ...fieldChanges(part.kind, earlier.fields, part.fields),
      ...(part.kind === 'timeline' ? orderChanges(before, after) : []),
    ]
    return fields.length === 0 ? [] : [changeOf(part, 'changed', fields)]
  })
  const removed = [...old].flatMap(([key, part]) =>
    now.has(key) ? [] : [changeOf(part, 'removed', [])],
  )
  return [...stated, ...removed]
}

interface Placed {
  readonly id: string
  readonly name: Text
}

type OrderField = Extract<FieldName<'timeline'>, `${string}Order`>

const placesOf: Readonly<Record<OrderField, (state: State) => readonly Placed[]>> = {
  themeOrder: ({ timeline }) => timeline.themes.map(({ id, label }) => ({ id, name: label })),
  actorOrder: ({ timeline }) => timeline.actors.map(({ id, name }) => ({ id, name })),
  sourceOrder: ({ timeline }) => timeline.sources.map(({ id, title }) => ({ id, name: title })),
  eventOrder: ({ events }) => events.filter(isListed).map(({ id, title }) => ({ id, name: title })),
}

/**
 * Which parts and events have another order, by their names in `after`. What was added or removed
 * has no place to compare, and an event whose date changed is told as that.
 * @example themes a, b, c → a, c, b: [{ field: 'themeOrder', before: [b, c], after: [c, b] }]
 */
export function orderChanges(before: State, after: State): FieldChange[] {
  const dates = new Map(before.events.map(({ id, when }) => [id, canonicalJson(dateOf(when))]))
  const redated = new Set(
    after.events
      .filter(({ id, when }) => dates.get(id) !== canonicalJson(dateOf(when)))
      .map(({ id }) => id),
  )
  return Object.entries(placesOf).flatMap(([field, placed]) => {
    const isCompared = ({ id }: Placed) => field !== 'eventOrder' || !redated.has(id)
    const now = new Map(
      placed(after)
        .filter(isCompared)
        .map((one) => [one.id, one]),
    )
    const old = placed(before).flatMap(({ id }) => now.get(id) ?? [])
    const kept = new Set(old)
    const moved = between(
      old,
      [...now.values()].filter((one) => kept.has(one)),
    )
    return moved === null ? [] : [{ field, ...moved }]
  })
}

/** From the first to the last place where the two, which have the same members, differ. */
function between(
  before: readonly Placed[],
  after: readonly Placed[],
): Pick<FieldChange, 'before' | 'after'> | null {
  const differs = (one: Placed, i: number): boolean => one !== after[i]
  const [start, end] = [before.findIndex(differs), before.findLastIndex(differs) + 1]
  if (start < 0) return null
  return { before: before.slice(start, end), after: after.slice(start, end) }
}

const partsOf = (timeline: Timeline): Part[] => [
  { kind: 'timeline', id: timeline.id, name: timeline.title, fields: timeline },
  ...timeline.themes.map((theme) => partOf('theme', theme, theme.label)),
  ...timeline.actors.map((actor) => partOf('actor', actor, actor.name)),
  ...timeline.sources.map((source) => partOf('source', source, source.title)),
]

const partOf = (kind: Part['kind'], part: { readonly id: string }, name: Text): Part => ({
  kind,
  id: part.id,
  name,
  fields: part,
})

const byKey = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [`${part.kind} ${part.id}`, part]))

const changeOf = (
  { kind, id, name }: Part,
  change: PartChange['change'],
  fields: readonly FieldChange[],
): PartChange => ({ part: kind, id, name, change, fields })
