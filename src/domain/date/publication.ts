// When a source was published: an instant, or only its day, month or year (`2020-03-13`, `2020-03`,
// `2020`), where nothing more is known. Nobody has to invent a time of day.
import { printDay, type CivilDay } from './civil-day.ts'
import { civilTimeAt } from './clock.ts'
import { daysOf, parseDate } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'
import { civilTime, parseInstant } from './instant.ts'
import { ok, type Result } from '../result.ts'

export const isInstantText = (published: string): boolean => published.includes('T')

/**
 * The last civil day on which the source may have been published.
 * @example ('2020-03', 'Asia/Shanghai') → ok(the civil day of 2020-03-31)
 */
export function publicationDay(published: string, timeZone: string): Result<CivilDay, EdtfProblem> {
  if (isInstantText(published)) {
    const instant = parseInstant(published)
    const shown = instant.ok ? civilTime(instant.value, timeZone) : instant
    return shown.ok ? ok(shown.value.day) : shown
  }
  const date = parseDate(published)
  return date.ok ? ok(daysOf(date.value)[1]) : date
}

/**
 * The date of publication as people read it, no more precise than it was stated: a checked instant as
 * its civil day in the time zone, everything else as it was written.
 * @example ('2020-03-12T23:45:00Z', 'Asia/Shanghai') → '2020-03-13'
 */
export function publicationDate(published: string, timeZone: string): string {
  if (!isInstantText(published)) return published
  // Date.parse reads a checked instant right, and the element has no parser of its own.
  const time = Date.parse(published.replace(/^-/, '-00'))
  return printDay(civilTimeAt(time / 1000, timeZone).day)
}
