// Civil days of the proleptic Gregorian calendar (ISO 8601-1, 4.2.1) as plain integers, so that they
// compare and add like numbers. Years -9999 to 9999, 0000 is 1 BC. No clock, no Date.

/** A civil day as the number of days since 1970-01-01. */
export type CivilDay = number

export interface YearMonthDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

const firstYear = -9999
const lastYear = 9999

const daysIn400Years = 146_097

/** Days from 0000-03-01 to 1970-01-01. */
const epoch = 719_468

/**
 * The day of a year, month (1-12) and day (1-31), which must exist.
 * @example civilDay(1970, 1, 2) → 1
 */
export function civilDay(year: number, month: number, day: number): CivilDay {
  // Count years from March: the leap day comes last, so all earlier months have fixed lengths.
  const marchYear = month > 2 ? year : year - 1
  const monthFromMarch = (month + 9) % 12
  const cycle = Math.floor(marchYear / 400)
  const yearOfCycle = marchYear - cycle * 400
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100)
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + day - 1
  return cycle * daysIn400Years + yearOfCycle * 365 + leapDays + dayOfYear - epoch
}

export function splitDay(day: CivilDay): YearMonthDay {
  const cycle = Math.floor((day + epoch) / daysIn400Years)
  const dayOfCycle = day + epoch - cycle * daysIn400Years
  const leapDays =
    Math.floor(dayOfCycle / 1460) -
    Math.floor(dayOfCycle / 36_524) +
    Math.floor(dayOfCycle / 146_096)
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365)
  const dayOfYear =
    dayOfCycle - yearOfCycle * 365 - Math.floor(yearOfCycle / 4) + Math.floor(yearOfCycle / 100)
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = ((monthFromMarch + 2) % 12) + 1
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  }
}

export const firstDay: CivilDay = /* @__PURE__ */ civilDay(firstYear, 1, 1)
export const lastDay: CivilDay = /* @__PURE__ */ civilDay(lastYear, 12, 31)

/**
 * The first and the last of so many years around one, but none that a date cannot have.
 * @example (1987, 10) → [1980, 1989]; (-9999, 10) → [-9999, -9991]
 */
export function yearsAround(year: number, years: number): readonly [first: number, last: number] {
  const first = Math.floor(year / years) * years
  return [Math.max(first, firstYear), Math.min(first + years - 1, lastYear)]
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/** The number of days of a month (1-12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** ISO 8601 weekday: 1 is Monday, 7 is Sunday. */
export function weekday(day: CivilDay): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/** Four digits, with a sign before 0000: `0987`, `-0043`. */
export function printYear(year: number): string {
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0')
}

export function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** ISO 8601 in extended format: `2020-01-26`, `-0043-03-15`. */
export function printDay(day: CivilDay): string {
  if (!Number.isInteger(day) || day < firstDay || day > lastDay) {
    throw new RangeError(`no civil day of the years ${firstYear} to ${lastYear}: ${day}`)
  }
  const split = splitDay(day)
  return `${printYear(split.year)}-${twoDigits(split.month)}-${twoDigits(split.day)}`
}

/**
 * Reads `2020-01-26` or `-0043-03-15`; null for any other text and for days that do not exist.
 * @example parseDay('1970-01-02') → 1
 */
export function parseDay(text: string): CivilDay | null {
  const match = /^(-?\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null || text.startsWith('-0000')) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return civilDay(year, month, day)
}

/** Minutes after midnight as a clock shows them: `07:45`. */
export function printClock(minute: number): string {
  return `${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}`
}
