// Names of themes, actors and places in cells: those of the timeline by id, name or alias; near ones are
// offered, new ones asked. Nothing is added without a person's word.
import { nearestId } from '../../domain/check/nearest.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { foldText } from '../../domain/text/fold.ts'
import { foldHan } from '../../domain/text/fold-han.ts'
import { byLanguage, type AuthoredText } from '../../domain/text/language-map.ts'
import type { Asker } from './asker.ts'
import { uniqueId, wordsId } from './ids.ts'

export type NameList = 'themes' | 'actors'

/** As names are compared: whatever their case, width, spaces and form of characters. */
export const foldName = (name: string): string =>
  foldHan(foldText(name)).replaceAll(/\s+/g, ' ').trim()

/** Names of a list, folded, and how many signs at which lists are cut one of them holds at most. */
export interface NameSet {
  readonly has: (folded: string) => boolean
  readonly mostSigns: number
}

const listSigns = /[;；、|\n]/g

export function nameSet(folded: Iterable<string>): NameSet {
  const names = new Set(folded)
  const signs = Array.from(names, (name) => name.match(listSigns)?.length ?? 0)
  return { has: (name) => names.has(name), mostSigns: signs.reduce((a, b) => Math.max(a, b), 0) }
}

/**
 * The parts of a cell that lists several things. A name that is known is not cut, though it holds such signs.
 * @example cutList('市、县通报；晚报', nameSet(['市、县通报'])) → ['市、县通报', '晚报']
 */
export function cutList(text: string, known: NameSet, signs: RegExp = listSigns): string[] {
  const cuts = Array.from(text.matchAll(signs), ({ index }) => index)
  const starts = [0, ...cuts.map((at) => at + 1)]
  const ends = [...cuts, text.length]
  const parts: string[] = []
  for (let first = 0; first < starts.length; first++) {
    const upTo = (last: number): string => text.slice(starts[first], ends[last]).trim()
    let last = Math.min(ends.length - 1, first + known.mostSigns)
    while (last > first && !known.has(foldName(upTo(last)))) last -= 1
    parts.push(upTo(last))
    first = last
  }
  return parts.filter((part) => part !== '')
}

type Theme = TimelineDocument['themes'][number]
type Actor = TimelineDocument['actors'][number]

export interface ReadNames {
  /** The id of each name in a cell; undefined while it is open, null if it is not kept. */
  readonly idOf: (list: NameList, name: string) => string | null | undefined
  readonly themes: readonly Theme[]
  readonly actors: readonly Actor[]
}

/** A name in the order of its first row, and whether it is that of a place. */
export interface WantedName {
  readonly list: NameList
  readonly name: string
  /** Of an id in a table of ours, what the table says beside it. */
  readonly label?: string | undefined
  readonly isPlace: boolean
}

/** Finds every name, and asks about those that the timeline does not have. */
export function readNames(
  document: TimelineDocument,
  wanted: readonly WantedName[],
  { asker, known }: { readonly asker: Asker; readonly known: KnownNames },
): ReadNames {
  const ids = { themes: new Map<string, string | null>(), actors: new Map<string, string | null>() }
  const strange: WantedName[] = []
  const seen = new Set<string>()
  const places = new Set(wanted.flatMap(({ name, isPlace }) => (isPlace ? [foldName(name)] : [])))
  for (const one of wanted) {
    const key = foldName(one.name)
    if (seen.has(`${one.list} ${key}`)) continue
    seen.add(`${one.list} ${key}`)
    const names = known[one.list]
    const found = names.get(one.name) ?? names.get(key) ?? names.get(foldName(one.label ?? ''))
    if (found !== undefined) ids[one.list].set(key, found.id)
    else strange.push(one)
  }
  const added = addStrange(document, strange, { asker, known, ids, places })
  return {
    idOf: (list, name) => ids[list].get(foldName(name)),
    themes: added.themes,
    actors: added.actors,
  }
}

interface KnownName {
  readonly id: string
  /** As the timeline has it. */
  readonly name: string
}

/** By the id itself, and by folded names. */
export type KnownNames = Readonly<Record<NameList, ReadonlyMap<string, KnownName>>>

export function knownNames({ themes, actors, language }: TimelineDocument): KnownNames {
  const named = (id: string, texts: readonly AuthoredText[]): [string, KnownName][] => {
    const names = texts.flatMap((text) => Object.values(byLanguage(text, language)))
    return [
      [id, { id, name: names[0] ?? id }],
      ...names.map((name): [string, KnownName] => [foldName(name), { id, name }]),
    ]
  }
  return {
    themes: new Map(themes.flatMap(({ id, label }) => named(id, [label]))),
    actors: new Map(
      actors.flatMap(({ id, name, aliases = {} }) =>
        named(id, [name, ...Object.values(aliases).flat()]),
      ),
    ),
  }
}

interface Strange {
  readonly asker: Asker
  readonly known: KnownNames
  readonly ids: Readonly<Record<NameList, Map<string, string | null>>>
  readonly places: ReadonlySet<string>
}

function addStrange(
  document: TimelineDocument,
  strange: readonly WantedName[],
  { asker, known, ids, places }: Strange,
): { themes: readonly Theme[]; actors: readonly Actor[] } {
  const themes: Theme[] = []
  const actors: Actor[] = []
  const taken = new Set([...document.themes, ...document.actors].map(({ id }) => id))
  for (const list of ['themes', 'actors'] as const) {
    const names = strange.filter((one) => one.list === list)
    // Those that are like a known name, or that somebody has decided about.
    const near = names.filter(
      ({ name, label = name }) =>
        nearNames(known[list], label).length > 0 || asker.given(`${list}/${name}`) !== null,
    )
    const all = names.filter((one) => !near.includes(one))
    const how = all.length === 0 ? null : askAll(list, all, asker)
    for (const one of names) {
      const key = foldName(one.name)
      const answer =
        near.includes(one) || how === 'each'
          ? askOne(one, nearNames(known[list], one.label ?? one.name), asker)
          : how
      if (answer === null) continue
      // The answer for all of them is not remembered, since it would hold for others.
      if (answer === 'none') asker.keep(`${list}/${one.name}`, answer)
      if (answer === 'none') ids[list].set(key, null)
      else if (answer !== 'add') ids[list].set(key, answer)
      else {
        const { name, label = name } = one
        // An id of another timeline stays one, where it is free.
        const isFree = one.label !== undefined && isIdentifier(name) && !taken.has(name)
        const id = isFree ? name : nameId(label, list, taken)
        taken.add(id)
        ids[list].set(key, id)
        if (list === 'themes') themes.push({ id, label })
        else actors.push({ id, ...(places.has(key) && { kind: 'place' as const }), name: label })
      }
    }
  }
  return { themes, actors }
}

/** Once for all names of a list that are like none that is known. */
function askAll(list: NameList, names: readonly WantedName[], asker: Asker): string | null {
  const { words } = asker
  return asker.ask({
    id: `new/${list}`,
    words: words.questions.newNames(
      list,
      names.map(({ name, label = name }) => label),
    ),
    choices: [
      { value: 'add', words: words.choices.addAll },
      { value: 'each', words: words.choices.each },
      { value: 'none', words: words.choices.noneKept },
    ],
  })
}

function askOne(
  { list, name, label = name }: WantedName,
  near: readonly KnownName[],
  asker: Asker,
): string | null {
  const { words } = asker
  return asker.ask({
    id: `${list}/${name}`,
    words: words.questions.newName(list, label),
    choices: [
      ...near.map((known) => ({
        value: known.id,
        words: words.choices.sameAs(known.name, known.id),
      })),
      { value: 'add', words: words.choices.add },
      { value: 'none', words: words.choices.noneKept },
    ],
  })
}

/** Known names that a name may be a misspelling or a shorter form of. */
function nearNames(known: ReadonlyMap<string, KnownName>, name: string): KnownName[] {
  const folded = foldName(name)
  const names = [...known.keys()]
  const parts = names.filter(
    (one) => one.length > 1 && folded.length > 1 && (one.includes(folded) || folded.includes(one)),
  )
  const spelled = folded.length > 3 ? nearestId(folded, names) : null
  const near = [...new Set([...(spelled === null ? [] : [spelled]), ...parts])]
  const byId = new Map(near.flatMap((one) => known.get(one) ?? []).map((one) => [one.id, one]))
  return [...byId.values()].slice(0, 4)
}

const prefixes = { themes: 'theme', actors: 'actor' } as const

function nameId(name: string, list: NameList, taken: ReadonlySet<string>): string {
  const slug = wordsId(name)
  if (slug !== null) return uniqueId(slug, taken)
  for (let number = 1; ; number++) {
    const id = `${prefixes[list]}-${number}`
    if (isIdentifier(id) && !taken.has(id)) return id
  }
}
