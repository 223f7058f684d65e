// CPU of the dearest legal requests beside a plain list of the same timeline, in turns, on the service in plain
// workerd: none may cost more than ten times as much. 800 different addresses of each are more than an isolate
// keeps, so that each is answered anew.
// Usage: node test/bench/costs.ts [rounds]
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { printDay } from '../../src/domain/date/civil-day.ts'
import { generator } from './workerd/load.ts'
import { median } from './workerd/median.ts'
import { bundle, root, type Serving } from './workerd/serve.ts'
import { servePublished } from './workerd/service.ts'

/** As a multiple of the list. */
const most = 10

const rounds = Number(process.argv[2] ?? 5)
const timeline = 'fusha-2020'
const base = `/v1/timelines/${timeline}`
const page = `/timelines/${timeline}`
const document = JSON.parse(
  readFileSync(join(root, `data/${timeline}/timeline.json`), 'utf8'),
) as TimelineDocument

/** Each with another day before all events: another filter with the same answer. */
const withFilters = (address: string): string[] =>
  Array.from(
    { length: 800 },
    (_, index) => `${address}${address.includes('?') ? '&' : '?'}from=${printDay(-10_000 - index)}`,
  )

const letter = (number: number): string => String.fromCodePoint(97 + (Math.floor(number) % 26))
const inMadeUp = Array.from(
  { length: 26 * 26 },
  (_, index) => `${base}/events?limit=500&lang=q${letter(index)}${letter(index / 26)}`,
)

interface Case {
  readonly name: string
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
}

const cases: readonly Case[] = [
  { name: 'plain list', paths: withFilters(`${base}/events`) },
  { name: 'page with a new filter', paths: withFilters(`${page}?lang=zh-Hans`) },
  { name: 'the same, Accept-Language of 15 kB', paths: withFilters(page), headers: longHeader() },
  ...['atom', 'rss', 'jsonld'].map((extension) => ({
    name: `events.${extension} of at most events`,
    paths: withFilters(`${base}/events.${extension}?limit=500`),
  })),
  { name: 'events.ics', paths: withFilters(`${base}/events.ics`) },
  { name: 'list in a made-up language', paths: inMadeUp },
  { name: 'list with facets', paths: withFilters(`${base}/events?facets=true`) },
  { name: 'lanes', paths: withFilters(`${base}/lanes`) },
  { name: 'changes', paths: [`${base}/changes?since=1`] },
  { name: 'page of editions', paths: [`${page}/editions?lang=en`] },
  { name: 'picture', paths: withFilters(`${page}/picture.png`) },
]

/** As long as workerd takes; the rest of it is not read. */
function longHeader(): Record<string, string> {
  return { 'accept-language': Array.from({ length: 1_500 }, (_, n) => `x${n};q=0.5`).join() }
}

const folder = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
try {
  await run(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(work: string): Promise<void> {
  const path = join(work, 'ours')
  await bundle(path)
  const service = await servePublished(path, document)
  const costs = new Map(cases.map((one) => [one, [] as number[]]))
  const load = generator(work)
  for (let round = 0; round <= rounds; round++)
    for (const [one, all] of costs) {
      const cost = await costOf(one, service, load.run)
      // The first round warms up.
      if (round > 0) all.push(cost)
    }
  await service.stop()
  const list = costs.get(cases[0]!) ?? []
  console.log(`CPU a request, median of ${rounds} rounds; ${load.name}`)
  for (const [{ name }, all] of costs) {
    // Of the two in the same round, since both then share the machine with the same other work.
    const ratio = median(all.map((cost, round) => cost / (list[round] ?? 0)))
    if (ratio > most) process.exitCode = 1
    const told = ratio > most ? `  more than ${most}` : ''
    console.log(
      `${name.padEnd(36)}${median(all).toFixed(0).padStart(7)} µs${ratio.toFixed(1).padStart(7)}${told}`,
    )
  }
}

async function costOf(
  { paths, headers = {} }: Case,
  service: Serving,
  load: ReturnType<typeof generator>['run'],
): Promise<number> {
  const before = service.cpu()
  const requests = await load({ origin: service.origin, paths, headers })
  return ((service.cpu() - before) / requests) * 1e6
}
