// The terms of the index. The first character of a key says its kind; the rest names what is meant. Those
// that most queries need have digits, so that they stand together.
import { isMonth, sectionOf, undatedSection, windowOf } from '../../domain/date/claims.ts'
import type { When } from '../../domain/date/when.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Revision } from '../../domain/document/revision.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { participants } from '../../domain/query/members.ts'

export const themeKey = (id: string): string => `t${id}`
/** Of all who take part, the place included. */
export const actorKey = (id: string): string => `a${id}`
export const placeKey = (id: string): string => `p${id}`
export const sourceKey = (id: string): string => `s${id}`
/** True for the terms of what events name. */
export const isOfIds = (key: string): boolean => /^[apst]/.test(key)
export const idKey = (id: string): string => `i${id}`
export const gramKey = (gram: string): string => `g${gram}`
export const withdrawnKey = '2'
/** Events with an approximate or uncertain date, which are certainly in no window. */
export const unsureKey = '1'
/** Events without a date. */
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
    ...(event.status === 'withdrawn' ? [withdrawnKey] : []),
    ...dateKeys(event.when),
  ]
}

function dateKeys(when: When): string[] {
  const section = sectionOf(when)
  const unsure = when.approximate || when.uncertain ? [unsureKey] : []
  if (section === undatedSection) return [...unsure, undatedKey]
  return isMonth(section) ? unsure : [...unsure, windowKey(windowOf(when) ?? '')]
}
