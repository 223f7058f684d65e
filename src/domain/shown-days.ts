// The days on which a calendar of ours shows a date: what its writer writes, and what an import compares.
import { calendarDay, calendarDays, type CalendarDays } from './date/calendar-days.ts'
import type { When } from './date/when.ts'

/**
 * Those that `calendarDays` gives; with `vague`, a date that is too vague for a calendar is one day of it, its
 * anchor. Null for one that no calendar can express.
 * @example (2020 as a point, true) → the days from 1 January 2020 to before the second
 */
export const shownDays = (
  when: Pick<When, 'kind' | 'earliest' | 'latest' | 'named' | 'anchor'>,
  vague: boolean,
): CalendarDays | null => calendarDays(when) ?? (vague ? calendarDay(when.anchor) : null)
