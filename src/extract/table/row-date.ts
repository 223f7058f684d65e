// The date of one row, as the document writes it.
import { printDay, type CivilDay } from '../../domain/date/civil-day.ts'
import {
  daysOf,
  hasX,
  lastYearOf,
  parseDate,
  printDate,
  type EdtfDate,
} from '../../domain/date/edtf-date.ts'
import { parseEdtf, type Edtf } from '../../domain/date/edtf.ts'
import { civilTime, secondsSinceEpoch, type Instant } from '../../domain/date/instant.ts'
import { kindOf, type DateKind } from '../../domain/date/kinds.ts'
import { readCell } from '../cells.ts'

export interface RowDate {
  readonly date: string
  /** Only where the form of the date does not decide it. */
  readonly kind?: DateKind
}

/** A kind is written only where the form of the date does not decide it. */
export function withKind(date: string, kind: DateKind | undefined): RowDate {
  const parsed = parseEdtf(date)
  const usual = parsed.ok ? kindOf(parsed.value) : undefined
  return kind === undefined || kind === usual ? { date } : { date, kind }
}

export interface JoinedEnds {
  readonly date: string
  /** A time of day is not in it: a timeline holds none of an end, nor of what lasted for days. */
  readonly losesClock: boolean
}

/** Why two cells are no time: what begins or ends nothing, or an end before its start. */
export type NoEnds = 'no-start' | 'no-end' | 'backwards'

/**
 * The date of a row with a second column for its end. Of a longer time it is the first day of the start
 * and the last of the end. Instants are of the civil days of `timeZone`, and one at midnight ends the day
 * before; those of at most 24 hours are the instant of the start. Without a start only the end is stated.
 * @example joinEnds('2020-01-31T16:00Z', '2020-02-03T16:00Z', 'Asia/Shanghai') → { date: '2020-02-01/2020-02-03', losesClock: true }
 */
export function joinEnds(start: string | null, end: string, timeZone: string): JoinedEnds | NoEnds {
  const to = sideOf('to', end, timeZone)
  if (start === null)
    return to === null ? 'no-end' : { date: `/${to.last}`, losesClock: to.seconds !== null }
  const from = sideOf('from', start, timeZone)
  if (from === null) return 'no-start'
  if (end === '..') return { date: `${from.date}/..`, losesClock: from.seconds !== null }
  if (to === null) return 'no-end'
  const losesClock = from.seconds !== null || to.seconds !== null
  const whole = from.seconds === null ? from.date : start
  const length = (to.seconds ?? Number.NaN) - (from.seconds ?? Number.NaN)
  if (length < 0) return 'backwards'
  if (length <= daySeconds) return { date: whole, losesClock: length > 0 }
  const last = to.date === from.date ? to.date : to.last
  if (from.date === last) return { date: whole, losesClock: to.seconds !== null }
  const date = `${from.date}/${last}`
  return parseEdtf(date).ok ? { date, losesClock } : 'backwards'
}

const daySeconds = 86_400

interface Side {
  readonly date: string
  /** The last day before it, where it is midnight; else its date. */
  readonly last: string
  /** Since 1970; null for what is no instant. */
  readonly seconds: number | null
  /** The first day that it can mean. */
  readonly day: CivilDay
}

/** Null for forms that begin or end nothing. */
function sideOf(side: 'from' | 'to', text: string, timeZone: string): Side | null {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  if (parsed.value.form === 'instant') return sideOfInstant(parsed.value.instant, timeZone)
  const found = dateOfSide(side, parsed.value)
  if (found === null) return null
  const date = printDate(hasX(found) ? edgeOf(side, found) : found)
  return { date, last: date, seconds: null, day: daysOf(found)[0] }
}

function dateOfSide(side: 'from' | 'to', edtf: Edtf): EdtfDate | null {
  switch (edtf.form) {
    case 'date':
      return edtf.date
    case 'interval':
    case 'within':
      return edtf[side]
    case 'list':
      return edtf.dates.at(side === 'from' ? 0 : -1) ?? null
    case 'onwards':
      return side === 'from' ? edtf.from : null
    default:
      return null
  }
}

/** An interval has no X: 198X begins with 1980 and ends with 1989, 2020-02-XX is 2020-02. */
function edgeOf(side: 'from' | 'to', date: EdtfDate): EdtfDate {
  const { day: _, ...month } = date
  if (date.month !== undefined) return { ...month, precision: 'month' }
  return { ...date, precision: 'year', year: side === 'from' ? date.year : lastYearOf(date) }
}

function sideOfInstant(instant: Instant, timeZone: string): Side | null {
  const shown = civilTime(instant, timeZone)
  if (!shown.ok) return null
  const { day, minute } = shown.value
  const isMidnight = minute === 0 && (instant.second ?? 0) === 0
  return {
    date: printDay(day),
    last: printDay(isMidnight ? day - 1 : day),
    seconds: secondsSinceEpoch(instant),
    day,
  }
}

/** Days after a start from which back the first such date since then is found: a day or month alone, and any in a year. */
const lookedBackFrom = [0, 31, 92, 183, 274]

/**
 * The cell of an end without a year, in the year in which it is first not before its start. Null for any
 * other cell.
 * @example endInYear('2月3日', '2020-01-26', 'Asia/Shanghai') → '2020-02-03'
 */
export function endInYear(cell: string, start: string, timeZone: string): string | null {
  const from = sideOf('from', start, timeZone)
  if (from === null || readCell(cell, { timeZone }).rule.rule !== 'no-year') return null
  const isSince = (date: string): boolean => {
    const to = sideOf('to', date, timeZone)
    return to !== null && dayAtEnd(to.date) >= from.day
  }
  for (const days of lookedBackFrom) {
    const answer = readCell(cell, { timeZone, day: printDay(from.day + days) })
    const { rule } = answer.rule
    const dates = answer.readings.map(({ date }) => date)
    const [first] = dates
    if (first === undefined || !dates.every(isSince)) continue
    if (answer.state === 'ready' && (rule === 'nearest-before' || rule === 'month-of-source'))
      return withYear(cell, first) ?? first
    // Which of the two orders it is, is settled for the whole column.
    const years = new Set(dates.map((date) => date.slice(0, 4)))
    if (rule === 'two-orders' && years.size === 1) return withYear(cell, first)
  }
  return null
}

/** 14/6 stays as it is written, since it tells the order of day and month. */
const withYear = (cell: string, date: string): string | null => {
  const match = /^\s*\d{1,2}([-/.])\d{1,2}\s*$/.exec(cell)
  return match === null ? null : `${cell.trim()}${match[1]}${date.slice(0, 4)}`
}

function dayAtEnd(date: string): CivilDay {
  const parsed = parseDate(date)
  return parsed.ok ? daysOf(parsed.value)[1] : Number.NEGATIVE_INFINITY
}
