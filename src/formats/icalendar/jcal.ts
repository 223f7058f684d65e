// jCal, iCalendar in JSON (RFC 7265): the same components as ics.ts, printed as they stand.
import type { Feed, Format } from '../format.ts'
import { calendarComponents, calendarProperties } from './calendar.ts'

export const jcal: Format = {
  name: 'jcal',
  extension: 'jcal.json',
  mediaType: 'application/calendar+json; charset=utf-8',
  title: 'jCal',
  limit: { usual: 10_000, most: 10_000 },
  write: (feed) => [...parts(feed)].join(''),
  parts,
}

function* parts(feed: Feed): Generator<string> {
  let separator = ''
  yield `["vcalendar",${JSON.stringify(calendarProperties(feed))},[`
  for (const component of calendarComponents(feed)) {
    yield separator + JSON.stringify(component)
    separator = ','
  }
  yield ']]'
}
