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
 * A span's own days, and of any other date the days of which it names one; null if they are too
 * many for a calendar, or not expressible as a DATE.
 * @example { kind: 'point', earliest: 0, latest: 2, named: [0, 2] } → { start: 0, end: 3 }
 */
export function calendarDays({
  kind,
  earliest,
  latest,
  named,
}: Pick<When, 'kind' | 'earliest' | 'latest' | 'named'>): CalendarDays | null {
  const days = kind === 'span' && earliest !== null && latest !== null ? [earliest, latest] : named
  if (days === null) return null
  const [first = 0, last = 0] = days
  return last - first < maxDays ? writable({ start: first, end: last + 1 }) : null
}

/** One day; null if no DATE can express it: BCE, or 9999-12-31, which has no next day. */
export const calendarDay = (day: CivilDay): CalendarDays | null =>
  writable({ start: day, end: day + 1 })

const writable = (days: CalendarDays): CalendarDays | null =>
  days.start >= firstWritable && days.end <= lastWritable ? days : null
