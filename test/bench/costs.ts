// CPU of the dearest legal requests beside a plain list of the same timeline, in turns: none may cost more
// than ten times as much. Each asks for what was not asked for before, so that nothing is kept of it.
// Usage: node test/bench/costs.ts [calls] [rounds]
import fusha from '../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { createMemoryService } from '../support/memory-service.ts'

/** As a multiple of the list. */
const most = 10

const [calls = 100, rounds = 7] = process.argv.slice(2).map(Number)
const service = await createMemoryService()
const document = fusha as unknown as TimelineDocument
await service.publish(document)
const changed = document.events.map((event, index) => ({
  ...event,
  title: { ...event.title, en: `Changed ${index}` },
}))
await service.publish({ ...document, events: changed }, 1)
service.clock.now += 10_000

const base = '/v1/timelines/fusha-2020'
const page = '/timelines/fusha-2020'

/** Another day before all events with each call: another filter with the same answer. */
let calling = 0
const filter = (): string => `from=${printDay(-10_000 - calling++)}`
const letter = (number: number): string => String.fromCodePoint(97 + (number % 26))
const madeUp = (number: number): string => `q${letter(number)}${letter(Math.floor(number / 26))}`
const languages = Array.from({ length: 12_000 }, (_, index) => `x${index};q=0.5`).join()

const measured: Record<string, () => Promise<Response>> = {
  'plain list': () => service.fetch(`${base}/events?${filter()}`),
  'page with a new filter': () => service.fetch(`${page}?lang=zh-Hans&${filter()}`),
  'page with a new word': () => service.fetch(`${page}?lang=en&q=${calling++}&${filter()}`),
  'Atom of at most events': () => service.fetch(`${base}/events.atom?limit=500&${filter()}`),
  'RSS of at most events': () => service.fetch(`${base}/events.rss?limit=500&${filter()}`),
  'JSON-LD of at most events': () => service.fetch(`${base}/events.jsonld?limit=500&${filter()}`),
  'iCalendar of at most events': () => service.fetch(`${base}/events.ics?${filter()}`),
  'list in a made-up language': () =>
    service.fetch(`${base}/events?limit=500&lang=${madeUp(calling)}&${filter()}`),
  'list with facets': () => service.fetch(`${base}/events?facets=true&${filter()}`),
  lanes: () => service.fetch(`${base}/lanes?${filter()}`),
  changes: () => service.fetch(`${base}/changes?since=1`),
  'page of editions': () => service.fetch(`${page}/editions?lang=en`),
  'corrections feed': () => service.fetch(`${base}/editions.atom`),
  'page, Accept-Language of 100 kB': () =>
    service.fetch(`${page}?${filter()}`, { headers: { 'accept-language': languages } }),
  picture: () => service.fetch(`${page}/picture.png?${filter()}`),
}

const times = new Map<string, number[]>()
for (let round = 0; round <= rounds; round++)
  for (const [name, ask] of Object.entries(measured)) {
    const before = process.cpuUsage()
    for (let call = 0; call < calls; call++) {
      const response = await ask()
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`${name}: ${response.status}`)
    }
    const { user, system } = process.cpuUsage(before)
    // The first round warms up.
    if (round > 0) times.set(name, [...(times.get(name) ?? []), (user + system) / calls])
  }
const list = times.get('plain list') ?? []
for (const [name, all] of times) {
  // Of the two in the same round, since both then share the machine with the same other work.
  const ratio = median(all.map((time, round) => time / (list[round] ?? 0)))
  const isOver = ratio > most
  if (isOver) process.exitCode = 1
  console.log(
    `${name.padEnd(34)}${median(all).toFixed(0).padStart(7)} µs ${ratio.toFixed(1).padStart(6)}${isOver ? `  more than ${most}` : ''}`,
  )
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
