// The days that a calendar shows for an event, and whether they are certain. Always all-day, since
// the sources give no durations.
import type { CalendarDays } from '../../domain/date/calendar-days.ts'
import { isToTheDay } from '../../domain/date/claims.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { shownDays } from '../../domain/shown-days.ts'

/** All-day dates: DTSTART, and DTEND, the day after the last one (RFC 5545, 3.6.1). */
export interface CalendarDate extends CalendarDays {
  readonly status: 'CONFIRMED' | 'TENTATIVE'
}

/**
 * Null if the date is too vague for a calendar. With `vague`, such an event is placed on its
 * anchor; even then, a date that DATE cannot express (BCE, an end after 9999-12-31) is null.
 */
export function calendarDate(
  event: Pick<TimelineEvent, 'when' | 'status'>,
  vague: boolean,
): CalendarDate | null {
  const days = shownDays(event.when, vague)
  return days && { ...days, status: isTentative(event) ? 'TENTATIVE' : 'CONFIRMED' }
}

/** True if the event may have been on days other than those shown, or not at all. */
const isTentative = ({ when, status }: Pick<TimelineEvent, 'when' | 'status'>): boolean =>
  status === 'disputed' || !isToTheDay(when)
