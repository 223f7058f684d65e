// Resolves the names that a filter may use for the themes and actors of a timeline.
import type { Timeline } from '../document/timeline.ts'
import { foldText } from '../text/fold.ts'

/** Names as written in a filter: ids, or labels and aliases in any language. */
export interface NamesAsked {
  readonly themes: readonly string[]
  readonly actors: readonly string[]
}

/** The id of each name; unknown names are absent. */
export interface NamesFound {
  readonly themes: ReadonlyMap<string, string>
  readonly actors: ReadonlyMap<string, string>
}

export type NameLookUp = (asked: NamesAsked) => Promise<NamesFound>

/**
 * Looks names up in the themes and actors of a timeline in memory. An id wins over a label.
 * @example lookUp({ themes: ['Work'], actors: [] }) → { themes: Map { 'Work' → 'work' }, … }
 */
export function nameIndexOf({ themes, actors }: Timeline): NameLookUp {
  const themeIds = indexOf(themes.map(({ id, label }) => [id, Object.values(label)]))
  const actorIds = indexOf(
    actors.map(({ id, name, aliases }) => [
      id,
      [...Object.values(name), ...Object.values(aliases ?? {}).flat()],
    ]),
  )
  return async (asked) => ({
    themes: found(asked.themes, themeIds),
    actors: found(asked.actors, actorIds),
  })
}

function indexOf(
  named: readonly (readonly [id: string, labels: readonly string[]])[],
): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  for (const [id, labels] of named) for (const label of labels) ids.set(foldText(label), id)
  for (const [id] of named) ids.set(id, id)
  return ids
}

function found(
  names: readonly string[],
  ids: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    names.flatMap((name) => {
      const id = ids.get(foldText(name.trim()))
      return id === undefined ? [] : [[name, id] as const]
    }),
  )
}
