// The public JSON of a timeline without its events: its own fields, themes, actors and sources. The
// OpenAPI description is derived from the schemas. No I/O.
import * as v from 'valibot'
import { actorKinds, type Actor } from '../../domain/document/actor.ts'
import type { Source } from '../../domain/document/source.ts'
import type { ColoredTheme } from '../../domain/document/theme.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { Identifier } from '../../domain/document/identifier.ts'
import { LanguageTag } from '../../domain/text/text-schema.ts'
import { LocalizedText, type Localize } from './event-json.ts'

const count = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(0),
  v.description('Number of events that name it.'),
)

export const ThemeJson = v.object({
  id: Identifier,
  label: LocalizedText,
  color: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.maxValue(11),
    v.description('Index in the palette, 0 to 11; chosen by the service if the document has none.'),
  ),
  count,
})

export const ActorJson = v.object({
  id: Identifier,
  kind: v.pipe(v.exactOptional(v.picklist(actorKinds)), v.description('Absent if not known.')),
  name: LocalizedText,
  role: v.exactOptional(LocalizedText),
  memberOf: v.exactOptional(v.array(Identifier)),
  aliases: v.pipe(
    v.exactOptional(v.record(v.string(), v.array(v.string()))),
    v.description(
      'Other names by language tag, even with the parameter lang; each of them selects the actor.',
    ),
  ),
  count,
})

export const SourceJson = v.object({
  id: Identifier,
  title: LocalizedText,
  publisher: v.exactOptional(LocalizedText),
  authors: v.exactOptional(v.array(v.string())),
  published: v.pipe(
    v.string(),
    v.description('As precise as stated: an instant of RFC 3339, or a day, month or year.'),
  ),
  url: v.exactOptional(v.string()),
  archivedUrl: v.exactOptional(v.string()),
  language: LanguageTag,
  sha256: v.exactOptional(v.string()),
  rights: v.exactOptional(LocalizedText),
  count,
})

export const TimelineFieldsJson = v.object({
  id: Identifier,
  title: LocalizedText,
  description: v.exactOptional(LocalizedText),
  language: LanguageTag,
  timeZone: v.string(),
  authority: v.object({ domain: v.string(), date: v.string() }),
  licence: v.exactOptional(v.object({ name: LocalizedText, url: v.exactOptional(v.string()) })),
  credit: v.exactOptional(LocalizedText),
})

export function timelineFieldsJson(timeline: Timeline, localize: Localize) {
  const { id, title, description, language, timeZone, authority, licence, credit } = timeline
  return {
    id,
    title: localize(title),
    ...(description && { description: localize(description) }),
    language,
    timeZone,
    authority,
    ...(licence && { licence: { ...licence, name: localize(licence.name) } }),
    ...(credit && { credit: localize(credit) }),
  }
}

export const themeJson = ({ label, ...theme }: ColoredTheme, localize: Localize) => ({
  ...theme,
  label: localize(label),
})

export const actorJson = ({ name, role, ...actor }: Actor, localize: Localize) => ({
  ...actor,
  name: localize(name),
  ...(role && { role: localize(role) }),
})

export const sourceJson = (
  { title, publisher, rights, ...source }: Source,
  localize: Localize,
) => ({
  ...source,
  title: localize(title),
  ...(publisher && { publisher: localize(publisher) }),
  ...(rights && { rights: localize(rights) }),
})
