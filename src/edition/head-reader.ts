// Reads an edition whose events are all in its head: each query is one scan that applies the plain
// definition of the filter (`matches`).
import type { TimelineEvent } from '../domain/document/event.ts'
import { isMonth, sectionOf, spanOf, undatedSection } from '../domain/date/claims.ts'
import { monthNumber, monthOf } from '../domain/date/month.ts'
import { countBy, countTimes, type ChoiceCounts, type Facets } from '../domain/query/counts.ts'
import type { EventQuery } from '../domain/query/event-query.ts'
import {
  holdsAll,
  holdsTerms,
  isListed,
  sourcesOf,
  type Surroundings,
  type TextOf,
} from '../domain/query/matches.ts'
import { countLanes, laneIdsOf, noLanes, type LanesAsked } from '../domain/query/lanes.ts'
import { foundUnder, groupsIn } from '../domain/query/members.ts'
import { nameIndexOf } from '../domain/query/names.ts'
import { compareByChange } from '../domain/query/order.ts'
import { searchText } from '../domain/query/search.ts'
import { hanFolder } from '../domain/text/fold.ts'
import { isInWindow, isSetAside } from '../domain/query/window.ts'
import type { Head } from './head.ts'
import type { Answer, Counted, EditionReader, Slice } from './reader.ts'
import { withoutRevisions, revisionsOf } from './revisions.ts'
import { toldLog } from './taken.ts'

/**
 * Created once per isolate and edition. The ordinal of an event is its index in the total order.
 * @example createHeadReader(head).answer(everything, slice) → { events: […], total: 12, … }
 */
export function createHeadReader(head: Head): EditionReader {
  const { edition, kept } = head
  const timeline = withoutRevisions(head.timeline)
  const events = head.adds.map(revisionsOf(head.timeline))
  const removed = new Set(head.removed)
  const ordinals = new Map(events.map(({ id }, ordinal) => [id, ordinal]))
  const textOf = memoized((event) => searchText(event, timeline))
  let hanTextOf: TextOf | undefined
  const groupsOf = groupsIn(timeline.actors)
  const listedFrom = (start: number, step: 1 | -1): TimelineEvent | undefined => {
    let ordinal = start + step
    while (events[ordinal]?.status === 'withdrawn') ordinal += step
    return events[ordinal]
  }

  const asked = async (query: EventQuery): Promise<readonly [Scanned, EventQuery]> => {
    const fold = await hanFolder(query.terms)
    if (fold === null) return [{ events, textOf, groupsOf }, query]
    hanTextOf ??= memoized((event) => fold(textOf(event)))
    const folded = { ...query, terms: query.terms.map(fold) }
    return [{ events, textOf: hanTextOf, groupsOf }, folded]
  }

  return {
    facts: { timeline, edition, kept: toldLog(kept) },
    lookUp: nameIndexOf(timeline),
    async answer(query, slice, counted = {}) {
      const [scanned, folded] = await asked(query)
      return answerOf(scanned, folded, slice, counted)
    },
    async before(query, day) {
      const [scanned, folded] = await asked(query)
      return beforeMonth(scanned, folded, monthOf(day))
    },
    async event(id) {
      return events[ordinals.get(id) ?? -1]
    },
    async wasRemoved(id) {
      return removed.has(id)
    },
    async neighbours(id) {
      const ordinal = ordinals.get(id)
      if (ordinal === undefined || events[ordinal]?.status === 'withdrawn') return {}
      const [previous, next] = [listedFrom(ordinal, -1), listedFrom(ordinal, 1)]
      return { ...(previous && { previous }), ...(next && { next }) }
    },
    async *all() {
      yield* events
    },
  }
}

interface Scanned extends Surroundings {
  readonly events: readonly TimelineEvent[]
}

/** Each text is made once. */
function memoized(textOf: TextOf): TextOf {
  const texts = new Map<string, string>()
  return (event) => {
    const known = texts.get(event.id)
    if (known !== undefined) return known
    const text = textOf(event)
    texts.set(event.id, text)
    return text
  }
}

function answerOf(
  scanned: Scanned,
  query: EventQuery,
  slice: Slice,
  { facets, choices, lanes, span }: Counted,
): Answer {
  const found = scan(scanned, query)
  const eventOf = (ordinal: number): TimelineEvent => scanned.events[ordinal] as TimelineEvent
  const actorsOf = (event: TimelineEvent) => foundUnder(event, query, scanned.groupsOf)
  const isBySection = slice.bySection === true && query.sort !== '-updated'
  const ordered = listOf(found.matching, query.sort, isBySection, eventOf)
  const start =
    slice.after === null
      ? 0
      : isBySection
        ? ordered.indexOf(slice.after) + 1
        : startBehind(ordered, slice.after, query.sort)
  const end = Math.min(start + slice.limit, ordered.length)
  const last = end > start && end < ordered.length ? ordered[end - 1] : undefined
  return {
    events: ordered.slice(start, end).map(eventOf),
    total: ordered.length,
    setAside: found.setAside,
    next: last ?? null,
    facets: facets === true ? facetsOf(found.matching.map(eventOf), actorsOf) : noFacets,
    choices: choices === true ? choicesOf(found, eventOf, actorsOf) : noChoices,
    lanes: lanes === undefined ? noLanes : lanesOf(found.matching.map(eventOf), lanes),
    span: span === true ? spanOfAll(found.matching, scanned.events) : null,
  }
}

function spanOfAll(matching: readonly number[], events: readonly TimelineEvent[]): Answer['span'] {
  const listed = events.filter(isListed)
  return matching.length === listed.length ? spanOf(listed.map(({ when }) => when)) : null
}

const listOf = (
  matching: readonly number[],
  sort: EventQuery['sort'],
  isBySection: boolean,
  eventOf: (ordinal: number) => TimelineEvent,
): readonly number[] =>
  inOrder(isBySection ? bySection(matching, eventOf) : matching, sort, eventOf)

/** `EditionReader.before` */
function beforeMonth(scanned: Scanned, query: EventQuery, month: string): number | null {
  if (query.sort === '-updated') return null
  const eventOf = (ordinal: number): TimelineEvent => scanned.events[ordinal] as TimelineEvent
  const ordered = listOf(scan(scanned, query).matching, query.sort, true, eventOf)
  const stands = (ordinal: number): boolean => {
    const section = sectionOf(eventOf(ordinal).when)
    const descends = query.sort === '-date'
    if (!isMonth(section)) return !descends
    const distance = monthNumber(section) - monthNumber(month)
    return descends ? distance <= 0 : distance >= 0
  }
  return ordered[ordered.findIndex(stands) - 1] ?? null
}

/** Ordinals, ascending. */
interface Found {
  readonly matching: readonly number[]
  /** Events excluded only by the query's themes, only by its actors, only by its sources. */
  readonly otherThemes: readonly number[]
  readonly otherActors: readonly number[]
  readonly otherSources: readonly number[]
  readonly setAside: number
}

function scan({ events, textOf, groupsOf }: Scanned, query: EventQuery): Found {
  const matching: number[] = []
  const otherThemes: number[] = []
  const otherActors: number[] = []
  const otherSources: number[] = []
  let setAside = 0
  const { window, themes, actors, sources } = query
  // Plain loops and early ends: this runs for every event of every new query.
  for (let ordinal = 0; ordinal < events.length; ordinal++) {
    const event = events[ordinal]
    if (event === undefined || !isListed(event)) continue
    const isInside = isInWindow(event.when, window)
    if (!isInside && !isSetAside(event.when, window)) continue
    const hasThemes = themes.length === 0 || holdsAll(themes, event.themes)
    const hasActors = actors.length === 0 || holdsAll(actors, foundUnder(event, query, groupsOf))
    const hasSources = sources.length === 0 || holdsAll(sources, sourcesOf(event))
    const missed = Number(!hasThemes) + Number(!hasActors) + Number(!hasSources)
    if (missed > 1 || !holdsTerms(event, query, textOf)) continue
    if (!isInside) setAside += missed === 0 ? 1 : 0
    else if (!hasThemes) otherThemes.push(ordinal)
    else if (!hasActors) otherActors.push(ordinal)
    else if (!hasSources) otherSources.push(ordinal)
    else matching.push(ordinal)
  }
  return { matching, otherThemes, otherActors, otherSources, setAside }
}

/** Months, windows, undated; each in the total order. The months follow each other by themselves. */
function bySection(
  ordinals: readonly number[],
  eventOf: (ordinal: number) => TimelineEvent,
): readonly number[] {
  const [months, window, undated]: [number[], number[], number[]] = [[], [], []]
  for (const ordinal of ordinals) {
    const section = sectionOf(eventOf(ordinal).when)
    const rest = section === undatedSection ? undated : window
    ;(isMonth(section) ? months : rest).push(ordinal)
  }
  return [...months, ...window, ...undated]
}

function inOrder(
  ordinals: readonly number[],
  sort: EventQuery['sort'],
  eventOf: (ordinal: number) => TimelineEvent,
): readonly number[] {
  switch (sort) {
    case 'date':
      return ordinals
    case '-date':
      return ordinals.toReversed()
    case '-updated':
      return ordinals.toSorted((a, b) => compareByChange(eventOf(a), eventOf(b)))
  }
}

/** The index of the first event after ordinal `after`, which itself may be missing. */
function startBehind(ordered: readonly number[], after: number, sort: EventQuery['sort']): number {
  if (sort === '-updated') return ordered.indexOf(after) + 1
  const isBehind = (ordinal: number): boolean =>
    sort === 'date' ? ordinal > after : ordinal < after
  const index = ordered.findIndex(isBehind)
  return index < 0 ? ordered.length : index
}

const themesOf = ({ themes }: TimelineEvent): readonly string[] => themes

type IdsOf = (event: TimelineEvent) => readonly string[]

const lanesOf = (events: readonly TimelineEvent[], asked: LanesAsked) =>
  countLanes(events, (event) => laneIdsOf(event, asked.by), asked)

const facetsOf = (events: readonly TimelineEvent[], actorsOf: IdsOf): Facets => ({
  theme: countBy(events, themesOf),
  actor: countBy(events, actorsOf),
  source: countBy(events, sourcesOf),
  ...countTimes(events.map(({ when }) => when)),
})

function choicesOf(
  { matching, otherThemes, otherActors, otherSources }: Found,
  eventOf: (ordinal: number) => TimelineEvent,
  actorsOf: IdsOf,
): ChoiceCounts {
  return {
    theme: countBy([...matching, ...otherThemes].map(eventOf), themesOf),
    all: matching.length + otherThemes.length,
    actor: countBy([...matching, ...otherActors].map(eventOf), actorsOf),
    source: countBy([...matching, ...otherSources].map(eventOf), sourcesOf),
  }
}

const noFacets: Facets = {
  theme: new Map(),
  actor: new Map(),
  source: new Map(),
  ...countTimes([]),
}
const noChoices: ChoiceCounts = { theme: new Map(), all: 0, actor: new Map(), source: new Map() }
