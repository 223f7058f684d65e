// The terms of the index. The first character of a key says its kind; the rest names what is meant. Those
// that most queries need have digits, so that they stand together.
import { isMonth, sectionOf, undatedSection, windowOf } from '../../domain/date/claims.ts'
import type { When } from '../../domain/date/when.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Actor } from '../../domain/document/actor.ts'
import type { Revision } from '../../domain/document/revision.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { participants } from '../../domain/query/members.ts'
import { xxh32 } from './checksums.ts'
import type { ActorMarks } from './parts.ts'

export const themeKey = (id: string): string => `t${id}`
/** Of all who take part, the place included. */
export const actorKey = (id: string): string => `a${id}`
export const placeKey = (id: string): string => `p${id}`
export const sourceKey = (id: string): string => `s${id}`
/** Of a group and all of its members, as they were when the segment was packed. */
export const groupKey = (id: string): string => `m${id}`
/** Of all actors that have the role of this one, which has the first id among them (`roleClasses`). */
export const roleKey = (id: string): string => `r${id}`
/** Of the facets of all events that are listed. */
export const listedKey = '*'
/** True for the terms that have facets. */
export const hasFacets = (key: string): boolean => /^[amst]/.test(key)
export const idKey = (id: string): string => `i${id}`
export const gramKey = (gram: string): string => `g${gram}`
/** In form 1 only; later the part of days has them. */
export const withdrawnKey = '2'
/** Events with an approximate or uncertain date, which are certainly in no window. */
export const unsureKey = '1'
/** Events without a date. In form 1 only; later the part of days has them. */
export const undatedKey = '0'
/** The kind of the windows between which events are only known to lie. */
export const windowKind = '3'
/** The kind of the changes, newest first. */
export const changeKind = 'c'

const windowKey = (window: string): string => windowKind + window

/** Code units are turned round, so that the newest edition and instant come first. */
export const changeKey = ({ edition, instant }: Revision): string =>
  changeKind + turned(`${String(edition).padStart(16, '0')}${instant}`)

/** @example changeOf(changeKey({ edition: 3, instant: '…Z' })) → { edition: 3, instant: '…Z' } */
export function changeOf(key: string): Revision {
  const text = turned(key.slice(1))
  return { edition: Number(text.slice(0, 16)), instant: text.slice(16) }
}

function turned(text: string): string {
  let result = ''
  for (let at = 0; at < text.length; at++)
    result += String.fromCharCode(0x7f - (text.charCodeAt(at) & 0x7f))
  return result
}

/** All terms of an event but those of its texts; none is repeated. */
export function keysOf(event: TimelineEvent): readonly string[] {
  return [
    idKey(event.id),
    changeKey(event.revision),
    ...event.themes.map(themeKey),
    ...participants(event).map(actorKey),
    ...(event.place === undefined ? [] : [placeKey(event.place)]),
    ...sourcesOf(event).map(sourceKey),
    ...dateKeys(event.when),
  ]
}

function dateKeys(when: When): string[] {
  const section = sectionOf(when)
  const unsure = when.approximate || when.uncertain ? [unsureKey] : []
  return isMonth(section) || section === undatedSection
    ? unsure
    : [...unsure, windowKey(windowOf(when) ?? '')]
}

/**
 * For each actor whose role others have, too: the one of them whose id is the first.
 * @example (b and a are mayors, c is a clerk) → Map { 'a' → 'a', 'b' → 'a' }
 */
export function roleClasses(
  actors: readonly Pick<Actor, 'id' | 'role'>[],
): ReadonlyMap<string, string> {
  const withRole = actors.filter(({ role }) => role !== undefined)
  const classes = Map.groupBy(withRole, ({ role }) => JSON.stringify(role))
  return new Map(
    [...classes.values()].flatMap((same) => {
      const ids = same.map(({ id }) => id).toSorted()
      return ids.length < 2 ? [] : ids.map((id) => [id, ids[0] ?? id] as const)
    }),
  )
}

/** What terms of actors follow from; they lead to the right events as long as its mark is the same. */
const marked = {
  members: ({ memberOf = [] }: Actor) =>
    memberOf.length < 2 ? (memberOf[0] ?? '') : memberOf.toSorted().join(' '),
  roles: ({ role }: Actor) => (role === undefined ? '' : JSON.stringify(role)),
}

/** The mark of actors by their memberships, or by their roles: XXH32 with the seeds 0 and 1. */
export function actorMark(kind: keyof ActorMarks, actors: readonly Actor[]): string {
  const lines = actors.flatMap((actor) => {
    const text = marked[kind](actor)
    return text === '' ? [] : [`${actor.id} ${text}\n`]
  })
  const bytes = new Uint8Array(new TextEncoder().encode(lines.toSorted().join('')))
  return xxh32(bytes) + xxh32(bytes, 1)
}
