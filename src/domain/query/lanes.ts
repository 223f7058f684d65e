// Counts of events by lane and bin of time, for pictures of more events than can be drawn one by one.
import {
  civilDay,
  firstDay,
  lastDay,
  splitDay,
  weekday,
  yearsAround,
  type CivilDay,
} from '../date/civil-day.ts'
import { splitMonth } from '../date/month.ts'
import type { When } from '../date/when.ts'
import type { TimelineEvent } from '../document/event.ts'
import { participants } from './members.ts'

/** By what a picture has lanes. */
export type LaneKind = 'theme' | 'actor'

/**
 * What lanes an event may stand in: its themes, or who takes part itself, without groups of members. A place
 * takes part, too, and has no lane if its kind says that it is one.
 */
export const laneIdsOf = (
  event: Pick<TimelineEvent, 'themes' | 'actors' | 'place'>,
  by: LaneKind,
): readonly string[] => (by === 'theme' ? event.themes : participants(event))

/** The length of a bin; a week begins on Monday (ISO 8601). */
export const binSizes = ['day', 'week', 'month', 'year', 'decade', 'century'] as const
export type BinSize = (typeof binSizes)[number]

/** The lanes that are asked for, of themes or actors, and the size of bins. */
export interface LanesAsked {
  readonly by: LaneKind
  readonly ids: readonly string[]
  /** Those that share one lane, in which each event counts once; none of `ids`. */
  readonly others: readonly string[]
  /** An edition that cannot count days or weeks counts months. */
  readonly size: BinSize
}

/** Number of events of a lane by what they are known to lie in; each event counts once in a lane. */
export interface LaneTimes {
  /** By the first day of the bin, in order of time. */
  readonly bins: ReadonlyMap<CivilDay, number>
  /** Known only within several bins. */
  readonly window: number
  readonly undated: number
}

export interface LaneCounts {
  readonly size: BinSize
  /** In the order asked for. An event counts in each of its lanes. */
  readonly lanes: readonly LaneTimes[]
  readonly rest: LaneTimes
  /** Events of none of them. */
  readonly none: LaneTimes
}

export const noTimes: LaneTimes = { bins: new Map(), window: 0, undated: 0 }

export const noLanes: LaneCounts = { size: 'month', lanes: [], rest: noTimes, none: noTimes }

const maxBins = 120
const daysOf: Readonly<Record<BinSize, number>> = {
  day: 1,
  week: 7,
  month: 30.44,
  year: 365.25,
  decade: 3652.5,
  century: 36_525,
}

/** The smallest size with at most so many bins between the two days. */
export const binSizeFor = (first: CivilDay, last: CivilDay, most = maxBins): BinSize =>
  binSizes.find((size) => (last - first) / daysOf[size] <= most) ?? 'century'

/**
 * First day of the bin that holds a day, and the day after its last. The first and the last bin are
 * shorter where a date can be no earlier or later.
 * @example (the day of 2020-02-15, 'month') → [the day of 2020-02-01, the day of 2020-03-01]
 */
export function binOf(day: CivilDay, size: BinSize): readonly [from: CivilDay, end: CivilDay] {
  if (size === 'day') return [day, day + 1]
  if (size === 'week') {
    const monday = day - weekday(day) + 1
    return [Math.max(monday, firstDay), Math.min(monday + 7, lastDay + 1)]
  }
  const { year, month } = splitDay(day)
  if (size === 'month')
    return [
      civilDay(year, month, 1),
      month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1),
    ]
  const years = size === 'year' ? 1 : size === 'decade' ? 10 : 100
  const [first, last] = yearsAround(year, years)
  return [civilDay(first, 1, 1), civilDay(last + 1, 1, 1)]
}

/** Counts events, of which `idsOf` says the lanes. */
export function countLanes<Event extends { readonly when: Pick<When, 'named'> }>(
  events: readonly Event[],
  idsOf: (event: Event) => readonly string[],
  { ids, others, size }: Omit<LanesAsked, 'by'>,
): LaneCounts {
  const sharing = new Set(others)
  const counted = new Map(ids.map((id) => [id, laneCounter(size)]))
  const [rest, none] = [laneCounter(size), laneCounter(size)]
  for (const event of events) {
    const own = [...new Set(idsOf(event))]
    const named = own.flatMap((id) => counted.get(id) ?? [])
    const isRest = own.some((id) => sharing.has(id))
    for (const lane of named) lane.add(event.when)
    if (isRest) rest.add(event.when)
    else if (named.length === 0) none.add(event.when)
  }
  return {
    size,
    lanes: ids.map((id) => counted.get(id)?.times() ?? noTimes),
    rest: rest.times(),
    none: none.times(),
  }
}

function laneCounter(size: BinSize) {
  const bins = new Map<CivilDay, number>()
  let [window, undated] = [0, 0]
  return {
    add({ named }: Pick<When, 'named'>) {
      if (named === null) return undated++
      const [from, end] = binOf(named[0], size)
      if (named[1] >= end) return window++
      return bins.set(from, (bins.get(from) ?? 0) + 1)
    },
    times: (): LaneTimes => ({
      bins: inOrder(bins),
      window,
      undated,
    }),
  }
}

export function addedTimes(times: LaneTimes, more: LaneTimes = noTimes): LaneTimes {
  const bins = new Map(times.bins)
  for (const [bin, count] of more.bins) bins.set(bin, (bins.get(bin) ?? 0) + count)
  return {
    bins: inOrder(bins),
    window: times.window + more.window,
    undated: times.undated + more.undated,
  }
}

const inOrder = (bins: ReadonlyMap<CivilDay, number>): ReadonlyMap<CivilDay, number> =>
  new Map([...bins].toSorted(([a], [b]) => a - b))

/**
 * The bin of months or longer that holds all of a window; null where several do.
 * @example ('2020-02/2020-03', 'year') → the day of 2020-01-01
 */
export function binOfWindow(window: string, size: BinSize): CivilDay | null {
  const [first = 0, last = 0] = window.split('/').map(firstDayOf)
  const [bin, end] = binOf(first, size)
  return last < end ? bin : null
}

function firstDayOf(name: string): CivilDay {
  const { year, month } = splitMonth(name)
  return civilDay(year, month, 1)
}
