// One answer of a packed edition: its page, and its counts.
import { spanOf, type TimeSpan } from '../../domain/date/claims.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { isListed } from '../../domain/query/matches.ts'
import {
  countBy,
  countTimes,
  type ChoiceCounts,
  type Counts,
  type Facets,
} from '../../domain/query/counts.ts'
import { noLanes } from '../../domain/query/lanes.ts'
import { monthNumber } from '../../domain/date/month.ts'
import type { Answer, Counted, Slice } from '../reader.ts'
import { countBits } from '../segment/bits.ts'
import { columnKinds, type ColumnKind } from '../segment/columns.ts'
import { addedCounts, spanWithout, timeCounts } from './base-counts.ts'
import {
  evaluate,
  countSelected,
  type Evaluated,
  type Filtered,
  type PackedQuery,
} from './evaluate.ts'
import { laneCounts } from './lane-counts.ts'
import type { Opened } from './opened.ts'
import { pageOf } from './pages.ts'
import type { Selected } from './sequences.ts'
import { countSet, idsOf, type KindCounts } from './set-counts.ts'

export async function answerPacked(
  opened: Opened,
  asked: PackedQuery,
  slice: Slice,
  counted: Counted,
): Promise<Answer> {
  const evaluated = await evaluate(opened, asked, counted)
  const { selected, setAside, isExact, isAsideExact } = evaluated
  const matching = selected(null)
  const page = await pageOf(opened, asked, slice, { matching, isExact })
  if (!isExact && isAllOf(page, asked, slice, counted)) {
    const counts = countsFrom(page.events, asked, counted)
    const span = counted.span === true ? await spanIn(opened, counts.total) : null
    return {
      ...page,
      setAside,
      ...counts,
      lanes: noLanes,
      span,
      ...(!isAsideExact && { atMost: true }),
    }
  }
  const counts = countsOf(opened, asked, evaluated)
  const total = countSelected(matching)
  const [facets, choices, lanes, span] = await Promise.all([
    counted.facets === true ? facetsOf(opened, counts, matching) : noFacets,
    counted.choices === true ? choicesOf(counts, countSelected(selected('themes'))) : noChoices,
    counted.lanes === undefined ? noLanes : laneCounts(opened, matching, counted.lanes),
    counted.span === true && isExact ? spanIn(opened, total) : null,
  ])
  return {
    ...page,
    total,
    setAside,
    facets,
    choices,
    lanes,
    span,
    ...(!(isExact && isAsideExact) && { atMost: true }),
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

/** Of an answer of all listed events, as it is stored beside them, else to the month; null of others. */
async function spanIn(
  { access, adds, edition, listed }: Opened,
  total: number,
): Promise<TimeSpan | null> {
  const edits = adds.filter(isListed)
  if (total !== countBits(await listed()) + edits.length) return null
  const { span, uploaded, drops } = edition.base
  if (span) return spanOf(span)
  const others = uploaded?.span ?? (await spanWithout(access, drops))
  return spanOf([...others, ...edits.map(({ when }) => when)])
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
