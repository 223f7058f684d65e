// Compares everything in two editions except the events: the timeline's own fields, its themes,
// actors and sources, field by field.
import type { Text } from '../../domain/text/language-map.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import type { FieldChange, PartChange, PartKind } from '../../domain/document/fields.ts'
import { fieldChanges } from './fields.ts'

interface Part {
  readonly kind: PartKind
  readonly id: string
  readonly name: Text
  readonly fields: Readonly<Record<string, unknown>>
}

/**
 * Changed and added parts in the order of `after`, then removed ones. Reordering is not a change.
 * @example a timeline with one more theme → [{ part: 'theme', change: 'added', fields: [], … }]
 */
export function diffParts(before: Timeline, after: Timeline): PartChange[] {
  const [old, now] = [byKey(partsOf(before)), byKey(partsOf(after))]
  const stated = [...now].flatMap(([key, part]): PartChange[] => {
    const earlier = old.get(key)
    if (earlier === undefined) return [changeOf(part, 'added', [])]
    const fields = fieldChanges(earlier.fields, part.fields)
    return fields.length === 0 ? [] : [changeOf(part, 'changed', fields)]
  })
  const removed = [...old].flatMap(([key, part]) =>
    now.has(key) ? [] : [changeOf(part, 'removed', [])],
  )
  return [...stated, ...removed]
}

function partsOf({ themes, actors, sources, ...timeline }: Timeline): Part[] {
  const { id, ...fields } = timeline
  return [
    { kind: 'timeline', id, name: timeline.title, fields },
    ...themes.map(
      ({ id, ...fields }) => ({ kind: 'theme', id, name: fields.label, fields }) as const,
    ),
    ...actors.map(
      ({ id, ...fields }) => ({ kind: 'actor', id, name: fields.name, fields }) as const,
    ),
    ...sources.map(
      ({ id, ...fields }) => ({ kind: 'source', id, name: fields.title, fields }) as const,
    ),
  ]
}

const byKey = (parts: readonly Part[]): ReadonlyMap<string, Part> =>
  new Map(parts.map((part) => [`${part.kind} ${part.id}`, part]))

const changeOf = (
  { kind, id, name }: Part,
  change: PartChange['change'],
  fields: readonly FieldChange[],
): PartChange => ({ part: kind, id, name, change, fields })
