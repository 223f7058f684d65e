// The themes, actors and sources that events name, and the groups that those actors belong to.
import type { Actor, ActorKind } from '../../domain/document/actor.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Source } from '../../domain/document/source.ts'
import type { Theme } from '../../domain/document/theme.ts'
import { inLanguage, isTranslated } from '../../domain/text/language-map.ts'
import type { Context, Node } from './context.ts'
import { actorsOf } from './event-node.ts'
import { schemaDate } from './schema-dates.ts'

export function mentionedNodes(
  events: readonly TimelineEvent[],
  context: Context,
): readonly Node[] {
  const themes = known(
    events.flatMap((event) => event.themes),
    context.themes,
  )
  const actors = known(withGroups(events.flatMap(actorsOf), context), context.actors)
  const sources = known(
    events.flatMap((event) => event.citations.map(({ source }) => source)),
    context.sources,
  )
  return [
    ...themes.map((theme) => themeNode(theme, context)),
    ...actors.map((actor) => actorNode(actor, context)),
    ...sources.map((source) => sourceNode(source, context)),
  ]
}

const known = <Known>(ids: readonly string[], all: ReadonlyMap<string, Known>): Known[] =>
  [...new Set(ids)].map((id) => all.get(id)).filter((one) => one !== undefined)

function withGroups(ids: readonly string[], { actors }: Context): readonly string[] {
  // Iterating a set also visits items added meanwhile.
  const all = new Set(ids)
  for (const id of all) for (const group of actors.get(id)?.memberOf ?? []) all.add(group)
  return [...all]
}

const themeNode = ({ id, label }: Theme, { text, ref }: Context): Node => ({
  '@type': 'DefinedTerm',
  ...ref('themes', id),
  name: text(label),
})

const actorTypes = {
  person: 'Person',
  organization: 'Organization',
  group: 'Organization',
  place: 'Place',
} as const satisfies Record<ActorKind, string>

function actorNode(
  { id, kind, name, role, memberOf, aliases }: Actor,
  { text, ref }: Context,
): Node {
  const others = Object.values(aliases ?? {}).flat()
  return {
    ...(kind !== undefined && { '@type': actorTypes[kind] }),
    ...ref('actors', id),
    name: text(name),
    ...(others.length > 0 && { alternateName: others }),
    ...(role && { [kind === 'person' ? 'jobTitle' : 'description']: text(role) }),
    // In schema.org a Place has no memberOf.
    ...(memberOf &&
      kind !== 'place' && { memberOf: memberOf.map((group) => ref('actors', group)) }),
  }
}

export function sourceNode(source: Source, { text, ref }: Context): Node {
  const { title, language, publisher, authors, url, archivedUrl, rights, sha256 } = source
  const original = originalOf(source)
  return {
    '@type': 'CreativeWork',
    ...ref('sources', source.id),
    name: text(title),
    ...(original !== null && original !== text(title) && { alternateName: original }),
    ...(publisher && { publisher: { '@type': 'Organization', name: text(publisher) } }),
    ...(authors && { author: authors.map((name) => ({ '@type': 'Person', name })) }),
    datePublished: schemaDate(source.published),
    inLanguage: language,
    ...(url !== undefined && { url }),
    ...(archivedUrl !== undefined && { archivedAt: archivedUrl }),
    ...(rights && { copyrightNotice: text(rights) }),
    ...(sha256 !== undefined && {
      identifier: { '@type': 'PropertyValue', propertyID: 'sha256', value: sha256 },
    }),
  }
}

/** The title as the source has it, in whatever script or region; null if there are only translations. */
const originalOf = ({ title, language }: Source): string | null =>
  isTranslated(title, language, language, language) ? null : inLanguage(title, language, language)
