// CPU per request of the service under plain workerd, in turns with a bare Hono handler that returns
// the same bytes and headers from memory.
// Usage: node test/bench/http.ts [rounds]
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { Recorded } from './workerd/bare.ts'
import { generator, type Generator } from './workerd/load.ts'
import { variedQueries } from './workerd/queries.ts'
import { bundle, compatibilityDate, root, serve, type Serving } from './workerd/serve.ts'
import { median } from './workerd/median.ts'
import { servePublished } from './workerd/service.ts'

interface Case {
  readonly name: string
  readonly targets: readonly string[]
  /** What the client has already: this answer by its tag, or whatever there is (`*`). */
  readonly known?: 'tag' | '*'
  /** The most that it may cost, as a multiple of the bare handler. */
  readonly target?: number
}

interface Measured {
  readonly ours: number
  readonly bare: number
}

const parts = join(import.meta.dirname, 'workerd')
const timeline = 'fusha-2020'
const events = `/v1/timelines/${timeline}/events`
const filtered = [`${events}?theme=work-resumption&from=2020-02`]

const document = JSON.parse(
  readFileSync(join(root, `data/${timeline}/timeline.json`), 'utf8'),
) as TimelineDocument

/** More than an isolate remembers, so that each is read and answered anew. */
const varied = variedQueries(document, 800).map((query) => events + query)

const cases: readonly Case[] = [
  { name: 'filtered list', targets: filtered, target: 2 },
  { name: 'the same, 304', targets: filtered, known: 'tag', target: 1.3 },
  ...['ics', 'atom', 'rss'].map((extension) => ({
    name: `events.${extension}`,
    targets: [`${events}.${extension}`],
    target: 2,
  })),
  { name: 'varied queries', targets: varied },
  { name: 'the same, 304', targets: varied, known: '*' },
]

/** As the generator of load asks: both answer uncompressed. */
const identity = { 'accept-encoding': 'identity' }

const rounds = Number(process.argv[2] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'jishi-bench-'))
try {
  await run(folder)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function run(work: string): Promise<void> {
  const [ours, handler] = [join(work, 'ours'), join(work, 'bare')]
  await Promise.all([bundle(ours), bundleBare(handler)])
  const service = await servePublished(ours, document)
  const idle = service.memory()
  const bare = new Map<Case, Serving>()
  for (const one of cases) {
    const alike = cases.find((other) => other.targets === one.targets)
    const running = alike === undefined ? undefined : bare.get(alike)
    bare.set(one, running ?? (await serveBare(handler, await record(service, one))))
  }
  for (const [one, serving] of bare) await compare(one, service, serving)
  const load = generator(work)
  console.log(
    `${cpus()[0]?.model.trim()}, ${cpus().length} cores; ${load.name}; ${rounds} rounds of 1 s each, in turns`,
  )
  const results = await measure(service, bare, load.run)
  printTable(results)
  console.log(
    `resident: ${megabytes(idle)} after publishing, ${megabytes(service.memory())} after the load`,
  )
  for (const serving of new Set([service, ...bare.values()])) await serving.stop()
}

/** Bundled like ours, with the same Hono. */
async function bundleBare(path: string): Promise<void> {
  mkdirSync(path, { recursive: true })
  const config = join(path, 'wrangler.json')
  const settings = { name: 'bare', compatibility_date: compatibilityDate(), minify: true }
  writeFileSync(config, JSON.stringify({ ...settings, main: join(parts, 'bare.ts') }))
  await bundle(path, { options: [`--config=${config}`] })
  writeFileSync(join(path, 'worker.js'), readFileSync(join(path, 'bare.js')))
}

function serveBare(path: string, answers: readonly Recorded[]): Promise<Serving> {
  writeFileSync(join(path, 'answers.json'), JSON.stringify(answers))
  return serve({
    folder: path,
    worker: 'bindings = [(name = "ANSWERS", json = embed "answers.json")],',
    services: '',
  })
}

/** Every answer and its 304 once, from the service itself. */
async function record({ origin }: Serving, { targets }: Case): Promise<Recorded[]> {
  const recorded: Recorded[] = []
  for (const target of targets) {
    const answer = await fetch(origin + target, { headers: identity })
    if (!answer.ok) throw new Error(`${target}: ${answer.status} ${await answer.text()}`)
    const headers = headersOf(answer)
    const body = await answer.text()
    const known = await fetch(origin + target, {
      headers: { ...identity, 'if-none-match': headers['etag'] ?? '' },
    })
    if (known.status !== 304) throw new Error(`${target}: no 304 but ${known.status}`)
    recorded.push({ target, headers, body, unchanged: headersOf(known) })
  }
  return recorded
}

/** Those that the Worker sets; the rest is the server's. */
function headersOf({ headers }: Response): Record<string, string> {
  const { date: _, 'content-length': _length, ...own } = Object.fromEntries(headers)
  const { 'transfer-encoding': _encoding, connection: _connection, ...kept } = own
  return kept
}

/** Throws where the two do not answer the same, so that no figure compares different things. */
async function compare(one: Case, service: Serving, bare: Serving): Promise<void> {
  const headers = { ...identity, ...(await headersFor(one, service)) }
  const target = one.targets[0] ?? ''
  const answers = await Promise.all(
    [service, bare].map(async ({ origin }) => {
      const response = await fetch(origin + target, { headers })
      return JSON.stringify([response.status, headersOf(response), await response.text()])
    }),
  )
  if (answers[0] !== answers[1]) throw new Error(`${one.name}: ${answers.join('\n')}`)
}

/** What the client of a case sends. */
async function headersFor(one: Case, { origin }: Serving): Promise<Record<string, string>> {
  if (one.known === undefined) return {}
  if (one.known === '*') return { 'if-none-match': '*' }
  const answer = await fetch(origin + one.targets[0], { headers: identity })
  await answer.arrayBuffer()
  return { 'if-none-match': answer.headers.get('etag') ?? '' }
}

/** Rounds of every case on both, one after the other, after a round that counts for nothing. */
async function measure(
  service: Serving,
  bare: ReadonlyMap<Case, Serving>,
  run: Generator,
): Promise<Map<Case, Measured[]>> {
  const results = new Map<Case, Measured[]>(cases.map((one) => [one, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const [one, serving] of bare) {
      const headers = await headersFor(one, service)
      const cost = async (server: Serving): Promise<number> => {
        const before = server.cpu()
        const requests = await run({ origin: server.origin, paths: one.targets, headers })
        return ((server.cpu() - before) / requests) * 1e6
      }
      const pair = { ours: await cost(service), bare: await cost(serving) }
      if (round > 0) results.get(one)?.push(pair)
    }
  }
  return results
}

function printTable(results: ReadonlyMap<Case, readonly Measured[]>): void {
  console.log('CPU a request         ours      bare   ratio   target')
  for (const [{ name, target }, measured] of results) {
    const ours = median(measured.map((one) => one.ours))
    const bare = median(measured.map((one) => one.bare))
    const ratio = median(measured.map((one) => one.ours / one.bare))
    const wanted =
      target === undefined ? '' : `${target.toFixed(1)} ${ratio <= target ? 'met' : 'MISSED'}`
    console.log(
      `${name.padEnd(16)} ${ours.toFixed(0).padStart(6)} µs ${bare.toFixed(0).padStart(6)} µs ${ratio.toFixed(2).padStart(7)}   ${wanted}`,
    )
  }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`
}
