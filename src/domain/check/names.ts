// Ambiguous names: a filter accepts an identifier or a label in any language, so no name may select
// two things, nor look like another one. Identifiers take precedence.
import { broken } from '../broken-rule.ts'
import { faultOf, type Fault } from './fault.ts'
import { pointerOf } from '../document/pointer.ts'
import { foldCase, withoutIgnorables } from '../text/fold.ts'
import { locatedTexts, type LooseDocument, type Located } from './loose-document.ts'

interface Named {
  readonly pointer: string
  readonly id: string | undefined
  readonly names: readonly Located<string>[]
}

export function nameFaults(document: LooseDocument): Fault[] {
  const themes = document.themes.map(({ pointer, value }) => ({
    pointer,
    id: value.id,
    names: locatedTexts(`${pointer}/label`, value.label),
  }))
  const actors = document.actors.map(({ pointer, value }) => ({
    pointer,
    id: value.id,
    names: [
      ...locatedTexts(`${pointer}/name`, value.name),
      ...aliases(`${pointer}/aliases`, value.aliases ?? {}),
    ],
  }))
  return [...ambiguities(themes, 'theme'), ...ambiguities(actors, 'actor')]
}

function ambiguities(things: readonly Named[], what: 'theme' | 'actor'): Fault[] {
  // An identifier is also a name, and the first holder of a name keeps it.
  const holders = new Map<string | undefined, Named>(things.map((thing) => [thing.id, thing]))
  return things.flatMap((thing) =>
    thing.names.flatMap(({ pointer, value }): Fault[] => {
      const name = foldCase(withoutIgnorables(value).trim())
      const holder = holders.get(name) ?? thing
      if (holder.id !== undefined) holders.set(name, holder)
      if (holder.id === thing.id) return []
      return [faultOf(pointer, broken('ambiguous-name', { holder: holder.pointer, what }))]
    }),
  )
}

function aliases(
  pointer: string,
  lists: Readonly<Record<string, readonly string[]>>,
): Located<string>[] {
  return Object.entries(lists).flatMap(([language, names]) =>
    names.map((value, index) => ({ pointer: pointer + pointerOf([language, index]), value })),
  )
}
