// A stretch of civil days as extraction works with it: its days for counting, and its two ends as they
// are written in EDTF. All of the calendar that extraction needs of domain is imported here.
import {
  civilDay,
  daysInMonth,
  firstDay,
  lastDay,
  printYear,
  splitDay,
  twoDigits,
  weekday,
  type CivilDay,
} from '../domain/date/civil-day.ts'

export type Unit = 'day' | 'days' | 'month' | 'year' | 'years' | 'decade' | 'century'

export interface Period {
  readonly unit: Unit
  /** EDTF of the ends; equal where one date names the whole. */
  readonly from: string
  readonly to: string
  readonly first: CivilDay
  readonly last: CivilDay
  /** Minutes after midnight; only of a day whose exact time is stated. */
  readonly minute?: number
  /** Z or +08:00, of a time that states it. */
  readonly offset?: string
}

export const yearOf = (day: CivilDay): number => splitDay(day).year
export const weekdayOf = weekday
export const periodParts = splitDay
export const dayOf = civilDay

const isYear = (year: number): boolean => Number.isInteger(year) && year >= -9999 && year <= 9999
const monthName = (year: number, month: number): string => `${printYear(year)}-${twoDigits(month)}`

export function dayName(day: CivilDay): string {
  const { year, month, day: ofMonth } = splitDay(day)
  return `${monthName(year, month)}-${twoDigits(ofMonth)}`
}

/** One civil day; null beyond the years that dates can have. */
export function dayPeriod(day: CivilDay | null): Period | null {
  if (day === null || day < firstDay || day > lastDay) return null
  const name = dayName(day)
  return { unit: 'day', from: name, to: name, first: day, last: day }
}

/** Null for a day that does not exist. */
export function datePeriod(year: number, month: number, day: number): Period | null {
  if (!isYear(year) || month < 1 || month > 12 || day < 1) return null
  return day > daysInMonth(year, month) ? null : dayPeriod(civilDay(year, month, day))
}

export function daysPeriod(first: CivilDay, last: CivilDay): Period | null {
  if (first > last || first < firstDay || last > lastDay) return null
  return { unit: 'days', from: dayName(first), to: dayName(last), first, last }
}

export function monthPeriod(year: number, month: number): Period | null {
  if (!isYear(year) || month < 1 || month > 12) return null
  const name = monthName(year, month)
  const first = civilDay(year, month, 1)
  return { unit: 'month', from: name, to: name, first, last: first + daysInMonth(year, month) - 1 }
}

/** The month of a day. */
export function monthHolding(day: CivilDay): Period | null {
  const { year, month } = splitDay(day)
  return monthPeriod(year, month)
}

/** Months are counted from January of the year, so that 13 is January of the next. */
export function monthsPeriod(year: number, from: number, to: number): Period | null {
  const start = monthPeriod(year, from)
  const end = to > 12 ? monthPeriod(year + 1, to - 12) : monthPeriod(year, to)
  return start && end && joinPeriods(start, end, 'days')
}

export function yearPeriod(year: number): Period | null {
  if (!isYear(year)) return null
  const name = printYear(year)
  return {
    unit: 'year',
    from: name,
    to: name,
    first: civilDay(year, 1, 1),
    last: civilDay(year, 12, 31),
  }
}

export function yearsPeriod(from: number, to: number): Period | null {
  const start = yearPeriod(from)
  const end = yearPeriod(to)
  return start && end && joinPeriods(start, end, 'years')
}

/** 1990 for the 1990s: 199X. */
export function decadePeriod(first: number): Period | null {
  const years = yearsPeriod(first, first + 9)
  if (years === null || first < 0) return null
  const name = `${String(first).padStart(4, '0').slice(0, 3)}X`
  return { ...years, unit: 'decade', from: name, to: name }
}

/** The 19th century is 19 (18XX); the first before Christ is -1 (-00XX). */
export function centuryPeriod(century: number): Period | null {
  const before = century < 0
  const hundreds = before ? -century - 1 : century - 1
  const years = before
    ? yearsPeriod(-hundreds * 100 - 99, Math.min(-hundreds * 100, -1))
    : yearsPeriod(hundreds * 100, hundreds * 100 + 99)
  if (years === null) return null
  // There is no year 0: 00XX would begin with 1 BC.
  if (century === 1) return { ...years, ...yearsPeriod(1, 99), unit: 'century' }
  const name = `${before ? '-' : ''}${twoDigits(hundreds)}XX`
  return { ...years, unit: 'century', from: name, to: name }
}

/** From the start of one to the end of another; null where that ends before it starts. */
export function joinPeriods(start: Period, end: Period, unit: Unit = 'days'): Period | null {
  if (start.first > end.last) return null
  return { unit, from: startName(start), to: endName(end), first: start.first, last: end.last }
}

const isWide = ({ unit }: Period): boolean => unit === 'decade' || unit === 'century'

/** The first date of a period, as an end of an interval may name it: X forms may not stand there. */
export const startName = (period: Period): string =>
  isWide(period) ? printYear(yearOf(period.first)) : period.from

export const endName = (period: Period): string =>
  isWide(period) ? printYear(yearOf(period.last)) : period.to

/** Monday to Sunday of the week in which a day lies, some weeks on. */
export function weekPeriod(day: CivilDay, weeks: number): Period | null {
  const monday = day - weekday(day) + 1 + weeks * 7
  return daysPeriod(monday, monday + 6)
}

/** A day some months on, or the last day of that month where it has none of that number. */
export function addMonths(day: CivilDay, months: number): CivilDay {
  const { year, month, day: ofMonth } = splitDay(day)
  const count = year * 12 + month - 1 + months
  const toYear = Math.floor(count / 12)
  const toMonth = count - toYear * 12 + 1
  return civilDay(toYear, toMonth, Math.min(ofMonth, daysInMonth(toYear, toMonth)))
}

export const lastDayOfMonth = (year: number, month: number): CivilDay =>
  civilDay(year, month, daysInMonth(year, month))
