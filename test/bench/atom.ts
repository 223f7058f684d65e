// Atom of 10,000 Chinese events: our writer and the package feed in turns, in one run.
// Usage: node --expose-gc test/bench/atom.ts [events] [rounds]
import { Feed as FeedPackage } from 'feed'
import { printDay } from '../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { atom } from '../../src/formats/feed/atom.ts'
import type { FormatInput } from '../../src/formats/format.ts'
import { dateInWords } from '../../src/messages/dates.ts'
import { day, feed, pointOn, timelineEvent } from '../support/feed.ts'

const [count = 10_000, rounds = 7] = process.argv.slice(2).map(Number)
const large = feed({
  events: Array.from({ length: count }, (_, position) => chineseEvent(position)),
})

const ours: number[] = []
const theirs: number[] = []
for (let round = 0; round < rounds; round++) {
  ours.push(elapsed(() => atom.write(large)))
  theirs.push(elapsed(() => feedPackage(large)))
}
// Of the two in the same round, since both then share the machine with the same other work.
const ratio = median(ours.map((time, round) => (theirs[round] ?? 0) / time))
console.log(`${count} events, median of ${rounds} rounds, Node ${process.version}`)
console.log(`ours   ${median(ours).toFixed(0)} ms   ${megabytes(atom.write(large))} MB`)
console.log(`feed   ${median(theirs).toFixed(0)} ms   ${megabytes(feedPackage(large))} MB`)
console.log(`ratio  ${ratio.toFixed(1)}`)

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
function feedPackage({ timeline, events, links }: FormatInput): string {
  const text = (map: Readonly<Record<string, string>>) => map[timeline.language] ?? ''
  const labels = new Map(timeline.themes.map(({ id, label }) => [id, text(label)]))
  const names = new Map(timeline.actors.map(({ id, name }) => [id, text(name)]))
  const tag = `tag:${timeline.authority.domain},${timeline.authority.date}:${timeline.id}`
  const written = new FeedPackage({
    id: tag,
    title: text(timeline.title),
    link: links.page,
    updated: new Date('2026-10-01T08:30:00Z'),
    author: { name: timeline.authority.domain },
    feedLinks: { atom: links.self },
  })
  for (const event of events) {
    const who = event.actors.map((id) => names.get(id) ?? id)
    const themes = event.themes.map((id) => labels.get(id) ?? id)
    const modified = new Date(event.revision.instant)
    const quotes = event.citations.map(({ exact }) => `<blockquote>${exact}</blockquote>`).join('')
    written.addItem({
      id: `${tag}/${event.id}`,
      link: links.event(event.id),
      title: `${dateInWords(event.when, 'zh-Hans')}：${text(event.title)}`,
      date: modified,
      published: modified,
      description: text(event.summary ?? {}),
      content: `<p><strong>${dateInWords(event.when, 'zh-Hans')}</strong></p><p>${text(event.summary ?? {})}</p>${quotes}<p>— <cite>小镇日报</cite>，2020-03-13</p><p>主题：${themes.join('、')}</p><p>人物、机构与地点：${who.join('、')}</p>`,
      category: [
        ...event.themes.map((id, i) => ({
          term: id,
          scheme: `${tag}/themes/`,
          name: themes[i] ?? id,
        })),
        ...event.actors.map((id, i) => ({
          term: id,
          scheme: `${tag}/actors/`,
          name: who[i] ?? id,
        })),
      ],
    })
  }
  return written.atom1()
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

function megabytes(text: string): string {
  return (Buffer.byteLength(text) / 1e6).toFixed(1)
}
