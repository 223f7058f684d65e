// From a parsed request to its selection: an edition, a query with ids, a slice of the result.
// Reads no events yet, so that a conditional request can end before that.
import { queryString } from '../../address/addresses.ts'
import { writeCursor, type Cursor } from '../../address/cursor.ts'
import {
  readFilter,
  resolveNames,
  type FilterFault,
  type FilterValues,
} from '../../address/filter.ts'
import { fingerprint } from '../../address/fingerprint.ts'
import { broken } from '../../domain/broken-rule.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { isIdentifier } from '../../domain/document/identifier.ts'
import { everything, type EventQuery } from '../../domain/query/event-query.ts'
import { matches } from '../../domain/query/matches.ts'
import { groupsIn } from '../../domain/query/members.ts'
import { searchText } from '../../domain/query/search.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { hanFolder } from '../../domain/text/fold.ts'
import type { EditionReader, Slice } from '../../edition/reader.ts'
import type { ReachedList } from '../../page/view.ts'
import type { ReadFailure, Staleness } from '../../store/read/store.ts'
import {
  editionProblem,
  problem,
  readProblem,
  type Problem,
  type ProblemError,
  type ProblemType,
} from '../problem.ts'
import type { Exchange } from './exchange.ts'
import type { QueryFault } from './query-string.ts'
import { defaultEvents, maxEvents } from './parameters.ts'

/** The problems of `chooseEdition`, and of parsing the query before it. */
export const chooseProblems: readonly ProblemType[] = [
  'invalid-parameter',
  'duplicate-parameter',
  'not-found',
  'cursor-expired',
  'timeline-gone',
  'store-unavailable',
]

/** The problems of `select`, and of answering what it selects. */
export const selectProblems: readonly ProblemType[] = [
  ...chooseProblems,
  'invalid-cursor',
  'query-too-broad',
]

/** The edition of a timeline that a request asks for. */
export interface Chosen {
  readonly reader: EditionReader
  /** True if the address names the edition, so that the response never changes. */
  readonly pinned: boolean
  readonly isNewest: boolean
  readonly stale: Staleness
  /** The edition that addresses in the answer name: the one asked for, or that of the cursor if it is an older one. */
  readonly pinnedEdition?: number | undefined
}

export interface Selection extends Chosen {
  readonly query: EventQuery
  readonly slice: Slice
}

/** What a surface gives where a request does not say. */
export interface Defaults {
  /** Default and maximum number of events. */
  readonly limit: { readonly default: number; readonly max: number }
  /** The order of a request that names neither `sort` nor `limit`. */
  readonly order?: EventQuery['sort']
  /** True for a list with headings (`Slice`). */
  readonly bySection?: true
}

export type OfTimeline = { readonly timeline: string }
type EditionAsked = { readonly edition?: number | undefined }
type ListAsked = EditionAsked & { readonly cursor?: Cursor | undefined }
type SelectionAsked = FilterValues & ListAsked & { readonly limit?: number | undefined }

export const chooseEdition = (
  exchange: Exchange<EditionAsked | undefined, OfTimeline>,
): Promise<Result<Chosen, Problem>> => editionOf(exchange, exchange.query?.edition, editionProblem)

/** The edition whose list is asked for: a cursor goes on with that of its page, and with no other. */
async function chooseListed(
  exchange: Exchange<ListAsked, OfTimeline>,
): Promise<Result<Chosen, Problem>> {
  const { cursor, edition } = exchange.query
  if (cursor === undefined) return chooseEdition(exchange)
  if (edition !== undefined && edition !== cursor.edition) return failed(problem('invalid-cursor'))
  const chosen = await editionOf(exchange, cursor.edition, (failure) =>
    // Begin again: with the newest edition, whatever became of that of the cursor.
    failure === 'not-found' || failure === 'taken'
      ? problem('cursor-expired')
      : readProblem(failure),
  )
  // A list that goes on in an older edition stays there, as one of which that edition was asked for.
  return chosen.ok && chosen.value.isNewest
    ? ok({ ...chosen.value, pinnedEdition: edition })
    : chosen
}

/**
 * Resolves the filter against the names of the requested edition. A repeated query returns the same
 * selection object while its edition is served.
 * @example await select(exchange) → { ok: true, value: { query, slice: { limit: 50, … }, … } }
 */
export async function select(
  exchange: Exchange<SelectionAsked, OfTimeline>,
  defaults: Defaults = { limit: { default: defaultEvents, max: maxEvents } },
): Promise<Result<Selection, Problem>> {
  const chosen = await chooseListed(exchange)
  if (!chosen.ok) return chosen

  const known = selections.get(chosen.value.reader) ?? new WeakMap<object, Selection>()
  const before = known.get(exchange.query)
  if (before?.stale === chosen.value.stale) return ok(before)
  const selected = await selectFrom(chosen.value, exchange, defaults)
  if (selected.ok) {
    selections.set(chosen.value.reader, known)
    known.set(exchange.query, selected.value)
  }
  return selected
}

/** By edition and query object: a repeated query is the same object (query-reader.ts). */
const selections = new WeakMap<EditionReader, WeakMap<object, Selection>>()

async function selectFrom(
  chosen: Chosen,
  { query: asked }: Exchange<SelectionAsked, OfTimeline>,
  { limit, order, bySection }: Defaults,
): Promise<Result<Selection, Problem>> {
  const sort = asked.sort ?? (asked.limit === undefined ? order : undefined)
  const named = readFilter({ ...asked, sort })
  const query = await resolveNames(
    named.ok
      ? named.value
      : { ...everything, themes: asked.theme, actors: asked.actor, sources: asked.source },
    chosen.reader.lookUp,
  )
  if (!named.ok) return refuse([...named.failure, ...(query.ok ? [] : query.failure)])
  if (!query.ok) return refuse(query.failure)
  const { cursor } = asked
  if (cursor !== undefined && cursor.filter !== filterName(chosen.reader, query.value, bySection))
    return failed(problem('invalid-cursor'))
  return ok({
    ...chosen,
    pinned: chosen.pinned || cursor !== undefined,
    query: query.value,
    slice: {
      limit: Math.min(asked.limit ?? limit.default, limit.max),
      after: cursor?.after ?? null,
      ...(bySection && { bySection }),
    },
  })
}

/** Whether one event stands in a list. */
async function isIn(
  event: TimelineEvent,
  query: EventQuery,
  { facts: { timeline } }: EditionReader,
): Promise<boolean> {
  const fold = (await hanFolder(query.terms)) ?? ((text: string) => text)
  const folded = { ...query, terms: query.terms.map(fold) }
  return matches(event, folded, {
    textOf: () => fold(searchText(event, timeline)),
    groupsOf: groupsIn(timeline.actors),
  })
}

/**
 * The list from which the page of an event was reached; undefined for the whole timeline, and where the
 * filter names what the timeline no longer has. A cursor of another edition is left out.
 */
export async function listReached(
  { query: asked }: Exchange<SelectionAsked, OfTimeline>,
  reader: EditionReader,
  event: TimelineEvent,
): Promise<ReachedList | undefined> {
  const named = readFilter(asked)
  if (!named.ok) return undefined
  const query = await resolveNames(named.value, reader.lookUp)
  if (!query.ok) return undefined
  const { cursor } = asked
  const isHere =
    cursor?.edition === reader.facts.edition.number &&
    cursor.filter === filterName(reader, query.value, true)
  if (queryString(query.value) === '' && !isHere) return undefined
  return {
    query: query.value,
    ...(cursor && isHere && { cursor: writeCursor(cursor) }),
    hasEvent: await isIn(event, query.value, reader),
  }
}

/** The problems of `findEvent`, and of choosing its edition. */
export const eventProblems: readonly ProblemType[] = [...chooseProblems, 'event-removed']

/** The event of the address, also a withdrawn one. */
export async function findEvent(
  { values }: Exchange<unknown, { readonly event: string }>,
  reader: EditionReader,
): Promise<Result<TimelineEvent, Problem>> {
  const found = await reader.event(values.event)
  if (found !== undefined) return ok(found)
  if (await reader.wasRemoved(values.event)) return failed(problem('event-removed'))
  return failed(problem('not-found', { broken: broken('no-such-event') }))
}

/**
 * The faults of a malformed filter, with the names in it that the edition asked for does not have, so
 * that everything is told at once. Where that edition is unknown, nothing is said of names.
 */
export async function filterFaults(
  exchange: Exchange<unknown, OfTimeline>,
  { errors, readable }: Pick<QueryFault, 'errors' | 'readable'>,
): Promise<readonly ProblemError[]> {
  const { theme, actor, source, edition, cursor } = readable as Partial<SelectionAsked>
  const isUnknown = errors.some(({ parameter = '' }) => ['edition', 'cursor'].includes(parameter))
  if (isUnknown || !theme || !actor || !source) return errors
  const chosen = await chooseListed({ ...exchange, query: { edition, cursor } })
  if (!chosen.ok) return errors
  const named = { ...everything, themes: theme, actors: actor, sources: source }
  const query = await resolveNames(named, chosen.value.reader.lookUp)
  return query.ok ? errors : [...errors, ...query.failure]
}

const refuse = (errors: readonly FilterFault[]) => failed(problem('invalid-parameter', { errors }))

/**
 * Identifies the filter of a timeline, and the order of the list, in cursors; and the segment, since ordinals
 * are others where a repair has packed the edition anew.
 */
export const filterName = (
  { facts }: EditionReader,
  query: EventQuery,
  bySection: Slice['bySection'],
): string =>
  fingerprint(
    [
      facts.timeline.id + queryString(query),
      ...(bySection ? ['by section'] : []),
      ...(facts.segment === undefined ? [] : ['in', facts.segment]),
    ].join(' '),
  )

/** The selection of all events of a timeline. */
export const selectAll = (chosen: Chosen): Selection => ({
  ...chosen,
  query: everything,
  slice: { limit: Infinity, after: null },
})

async function editionOf(
  { service, values: { timeline } }: Exchange<unknown, OfTimeline>,
  number: number | undefined,
  problemOf: (failure: ReadFailure) => Problem,
): Promise<Result<Chosen, Problem>> {
  if (!isIdentifier(timeline)) return failed(readProblem('not-found'))
  const current = await service.store.current(timeline)
  if (!current.ok) return failed(readProblem(current.failure))
  const { value: reader, stale } = current.value
  if (number === undefined) return ok({ reader, stale, pinned: false, isNewest: true })
  if (number === reader.facts.edition.number)
    return ok({ reader, stale, pinned: true, isNewest: true, pinnedEdition: number })
  const kept = await service.store.edition(timeline, number)
  if (!kept.ok) return failed(problemOf(kept.failure))
  const { value, stale: since } = kept.value
  return ok({
    reader: value.reader,
    stale: since,
    pinned: true,
    isNewest: false,
    pinnedEdition: number,
  })
}
