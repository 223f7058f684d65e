// iCalendar (RFC 5545, with the calendar properties of RFC 7986): all-day events only. The calendar
// of a single event is written with `vague`, so that the event is shown even if its date is vague.
import { calendarFormat, calendarProperties } from './calendar.ts'
import { beginLine, componentLines, endLine, propertyLines } from './content-line.ts'

/**
 * The iCalendar format.
 * @example ics.write(input) → 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\n…END:VCALENDAR\r\n'
 */
export const ics = calendarFormat(
  {
    name: 'ics',
    extension: 'ics',
    mediaType: 'text/calendar; charset=utf-8',
    title: 'iCalendar',
  },
  {
    frame: (feed) => [
      beginLine('VCALENDAR') + propertyLines(calendarProperties(feed)),
      endLine('VCALENDAR'),
    ],
    component: componentLines,
    separator: '',
  },
)
