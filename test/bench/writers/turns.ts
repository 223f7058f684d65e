// Our writer of a format and that of a package, in turns, in one run, over many Chinese events.
import { printDay } from '../../../src/domain/date/civil-day.ts'
import type { TimelineEvent } from '../../../src/domain/document/event.ts'
import type { FormatInput } from '../../../src/formats/format.ts'
import { day, feed, pointOn, timelineEvent } from '../../support/feed.ts'
import { median } from '../workerd/median.ts'

type Writer = (feed: FormatInput) => string

/** Prints the times of both; `told` says something of what each writes. The arguments are events and rounds. */
export function compareWriters(
  both: readonly (readonly [name: string, write: Writer])[],
  told: (text: string) => string,
): void {
  const [count = 10_000, rounds = 7] = process.argv.slice(2).map(Number)
  const large = feed({ events: Array.from({ length: count }, (_, at) => chineseEvent(at)) })
  const writers = both.map(([name, write]) => ({ name, write, times: [] as number[] }))
  const ratios: number[] = []
  for (let round = 0; round < rounds; round++) {
    const [own = 0, other = 0] = writers.map(({ write }) => elapsed(() => write(large)))
    for (const [at, time] of [own, other].entries()) writers[at]?.times.push(time)
    // Of the two in the same round, since both then share the machine with the same other work.
    ratios.push(other / own)
  }
  console.log(`${count} events, median of ${rounds} rounds, Node ${process.version}`)
  for (const { name, write, times } of writers)
    console.log(`${name.padEnd(16)}${median(times).toFixed(0)} ms   ${told(write(large))}`)
  console.log(`${'ratio'.padEnd(16)}${median(ratios).toFixed(1)}`)
}

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

function elapsed(work: () => string): number {
  // Neither pays for what the other left behind.
  globalThis.gc?.()
  const start = performance.now()
  if (work().length === 0) throw new Error('nothing was written')
  return performance.now() - start
}
