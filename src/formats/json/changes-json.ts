// The public JSON of what an edition changed: the values of fields, and for dates also the words. Its
// schema is made from the table of fields.
import * as v from 'valibot'
import { actorKinds } from '../../domain/document/actor.ts'
import type { Changes } from '../../domain/document/changes.ts'
import { statuses } from '../../domain/document/event.ts'
import {
  partFields,
  type FieldChange,
  type PartKind,
  type ValueKind,
} from '../../domain/document/fields.ts'
import { dateKinds } from '../../domain/date/when.ts'
import { changeWithWords } from '../../messages/changes.ts'
import { CitationJson, MeasureJson } from './event-json.ts'

const TextJson = v.record(v.string(), v.string())

const values = {
  text: TextJson,
  date: v.object({
    edtf: v.string(),
    kind: v.picklist(dateKinds),
    words: v.pipe(TextJson, v.description('The date in words, by language.')),
  }),
  words: v.string(),
  themeIds: v.array(v.string()),
  actorIds: v.array(v.string()),
  actorId: v.string(),
  figures: v.array(MeasureJson),
  citations: v.array(CitationJson),
  links: v.array(v.object({ url: v.string(), title: v.exactOptional(TextJson) })),
  status: v.picklist(statuses),
  actorKind: v.picklist(actorKinds),
  aliases: v.record(v.string(), v.array(v.string())),
  names: v.array(v.string()),
  licence: v.object({ name: TextJson, url: v.exactOptional(v.string()) }),
  authority: v.object({ domain: v.string(), date: v.string() }),
  order: v.pipe(
    v.array(v.object({ id: v.string(), name: TextJson })),
    v.description('From the first to the last part or event that has another place.'),
  ),
  color: v.number(),
  plain: v.string(),
} satisfies Record<ValueKind, v.GenericSchema>

/** One object for each kind of value, with the fields that have it. */
function fieldChangesJson(...parts: readonly PartKind[]) {
  const fields = new Map<ValueKind, Set<string>>()
  for (const part of parts)
    for (const [field, kind] of Object.entries<ValueKind>(partFields[part]))
      fields.set(kind, (fields.get(kind) ?? new Set()).add(field))
  const options = Array.from(fields, ([kind, names]) => {
    const value = v.nullable(values[kind])
    return v.object({ field: v.picklist([...names]), before: value, after: value })
  })
  return v.pipe(
    v.array(v.union(options)),
    v.description('What differs, field by field; null means absent.'),
  )
}

const named = { id: v.string(), title: TextJson }
const changed = v.object({ ...named, fields: fieldChangesJson('event') })

export const ChangesJson = v.object({
  added: v.array(v.object(named)),
  changed: v.pipe(
    v.array(changed),
    v.description('Events that changed, and those that are no longer withdrawn.'),
  ),
  withdrawn: v.pipe(
    v.array(changed),
    v.description('Events that were marked as withdrawn. They are kept, and their pages say so.'),
  ),
  removed: v.pipe(
    v.array(v.object(named)),
    v.description('Events that the document no longer has. Their addresses answer 410.'),
  ),
  parts: v.pipe(
    v.exactOptional(
      v.array(
        v.object({
          part: v.picklist(['timeline', 'theme', 'actor', 'source']),
          id: v.string(),
          name: TextJson,
          change: v.picklist(['added', 'changed', 'removed']),
          fields: fieldChangesJson('timeline', 'theme', 'actor', 'source'),
        }),
      ),
    ),
    v.description(
      'Changes of the timeline’s own fields, its themes, actors and sources; absent where version 0.1 published the edition, which did not compare them.',
    ),
  ),
  leftOut: v.pipe(
    v.exactOptional(
      v.object({
        added: v.number(),
        changed: v.number(),
        withdrawn: v.number(),
        removed: v.number(),
      }),
    ),
    v.description(
      'How many more events there are at most that are not listed: of an edition that was uploaded packed not all events are compared one by one. Absent where all are listed.',
    ),
  ),
})

export const ChangeCountsJson = v.object({
  added: v.number(),
  changed: v.number(),
  withdrawn: v.number(),
  removed: v.pipe(
    v.exactOptional(v.number()),
    v.description('Absent in editions of version 0.1, whose withdrawn also counts removed events.'),
  ),
  parts: v.exactOptional(v.number()),
})

/** With words in every UI language, since a comparison of editions has no `lang`. */
export function changesJson(changes: Changes): Changes {
  const { changed, withdrawn } = changes
  return { ...changes, changed: changed.map(withWords), withdrawn: withdrawn.map(withWords) }
}

const withWords = <Event extends { readonly fields: readonly FieldChange[] }>(
  event: Event,
): Event => ({ ...event, fields: event.fields.map((change) => changeWithWords('event', change)) })
