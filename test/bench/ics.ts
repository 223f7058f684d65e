// iCalendar of 10,000 Chinese events: our writer and ical-generator in turns, in one run.
// Usage: node --expose-gc test/bench/ics.ts [events] [rounds]
import { sequenceOf } from '../../src/domain/document/revision.ts'
import { ICalCalendar, ICalEventStatus } from 'ical-generator'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { ics } from '../../src/formats/icalendar/ics.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { day, feed, pointOn, timelineEvent } from '../support/feed.ts'

const [count = 10_000, rounds = 7] = process.argv.slice(2).map(Number)
const large = feed({
  events: Array.from({ length: count }, (_, position) => chineseEvent(position)),
})

const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round < rounds; round++) {
  ours.push(elapsed(() => ics.write(large)))
  theirs.push(elapsed(() => icalGenerator(large)))
}
const [fast, slow] = [median(ours), median(theirs)]
// Of the two in the same round, since both then share the machine with the same other work.
const ratio = median(ours.map((time, round) => (theirs[round] ?? 0) / time))
console.log(`${count} events, median of ${rounds} rounds, Node ${process.version}`)
console.log(
  `ours            ${fast.toFixed(0)} ms   longest line ${longest(ics.write(large))} octets`,
)
console.log(
  `ical-generator  ${slow.toFixed(0)} ms   longest line ${longest(icalGenerator(large))} octets`,
)
console.log(`ratio           ${ratio.toFixed(1)}`)

function chineseEvent(position: number): TimelineEvent {
  const words =
    '全镇企业陆续复工，镇疫情防控指挥部派出工作组驻点指导；各村设卡登记，志愿者轮班值守。'
  return timelineEvent({
    id: `event-${position}`,
    position,
    when: pointOn(printDay(day('2000-01-01') + position)),
    title: { 'zh-Hans': `第${position}批企业复工，党员志愿者到岗` },
    summary: { 'zh-Hans': `${words}${words}第${position}号。` },
    citations: [
      { source: 'town-news', exact: '企业陆续复工,志愿者轮班值守' },
      { source: 'town-news', exact: `第${position}批` },
    ],
  })
}

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

function elapsed(work: () => string): number {
  // Neither pays for what the other left behind.
  globalThis.gc?.()
  const start = performance.now()
  if (work().length === 0) throw new Error('nothing was written')
  return performance.now() - start
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN
}

function longest(calendar: string): number {
  return calendar.split('\r\n').reduce((most, line) => Math.max(most, Buffer.byteLength(line)), 0)
}
