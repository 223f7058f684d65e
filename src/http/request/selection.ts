// From a request to what it selects: timeline, edition, filter and part of the answer. Nothing is
// looked up in the events yet, so that a conditional request can end before that.
import {
  filterEntries,
  filterParameters,
  parseFilter,
  type FilterText,
} from '../../address/filter.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { everything, type EventQuery } from '../../domain/query/event-query.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import type { Edition, Part } from '../../edition/head-reader.ts'
import { readCursor, type Cursor } from '../../address/cursor.ts'
import { fingerprint } from '../../address/fingerprint.ts'
import type { Staleness } from '../../store/read/store.ts'
import { one, writeQuery, type Query } from './query-string.ts'
import { mostEvents, usualEvents } from './parameters.ts'
import { type ProblemType, readProblem } from '../problem.ts'
import type { Exchange } from './exchange.ts'

/** What `chooseEdition` may answer instead, and the reading of the query before it. */
export const chooseProblems: readonly ProblemType[] = [
  'invalid-parameter',
  'duplicate-parameter',
  'not-found',
  'cursor-expired',
  'timeline-gone',
  'store-unavailable',
]

/** What `select` may answer instead. */
export const selectProblems: readonly ProblemType[] = [...chooseProblems, 'invalid-cursor']

/** One edition of a timeline as a request asked for it. */
export interface Chosen {
  readonly edition: Edition
  /** True where the address names the edition, so that its answer never changes. */
  readonly pinned: boolean
  readonly stale: Staleness
}

/** Pairs of a query string, in canonical order. */
export type Entries = readonly (readonly [name: string, value: string])[]

export interface Selection extends Chosen {
  readonly query: EventQuery
  readonly part: Part
  /** The filter alone, canonically: the same for all formats. */
  readonly filter: Entries
  /** Everything that the answer depends on, canonically. */
  readonly entries: Entries
  /** The same as a query string with its question mark. */
  readonly search: string
}

interface Limits {
  readonly usual: number
  readonly most: number
}

/** Parameters beside the filter that decide the answer, in canonical order. */
const optionNames = ['limit', 'facets', 'lang', 'vague', 'bom', 'edition', 'cursor'] as const

/** Values that say what holds anyway. */
const defaults: Readonly<Record<string, string>> = { facets: 'false', vague: 'exclude', bom: '1' }

export async function chooseEdition(exchange: Exchange): Promise<Result<Chosen, Response>> {
  const wanted = one(exchange.query, 'edition')
  return editionOf(exchange, wanted === undefined ? null : Number(wanted), 'not-found')
}

export async function select(
  exchange: Exchange,
  limits: Limits = { usual: usualEvents, most: mostEvents },
): Promise<Result<Selection, Response>> {
  const text = one(exchange.query, 'cursor')
  const cursor = text === undefined ? null : readCursor(text)
  if (cursor?.ok === false) return failed(exchange.problem('invalid-cursor'))

  const chosen =
    cursor === null
      ? await chooseEdition(exchange)
      : await editionOf(exchange, cursor.value.edition, 'cursor-expired')
  if (!chosen.ok) return chosen

  const known = selections.get(chosen.value.edition) ?? new WeakMap<Query, Selection>()
  const before = known.get(exchange.query)
  if (before?.stale === chosen.value.stale) return ok(before)
  const selected = selectFrom(chosen.value, cursor?.value ?? null, exchange, limits)
  if (selected.ok) {
    selections.set(chosen.value.edition, known)
    known.set(exchange.query, selected.value)
  }
  return selected
}

/** By edition and query: a query that is asked again is the same object (query-reader.ts). */
const selections = new WeakMap<Edition, WeakMap<Query, Selection>>()

function selectFrom(
  chosen: Chosen,
  cursor: Cursor | null,
  { query, problem }: Exchange,
  limits: Limits,
): Result<Selection, Response> {
  const parsed = parseFilter(filterText(query), chosen.edition.vocabulary)
  if (!parsed.ok) {
    return failed(
      problem('invalid-parameter', {
        errors: parsed.failure.map(({ parameter, message }) => ({ parameter, detail: message })),
      }),
    )
  }
  const filter = filterEntries(parsed.value)
  if (cursor !== null && cursor.filter !== filterName(filter))
    return failed(problem('invalid-cursor'))

  const limit = Math.min(Number(one(query, 'limit') ?? limits.usual), limits.most)
  const usual: Readonly<Record<string, string>> = { ...defaults, limit: String(limits.usual) }
  const entries: [string, string][] = [...filter]
  for (const name of optionNames) {
    const value = one(query, name)
    if (value !== undefined && value !== usual[name]) entries.push([name, value])
  }
  return ok({
    edition: chosen.edition,
    stale: chosen.stale,
    pinned: chosen.pinned || cursor !== null,
    query: parsed.value,
    part: { limit, after: cursor === null ? null : cursor.after },
    filter,
    entries,
    search: writeQuery(entries),
  })
}

/** The name of a filter in cursors and tags. */
export const filterName = (filter: Entries): string => fingerprint(writeQuery(filter))

/** The selection of everything, for one timeline as a whole. */
export const selectAll = (chosen: Chosen): Selection => ({
  ...chosen,
  query: everything,
  part: { limit: Infinity, after: null },
  filter: [],
  entries: [],
  search: '',
})

async function editionOf(
  exchange: Exchange,
  number: number | null,
  missing: ProblemType,
): Promise<Result<Chosen, Response>> {
  const { service, values, problem } = exchange
  const timeline = values['timeline'] ?? ''
  if (!isIdentifier(timeline)) return failed(problem('not-found'))
  const current = await service.store.current(timeline)
  if (!current.ok) return failed(readProblem(exchange, current.failure))
  const { value: edition, stale } = current.value
  if (number === null) return ok({ edition, stale, pinned: false })
  if (number === edition.head.edition.number) return ok({ edition, stale, pinned: true })
  const kept = await service.store.edition(timeline, number)
  if (kept.ok)
    return ok({ edition: kept.value.value.edition, stale: kept.value.stale, pinned: true })
  return failed(
    kept.failure === 'not-found' ? problem(missing) : readProblem(exchange, kept.failure),
  )
}

function filterText(query: Query): FilterText {
  const text: Partial<Record<(typeof filterParameters)[number], readonly string[]>> = {}
  for (const name of filterParameters) {
    const values = query.get(name)
    if (values !== undefined) text[name] = values
  }
  return text
}
