// What a timeline of 1,000, 100,000 or 1,000,000 events costs: building its segment, and each kind of
// query, cold and warm, beside SQLite and a scan of JSON in the same run, with the budgets that it must
// keep; of several sizes also a table over all of them. Usage: npm run bench:scale --
// [1 1000 10000 100000 1000000] [--rounds 20] [--no-peers] [--verify 200]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildPeers, buildSegment, type Built } from './segments/build.ts'
import { figuresPath, measureQueries, type Figures } from './segments/measure.ts'
import { writeEvents } from './segments/events-file.ts'
import { verifyQueries } from './segments/verify.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '20' },
    peers: { type: 'boolean', default: true },
    step: { type: 'string' },
    verify: { type: 'string', default: '0' },
    folder: { type: 'string' },
  },
  allowNegative: true,
})
const counts = positionals.length === 0 ? [1000, 100_000] : positionals.map(Number)

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

if (values.step !== undefined) await runStep(values.step, values.folder ?? '', counts[0] ?? 0)
else {
  const figures = counts.flatMap((count) => compare(count) ?? [])
  if (figures.length > 1) printOverSizes(figures)
}

/** Each step in a process of its own, so that none has the memory of another. Null where one failed. */
function compare(count: number): Figures | null {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-scale-'))
  try {
    console.log(`\n## ${count.toLocaleString('en')} events\n`)
    const steps = [
      'events',
      'build',
      ...(values.peers ? ['peers'] : []),
      'queries',
      ...(values.verify === '0' ? [] : ['verify']),
    ]
    if (!steps.every((step) => ranStep(step, folder, count))) return null
    return JSON.parse(readFileSync(figuresPath(folder), 'utf8')) as Figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function printOverSizes(figures: readonly Figures[]): void {
  console.log('\n## What a cold query costs, by the number of events\n')
  console.log(
    '| events | operations, list / with facets | MB | CPU ms p50/p99, list | with facets |\n|---|---|---|---|---|',
  )
  for (const { events, operations, bytes, cpu } of figures) {
    const [list50, list99, facets50, facets99] = cpu.map((time) => time.toFixed(1))
    const cells = [
      events.toLocaleString('en'),
      operations.join(' / '),
      bytes.map((size) => (size / 1e6).toFixed(2)).join(' / '),
      `${list50}/${list99}`,
      `${facets50}/${facets99}`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
}

function ranStep(step: string, folder: string, count: number): boolean {
  const options = ['--step', step, '--folder', folder, '--rounds', values.rounds]
  options.push('--verify', values.verify)
  const { status } = spawnSync(
    process.execPath,
    [
      '--expose-gc',
      '--max-old-space-size=3000',
      import.meta.filename,
      String(count),
      ...options,
      ...(values.peers ? [] : ['--no-peers']),
    ],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (status !== 0) process.exitCode = 1
  return status === 0
}

async function runStep(step: string, folder: string, count: number): Promise<void> {
  switch (step) {
    case 'events':
      return writeEvents(folder, count)
    case 'build':
      return printBuilt(await buildSegment(folder))
    case 'peers':
      return buildPeers(folder)
    case 'verify':
      return verifyQueries(folder, Number(values.verify))
    default:
      return measureQueries(folder, { rounds: Number(values.rounds), peers: values.peers })
  }
}

function printBuilt({ events, json, cpu, memory, sizes }: Built): void {
  const all = Object.values(sizes)
  const stored = all.reduce((sum, { bytes }) => sum + bytes, 0)
  const keys = all.reduce((sum, { parts }) => sum + parts, 0)
  const allowed = Math.ceil((json / 56_000) * 1.15)
  console.log(`${Math.round(json / events)} bytes an event, ${megabytes(json)} of event JSON\n`)
  console.log('| building | budget | figure |\n|---|---|---|')
  console.log(
    `| CPU for 50 MB of event JSON | 12 s | ${(((cpu / json) * 5e7) / 1000).toFixed(1)} s |`,
  )
  console.log(`| peak memory | ${events > 100_000 ? '1 GB' : '700 MB'} | ${megabytes(memory)} |`)
  console.log(`| bytes stored for a byte of event JSON | 1.6 | ${(stored / json).toFixed(2)} |`)
  console.log(`| keys | ${allowed} | ${keys} |`)
  for (const [kind, { parts, bytes }] of Object.entries(sizes))
    console.log(`| parts \`${kind}\` | | ${parts}, ${megabytes(bytes)} |`)
}
