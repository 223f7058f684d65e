// iCalendar of 10,000 Chinese events: our writer and ical-generator in turns, in one run.
// Usage: node --expose-gc test/bench/ics.ts [events] [rounds]
import { sequenceOf } from '../../src/domain/document/revision.ts'
import { ICalCalendar, ICalEventStatus } from 'ical-generator'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { compareWriters } from './writers/turns.ts'

compareWriters(
  [
    ['ours', ics.write],
    ['ical-generator', icalGenerator],
  ],
  (text) => `longest line ${longest(text)} octets`,
)

/** The same contents, read from the same feed. */
function icalGenerator({ timeline, events, links }: FormatInput): string {
  const text = (map: Readonly<Record<string, string>>) => map[timeline.language] ?? ''
  const labels = new Map(timeline.themes.map(({ id, label }) => [id, text(label)]))
  const names = new Map(timeline.actors.map(({ id, name }) => [id, text(name)]))
  const calendar = new ICalCalendar({
    name: text(timeline.title),
    source: links.subscription,
    url: links.page,
    ttl: 43_200,
  })
  for (const event of events) {
    const quotes = event.citations.map(({ exact }) => `「${exact}」\n`).join('')
    const categories = [
      ...event.themes.map((id) => ({ name: labels.get(id) ?? id })),
      ...event.actors.map((id) => ({ name: names.get(id) ?? id })),
    ]
    calendar.createEvent({
      id: `${event.id}.${timeline.id}@${timeline.authority.domain}`,
      stamp: event.revision.instant,
      lastModified: event.revision.instant,
      sequence: sequenceOf(event),
      start: printDay(event.when.anchor),
      end: printDay(event.when.anchor + 1),
      allDay: true,
      summary: text(event.title),
      description: `${text(event.summary ?? {})}\n\n${quotes}— 小镇日报, 2020-03-13\n\n${links.event(event.id)}`,
      categories,
      status: ICalEventStatus.CONFIRMED,
      url: links.event(event.id),
      x: [{ key: 'X-EDTF', value: event.when.edtf }],
    })
  }
  return calendar.toString()
}

function longest(calendar: string): number {
  return calendar.split('\r\n').reduce((most, line) => Math.max(most, Buffer.byteLength(line)), 0)
}
