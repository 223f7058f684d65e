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

/** Of texts of these characters, `foldText` changes the case alone: of most names in Chinese. */
export const unfoldedText = /^[ -_a-~·\u3400-\u9fff]*$/

interface Lines {
  readonly lines: string[]
  readonly owners: string[]
}

function linesByActor(
  actors: readonly Actor[],
  textOf: (actor: Actor) => Text | undefined,
  fold: Fold,
): (term: string) => readonly string[] {
  const plain: Lines = { lines: [], owners: [] }
  const others: Lines = { lines: [], owners: [] }
  // Plain loops: there are thousands of actors, and every cold query with a word does this.
  for (const actor of actors) {
    const own = textOf(actor)
    for (const language in own) {
      const line = own[language] ?? ''
      const isPlain = unfoldedText.test(line)
      const { lines, owners } = isPlain ? plain : others
      lines.push(isPlain ? line : line.replaceAll('\n', ' '))
      owners.push(actor.id)
    }
  }
  const inPlain = finder(plain, (text) => fold(text.toLowerCase()))
  const inOthers = finder(others, (text) => fold(foldText(text)))
  return (term) => [...new Set([...inPlain(term), ...inOthers(term)])]
}

/** Folds one text of all lines, which is faster than each. */
function finder({ lines, owners }: Lines, fold: Fold): (term: string) => readonly string[] {
  const text = fold(lines.join('\n'))
  return (term) => {
    const ids: string[] = []
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
      ids.push(owners[line] ?? '')
      const end = text.indexOf('\n', at)
      if (end < 0) break
      start = end + 1
      line++
    }
    return ids
  }
}
