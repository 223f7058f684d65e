// Resolves the names that a filter may use for the themes, actors and sources of a timeline.
import type { Timeline } from '../document/timeline.ts'
import { foldCase, foldText, hanFolder } from '../text/fold.ts'

/** What a filter refers to by name. */
export type NamedPart = 'themes' | 'actors' | 'sources'

/** Names as written in a filter: ids, or labels, titles and aliases in any language. */
export type NamesAsked = Readonly<Record<NamedPart, readonly string[]>>

/** The ids that each name selects, in the order of the timeline; unknown names are absent. */
export type NamesFound = Readonly<Record<NamedPart, ReadonlyMap<string, readonly string[]>>>

export type NameLookUp = (asked: NamesAsked) => Promise<NamesFound>

/**
 * Looks names up in the themes, actors and sources of a timeline in memory: the id, else the name as
 * it is written but for case and width, else all names that fold alike (text/fold.ts). Sources may
 * share a title.
 * @example lookUp({ themes: ['Work'], … }) → { themes: Map { 'Work' → ['work'] }, … }
 */
export function nameIndexOf({ themes, actors, sources }: Timeline): NameLookUp {
  const namedThemes = themes.map(({ id, label }) => ({ id, names: Object.values(label) }))
  const namedActors = actors.map(({ id, name, aliases }) => ({
    id,
    names: [...Object.values(name), ...Object.values(aliases ?? {}).flat()],
  }))
  const namedSources = sources.map(({ id, title }) => ({ id, names: Object.values(title) }))
  const [findTheme, findActor] = [finderOf(namedThemes), finderOf(namedActors)]
  const findSource = finderOf(namedSources)
  return async (asked) => ({
    themes: await found(asked.themes, findTheme),
    actors: await found(asked.actors, findActor),
    sources: await found(asked.sources, findSource),
  })
}

interface WithNames {
  readonly id: string
  readonly names: readonly string[]
}

type Find = (name: string) => Promise<readonly string[]>

function finderOf(parts: readonly WithNames[]): Find {
  const ids = new Set(parts.map(({ id }) => id))
  // Made when a name is asked for that is no id: many editions are read without one.
  let exact: ReadonlyMap<string, readonly string[]> | undefined
  const alike = new Map<Fold, ReadonlyMap<string, readonly string[]>>()
  return async (name) => {
    const asWritten = foldCase(name.trim())
    if (ids.has(asWritten)) return [asWritten]
    exact ??= indexOf(parts, foldCase)
    const [known, wanted] = [exact.get(asWritten), foldText(name.trim())]
    if (known !== undefined) return known
    const fold = (await hanFolder([wanted])) ?? unchanged
    const index = alike.get(fold) ?? indexOf(parts, (text) => fold(foldText(text)))
    alike.set(fold, index)
    return index.get(fold(wanted)) ?? []
  }
}

type Fold = (text: string) => string

const unchanged: Fold = (text) => text

/** The ids of those that have a name, by the folded name. */
function indexOf(parts: readonly WithNames[], fold: Fold): Map<string, readonly string[]> {
  const index = new Map<string, readonly string[]>()
  for (const { id, names } of parts) {
    for (const name of new Set(names.map((text) => fold(text.trim()))))
      index.set(name, [...(index.get(name) ?? []), id])
  }
  return index
}

async function found(
  names: readonly string[],
  find: Find,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, readonly string[]>()
  for (const name of names) {
    const meant = await find(name)
    if (meant.length > 0) ids.set(name, meant)
  }
  return ids
}
