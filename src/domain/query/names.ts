// The names by which a filter can call the themes and actors of a timeline.
import type { Timeline } from '../document/timeline.ts'
import { foldText } from '../text/fold.ts'

/** Identifier by identifier and by folded name: an identifier wins over a label. */
export type Names = ReadonlyMap<string, string>

export interface Vocabulary {
  readonly themes: Names
  readonly actors: Names
}

/** Collects the names by which a timeline's themes and actors can be called. */
export function vocabularyOf(timeline: Timeline): Vocabulary {
  return {
    themes: namesOf(timeline.themes.map((theme) => [theme.id, Object.values(theme.label)])),
    actors: namesOf(
      timeline.actors.map((actor) => [
        actor.id,
        [...Object.values(actor.name), ...Object.values(actor.aliases ?? {}).flat()],
      ]),
    ),
  }
}

function namesOf(entries: readonly (readonly [id: string, labels: readonly string[]])[]): Names {
  const names = new Map<string, string>()
  for (const [id, labels] of entries) for (const label of labels) names.set(foldText(label), id)
  for (const [id] of entries) names.set(id, id)
  return names
}
