// One date of the profile (docs/dates.md): a century, decade, year, month or day, possibly
// approximate or uncertain. EDTF is ISO 8601-2:2019, annex A.
import { broken } from '../broken-rule.ts'
import { civilDay, daysInMonth, printYear, twoDigits, type CivilDay } from './civil-day.ts'
import { offGrammar, type EdtfProblem } from './edtf-problem.ts'
import { failed, ok, type Result } from '../result.ts'

/** Of what a date states. `window`: only that it lies between two dates, or before one. */
export const precisions = [
  'instant',
  'day',
  'month',
  'year',
  'decade',
  'century',
  'window',
] as const
export type Precision = (typeof precisions)[number]

/** `?` uncertain, `~` approximate, `%` both. */
export type Qualifier = '' | '?' | '~' | '%'

export interface EdtfDate {
  /** `month` for `2020-02-XX`. */
  readonly precision: Exclude<Precision, 'instant' | 'window'>
  /** For a decade or century, its earliest year: -49 for `-004X`. */
  readonly year: number
  readonly month?: number
  readonly day?: number | 'XX'
  readonly qualifier: Qualifier
}

export const isApproximate = (date: EdtfDate): boolean =>
  date.qualifier === '~' || date.qualifier === '%'
export const isUncertain = (date: EdtfDate): boolean =>
  date.qualifier === '?' || date.qualifier === '%'

/** True for forms with an X: `202X`, `19XX`, `2020-02-XX`. */
export const hasX = ({ precision, day }: EdtfDate): boolean =>
  day === 'XX' || precision === 'decade' || precision === 'century'

const grammar = /^(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}|XX))?)?([?~%]?)$/

/**
 * Reads one date; the failure says how to write it instead.
 * @example parseDate('2020-02') → ok({ precision: 'month', year: 2020, month: 2, qualifier: '' })
 */
export function parseDate(text: string): Result<EdtfDate, EdtfProblem> {
  const match = grammar.exec(text)
  if (match === null) return failed(offGrammar(text))
  const [, sign = '', digits = '', monthDigits, dayDigits] = match
  const qualifier = (match[5] ?? '') as Qualifier
  if (sign === '-' && digits === '0000') return failed(broken('no-year'))
  if (digits.endsWith('X')) {
    if (monthDigits !== undefined) return failed(broken('x-elsewhere'))
    return ok(yearsOf(sign, digits, qualifier))
  }
  const year = Number(sign + digits)
  if (monthDigits === undefined) return ok({ precision: 'year', year, qualifier })
  const month = Number(monthDigits)
  if (dayDigits === undefined && month >= 21 && month <= 41) return failed(broken('season'))
  if (month < 1 || month > 12) return failed(broken('no-month'))
  if (dayDigits === undefined) return ok({ precision: 'month', year, month, qualifier })
  if (dayDigits === 'XX') return ok({ precision: 'month', year, month, day: 'XX', qualifier })
  const day = Number(dayDigits)
  const days = daysInMonth(year, month)
  if (day < 1 || day > days) {
    return failed(broken('no-day', { month: `${printYear(year)}-${monthDigits}`, days }))
  }
  return ok({ precision: 'day', year, month, day, qualifier })
}

/** A decade or century. Before year 0 its earliest year is the one with the largest digits. */
function yearsOf(sign: string, digits: string, qualifier: Qualifier): EdtfDate {
  const earliest = Number(sign + digits.replaceAll('X', sign === '-' ? '9' : '0'))
  return { precision: digits.endsWith('XX') ? 'century' : 'decade', year: earliest, qualifier }
}

/** The exact inverse of `parseDate`. */
export function printDate(date: EdtfDate): string {
  const year = printYear(date.year)
  if (date.precision === 'century') return `${year.slice(0, -2)}XX${date.qualifier}`
  if (date.precision === 'decade') return `${year.slice(0, -1)}X${date.qualifier}`
  const month = date.month === undefined ? '' : `-${twoDigits(date.month)}`
  const day = date.day === undefined ? '' : `-${date.day === 'XX' ? 'XX' : twoDigits(date.day)}`
  return year + month + day + date.qualifier
}

/** The last year of a date. There is no year -0000, so `-000X` ends with -0001. */
export function lastYearOf({ precision, year }: EdtfDate): number {
  const last = year + (precision === 'century' ? 99 : precision === 'decade' ? 9 : 0)
  return year < 0 ? Math.min(last, -1) : last
}

/** The first and the last day that a date can mean. */
export function daysOf(date: EdtfDate): readonly [first: CivilDay, last: CivilDay] {
  const { year, month, day } = date
  if (month === undefined) return [civilDay(year, 1, 1), civilDay(lastYearOf(date), 12, 31)]
  if (typeof day === 'number') {
    const only = civilDay(year, month, day)
    return [only, only]
  }
  return [civilDay(year, month, 1), civilDay(year, month, daysInMonth(year, month))]
}
