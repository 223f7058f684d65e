// From a query result to the properties and components of a calendar (RFC 5545, RFC 7986), for both
// iCalendar and jCal. Withdrawn events are left out; vaguely dated ones are left out and counted.
import { themesWithColors } from '../../domain/document/theme-colors.ts'
import { isListed } from '../../domain/query/matches.ts'
import { renderings } from '../../domain/renderings.ts'
import { inLanguage, type Text } from '../../domain/text/language-map.ts'
import { feedNotes } from '../feed/notes.ts'
import type { Fitting, Format, FormatInput } from '../format.ts'
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
export const leftOut = ({ events, vague }: FormatInput): number =>
  events.filter((event) => isListed(event) && calendarDate(event, vague) === null).length

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

/** Maximum octets of a calendar: Google stops reading near there. */
export const maxCalendarBytes = 1_000_000

/** How a calendar is printed: in lines or in JSON. */
interface CalendarPrint {
  /** Everything but the components; they are printed between the two. */
  readonly frame: (feed: FormatInput) => readonly [head: string, end: string]
  readonly component: (component: Component) => string
  readonly separator: string
}

/** The format of a calendar that is printed this way. */
export const calendarFormat = (
  named: Pick<Format, 'name' | 'extension' | 'mediaType' | 'title'>,
  how: CalendarPrint,
): Format => {
  const print = { ...how, printed: renderings<Printed>(({ text }) => text.length) }
  return {
    ...named,
    limit: { default: 10_000, max: 10_000 },
    write: (feed) => [...calendarParts(feed, print)].join(''),
    parts: (feed) => calendarParts(feed, print),
    leftOut,
    fit: (feed) => fittingEvents(feed, print),
  }
}

interface KeptPrint extends CalendarPrint {
  /** What it made of events. */
  readonly printed: ReturnType<typeof renderings<Printed>>
}

/** The parts of a calendar in order. One without events has a VTIMEZONE, as it must not be empty. */
function* calendarParts(feed: FormatInput, print: KeptPrint): Generator<string> {
  const [head, end] = print.frame(feed)
  yield head
  let isEmpty = true
  for (const { text } of printedEvents(feed, print)) {
    yield isEmpty ? text : print.separator + text
    isEmpty = false
  }
  if (isEmpty) yield print.component(timeZoneComponent(feed.timeline.timeZone))
  yield end
}

/** Which of the first events fit into a calendar of maximum size. */
function fittingEvents(feed: FormatInput, print: KeptPrint): Fitting {
  // With the longest notes that it could have, and the longest name of a colour.
  const { total } = feed
  const longest = print.frame({ ...feed, heldBack: total, tooLarge: total, unread: total }).join('')
  const whole =
    maxCalendarBytes - bytesOf(longest) - Math.max(...colorNames.map(({ length }) => length))
  const tooLarge = new Set<number>()
  let room = whole
  for (const { index, bytes } of printedEvents(feed, print)) {
    const needed = bytes + print.separator.length
    if (needed > whole) tooLarge.add(index)
    else room -= needed
    if (room < 0) return { count: index, tooLarge }
  }
  return { count: feed.events.length, tooLarge }
}

interface Printed {
  readonly text: string
  readonly bytes: number
}

function* printedEvents(
  feed: FormatInput,
  print: KeptPrint,
): Generator<Printed & { readonly index: number }> {
  const { timeline, language, content, links } = feed
  const keptOf = print.printed(timeline)
  let mapping: ReturnType<typeof eventMapping> | undefined
  for (const [index, event] of feed.events.entries()) {
    const date = event.status === 'withdrawn' ? null : calendarDate(event, feed.vague)
    if (date === null) continue
    const key = `${language} ${content} ${links.event(event.id)}`
    const made = keptOf(event, key, () => {
      mapping ??= eventMapping(feed)
      const text = print.component(mapping(event, date))
      return { text, bytes: bytesOf(text) }
    })
    yield { ...made, index }
  }
}

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length

/** Description of the timeline, notes on events that are left out, credit and licence. */
function calendarDescription(feed: FormatInput): string {
  const { timeline, links, language, content, heldBack = 0, tooLarge = 0, unread = 0 } = feed
  const { calendar } = messages[language]
  const say = (text: Text) => inLanguage(text, content, timeline.language)
  const { description, credit, licence } = timeline
  const missing = leftOut(feed)
  return [
    ...(description === undefined ? [] : [say(description)]),
    ...(missing === 0 ? [] : [calendar.leftOut(missing, links.page)]),
    ...(heldBack === 0 ? [] : [calendar.heldBack(heldBack, links.page)]),
    ...(tooLarge === 0 ? [] : [calendar.tooLarge(tooLarge, links.page)]),
    ...(unread === 0 ? [] : [calendar.unread(unread, links.page)]),
    ...feedNotes(feed, missing),
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
