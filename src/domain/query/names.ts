// Resolves the names that a filter may use for the themes and actors of a timeline.
import type { Timeline } from '../document/timeline.ts'
import { foldCase, foldText, hanFolder } from '../text/fold.ts'

/** Names as written in a filter: ids, or labels and aliases in any language. */
export interface NamesAsked {
  readonly themes: readonly string[]
  readonly actors: readonly string[]
}

/** The ids that each name may stand for; unknown names are absent. */
export interface NamesFound {
  readonly themes: ReadonlyMap<string, readonly string[]>
  readonly actors: ReadonlyMap<string, readonly string[]>
}

export type NameLookUp = (asked: NamesAsked) => Promise<NamesFound>

/**
 * Looks names up in the themes and actors of a timeline in memory: the id, else the name as it is
 * written but for case and width, else all names that fold alike (text/fold.ts).
 * @example lookUp({ themes: ['Work'], actors: [] }) → { themes: Map { 'Work' → ['work'] }, … }
 */
export function nameIndexOf({ themes, actors }: Timeline): NameLookUp {
  const namedThemes = themes.map(({ id, label }) => ({ id, names: Object.values(label) }))
  const namedActors = actors.map(({ id, name, aliases }) => ({
    id,
    names: [...Object.values(name), ...Object.values(aliases ?? {}).flat()],
  }))
  const [findTheme, findActor] = [finderOf(namedThemes), finderOf(namedActors)]
  return async (asked) => ({
    themes: await found(asked.themes, findTheme),
    actors: await found(asked.actors, findActor),
  })
}

interface NamedPart {
  readonly id: string
  readonly names: readonly string[]
}

type Find = (name: string) => Promise<readonly string[]>

function finderOf(parts: readonly NamedPart[]): Find {
  const exact = indexOf(parts, foldCase)
  for (const { id } of parts) exact.set(id, [id])
  const alike = new Map<Fold, ReadonlyMap<string, readonly string[]>>()
  return async (name) => {
    const [known, wanted] = [exact.get(foldCase(name.trim())), foldText(name.trim())]
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
function indexOf(parts: readonly NamedPart[], fold: Fold): Map<string, readonly string[]> {
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
