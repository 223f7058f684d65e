// One answer of a packed edition: the sets of its conditions, its counts, its page.
import type { TimelineEvent } from '../../domain/document/event.ts'
import {
  countBy,
  countTimes,
  type ChoiceCounts,
  type Counts,
  type Facets,
} from '../../domain/query/counts.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { countsAsSetAside, matches, type TextOf } from '../../domain/query/matches.ts'
import { noLanes } from '../../domain/query/lanes.ts'
import { civilDay, daysInMonth, splitDay, type CivilDay } from '../../domain/date/civil-day.ts'
import { monthNumber } from '../../domain/date/month.ts'
import type { Answer, Counted, Slice, StreamedPage } from '../reader.ts'
import { bitFrom, countBits, inAny, noBits, setBit, type Bits } from '../segment/bits.ts'
import { addedCounts, sectionSets, timeCounts } from './base-counts.ts'
import { columnKinds, type ColumnKind } from '../segment/columns.ts'
import { actorKey, groupKey, listedKey, sourceKey, themeKey } from '../segment/keys.ts'
import { laneCounts } from './lane-counts.ts'
import type { Opened } from './opened.ts'
import {
  ascending,
  byChange,
  bySections,
  descending,
  startOfDay,
  type Selected,
} from './sequences.ts'
import { countSet, idsOf, type KindCounts, type KnownSet } from './set-counts.ts'
import { allOf, conditionSets, type ConditionSets, type NamedActors } from './sets.ts'

/** A query with folded terms, and what it is compared with. */
export interface PackedQuery {
  readonly query: EventQuery
  readonly textOf: TextOf
  readonly named: NamedActors
}

/** The sets and edits that a query selects, but for some of its conditions. */
interface Evaluated {
  /** Without the conditions on themes, actors or sources; null leaves none out. */
  readonly selected: (leftOut: Filtered | null) => Selected
  /** A set of the index that holds all of the selected, if there is one. */
  readonly known: (leftOut: Filtered | null) => Promise<KnownSet | null>
  readonly setAside: number
  /** True if every selected event was found to hold the terms. */
  readonly isExact: boolean
}

type Filtered = ColumnKind

export async function answerPacked(
  opened: Opened,
  asked: PackedQuery,
  slice: Slice,
  counted: Counted,
): Promise<Answer> {
  const evaluated = await evaluate(opened, asked, counted)
  const { selected, setAside, isExact } = evaluated
  const matching = selected(null)
  const page = await pageOf(opened, asked, slice, { matching, isExact })
  if (!isExact && isAllOf(page, asked, slice, counted))
    return { ...page, setAside, ...countsFrom(page.events, asked, counted), lanes: noLanes }
  const counts = countsOf(opened, asked, evaluated)
  const [facets, choices, lanes] = await Promise.all([
    counted.facets === true ? facetsOf(opened, counts, matching) : noFacets,
    counted.choices === true ? choicesOf(counts, sizeOf(selected('themes'))) : noChoices,
    counted.lanes === undefined
      ? noLanes
      : laneCounts(opened, asked.named, matching, counted.lanes),
  ])
  return {
    ...page,
    total: sizeOf(matching),
    setAside,
    facets,
    choices,
    lanes,
    ...(!isExact && { atMost: true }),
  }
}

/**
 * True where every candidate was looked through for the page, so that its events are all that there are
 * and give the counts, too. Other choices than those of the query were not.
 */
function isAllOf(
  { next }: Pick<Answer, 'next'>,
  { query: { themes, actors, sources } }: PackedQuery,
  { limit, after }: Slice,
  { choices, lanes }: Counted,
): boolean {
  if (limit === 0 || after !== null || next !== null || lanes !== undefined) return false
  return choices !== true || themes.length + actors.length + sources.length === 0
}

function countsFrom(
  events: readonly TimelineEvent[],
  { query, named }: PackedQuery,
  { facets, choices }: Counted,
): Pick<Answer, 'total' | 'facets' | 'choices'> {
  const ids = idsOf({ ...named, members: query.members })
  const counts = {
    theme: countBy(events, ids.themes),
    actor: countBy(events, ids.actors),
    source: countBy(events, ids.sources),
  }
  const times = countTimes(events.map(({ when }) => when))
  return {
    total: events.length,
    facets: facets === true ? { ...counts, ...times } : noFacets,
    choices: choices === true ? { ...counts, all: events.length } : noChoices,
  }
}

/** Events of a stream that are read together. */
const streamed = 500

/** The ordinals of the page are listed, four bytes each; its events are read when they are written. */
export async function streamPacked(
  opened: Opened,
  asked: PackedQuery,
  { limit, skip = 0, after, bySection }: Slice & { readonly skip?: number },
): Promise<StreamedPage> {
  const { selected, setAside, isExact } = await evaluate(opened, asked, {})
  const matching = selected(null)
  const isBySection = bySection === true && asked.query.sort !== '-updated'
  const order = await sequenceOf(opened, asked.query, matching, { after, isBySection })
  const total = sizeOf(matching)
  const page = new Uint32Array(Math.min(limit, total))
  let [count, passed, hasMore] = [0, 0, false]
  for await (const ordinal of order) {
    if (passed++ < skip) continue
    hasMore = count === page.length
    if (hasMore) break
    page[count++] = ordinal
  }
  return {
    total,
    setAside,
    count,
    next: hasMore && count > 0 ? (page[count - 1] ?? null) : null,
    ...(!isExact && { atMost: true }),
    events: (async function* () {
      for (let at = 0; at < count; at += streamed) {
        const read = await opened.eventsAt([...page.subarray(at, Math.min(count, at + streamed))])
        yield isExact ? read : read.filter((event) => holds(asked.query, asked.textOf(event)))
      }
    })(),
  }
}

/** `EditionReader.before`: from where the month begins, one step back. */
export async function beforeMonth(
  opened: Opened,
  asked: PackedQuery,
  day: CivilDay,
): Promise<number | null> {
  const { sort } = asked.query
  if (sort === '-updated') return null
  const descends = sort === '-date'
  const matching = (await evaluate(opened, asked, {})).selected(null)
  const sets = await sectionSets(opened.access)
  const { year, month } = splitDay(day)
  const first = civilDay(year, month, 1)
  const edge = descends ? first + daysInMonth(year, month) : first
  const start = startOfDay(edge, await opened.access.calendar(), opened)
  const back = { descends: !descends, after: descends ? start - 1 : start, rank: 0 }
  const [before] = bySections(matching, sets, opened, back)
  if (before === undefined) return null
  const [follows] = bySections(matching, sets, opened, { descends, after: before })
  return follows === undefined ? null : before
}

const sizeOf = ({ bits, adds }: Selected): number => countBits(bits) + adds.length

async function evaluate(opened: Opened, asked: PackedQuery, counted: Counted): Promise<Evaluated> {
  const { query } = asked
  const sets = await conditionSets(opened.access, query, asked.named)
  const listed = await opened.listed()
  const isBounded = query.window.from !== null || query.window.to !== null
  const countsUndated =
    isBounded && (query.window.undated === 'exclude' || query.window.match === 'certain')
  const dated = sets.window ?? listed
  const scope = [
    listed,
    countsUndated ? inAny(dated, sets.undated) : dated,
    ...(counted.choices === true ? [] : [sets.themes, sets.actors, sets.sources]),
  ]
  const verified = sets.isTextExact ? sets.text : await verifiedText(opened, asked, sets, scope)
  const text = verified ?? sets.text
  const setOf = (window: Bits | null, leftOut: Filtered | null): Bits =>
    allOf([
      listed,
      window,
      text,
      ...(['themes', 'actors', 'sources'] as const).map((kind) =>
        kind === leftOut ? null : sets[kind],
      ),
    ]) ?? listed
  const around = { textOf: asked.textOf, groupsOf: asked.named.groupsOf }
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
      ? countBits(setOf(sets.undated, null)) +
        opened.adds.filter((event) => countsAsSetAside(event, query, around)).length
      : 0,
    isExact: sets.isTextExact || verified !== null,
  }
}

/** Parts of events that are read at most to learn which events hold the terms of a query. */
const maxVerified = 24

/** Those of the text's events, in scope, that hold all terms; null if they are too many. */
async function verifiedText(
  { access, revised }: Opened,
  { query, textOf }: PackedQuery,
  { text }: ConditionSets,
  scope: readonly (Bits | null)[],
): Promise<Bits | null> {
  const candidates = allOf([text, ...scope]) ?? noBits(access.events)
  const { chunkOf } = await access.calendar()
  const chunks = new Set<number>()
  const ordinals: number[] = []
  for (let at = bitFrom(candidates, 0); at >= 0; at = bitFrom(candidates, at + 1)) {
    chunks.add(chunkOf(at).chunk)
    if (chunks.size > maxVerified) return null
    ordinals.push(at)
  }
  const found = noBits(access.events)
  for (const [index, event] of (await access.eventsAt(ordinals)).entries())
    if (holds(query, textOf(revised(event)))) setBit(found, ordinals[index] ?? 0)
  return found
}

const holds = ({ terms }: EventQuery, text: string): boolean =>
  terms.every((term) => text.includes(term))

/** How often candidates are read before a page ends early. */
const rounds = 2
/** Events of one read, for pages without limit. */
const maxTogether = 1000

async function pageOf(
  opened: Opened,
  asked: PackedQuery,
  { limit, after, bySection }: Slice,
  { matching, isExact }: { readonly matching: Selected; readonly isExact: boolean },
): Promise<Pick<Answer, 'events' | 'next'>> {
  const isBySection = bySection === true && asked.query.sort !== '-updated'
  const order = await sequenceOf(opened, asked.query, matching, { after, isBySection })
  const rest =
    Symbol.asyncIterator in order ? order[Symbol.asyncIterator]() : order[Symbol.iterator]()
  const events: TimelineEvent[] = []
  let last: number | null = null
  for (let round = 1; events.length < limit; round++) {
    const ordinals = await nextOf(rest, Math.min(limit - events.length, maxTogether))
    if (ordinals.length === 0) return { events, next: null }
    const read = await opened.eventsAt(ordinals)
    for (const [index, event] of read.entries()) {
      last = ordinals[index] ?? last
      if (isExact || holds(asked.query, asked.textOf(event))) events.push(event)
      if (events.length === limit) {
        const hasMore = index + 1 < read.length || !((await rest.next()).done ?? false)
        return { events, next: hasMore ? last : null }
      }
    }
    if (!isExact && round === rounds) return { events, next: last }
  }
  return { events, next: null }
}

type Steps = Iterator<number> | AsyncIterator<number>

async function nextOf(rest: Steps, count: number): Promise<number[]> {
  const ordinals: number[] = []
  while (ordinals.length < count) {
    const step = await rest.next()
    if (step.done === true) break
    ordinals.push(step.value)
  }
  return ordinals
}

async function sequenceOf(
  opened: Opened,
  { sort }: EventQuery,
  matching: Selected,
  { after, isBySection }: { readonly after: number | null; readonly isBySection: boolean },
): Promise<Iterable<number> | AsyncIterable<number>> {
  const { access, edition, overlay } = opened
  if (sort === '-updated') return behind(byChange(matching, access, edition, opened), after)
  const descends = sort === '-date'
  if (isBySection)
    return bySections(matching, await sectionSets(access), opened, { descends, after })
  return (descends ? descending : ascending)(matching, overlay, after)
}

async function* behind(
  ordinals: AsyncIterable<number>,
  after: number | null,
): AsyncIterable<number> {
  let isBehind = after === null
  for await (const ordinal of ordinals) {
    if (isBehind) yield ordinal
    isBehind ||= ordinal === after
  }
}

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

/** Counts of a kind in all that is selected but for the conditions on `leftOut`. */
type CountsOf = (kind: ColumnKind, leftOut: Filtered | null) => Promise<Counts>

/** Counts of the segment and of the edits together; of each set all kinds at once. */
function countsOf(opened: Opened, asked: PackedQuery, { selected, known }: Evaluated): CountsOf {
  const { query, named } = asked
  const membership = { ...named, members: query.members }
  const ids = idsOf(membership)
  const ofSet = async (leftOut: Filtered | null): Promise<KindCounts> => {
    const kinds = leftOut === null ? columnKinds : [leftOut]
    return countSet(opened, selected(leftOut).bits, await known(leftOut), { membership, kinds })
  }
  let ofAll: Promise<KindCounts> | undefined
  return async (kind, leftOut) => {
    const isAll = leftOut === null || query[leftOut].length === 0
    const counts = await (isAll ? (ofAll ??= ofSet(null)) : ofSet(leftOut))
    const edits = selected(leftOut).adds.map((index) => opened.adds[index] as TimelineEvent)
    return addedCounts(counts[kind], countBy(edits, ids[kind]))
  }
}

const inTime = (months: Counts): Counts =>
  new Map([...months].toSorted(([a], [b]) => monthNumber(a) - monthNumber(b)))

async function facetsOf(
  { access, adds }: Opened,
  counts: CountsOf,
  matching: Selected,
): Promise<Facets> {
  const own = await timeCounts(access, matching.bits)
  const edits = countTimes(matching.adds.map((index) => (adds[index] as TimelineEvent).when))
  return {
    theme: await counts('themes', null),
    actor: await counts('actors', null),
    source: await counts('sources', null),
    // Those of the segment are in order.
    month: edits.month.size === 0 ? own.month : inTime(addedCounts(own.month, edits.month)),
    window: addedCounts(own.window, edits.window),
    undated: own.undated + edits.undated,
  }
}

const choicesOf = async (counts: CountsOf, all: number): Promise<ChoiceCounts> => ({
  theme: await counts('themes', 'themes'),
  all,
  actor: await counts('actors', 'actors'),
  source: await counts('sources', 'sources'),
})

const noFacets: Facets = {
  theme: new Map(),
  actor: new Map(),
  source: new Map(),
  ...countTimes([]),
}
const noChoices: ChoiceCounts = { theme: new Map(), all: 0, actor: new Map(), source: new Map() }
