// jCal, iCalendar in JSON (RFC 7265): the same components as ics.ts, printed unchanged.
import type { FormatInput, Format } from '../format.ts'
import {
  calendarParts,
  calendarProperties,
  fittingEvents,
  leftOut,
  type CalendarPrint,
} from './calendar.ts'

/**
 * The jCal format.
 * @example jcal.write(input) → '["vcalendar",[["version",{},"text","2.0"],…],[["vevent",…],…]]'
 */
export const jcal: Format = {
  name: 'jcal',
  extension: 'jcal.json',
  mediaType: 'application/calendar+json; charset=utf-8',
  title: 'jCal',
  limit: { default: 10_000, max: 10_000 },
  write: (feed) => [...parts(feed)].join(''),
  parts,
  leftOut,
  fit: (feed) => fittingEvents(feed, json),
}

const json: CalendarPrint = {
  frame: (feed) => [`["vcalendar",${JSON.stringify(calendarProperties(feed))},[`, ']]'],
  component: (component) => JSON.stringify(component),
  separator: ',',
}

function parts(feed: FormatInput): Generator<string> {
  return calendarParts(feed, json)
}
