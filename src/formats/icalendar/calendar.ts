// From a query result to the properties and components of a calendar (RFC 5545, RFC 7986), for both
// iCalendar and jCal. Withdrawn events are left out; vaguely dated ones are left out and counted.
import { themesWithColors } from '../../domain/document/theme-colors.ts'
import { inLanguage, type Text } from '../../domain/text/language-map.ts'
import { feedNotes } from '../feed/notes.ts'
import type { FormatInput } from '../format.ts'
import { calendarDate } from './calendar-date.ts'
import {
  instantProperty,
  property,
  textProperty,
  unknownProperty,
  uriProperty,
  type Component,
  type Property,
} from './component.ts'
import { eventMapping } from './event.ts'
import { oneLine } from './text.ts'
import { messages } from '../../messages/languages.ts'
import { timeZoneComponent } from './vtimezone.ts'

/** Refresh interval: corrections arrive on the same day, at two requests per day. */
const refresh = 'PT12H'

/** CSS3 colour names by the index of a theme's colour (RFC 7986, 5.9). */
const colorNames = [
  'firebrick',
  'steelblue',
  'darkorange',
  'seagreen',
  'mediumpurple',
  'sienna',
  'deeppink',
  'darkcyan',
  'olive',
  'royalblue',
  'goldenrod',
  'slategray',
]

/** Number of events that are left out because a calendar cannot show their date. */
export function leftOut(feed: FormatInput): number {
  let count = 0
  for (const event of feed.events) {
    if (event.status !== 'withdrawn' && calendarDate(event, feed.vague) === null) count++
  }
  return count
}

export function calendarProperties(feed: FormatInput): Property[] {
  const title = inLanguage(feed.timeline.title, feed.content, feed.timeline.language)
  const name = oneLine(feed.filter === '' ? title : `${title} · ${feed.filter}`)
  const description = calendarDescription(feed) || name
  return [
    property('version', 'text', '2.0'),
    property('prodid', 'text', '-//Jishi//Timelines//EN'),
    property('calscale', 'text', 'GREGORIAN'),
    // Google garbles Chinese that comes after about 200 lines of ASCII, so names come first.
    textProperty('name', name),
    unknownProperty('x-wr-calname', name),
    textProperty('description', description),
    unknownProperty('x-wr-caldesc', description),
    uriProperty('source', feed.links.subscription),
    uriProperty('url', feed.links.page),
    property('refresh-interval', 'duration', refresh),
    property('x-published-ttl', 'unknown', refresh),
    property('color', 'text', calendarColor(feed)),
    instantProperty('last-modified', feed.edition.published),
  ]
}

/** The VEVENTs in order; if there are none, a VTIMEZONE, since a calendar must not be empty. */
export function* calendarComponents(feed: FormatInput): Generator<Component> {
  const event = eventMapping(feed)
  let empty = true
  for (const one of feed.events) {
    const date = one.status === 'withdrawn' ? null : calendarDate(one, feed.vague)
    if (date === null) continue
    empty = false
    yield event(one, date)
  }
  if (empty) yield timeZoneComponent(feed.timeline.timeZone)
}

/** Description of the timeline, notes on events that are left out, credit and licence. */
function calendarDescription(feed: FormatInput): string {
  const { timeline, links, language, content } = feed
  const say = (text: Text) => inLanguage(text, content, timeline.language)
  const { description, credit, licence } = timeline
  const missing = leftOut(feed)
  return [
    ...(description === undefined ? [] : [say(description)]),
    ...(missing === 0 ? [] : [messages[language].calendar.leftOut(missing, links.page)]),
    ...feedNotes(feed),
    ...(credit === undefined ? [] : [say(credit)]),
    ...(licence === undefined ? [] : [say(licence.name)]),
    ...(licence?.url === undefined ? [] : [licence.url]),
  ].join('\n')
}

/** The colour of the first theme that all events share, or else of the timeline's first theme. */
function calendarColor({ timeline, events }: FormatInput): string {
  const themes = themesWithColors(timeline.themes)
  const shared = themes.find(({ id }) => events.every((event) => event.themes.includes(id)))
  return colorNames[(shared ?? themes[0])?.color ?? 0] ?? 'firebrick'
}
