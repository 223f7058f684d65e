// The one filter grammar of the query string: API, feeds, pages and widget read and write it here.
// A comma means "any of", repetition "and", a leading hyphen "none of"; names are identifiers or
// labels in any language.
import { printDay } from '../domain/date/civil-day.ts'
import { parseWindowDay, type DateWindow } from '../domain/query/window.ts'
import type { Clause, EventQuery } from '../domain/query/event-query.ts'
import { failed, ok, type Result } from '../domain/result.ts'
import { parseTerms } from '../domain/query/search.ts'
import { foldText } from '../domain/text/fold.ts'
import type { Names, Vocabulary } from '../domain/query/names.ts'

export const filterParameters = [
  'theme',
  'actor',
  'from',
  'to',
  'match',
  'undated',
  'q',
  'sort',
] as const
export type FilterParameter = (typeof filterParameters)[number]

/** At most so many repetitions of `theme` and `actor`, and names in each. */
export const maxClauses = 20

/**
 * A filter as parameters in canonical order and spelling (`filterEntries`), without lang, limit and
 * cursor.
 */
export type Filter = readonly (readonly [parameter: string, value: string])[]

/** The values of each parameter as they stand in the query string, decoded. */
export type FilterText = Readonly<Partial<Record<FilterParameter, readonly string[]>>>

/** What is wrong with a parameter. The message never repeats the value. */
export interface FilterFault {
  readonly parameter: FilterParameter
  readonly message: string
}

/** Reads a filter, with all faults at once. Empty values count as absent, since forms send them. */
export function parseFilter(
  text: FilterText,
  vocabulary: Vocabulary,
): Result<EventQuery, FilterFault[]> {
  const faults: FilterFault[] = []
  const take = <Value>(
    parameter: FilterParameter,
    result: Result<Value, string>,
    otherwise: Value,
  ): Value => {
    if (result.ok) return result.value
    faults.push({ parameter, message: result.failure })
    return otherwise
  }
  const one = (parameter: FilterParameter): string =>
    text[parameter]?.find((value) => value !== '') ?? ''
  const day = (parameter: 'from' | 'to') =>
    one(parameter) === '' ? null : take(parameter, windowDay(one(parameter), parameter), null)

  const window: DateWindow = {
    from: day('from'),
    to: day('to'),
    match: take('match', choice(one('match'), ['possible', 'certain']), 'possible'),
    undated: take('undated', choice(one('undated'), ['exclude', 'include']), 'exclude'),
  }
  if (window.from !== null && window.to !== null && window.from > window.to) {
    faults.push({ parameter: 'to', message: 'lies before from' })
  }
  const query: EventQuery = {
    themes: take('theme', clauses(text.theme ?? [], vocabulary.themes, 'theme'), []),
    actors: take('actor', clauses(text.actor ?? [], vocabulary.actors, 'actor'), []),
    window,
    terms: take('q', parseTerms(one('q')), []),
    sort: take('sort', choice(one('sort'), ['date', '-date']), 'date'),
  }
  return faults.length === 0 ? ok(query) : failed(faults)
}

/**
 * The filter as parameters in one fixed order and spelling, so that equal filters have equal text.
 * Defaults are left out; reading it gives the same query.
 */
export function filterEntries(query: EventQuery): [FilterParameter, string][] {
  const { from, to, match, undated } = query.window
  const entries: [FilterParameter, string][] = [
    ...query.themes.map((clause): [FilterParameter, string] => ['theme', clauseText(clause)]),
    ...query.actors.map((clause): [FilterParameter, string] => ['actor', clauseText(clause)]),
  ]
  if (from !== null) entries.push(['from', printDay(from)])
  if (to !== null) entries.push(['to', printDay(to)])
  if (match !== 'possible') entries.push(['match', match])
  if (undated !== 'exclude') entries.push(['undated', undated])
  if (query.terms.length > 0) entries.push(['q', query.terms.join(' ')])
  if (query.sort !== 'date') entries.push(['sort', query.sort])
  return entries
}

function clauses(
  values: readonly string[],
  names: Names,
  what: string,
): Result<readonly Clause[], string> {
  const given = values.filter((value) => value !== '')
  if (given.length > maxClauses) return failed(`may be repeated at most ${maxClauses} times`)
  const read = new Map<string, Clause>()
  for (const value of given) {
    const clause = parseClause(value, names, what)
    if (!clause.ok) return clause
    read.set(clauseText(clause.value), clause.value)
  }
  return ok(
    [...read.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, clause]) => clause),
  )
}

function parseClause(value: string, names: Names, what: string): Result<Clause, string> {
  const exclude = value.startsWith('-')
  const parts = (exclude ? value.slice(1) : value).split(',')
  if (parts.length > maxClauses)
    return failed(`takes at most ${maxClauses} names separated by commas`)
  const ids = new Set<string>()
  for (const part of parts) {
    const id = names.get(foldText(part.trim()))
    if (id === undefined) return failed(`names no ${what} of this timeline`)
    ids.add(id)
  }
  return ok({ any: [...ids].toSorted(), exclude })
}

const clauseText = (clause: Clause): string => `${clause.exclude ? '-' : ''}${clause.any.join(',')}`

function windowDay(text: string, parameter: 'from' | 'to'): Result<number, string> {
  const day = parseWindowDay(text, parameter === 'from' ? 'first' : 'last')
  return day.ok ? day : failed('must be a day, month or year, such as 2020-02-01, 2020-02 or 2020')
}

function choice<Option extends string>(
  value: string,
  options: readonly [Option, ...Option[]],
): Result<Option, string> {
  if (value === '') return ok(options[0])
  const option = options.find((known) => known === value)
  return option === undefined ? failed(`must be ${options.join(' or ')}`) : ok(option)
}
