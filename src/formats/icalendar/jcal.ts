// jCal, iCalendar in JSON (RFC 7265): the same components as ics.ts, printed unchanged.
import type { FormatInput, Format } from '../format.ts'
import { calendarComponents, calendarProperties, leftOut } from './calendar.ts'

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
}

function* parts(feed: FormatInput): Generator<string> {
  let separator = ''
  yield `["vcalendar",${JSON.stringify(calendarProperties(feed))},[`
  for (const component of calendarComponents(feed)) {
    yield separator + JSON.stringify(component)
    separator = ','
  }
  yield ']]'
}
