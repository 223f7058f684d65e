// The roles and names in which a term is looked for, beside the texts of events.
import type { Actor } from '../../domain/document/actor.ts'
import { foldText } from '../../domain/text/fold.ts'
import type { Text } from '../../domain/text/language-map.ts'
import type { NamedActors } from './sets.ts'

export type Fold = (text: string) => string

/** Folds every role and every name once. */
export function actorNames(actors: readonly Actor[], fold: Fold): NamedActors['holding'] {
  const roles = linesByActor(actors, ({ role }) => role, fold)
  const names = linesByActor(actors, ({ name }) => name, fold)
  return (term) => ({ roles: roles(term), places: names(term) })
}

/** One text for all of them is folded faster than each. */
function linesByActor(
  actors: readonly Actor[],
  textOf: (actor: Actor) => Text | undefined,
  fold: Fold,
): (term: string) => readonly string[] {
  const lines: string[] = []
  const owners: string[] = []
  // Plain loops: there are thousands of actors, and every cold query with a word does this.
  for (const actor of actors) {
    const own = textOf(actor)
    if (own === undefined) continue
    for (const line of Object.values(own)) {
      lines.push(line.includes('\n') ? line.replaceAll('\n', ' ') : line)
      owners.push(actor.id)
    }
  }
  const text = fold(foldText(lines.join('\n')))
  return (term) => {
    const ids = new Set<string>()
    let [line, start] = [0, 0]
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, start)) {
      for (
        let end = text.indexOf('\n', start);
        end >= 0 && end < at;
        end = text.indexOf('\n', start)
      ) {
        start = end + 1
        line++
      }
      ids.add(owners[line] ?? '')
      const end = text.indexOf('\n', at)
      if (end < 0) break
      start = end + 1
      line++
    }
    return [...ids]
  }
}
