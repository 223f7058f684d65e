// Calendar months in the notation of ISO 8601-1 (5.2.1): 2020-02.
import { printYear, splitDay, twoDigits, type CivilDay } from './civil-day.ts'

/** The month of a day. */
export function monthOf(day: CivilDay): string {
  const { year, month } = splitDay(day)
  return `${printYear(year)}-${twoDigits(month)}`
}

/** Year and month (1-12) of a name that `monthOf` made. */
export function splitMonth(name: string): { readonly year: number; readonly month: number } {
  const hyphen = name.lastIndexOf('-')
  return { year: Number(name.slice(0, hyphen)), month: Number(name.slice(hyphen + 1)) }
}

/** Months since 0000-01, negative before it: consecutive months have consecutive numbers. */
export function monthNumber(name: string): number {
  const { year, month } = splitMonth(name)
  return year * 12 + month - 1
}
