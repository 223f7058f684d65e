// Cursors: opaque to clients. Each contains its edition and filter, so that paging neither repeats
// nor skips an event, even if a new edition is published in between. The list of timelines has no
// editions: its cursor is the id behind which it continues.
import { broken, type BrokenRule } from '../domain/broken-rule.ts'
import { failed, ok, type Result } from '../domain/result.ts'

export interface Cursor {
  readonly edition: number
  /** Ordinal of the last event returned. */
  readonly after: number
  /** `fingerprint` of the canonical filter for which the cursor was made. */
  readonly filter: string
}

/** In a cursor no other ordinal takes more room. */
export const longestOrdinal = 99_999_999

export const writeCursor = ({ edition, after, filter }: Cursor): string =>
  encode(`${edition}.${after}.${filter}`)

/** @example readCursor('My4xOS5hYmM') → ok({ edition: 3, after: 19, filter: 'abc' }) */
export function readCursor(text: string): Result<Cursor, BrokenRule> {
  const match = /^([1-9]\d{0,8})\.(\d{1,8})\.([0-9a-z]{1,16})$/.exec(decode(text))
  if (match === null) return failed(broken('not-a-cursor'))
  const [, edition, after, filter] = match
  return ok({ edition: Number(edition), after: Number(after), filter: filter ?? '' })
}

export const writeListCursor = (id: string): string => encode(`after.${id}`)

/** @example readListCursor('YWZ0ZXIudG93bg') → ok('town') */
export function readListCursor(text: string): Result<string, BrokenRule> {
  const [, id] = /^after\.([a-z0-9-]{1,64})$/.exec(decode(text)) ?? []
  return id === undefined ? failed(broken('not-a-cursor')) : ok(id)
}

/** Base64 without its padding. What cursors are made of, ASCII below `z`, has neither + nor / in it. */
const encode = (text: string): string => btoa(text).replaceAll('=', '')

/** Empty for what is no base64; `atob` would also take white space and padding. */
function decode(text: string): string {
  if (/[^A-Za-z0-9]/.test(text)) return ''
  try {
    return atob(text)
  } catch {
    return ''
  }
}
