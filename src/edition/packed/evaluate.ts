// What a query selects of a packed edition: sets of the segment, and edits.
import type { EventQuery } from '../../domain/query/event-query.ts'
import { countsAsSetAside, matches, type TextOf } from '../../domain/query/matches.ts'
import type { Counted } from '../reader.ts'
import { bitFrom, countBits, noBits, setBit, type Bits } from '../segment/bits.ts'
import type { ColumnKind } from '../segment/columns.ts'
import { actorKey, groupKey, listedKey, sourceKey, themeKey } from '../segment/keys.ts'
import type { Opened } from './opened.ts'
import type { Selected } from './sequences.ts'
import type { KnownSet } from './set-counts.ts'
import { allOf, conditionSets, type ConditionSets, type NamedActors } from './sets.ts'

/** A query with folded terms, and what it is compared with. */
export interface PackedQuery {
  readonly query: EventQuery
  readonly textOf: TextOf
  readonly named: NamedActors
}

/** The sets and edits that a query selects, but for some of its conditions. */
export interface Evaluated {
  /** Without the conditions on themes, actors or sources; null leaves none out. */
  readonly selected: (leftOut: Filtered | null) => Selected
  /** A set of the index that holds all of the selected, if there is one. */
  readonly known: (leftOut: Filtered | null) => Promise<KnownSet | null>
  readonly setAside: number
  /** True if every selected event was found to hold the terms. */
  readonly isExact: boolean
  /** False where `setAside` is an upper bound. */
  readonly isAsideExact: boolean
}

export type Filtered = ColumnKind

export const countSelected = ({ bits, adds }: Selected): number => countBits(bits) + adds.length

export async function evaluate(
  opened: Opened,
  asked: PackedQuery,
  counted: Counted,
): Promise<Evaluated> {
  const { query } = asked
  const sets = await conditionSets(opened.access, query, asked.named)
  const listed = await opened.listed()
  const isBounded = query.window.from !== null || query.window.to !== null
  const countsUndated =
    isBounded && (query.window.undated === 'exclude' || query.window.match === 'certain')
  const scope = [
    listed,
    ...(counted.choices === true ? [] : [sets.themes, sets.actors, sets.sources]),
  ]
  const textIn = textsOf(opened, asked, sets)
  const text = await textIn([...scope, sets.window])
  // The selected before the others: of days within others, no more have to be looked through.
  const aside = countsUndated ? await textIn([...scope, sets.undated]) : text
  const setOf = (window: Bits | null, leftOut: Filtered | null, held = text): Bits =>
    allOf([
      listed,
      window,
      held.bits,
      ...(['themes', 'actors', 'sources'] as const).map((kind) =>
        kind === leftOut ? null : sets[kind],
      ),
    ]) ?? listed
  const around = { textOf: asked.textOf, groupsOf: asked.named.groupsOf }
  const undated = countsUndated ? countBits(setOf(sets.undated, null, aside)) : 0
  const select = (leftOut: Filtered | null): Selected => {
    const wanted = leftOut === null ? query : { ...query, [leftOut]: [] }
    const adds = [...opened.adds.entries()].flatMap(([index, event]) =>
      matches(event, wanted, around) ? [index] : [],
    )
    return { bits: setOf(sets.window, leftOut), adds }
  }
  const known = new Map<Filtered | null, Selected>()
  return {
    selected(leftOut) {
      const all = known.get(leftOut) ?? select(leftOut)
      known.set(leftOut, all)
      return all
    },
    async known(leftOut) {
      const term = termOf(leftOut === null ? query : { ...query, [leftOut]: [] }, asked.named)
      if (term === null) return null
      const packed = await opened.packed()
      const bits = term.kind === null ? packed : (allOf([packed, sets[term.kind]]) ?? packed)
      return { ...term, bits }
    },
    setAside: countsUndated
      ? undated + opened.adds.filter((event) => countsAsSetAside(event, query, around)).length
      : 0,
    isExact: text.isExact,
    isAsideExact: aside.isExact || undated === 0,
  }
}

/** Parts of events that are read at most to learn which events hold the terms of a query. */
const maxVerified = 24

/** The events in a scope that hold the terms; not exact where some of them may not. */
interface Held {
  readonly bits: Bits | null
  readonly isExact: boolean
}

/** For each scope in turn: those that hold all terms, or may hold them where they are in too many parts. */
function textsOf(
  { access, revised }: Opened,
  { query, textOf }: PackedQuery,
  { text, isTextExact }: ConditionSets,
): (scope: readonly (Bits | null)[]) => Promise<Held> {
  const known = new Set<number>()
  return async (scope) => {
    if (isTextExact) return { bits: text, isExact: true }
    const candidates = allOf([text, ...scope]) ?? noBits(access.events)
    const { chunkOf } = await access.calendar()
    const chunks = new Set(known)
    const ordinals: number[] = []
    for (let at = bitFrom(candidates, 0); at >= 0; at = bitFrom(candidates, at + 1)) {
      chunks.add(chunkOf(at).chunk)
      if (chunks.size > maxVerified) return { bits: text, isExact: false }
      ordinals.push(at)
    }
    for (const chunk of chunks) known.add(chunk)
    const found = noBits(access.events)
    for (const [index, event] of (await access.eventsAt(ordinals)).entries())
      if (holds(query, textOf(revised(event)))) setBit(found, ordinals[index] ?? 0)
    return { bits: found, isExact: true }
  }
}

export const holds = ({ terms }: EventQuery, text: string): boolean =>
  terms.every((term) => text.includes(term))

/** The term of the index that has all events of a query; null if they are not those of one term. */
function termOf(
  { themes, actors, sources, terms, window, members }: EventQuery,
  { groups }: NamedActors,
): (Omit<KnownSet, 'bits'> & { readonly kind: Filtered | null }) | null {
  if (terms.length > 0 || window.from !== null || window.to !== null) return null
  const clauses = [
    ...themes.map((clause) => ({ ...clause, kind: 'themes', keyOf: themeKey }) as const),
    ...actors.map((clause) => ({ ...clause, kind: 'actors', keyOf: actorKey }) as const),
    ...sources.map((clause) => ({ ...clause, kind: 'sources', keyOf: sourceKey }) as const),
  ]
  const [first, second] = clauses
  if (first === undefined) return { key: listedKey, exclude: false, kind: null }
  const { any, exclude, kind, keyOf } = first
  const [id, other] = any
  if (second !== undefined || id === undefined || other !== undefined) return null
  const isGroup = kind === 'actors' && members === 'include' && groups.has(id)
  return { key: isGroup ? groupKey(id) : keyOf(id), exclude, kind }
}
