// iCalendar (RFC 5545, with the calendar properties of RFC 7986): all-day events only. The calendar
// of a single event is written with `vague`, so that the event is shown even if its date is vague.
import {
  calendarParts,
  calendarProperties,
  fittingEvents,
  leftOut,
  type CalendarPrint,
} from './calendar.ts'
import { beginLine, componentLines, endLine, propertyLines } from './content-line.ts'
import type { FormatInput, Format } from '../format.ts'

/**
 * The iCalendar format.
 * @example ics.write(input) → 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…END:VCALENDAR\r\n'
 */
export const ics: Format = {
  name: 'ics',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  title: 'iCalendar',
  limit: { default: 10_000, max: 10_000 },
  write: (feed) => [...parts(feed)].join(''),
  parts,
  leftOut,
  fit: (feed) => fittingEvents(feed, lines),
}

const lines: CalendarPrint = {
  frame: (feed) => [
    beginLine('VCALENDAR') + propertyLines(calendarProperties(feed)),
    endLine('VCALENDAR'),
  ],
  component: componentLines,
  separator: '',
}

function parts(feed: FormatInput): Generator<string> {
  return calendarParts(feed, lines)
}
