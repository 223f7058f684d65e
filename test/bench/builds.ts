// CPU per request of this build and of an earlier one, under plain workerd, in turns in one run.
// Usage: node test/bench/builds.ts [revision] [rounds] [case …]
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import { uiLanguages } from '../../src/domain/text/ui-language.ts'
import { generator } from './workerd/load.ts'
import { median } from './workerd/median.ts'
import { variedQueries } from './workerd/queries.ts'
import { bundle, root, type Serving } from './workerd/serve.ts'
import { servePublished } from './workerd/service.ts'

const [revision = 'HEAD~1', given = '9', ...wanted] = process.argv.slice(2)
const rounds = Number(given)
/** A median of more is told as missed: an answer must not cost more than it did. */
const limit = 1.05
/** Most rounds of a case before those that count: V8 takes a while until it has optimized what the case runs. */
const maxWarming = 20

const timeline = 'fusha-2020'
const document = JSON.parse(
  readFileSync(join(root, `data/${timeline}/timeline.json`), 'utf8'),
) as TimelineDocument
const events = `/v1/timelines/${timeline}/events`
const page = `/timelines/${timeline}`
const varied = variedQueries(document, 800)

const cases: Readonly<Record<string, readonly string[]>> = {
  'list, one filter': [`${events}?theme=work-resumption&from=2020-02`],
  'list, facets': [`${events}?facets=true`],
  'lists, new filters': varied.map((query) => events + query),
  'one event': [`${events}/${document.events[0]?.id ?? ''}`],
  timeline: [`/v1/timelines/${timeline}`],
  'events.ics': [`${events}.ics`],
  'events.atom': [`${events}.atom`],
  'events.csv': [`${events}.csv`],
  page: [`${page}?lang=en`],
  'pages, new filters': varied.map((query) => page + query),
  'event page': [`${page}/events/${document.events[0]?.id ?? ''}?lang=en`],
  'event pages': document.events.flatMap(({ id }) =>
    uiLanguages.map((language) => `${page}/events/${id}?lang=${language}`),
  ),
}

const work = mkdtempSync(join(tmpdir(), 'jishi-builds-'))
const checkout = join(work, 'checkout')
const git = (...words: string[]): void =>
  void execFileSync('git', words, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
try {
  git('worktree', 'add', '--detach', checkout, revision)
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
  await bundle(join(work, 'now'))
  await bundle(join(work, 'before'), { checkout })
  const now = await servePublished(join(work, 'now'), document)
  const before = await servePublished(join(work, 'before'), document)
  await measure(now, before)
  await Promise.all([now.stop(), before.stop()])
} finally {
  git('worktree', 'remove', '--force', checkout)
  rmSync(work, { recursive: true, force: true })
}

async function measure(now: Serving, before: Serving): Promise<void> {
  const load = generator(work)
  console.log(`${load.name}; ${rounds} rounds of 1 s each, in turns, against ${revision}`)
  console.log('CPU a request            now    before   ratio')
  for (const [name, paths] of Object.entries(cases)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    const pairs: (readonly [now: number, before: number])[] = []
    await warmUp(async () => [await cost(now), await cost(before)])
    for (let round = 0; round < rounds; round++) pairs.push([await cost(now), await cost(before)])
    const [ours, theirs] = [0, 1].map((side) => median(pairs.map((pair) => pair[side] ?? 0)))
    const ratio = median(pairs.map(([a, b]) => a / b))
    console.log(
      `${name.padEnd(20)} ${ours?.toFixed(0).padStart(6)} µs ${theirs?.toFixed(0).padStart(6)} µs ${ratio.toFixed(2).padStart(7)}${ratio > limit ? '   MISSED' : ''}`,
    )

    async function cost(server: Serving): Promise<number> {
      const used = server.cpu()
      const requests = await load.run({ origin: server.origin, paths, headers: {} })
      return ((server.cpu() - used) / requests) * 1e6
    }
  }
}

/** Until three rounds in a row have made nothing noticeably cheaper than it was. */
async function warmUp(costs: () => Promise<readonly number[]>): Promise<void> {
  let least: readonly number[] = []
  let stable = 0
  for (let round = 0; round < maxWarming && stable < 3; round++) {
    const taken = await costs()
    stable = taken.some((cost, i) => cost < 0.97 * (least[i] ?? Infinity)) ? 0 : stable + 1
    least = taken.map((cost, i) => Math.min(cost, least[i] ?? Infinity))
  }
}
