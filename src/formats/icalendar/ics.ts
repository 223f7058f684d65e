// iCalendar (RFC 5545, with the calendar properties of RFC 7986): all-day events only. The calendar
// of a single event is that of a feed of one, written with `vague`, so that it is never empty.
import { calendarComponents, calendarProperties } from './calendar.ts'
import { beginLine, componentLines, endLine, propertyLines } from './content-line.ts'
import type { FormatInput, Format } from '../format.ts'

export const ics: Format = {
  name: 'ics',
  extension: 'ics',
  mediaType: 'text/calendar; charset=utf-8',
  title: 'iCalendar',
  limit: { default: 10_000, max: 10_000 },
  write: (feed) => [...parts(feed)].join(''),
  parts,
}

function* parts(feed: FormatInput): Generator<string> {
  yield beginLine('VCALENDAR') + propertyLines(calendarProperties(feed))
  for (const component of calendarComponents(feed)) yield componentLines(component)
  yield endLine('VCALENDAR')
}
