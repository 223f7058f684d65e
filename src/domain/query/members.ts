// Members of groups: an event of a member, at any depth, is found under the group, too.
import type { Actor } from '../document/actor.ts'
import type { TimelineEvent } from '../document/event.ts'
import type { EventQuery } from './event-query.ts'

/** The participants of an event: its actors, and its place, which is also an actor. */
export function participants(event: Pick<TimelineEvent, 'actors' | 'place'>): readonly string[] {
  return event.place === undefined || event.actors.includes(event.place)
    ? event.actors
    : [...event.actors, event.place]
}

/** The groups that an actor belongs to, directly or through other groups; without the actor. */
export type GroupsOf = (actor: string) => readonly string[]

/**
 * Each actor is looked up once. Ends for stored editions with circles, which are refused today.
 * @example groupsIn([{ id: 'a', memberOf: ['b'] }, { id: 'b', memberOf: ['c'] }, …])('a') → ['b', 'c']
 */
export function groupsIn(actors: readonly Pick<Actor, 'id' | 'memberOf'>[]): GroupsOf {
  const direct = new Map<string, readonly string[]>()
  for (const { id, memberOf } of actors) if (memberOf !== undefined) direct.set(id, memberOf)
  const known = new Map<string, readonly string[]>()
  return (actor) => {
    const own = direct.get(actor)
    const [first] = own ?? noGroups
    if (own === undefined || first === undefined) return noGroups
    // Most are in none, or in one, which is in none.
    if (own.length === 1 && !direct.has(first)) return own
    const groups = known.get(actor) ?? reached(actor, own, direct)
    known.set(actor, groups)
    return groups
  }
}

const noGroups: readonly string[] = []

/** The actors that any of them is a member of. */
export const groupsAmong = (actors: readonly Pick<Actor, 'memberOf'>[]): ReadonlySet<string> =>
  new Set(actors.flatMap(({ memberOf = [] }) => memberOf))

function reached(
  actor: string,
  own: readonly string[],
  direct: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const groups = new Set<string>(own)
  // A set may grow while it is walked.
  for (const group of groups) for (const next of direct.get(group) ?? []) groups.add(next)
  groups.delete(actor)
  return [...groups]
}

/** The actors under which a query finds an event: all who take part and, by default, their groups. */
export function foundUnder(
  event: TimelineEvent,
  { members }: Pick<EventQuery, 'members'>,
  groupsOf: GroupsOf,
): readonly string[] {
  const direct = participants(event)
  if (members === 'exclude') return direct
  const groups = direct.flatMap(groupsOf)
  return groups.length === 0 ? direct : [...new Set([...direct, ...groups])]
}

/**
 * Those who take part and are members of an actor that the query asks for, where that actor does not
 * take part itself.
 * @example (an event of li-ming, { actors: [only('committee')], … }, groupsOf) → ['li-ming']
 */
export function through(
  event: Pick<TimelineEvent, 'actors' | 'place'>,
  { actors, members }: EventQuery,
  groupsOf: GroupsOf,
): readonly string[] {
  if (members === 'exclude') return []
  const direct = participants(event)
  const wanted = actors
    .filter(({ any, exclude }) => !exclude && !any.some((id) => direct.includes(id)))
    .flatMap(({ any }) => any)
  return wanted.length === 0
    ? []
    : direct.filter((id) => groupsOf(id).some((group) => wanted.includes(group)))
}

/** The actors that a query names and that have members, so that `members` makes a difference. */
export function groupsAsked(
  { actors }: Pick<EventQuery, 'actors'>,
  all: readonly Pick<Actor, 'memberOf'>[],
): readonly string[] {
  const groups = groupsAmong(all)
  return [...new Set(actors.flatMap(({ any }) => any))].filter((id) => groups.has(id))
}
