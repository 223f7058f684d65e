// The whole days that a date covers in a calendar, if any: the row "iCalendar" of the table in
// docs/dates.md. No text, no time zone.
import { civilDay, type CivilDay } from './civil-day.ts'
import type { When } from './when.ts'

/** Whole days: the first, and the day after the last one (RFC 5545, 3.6.1). */
export interface CalendarDays {
  readonly start: CivilDay
  readonly end: CivilDay
}

/** Longer spans and windows would fill a calendar without telling anything. */
const maxDays = 31

/** A DATE has a four-digit year (RFC 5545, 3.3.4), so it cannot express BCE. */
const firstWritable = civilDay(1, 1, 1)
const lastWritable = civilDay(9999, 12, 31)

/**
 * Null if the date is too vague for a calendar, or not expressible as a DATE.
 * @example { kind: 'point', earliest: 0, latest: 2, anchor: 0 } → { start: 0, end: 3 }
 */
export function calendarDays({
  kind,
  earliest,
  latest,
  anchor,
}: Pick<When, 'kind' | 'earliest' | 'latest' | 'anchor'>): CalendarDays | null {
  if (kind === 'since' || kind === 'asOf' || kind === 'until') return calendarDay(anchor)
  if (kind === 'undated' || earliest === null || latest === null) return null
  return latest - earliest < maxDays ? writable({ start: earliest, end: latest + 1 }) : null
}

/** One day; null if no DATE can express it: BCE, or 9999-12-31, which has no next day. */
export const calendarDay = (day: CivilDay): CalendarDays | null =>
  writable({ start: day, end: day + 1 })

const writable = (days: CalendarDays): CalendarDays | null =>
  days.start >= firstWritable && days.end <= lastWritable ? days : null
