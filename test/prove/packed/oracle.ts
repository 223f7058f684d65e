// What questions must be answered with, by the plain meaning of a filter (`matches`), asked of every event
// in one pass for all of them. It keeps a bit for each event and question, and of each event its id, a
// checksum, its section and its last change.
import { crc32 } from 'node:zlib'
import {
  countBy,
  countTimes,
  type ChoiceCounts,
  type Facets,
} from '../../../src/domain/query/counts.ts'
import { isMonth, sectionOf, undatedSection } from '../../../src/domain/date/claims.ts'
import { monthNumber } from '../../../src/domain/date/month.ts'
import type { StoredEvent, TimelineEvent } from '../../../src/domain/document/event.ts'
import type { Revision } from '../../../src/domain/document/revision.ts'
import type { EventQuery } from '../../../src/domain/query/event-query.ts'
import {
  addedTimes,
  countLanes,
  laneIdsOf,
  noTimes,
  type LaneCounts,
} from '../../../src/domain/query/lanes.ts'
import {
  countsAsSetAside,
  holdsAll,
  matches,
  sourcesOf,
} from '../../../src/domain/query/matches.ts'
import { foundUnder, groupsIn } from '../../../src/domain/query/members.ts'
import { searchText } from '../../../src/domain/query/search.ts'
import { isInWindow, isSetAside } from '../../../src/domain/query/window.ts'
import { foldHan } from '../../../src/domain/text/fold-han.ts'
import { canonicalJson } from '../../../src/edition/digest.ts'
import type { StoredTimeline } from '../../../src/edition/head.ts'
import { revisionsOf, withoutRevisions } from '../../../src/edition/revisions.ts'
import type { Question } from './questions.ts'

export interface Expected {
  readonly question: Question
  readonly total: number
  readonly setAside: number
  /** Empty where they were not asked for. */
  readonly facets: Facets
  readonly choices: ChoiceCounts
  readonly lanes: LaneCounts | null
  /** The events of the answer from one place on, in its order. */
  page(from: number, count: number): readonly Seen[]
}

/** An event by its id and a checksum of all that it says. */
export interface Seen {
  readonly id: string
  readonly sum: number
}

export interface Oracle {
  /** In the total order. */
  take(event: StoredEvent): void
  expected(): Iterable<Expected>
}

/** Events of a question that are counted together. */
const together = 500

type Mutable = Map<string, number>
type Counting = Record<
  'theme' | 'actor' | 'source' | 'month' | 'window' | 'otherTheme' | 'otherActor' | 'otherSource',
  Mutable
>

type Kind = 'themes' | 'actors' | 'sources'
const kinds: readonly Kind[] = ['themes', 'actors', 'sources']

interface Tally {
  allThemes: number
  readonly question: Question
  /** With terms as texts are folded. */
  readonly query: EventQuery
  /** Without its themes, its actors, its sources. */
  readonly others: Readonly<Record<Kind, EventQuery>>
  readonly bits: Uint8Array
  total: number
  setAside: number
  undated: number
  readonly counts: Counting
  lanes: LaneCounts | null
  waiting: TimelineEvent[]
}

/** Of what is taken in the total order. */
interface Noted {
  readonly ids: string[]
  readonly sums: Uint32Array
  /** 0 for a month, 1 for what lies within several, 2 for what has no date. */
  readonly sections: Uint8Array
  readonly changes: Uint16Array
  readonly revisions: Revision[]
}

export function createOracle(
  timeline: StoredTimeline,
  questions: readonly Question[],
  most: number,
): Oracle {
  const [bare, revised] = [withoutRevisions(timeline), revisionsOf(timeline)]
  const groupsOf = groupsIn(bare.actors)
  const noted: Noted = {
    ids: [],
    sums: new Uint32Array(most),
    sections: new Uint8Array(most),
    changes: new Uint16Array(most),
    revisions: [],
  }
  const numbers = new Map<string, number>()
  const tallies = questions.map((question) => tallyOf(question, most))
  const actorsOf =
    (query: EventQuery) =>
    (event: TimelineEvent): readonly string[] =>
      foundUnder(event, query, groupsOf)
  return {
    take(stored) {
      const event = revised(stored)
      const at = noted.ids.push(event.id) - 1
      noted.sums[at] = sumOf(event)
      noted.sections[at] = sectionNumber(event)
      noted.changes[at] = changeNumber(event.revision, numbers, noted.revisions)
      let text: string | undefined
      const textOf = (): string => (text ??= foldHan(searchText(event, bare)))
      const around = { textOf, groupsOf }
      const shared = { themes: event.themes, sources: sourcesOf(event) }
      const found = {
        include: { ...shared, actors: foundUnder(event, { members: 'include' }, groupsOf) },
        exclude: { ...shared, actors: foundUnder(event, { members: 'exclude' }, groupsOf) },
      }
      for (const tally of tallies) {
        const { query, question } = tally
        if (!isInWindow(event.when, query.window)) {
          if (isSetAside(event.when, query.window) && countsAsSetAside(event, query, around))
            tally.setAside++
          continue
        }
        const ids = found[query.members]
        // Most events miss a condition: only of the others is it worth asking `matches`.
        const missed = missedOf(query, ids)
        if (missed === 'several') continue
        if (question.counted.choices === true) countChoices(tally, missed, { event, around, ids })
        if (missed !== null || !matches(event, query, around)) continue
        tally.total++
        tally.bits[at >> 3] = (tally.bits[at >> 3] ?? 0) | (1 << (at & 7))
        if (question.counted.facets !== true && question.counted.lanes === undefined) continue
        tally.waiting.push(event)
        if (tally.waiting.length === together) count(tally, actorsOf(query))
      }
    },
    *expected() {
      for (const tally of tallies) {
        count(tally, actorsOf(tally.query))
        yield expectedOf(tally, noted)
      }
    },
  }
}

const foldedQuery = ({ query }: Question): EventQuery => ({
  ...query,
  terms: query.terms.map(foldHan),
})

const tallyOf = (question: Question, most: number): Tally => ({
  question,
  query: foldedQuery(question),
  others: {
    themes: { ...foldedQuery(question), themes: [] },
    actors: { ...foldedQuery(question), actors: [] },
    sources: { ...foldedQuery(question), sources: [] },
  },
  bits: new Uint8Array((most >> 3) + 1),
  total: 0,
  setAside: 0,
  allThemes: 0,
  undated: 0,
  counts: {
    theme: new Map(),
    actor: new Map(),
    source: new Map(),
    month: new Map(),
    window: new Map(),
    otherTheme: new Map(),
    otherActor: new Map(),
    otherSource: new Map(),
  },
  lanes: null,
  waiting: [],
})

/**
 * Members are sorted, since readers may have another order of them. The position is a reader's own: over a segment
 * it is an ordinal, whose order the pages show.
 */
export const sumOf = ({ position: _, ...said }: TimelineEvent): number => crc32(canonicalJson(said))

function sectionNumber({ when }: TimelineEvent): number {
  const section = sectionOf(when)
  return isMonth(section) ? 0 : section === undatedSection ? 2 : 1
}

function changeNumber(
  revision: Revision,
  numbers: Map<string, number>,
  revisions: Revision[],
): number {
  const key = `${revision.edition} ${revision.instant}`
  const known = numbers.get(key) ?? revisions.push(revision) - 1
  numbers.set(key, known)
  return known
}

type IdsOfEvent = Readonly<Record<Kind, readonly string[]>>

/** The only kind of condition that an event misses, if any. */
function missedOf(query: EventQuery, ids: IdsOfEvent): Kind | 'several' | null {
  let missed: Kind | null = null
  for (const kind of kinds) {
    if (query[kind].length === 0 || holdsAll(query[kind], ids[kind])) continue
    if (missed !== null) return 'several'
    missed = kind
  }
  return missed
}

interface Counted {
  readonly event: TimelineEvent
  readonly around: Parameters<typeof matches>[2]
  readonly ids: IdsOfEvent
}

/** Of an event that misses one condition at most. */
function countChoices(tally: Tally, missed: Kind | null, { event, around, ids }: Counted): void {
  const { counts, others } = tally
  const counted = {
    themes: counts.otherTheme,
    actors: counts.otherActor,
    sources: counts.otherSource,
  }
  for (const kind of kinds) {
    const isOther = missed === null || missed === kind
    if (!isOther || !matches(event, others[kind], around)) continue
    add(counted[kind], ids[kind])
    if (kind === 'themes') tally.allThemes++
  }
}

function add(counts: Mutable, ids: Iterable<string>): void {
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
}

function addAll(counts: Mutable, more: ReadonlyMap<string, number>): void {
  for (const [id, number] of more) counts.set(id, (counts.get(id) ?? 0) + number)
}

/** Counts what waits. */
function count(tally: Tally, actorsOf: (event: TimelineEvent) => readonly string[]): void {
  const { question, counts, waiting } = tally
  const { facets, lanes } = question.counted
  tally.waiting = []
  if (facets === true) {
    addAll(
      counts.theme,
      countBy(waiting, ({ themes }) => themes),
    )
    addAll(counts.actor, countBy(waiting, actorsOf))
    addAll(counts.source, countBy(waiting, sourcesOf))
    const times = countTimes(waiting.map(({ when }) => when))
    addAll(counts.month, times.month)
    addAll(counts.window, times.window)
    tally.undated += times.undated
  }
  if (lanes === undefined) return
  const more = countLanes(waiting, (event) => laneIdsOf(event, lanes.by), lanes)
  tally.lanes = {
    size: lanes.size,
    lanes: more.lanes.map((lane, index) => addedTimes(lane, tally.lanes?.lanes[index] ?? noTimes)),
    rest: addedTimes(more.rest, tally.lanes?.rest),
    none: addedTimes(more.none, tally.lanes?.none),
  }
}

function expectedOf(tally: Tally, noted: Noted): Expected {
  const { question, total, setAside, undated, counts, allThemes, lanes } = tally
  const months = [...counts.month].toSorted(([a], [b]) => monthNumber(a) - monthNumber(b))
  let places: readonly number[] | undefined
  return {
    question,
    total,
    setAside,
    facets: {
      theme: counts.theme,
      actor: counts.actor,
      source: counts.source,
      month: new Map(months),
      window: counts.window,
      undated,
    },
    choices: {
      theme: counts.otherTheme,
      all: allThemes,
      actor: counts.otherActor,
      source: counts.otherSource,
    },
    lanes,
    page(from, limit) {
      places ??= inOrder(tally, noted)
      return places
        .slice(from, from + limit)
        .map((place) => ({ id: noted.ids[place] ?? '', sum: noted.sums[place] ?? 0 }))
    },
  }
}

function inOrder({ question, bits }: Tally, { ids, sections, changes, revisions }: Noted) {
  const places: number[] = []
  for (let at = 0; at < ids.length; at++)
    if (((bits[at >> 3] ?? 0) >> (at & 7)) & 1) places.push(at)
  const { sort } = question.query
  if (sort === '-updated') {
    const ranks = ranksOf(revisions)
    const rankOf = (place: number): number => ranks[changes[place] ?? 0] ?? 0
    return places.toSorted((a, b) => rankOf(a) - rankOf(b) || b - a)
  }
  const listed = question.bySection
    ? [0, 1, 2].flatMap((section) => places.filter((place) => sections[place] === section))
    : places
  return sort === 'date' ? listed : listed.toReversed()
}

/** The newest first: by edition, then by instant. */
function ranksOf(revisions: readonly Revision[]): number[] {
  const sorted = revisions.toSorted(
    (a, b) => b.edition - a.edition || (a.instant < b.instant ? 1 : -1),
  )
  return revisions.map((revision) => sorted.indexOf(revision))
}
