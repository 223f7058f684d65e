// jCal, iCalendar in JSON (RFC 7265): the same components as ics.ts, printed unchanged.
import { calendarFormat, calendarProperties } from './calendar.ts'

/**
 * The jCal format.
 * @example jcal.write(input) → '["vcalendar",[["version",{},"text","2.0"],…],[["vevent",…],…]]'
 */
export const jcal = calendarFormat(
  {
    name: 'jcal',
    extension: 'jcal.json',
    mediaType: 'application/calendar+json; charset=utf-8',
    title: 'jCal',
  },
  {
    frame: (feed) => [`["vcalendar",${JSON.stringify(calendarProperties(feed))},[`, ']]'],
    component: (component) => JSON.stringify(component),
    separator: ',',
  },
)
