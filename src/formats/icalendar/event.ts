// From an event to a VEVENT (RFC 5545, 3.6.1): always all-day, without alarm, organizer or
// recurrence. UID and revision are the event's own, so the same content gives the same bytes.
import { printDay } from '../../domain/date/civil-day.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { sequenceOf } from '../../domain/document/revision.ts'
import { figureAsText, sourceInWords } from '../attribution.ts'
import { calendarTitle } from '../../messages/calendar/title.ts'
import { datesInWords } from '../../messages/dates.ts'
import type { FormatInput } from '../format.ts'
import { createLocalizer, type Localizer } from '../../messages/localizer.ts'
import type { CalendarDate } from './calendar-date.ts'
import {
  instantProperty,
  property,
  textProperty,
  unknownProperty,
  type Component,
} from './component.ts'
import { oneLine } from './text.ts'
import { messages } from '../../messages/languages.ts'

/** Prepares the writer of VEVENTs: names and sources are looked up once per feed. */
export function eventMapping(
  feed: FormatInput,
): (event: TimelineEvent, date: CalendarDate) => Component {
  const { timeline, language, content, links } = feed
  const domain = `${timeline.id}@${timeline.authority.domain}`
  const localizer = createLocalizer(timeline, { ui: language, content })
  const sourceLine = sourceDescription(localizer, timeline.timeZone)

  return (event, { start, end, status }) => {
    const { instant } = event.revision
    const title = oneLine(localizer.text(event.title))
    const url = new URL(links.event(event.id)).href
    const categories = [
      ...event.themes.map((id) => oneLine(localizer.theme(id))),
      ...event.actors.map((id) => oneLine(localizer.actor(id))),
    ]
    return [
      'vevent',
      [
        property('uid', 'text', `${event.id}.${domain}`),
        instantProperty('dtstamp', instant),
        instantProperty('last-modified', instant),
        property('sequence', 'integer', sequenceOf(event)),
        property('dtstart', 'date', printDay(start)),
        property('dtend', 'date', printDay(end)),
        textProperty(
          'summary',
          calendarTitle(
            title.trim() === '' ? event.id : title,
            event,
            datesInWords(event, localizer),
            messages[language].list,
          ),
        ),
        textProperty('description', [...said(event, localizer, sourceLine), url].join('\n\n')),
        ...(event.place === undefined
          ? []
          : [textProperty('location', oneLine(localizer.actor(event.place)))]),
        ...(categories.length === 0 ? [] : [textProperty('categories', ...new Set(categories))]),
        property('status', 'text', status),
        property('transp', 'text', 'TRANSPARENT'),
        property('url', 'uri', url),
        unknownProperty('x-edtf', event.when.edtf),
      ],
      [],
    ]
  }
}

/**
 * That it is disputed or was withdrawn, the summary and the figures, then the cited words of each source,
 * if any, followed by its name and date, then the note and the links.
 */
function said(
  { status, summary, measures, citations, note, links }: TimelineEvent,
  localizer: Localizer,
  sourceLine: (id: string) => string,
): string[] {
  const { text, ui } = localizer
  const { events, feeds, fields } = messages[ui]
  const quotes = new Map<string, string>()
  for (const { source, exact } of citations) {
    const quoted = exact === undefined ? '' : `${events.quote(exact)}\n`
    quotes.set(source, (quotes.get(source) ?? '') + quoted)
  }
  const cited = [...quotes].map(
    ([source, quoted]) =>
      (quoted === '' ? events.source + events.colon : `${quoted}— `) + sourceLine(source),
  )
  const linked = links.map(({ url, title }) => {
    const address = new URL(url).href
    return title === undefined ? address : `${text(title)}\n${address}`
  })
  const notes = { confirmed: [], disputed: [feeds.disputed], withdrawn: [feeds.withdrawnEvent] }
  const figures = measures.map((measure) => figureAsText(measure, localizer)).join('\n')
  return [
    ...notes[status],
    ...(summary === undefined ? [] : [text(summary)]),
    ...(figures === '' ? [] : [figures]),
    ...cited,
    ...(note === undefined ? [] : [fields.note + events.colon + text(note)]),
    ...linked,
  ]
}

/** Authors, title, publisher, date and addresses of a source; each source is formatted once. */
function sourceDescription(localizer: Localizer, timeZone: string): (id: string) => string {
  const lines = new Map<string, string>()
  const { events, fields } = messages[localizer.ui]
  const describe = (id: string) => {
    const source = localizer.source(id)
    if (source === undefined) return id
    const { url, archivedUrl } = source
    return [
      sourceInWords(source, localizer, timeZone).join(events.comma),
      ...(url === undefined ? [] : [new URL(url).href]),
      ...(archivedUrl === undefined
        ? []
        : [fields.archivedUrl + events.colon + new URL(archivedUrl).href]),
    ].join('\n')
  }
  return (id) => {
    const line = lines.get(id) ?? describe(id)
    lines.set(id, line)
    return line
  }
}
