// What an event is known to lie in: its day, its month, a window over several months, or nothing. One
// answer for headings, counts, bars and spans of time, so that all of them agree. The anchor is not
// read here: it is a place in the list, and claims nothing.
import { printYear, splitDay, twoDigits, type CivilDay } from './civil-day.ts'
import { daysOf, parseDate } from './edtf-date.ts'
import { monthOf } from './month.ts'
import type { When } from './when.ts'

/** The days of which the date surely names one (`When.named`). */
export type NamedDays = When['named']

/** A month such as `2020-02`, or one of the sections that stand after the months. */
export type SectionId = string

/** The section of events that are only known to lie within several months. */
export const windowSection = 'window'
/** The section of events that have no date. */
export const undatedSection = 'undated'

/** The only section of a list that is in the order of changes: in that order months mix. */
export const changesSection = 'changes'

/** True for the section of a month. */
export const isMonth = (id: SectionId): boolean => /\d$/.test(id)

/**
 * Where an event stands and is counted: in the month that surely holds the day it names, or in one
 * of the sections for the rest.
 * @example { named: [the days of 2020-02-01 and 2020-02-29] } → '2020-02'
 */
export function sectionOf({ named }: Pick<When, 'named'>): SectionId {
  if (named === null) return undatedSection
  return knownMonth(named) ?? windowSection
}

/** The month that holds all of these days; null if they lie in several. */
function knownMonth([first, last]: NonNullable<NamedDays>): string | null {
  // Cheap for the usual case, a single day, and for long windows.
  if (last - first > 30) return null
  const month = monthOf(first)
  return first === last || monthOf(last) === month ? month : null
}

/**
 * The months between which the event is only known to lie, as an ISO 8601 interval; null for an
 * event that stands in a month or has no date.
 * @example { named: [the days of 2020-01-27 and 2020-03-13] } → '2020-01/2020-03'
 */
export function windowOf({ named }: Pick<When, 'named'>): string | null {
  if (named === null || knownMonth(named) !== null) return null
  return `${monthOf(named[0])}/${monthOf(named[1])}`
}

/**
 * True if the event is known to the day: of what lasted both ends, of any other date the one day that
 * it names. A day that is approximate or uncertain is not, nor is an event without a date.
 * @example 2020-02-15, 2020-02-01/2020-02-10 and all of 2020-02 → true; 2020-02-15~ and some day of 2020-02 → false
 */
export function isToTheDay({
  edtf,
  kind,
  earliest,
  latest,
  named,
  approximate,
  uncertain,
}: DayClaim): boolean {
  if (approximate || uncertain || named === null || named[0] !== named[1]) return false
  // Read from its text, since answers have no `sure`. A bare month or year lasted all of it; else the
  // end is a day where it is written as one, or where only one is left, as of 2020-01-31/2020-01.
  const isEndKnown = !edtf.includes('/') || /-\d\d-\d\d$/.test(edtf) || earliest === latest
  return kind !== 'span' || isEndKnown
}

/** What decides whether a date is known to the day. */
export type DayClaim = Pick<
  When,
  'edtf' | 'kind' | 'earliest' | 'latest' | 'named' | 'approximate' | 'uncertain'
>

/** What a span of time is made of: of what lasted, also its end. */
export interface Spanned extends Pick<When, 'named' | 'precision'> {
  /** The days of which one was the last of a span; absent of other kinds. */
  readonly ended?: NonNullable<NamedDays>
}

/** What decides the days between which a date lies in a span of time. */
type Lasting = Pick<When, 'named' | 'precision' | 'kind' | 'edtf' | 'latest' | 'sure'>

/** From a day, month or year to another: `2020-01-24`, `2020-01`, `2020`. */
export interface TimeSpan {
  readonly first: string
  readonly last: string
}

/**
 * The first and the last time that the events name, each to the day, month or year that is known,
 * so that no day is invented; null if none has a date. What lasted ends with its own last day. Sets
 * count only where nothing else does.
 * @example events of 2020-01-24 and 2019/2020-03 → { first: '2019', last: '2020-03' }
 */
export function spanOf(dates: Iterable<Lasting | Spanned>): TimeSpan | null {
  const ends = spanEnds(dates)
  const stated = ends.filter(({ precision }) => precision !== 'window')
  const [first, last] = endsOf(stated.length > 0 ? stated : ends)
  const [start, end] = [first?.named, last && lastDays(last)]
  if (!start || !end) return null
  return { first: printKnown(start, start[0]), last: printKnown(end, end[1]) }
}

/**
 * At most four dates that have the span of all: with them the spans of parts are put together.
 * @example events of 2020-01-24, 2020-02 and 2020-03 → those of 2020-01-24 and 2020-03
 */
export function spanEnds(dates: Iterable<Lasting | Spanned>): Spanned[] {
  const all = Array.from(dates, spanned).filter(({ named }) => named !== null)
  const isSet = ({ precision }: Spanned): boolean => precision === 'window'
  return [...endsOf(all.filter((date) => !isSet(date))), ...endsOf(all.filter(isSet))]
}

/** True if both may be the first, or the last, of the same span of time. */
export const mayShareEnd = (one: Lasting | Spanned, other: Lasting | Spanned): boolean =>
  meet(one.named, other.named) || meet(lastDays(spanned(one)), lastDays(spanned(other)))

const meet = (one: NamedDays, other: NamedDays): boolean =>
  one !== null && other !== null && one[0] <= other[1] && other[0] <= one[1]

function spanned(date: Lasting | Spanned): Spanned {
  const { named, precision } = date
  if (!('kind' in date)) return date
  const ended = date.kind === 'span' ? daysOfEnd(date) : null
  return { named, precision, ...(ended && { ended }) }
}

/** The days of which one was the last of a span: of 2019/2020-03 those of March. */
function daysOfEnd({ edtf, latest, sure }: Lasting): NamedDays {
  if (latest === null) return null
  // What it surely covered ends with the first of them.
  if (sure !== null) return [sure[1], latest]
  const end = parseDate(edtf.slice(edtf.indexOf('/') + 1))
  return end.ok ? daysOf(end.value) : [latest, latest]
}

const lastDays = ({ named, ended }: Spanned): NamedDays => ended ?? named

/** The first and the last; empty if there is none. */
function endsOf(dates: readonly Spanned[]): Spanned[] {
  let first: Spanned | null = null
  let last: Spanned | null = null
  for (const date of dates) {
    const ending = lastDays(date)
    if (date.named === null || ending === null) continue
    const [start, startEnd] = date.named
    const [endStart, end] = ending
    const early = first?.named ?? null
    const late = last && lastDays(last)
    if (early === null || start < early[0] || (start === early[0] && startEnd < early[1]))
      first = date
    if (late === null || end > late[1] || (end === late[1] && endStart > late[0])) last = date
  }
  return first === null || last === null ? [] : [first, last]
}

/** One end of the named days, without the parts in which both ends differ. */
function printKnown([first, last]: NonNullable<NamedDays>, end: CivilDay): string {
  const { year, month, day } = splitDay(end)
  if (first === last) return `${printYear(year)}-${twoDigits(month)}-${twoDigits(day)}`
  return knownMonth([first, last]) ?? printYear(year)
}
