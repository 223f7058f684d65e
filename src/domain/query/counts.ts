// Counts of events by theme, actor, source and time, as shown in answers and menus.
import {
  changesSection,
  isMonth,
  sectionOf,
  undatedSection,
  windowOf,
  windowSection,
  type SectionId,
} from '../date/claims.ts'
import { monthNumber } from '../date/month.ts'
import type { When } from '../date/when.ts'
import type { EventQuery } from './event-query.ts'

/** Number of events by id. A Map, since ids from authors could clash with Object's fields. */
export type Counts = ReadonlyMap<string, number>

/** Number of events by what they are known to lie in; each event counts once. */
export interface TimeCounts {
  /** By the month in which they stand (`2020-02`), in order of time. */
  readonly month: Counts
  /** By the months between which they are only known to lie (`2020-01/2020-03`). */
  readonly window: Counts
  readonly undated: number
}

/**
 * Number of events of a whole answer, not only of one page, by theme, by actor under which it is
 * found (members.ts), by source and by time.
 */
export interface Facets extends TimeCounts {
  readonly theme: Counts
  readonly actor: Counts
  readonly source: Counts
}

/**
 * The number of results for each other choice: themes are counted as if the query had no themes
 * (`all` is that total), actors as if it had no actors, sources as if it had no sources.
 */
export interface ChoiceCounts {
  readonly theme: Counts
  readonly all: number
  readonly actor: Counts
  readonly source: Counts
}

/**
 * Counts how many items have each id; `idsOf` must not repeat an id for one item.
 * @example countBy([['a'], ['a', 'b']], (ids) => ids) → Map { 'a' → 2, 'b' → 1 }
 */
export function countBy<Item>(
  items: Iterable<Item>,
  idsOf: (item: Item) => Iterable<string>,
): Counts {
  const counts = new Map<string, number>()
  for (const item of items) for (const id of idsOf(item)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** @example [{ named: null }] → { month: Map {}, window: Map {}, undated: 1 } */
export function countTimes(dates: readonly Pick<When, 'named'>[]): TimeCounts {
  const month = new Map<string, number>()
  const window = new Map<string, number>()
  let undated = 0
  // One pass without waste: this runs for every event of every page.
  for (const when of dates) {
    const section = sectionOf(when)
    if (isMonth(section)) add(month, section)
    else if (section === undatedSection) undated++
    else add(window, windowOf(when) ?? '')
  }
  return { month: new Map([...month].toSorted(inTime)), window, undated }
}

const add = (counts: Map<string, number>, id: string): unknown =>
  counts.set(id, (counts.get(id) ?? 0) + 1)

const inTime = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
  monthNumber(a) - monthNumber(b)

/** The sum of counts. */
export const sumOf = (counts: Counts): number => [...counts.values()].reduce((a, b) => a + b, 0)

/**
 * The sections of a list in their order, with their counts: the months, then what is only known to
 * lie within several, then what has no date; descending is the reverse. Empty ones are left out.
 * @example ({ month: Map { '2020-02' → 3 }, window: Map {}, undated: 1 }, false) → [['2020-02', 3], ['undated', 1]]
 */
export function sectionsOf(
  { month, window, undated }: TimeCounts,
  descending: boolean,
): readonly (readonly [id: SectionId, count: number])[] {
  const sections = [...month, [windowSection, sumOf(window)], [undatedSection, undated]] as const
  const present = sections.filter(([, count]) => count > 0)
  return descending ? present.toReversed() : present
}

/**
 * The sections under which a list shows its events. The order of changes has no months: there the
 * whole list is one section.
 * @example ({ month: Map { '2020-02' → 3 }, window: Map {}, undated: 1 }, '-updated') → [['changes', 4]]
 */
export function listSectionsOf(
  times: TimeCounts,
  sort: EventQuery['sort'],
): ReturnType<typeof sectionsOf> {
  if (sort !== '-updated') return sectionsOf(times, sort === '-date')
  const total = sumOf(times.month) + sumOf(times.window) + times.undated
  return total > 0 ? [[changesSection, total]] : []
}

/** The section of an event in such a list. */
export const listSectionOf = (when: Pick<When, 'named'>, sort: EventQuery['sort']): SectionId =>
  sort === '-updated' ? changesSection : sectionOf(when)
