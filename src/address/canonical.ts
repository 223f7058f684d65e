// The canonical text of a filter: one order and one spelling, so that equal queries have equal
// addresses. Written from an `EventQuery`, and read back only if this service wrote it.
import { parseDay, printDay } from '../domain/date/civil-day.ts'
import { everything, type Clause, type EventQuery } from '../domain/query/event-query.ts'

/** Decoded names and values of a query string, in order. */
export type Pairs = readonly (readonly [name: string, value: string])[]

/**
 * The filter as parameters. Defaults are left out; reading it gives the same query.
 * @example { themes: [{ any: ['work'], exclude: true }], … } → [['theme', '-work']]
 */
export function writeFilter(query: EventQuery): Pairs {
  const { from, to, match, undated } = query.window
  const pairs: [string, string][] = [
    ...query.themes.map((clause): [string, string] => ['theme', writeClause(clause)]),
    ...query.actors.map((clause): [string, string] => ['actor', writeClause(clause)]),
    ...query.sources.map((clause): [string, string] => ['source', writeClause(clause)]),
  ]
  if (query.members !== 'include') pairs.push(['members', query.members])
  if (from !== null) pairs.push(['from', printDay(from)])
  if (to !== null) pairs.push(['to', printDay(to)])
  if (match !== 'possible') pairs.push(['match', match])
  if (undated !== 'exclude') pairs.push(['undated', undated])
  if (query.terms.length > 0) pairs.push(['q', query.terms.join(' ')])
  if (query.sort !== 'date') pairs.push(['sort', query.sort])
  return pairs
}

/** A clause as one value: `a,b`, or `-a,b` for none of them. */
export const writeClause = ({ any, exclude }: Clause): string =>
  `${exclude ? '-' : ''}${any.join(',')}`

/**
 * The exact inverse of `writeFilter`. Other parameters are ignored, and values are not checked.
 * @example [['theme', '-work']] → { themes: [{ any: ['work'], exclude: true }], … }
 */
export function readCanonical(pairs: Pairs): EventQuery {
  const all = (wanted: string) => pairs.flatMap(([name, value]) => (name === wanted ? [value] : []))
  const [from = ''] = all('from')
  const [to = ''] = all('to')
  return {
    themes: all('theme').map(readClause),
    actors: all('actor').map(readClause),
    sources: all('source').map(readClause),
    members: all('members')[0] === 'exclude' ? 'exclude' : 'include',
    window: {
      from: parseDay(from),
      to: parseDay(to),
      match: all('match')[0] === 'certain' ? 'certain' : 'possible',
      undated: all('undated')[0] === 'include' ? 'include' : 'exclude',
    },
    terms: all('q').flatMap((words) => words.split(' ')),
    sort: sorts.find((sort) => sort === all('sort')[0]) ?? everything.sort,
  }
}

export const sorts = ['date', '-date', '-updated'] as const satisfies readonly EventQuery['sort'][]

function readClause(text: string): Clause {
  const exclude = text.startsWith('-')
  return { any: (exclude ? text.slice(1) : text).split(','), exclude }
}

/** The text of a filter without a question mark; written once per query, since an answer repeats it. */
export function filterText(query: EventQuery): string {
  const known = texts.get(query)
  if (known !== undefined) return known
  const text = writePairs(writeFilter(query))
  texts.set(query, text)
  return text
}

const texts = new WeakMap<EventQuery, string>()

/** Pairs as a query string with its question mark; empty without pairs. */
export function writeSearch(pairs: Pairs): string {
  const text = writePairs(pairs)
  return text && `?${text}`
}

export const writePairs = (pairs: Pairs): string =>
  pairs.map(([name, value]) => `${name}=${encode(value)}`).join('&')

/** Commas, colons and slashes may stay unescaped in a query (RFC 3986, 3.4): easier to read. */
const encode = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(/%(?:2C|2F|3A)/g, decodeURIComponent)
