// The sets of ordinals of a segment that the conditions of a query select.
import type { Actor } from '../../domain/document/actor.ts'
import type { Clause, EventQuery } from '../../domain/query/event-query.ts'
import type { GroupsOf } from '../../domain/query/members.ts'
import type { DateWindow } from '../../domain/query/window.ts'
import { bitsBetween, inAll, inAny, noBits, setBit, without, type Bits } from '../segment/bits.ts'
import { gramsOfTerm } from '../segment/grams/of-text.ts'
import {
  actorKey,
  gramKey,
  groupKey,
  placeKey,
  roleClasses,
  roleKey,
  sourceKey,
  themeKey,
  unsureKey,
} from '../segment/keys.ts'
import type { ActorMarks } from '../segment/parts.ts'
import { addPostings } from '../segment/postings.ts'
import { crosses, eachCrossing } from '../segment/wide-dates.ts'
import {
  maxGrams,
  QueryTooBroad,
  type ConditionParameter,
  type SegmentAccess,
} from './segment-access.ts'

/** One set for each condition; null where there is none. Withdrawn events are in them, too. */
export interface ConditionSets {
  readonly themes: Bits | null
  readonly actors: Bits | null
  readonly sources: Bits | null
  /** Without undated events that the window leaves out. */
  readonly window: Bits | null
  readonly undated: Bits
  readonly text: Bits | null
  /** False if some events of `text` may not hold all terms. */
  readonly isTextExact: boolean
}

/** Actors as the query may name them in its terms. */
export interface NamedActors {
  readonly actors: readonly Actor[]
  readonly groupsOf: GroupsOf
  /** The actors that any actor is a member of. */
  readonly groups: ReadonlySet<string>
  /** True if memberships or roles are as they were when the segment was packed. */
  readonly isAsPacked: (kind: keyof ActorMarks) => boolean
  /** The actors whose role, and the places whose name, holds a term. */
  holding(term: string): { readonly roles: readonly string[]; readonly places: readonly string[] }
}

export async function conditionSets(
  access: SegmentAccess,
  query: EventQuery,
  named: NamedActors,
): Promise<ConditionSets> {
  const actorsOf = query.actors.length > 0 ? actorKeysBy(query, named) : () => []
  const themes = query.themes.map((clause) => keysOfClause(clause, clause.any.map(themeKey)))
  const actors = query.actors.map((clause) => keysOfClause(clause, actorsOf(clause)))
  const sources = query.sources.map((clause) => keysOfClause(clause, clause.any.map(sourceKey)))
  const roleKeys = roleKeysBy(named)
  const gramsEach = Math.floor(maxGrams / query.terms.length)
  const terms = query.terms.map((term) => termKeys(term, named, roleKeys, gramsEach))
  const keys: Readonly<Record<ConditionParameter, readonly string[]>> = {
    theme: keysOf(themes),
    actor: keysOf(actors),
    source: keysOf(sources),
    q: terms.flatMap(({ all, others }) => [...all, ...others]),
  }
  const all = [
    ...(query.window.match === 'certain' ? [unsureKey] : []),
    ...Object.values(keys).flat(),
  ]
  const bitsOf = setsOf(access, await blaming(() => broadest(access, keys), access.terms(all)))
  const { undated } = await access.apart()
  const texts = await blaming(
    () => 'q',
    Promise.all(terms.map((term) => textSet(access, term, bitsOf))),
  )
  return {
    themes: clauseSet(themes, bitsOf, access.events),
    actors: clauseSet(actors, bitsOf, access.events),
    sources: clauseSet(sources, bitsOf, access.events),
    window: await windowSet(access, query.window, { undated, unsure: bitsOf([unsureKey]) }),
    undated,
    text: allOf(texts),
    isTextExact: terms.every(({ exact }) => exact),
  }
}

/** Says which condition it is where a question is too broad. */
async function blaming<Value>(
  condition: () => ConditionParameter,
  asked: Promise<Value>,
): Promise<Value> {
  try {
    return await asked
  } catch (error) {
    throw error instanceof QueryTooBroad ? new QueryTooBroad(condition()) : error
  }
}

/** The condition whose terms are in most parts. */
function broadest(
  access: SegmentAccess,
  keys: Readonly<Record<ConditionParameter, readonly string[]>>,
): ConditionParameter {
  const parts = (condition: ConditionParameter): number => access.termParts(keys[condition])
  return (['theme', 'actor', 'source', 'q'] as const).reduce((most, condition) =>
    parts(condition) > parts(most) ? condition : most,
  )
}

/** The events that have any of these terms. */
type BitsOf = (keys: readonly string[]) => Bits

const setsOf =
  (access: SegmentAccess, found: Awaited<ReturnType<SegmentAccess['terms']>>): BitsOf =>
  (keys) => {
    const bits = noBits(access.events)
    for (const key of keys) {
      const term = found.get(key)
      if (term !== undefined) addPostings(term.list, bits)
    }
    return bits
  }

/** The set of all; null for none. */
export function allOf(sets: readonly (Bits | null)[]): Bits | null {
  const [first, ...others] = sets.filter((set) => set !== null)
  return first === undefined ? null : inAll(first, ...others)
}

interface ClauseKeys {
  readonly keys: readonly string[]
  readonly exclude: boolean
}

const keysOf = (clauses: readonly ClauseKeys[]): readonly string[] =>
  clauses.flatMap(({ keys }) => keys)

const keysOfClause = ({ exclude }: Clause, keys: readonly string[]): ClauseKeys => ({
  exclude,
  keys,
})

/** The terms of the actors of a clause and, unless the query excludes them, of their members at any depth. */
function actorKeysBy(
  { members }: EventQuery,
  { actors, groupsOf, groups, isAsPacked }: NamedActors,
): (clause: Clause) => readonly string[] {
  if (members === 'exclude' || groups.size === 0) return ({ any }) => any.map(actorKey)
  if (isAsPacked('members'))
    return ({ any }) => any.map((id) => (groups.has(id) ? groupKey(id) : actorKey(id)))
  return ({ any }) => {
    const isMember = (id: string): boolean => groupsOf(id).some((group) => any.includes(group))
    const others = actors.flatMap(({ id }) => (!any.includes(id) && isMember(id) ? [id] : []))
    return [...any, ...others].map(actorKey)
  }
}

function clauseSet(clauses: readonly ClauseKeys[], bitsOf: BitsOf, events: number): Bits | null {
  return allOf(
    clauses.map(({ keys, exclude }) =>
      exclude ? without(bitsBetween(events, 0, events), bitsOf(keys)) : bitsOf(keys),
    ),
  )
}

interface TermKeys {
  readonly all: readonly string[]
  readonly prefix: string | null
  readonly exact: boolean
  /** Events that have any of these hold the term in a role or the name of their place. */
  readonly others: readonly string[]
}

/** The terms of actors with these ids, all of those who have one role. */
function roleKeysBy({
  actors,
  isAsPacked,
}: NamedActors): (ids: readonly string[]) => readonly string[] {
  let classes: ReturnType<typeof roleClasses> | undefined
  return (ids) => {
    // Most words are in no role, so that nobody need know what roles there are.
    if (ids.length === 0 || !isAsPacked('roles')) return ids.map(actorKey)
    classes ??= roleClasses(actors)
    const first = classes
    return ids.map((id) => (first.has(id) ? roleKey(first.get(id) ?? id) : actorKey(id)))
  }
}

function termKeys(
  term: string,
  named: NamedActors,
  roleKeys: (ids: readonly string[]) => readonly string[],
  most: number,
): TermKeys {
  const grams = gramsOfTerm(term)
  if (grams === null) throw new QueryTooBroad('q')
  const { roles, places } = named.holding(term)
  return {
    // Some of the grams of a long term find what may hold it: the events are read and compared.
    all: spread(grams.all, most).map(gramKey),
    prefix: grams.prefix,
    exact: grams.exact,
    others: [...new Set(roleKeys(roles)), ...places.map(placeKey)],
  }
}

/** At most so many of a list, from all of it. */
const spread = <Item>(items: readonly Item[], most: number): readonly Item[] =>
  items.length <= most
    ? items
    : Array.from({ length: most }, (_, at) => items[Math.floor((at * items.length) / most)] as Item)

async function textSet(
  access: SegmentAccess,
  { all, prefix, others }: TermKeys,
  bitsOf: BitsOf,
): Promise<Bits> {
  const own = allOf(all.map((key) => bitsOf([key]))) ?? noBits(access.events)
  if (prefix !== null)
    for await (const terms of access.termsBeginning(gramKey(prefix)))
      for (const { list } of terms) addPostings(list, own)
  return inAny(own, bitsOf(others))
}

/** Null for a window without bounds. */
async function windowSet(
  access: SegmentAccess,
  window: DateWindow,
  { undated, unsure }: { readonly undated: Bits; readonly unsure: Bits },
): Promise<Bits | null> {
  const { from, to, match } = window
  if (from === null && to === null) return null
  const { within, wide } = await access.calendar()
  const dated = without(bitsBetween(access.events, ...within(window)), undated)
  const inside = match === 'certain' ? without(dated, unsure) : dated
  const numbers = wide.flatMap((reach, number) => (crosses(reach, window) ? [number] : []))
  for (const part of await access.wideDates(numbers))
    eachCrossing(part, window, (ordinal, isInside) => setBit(inside, ordinal, isInside))
  const takesUndated = window.undated === 'include' && match === 'possible'
  if (!takesUndated || (from !== null && to !== null && from > to)) return inside
  // An undated event may have happened on any day up to its anchor.
  const possible = bitsBetween(access.events, ...within({ from, to: null }))
  return inAny(inside, inAll(undated, possible))
}
