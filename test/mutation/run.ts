// `npm run mutants`: how many small changes of dates, filters, conditional requests, escaping and publishing
// the tests notice. `-- dates` tries one area. Ends with 1 where fewer than 85 % are noticed.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { areas, least, type Area } from './areas.ts'
import { mutated, type Mutant } from './mutants.ts'
import { mutantsPage, readScores, scoreOf, type Score } from './page.ts'

const root = join(import.meta.dirname, '../..')

interface Report {
  readonly noticed: readonly (readonly [number: number, test: string])[]
  readonly reached: readonly number[]
  readonly loaded: readonly number[]
}

const mutantsOf = ({ files }: Area): readonly Mutant[] => {
  const all: Mutant[] = []
  for (const file of files)
    all.push(...mutated(file, readFileSync(join(root, file), 'utf8'), all.length).mutants)
  return all
}

/** Runs the tests of an area: its report, and whether all passed. */
async function runTests(area: Area, own: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-mutants-'))
  const file = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const config = join(root, 'test/mutation/vitest.config.ts')
  const child = spawn(process.execPath, [vitest, 'run', '--config', config], {
    cwd: root,
    env: { ...process.env, MUTATION_AREA: area.name, MUTATION_REPORT: file, ...own },
    stdio: process.env['MUTATION_VERBOSE'] ? 'inherit' : 'ignore',
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const report = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
  rmSync(folder, { recursive: true })
  return { report, passed: code === 0 }
}

/** The numbers of the mutants that no test notices. */
async function survivorsOf(area: Area, count: number) {
  const { report, passed } = await runTests(area)
  if (report === null || !passed) throw new Error(`the tests of ${area.name} fail without a mutant`)
  const noticed = new Set(report.noticed.map(([number]) => number))
  const reached = new Set(report.reached)
  const onlyLoaded = report.loaded.filter((number) => !reached.has(number))
  for (const number of isWhole ? onlyLoaded : []) {
    const { passed: survives } = await runTests(area, { MUTANT: String(number) })
    if (!survives) noticed.add(number)
  }
  const tried = new Set(Array.from({ length: count }, (_, number) => number))
  if (!isWhole) for (const number of onlyLoaded) tried.delete(number)
  return { tried: tried.size, survivors: [...tried].filter((number) => !noticed.has(number)) }
}

const isWhole = process.argv.includes('--loaded')
const wanted = process.argv.slice(2).filter((argument) => argument !== '--loaded')
const page = join(root, 'docs/mutants.md')
for (const area of areas) {
  if (wanted.length > 0 && !wanted.includes(area.name)) continue
  const begun = performance.now()
  const mutants = mutantsOf(area)
  const { tried, survivors: numbers } = await survivorsOf(area, mutants.length)
  const survivors = numbers.map((number) => mutants[number]!)
  for (const { file, line, original, changed } of survivors)
    console.log(`survives  ${file}:${line}  ${short(original)}  →  ${short(changed)}`)
  const seconds = Math.round((performance.now() - begun) / 1000)
  const noticed = tried - survivors.length
  const share = (noticed / tried) * 100
  console.log(`${area.name}: ${noticed} of ${tried} noticed, ${share.toFixed(1)} %, ${seconds} s`)
  if (share < least) process.exitCode = 1
  if (!isWhole)
    writeScore({ area: area.name, tried, survivors, day: new Date().toISOString().slice(0, 10) })
}

/** What is there now is read again: another area may have ended meanwhile. */
function writeScore(score: Score): void {
  const scores = readScores(existsSync(page) ? readFileSync(page, 'utf8') : '')
  scores.set(score.area, scoreOf(score))
  writeFileSync(
    page,
    mutantsPage(
      areas.map(({ name }) => name),
      scores,
    ),
  )
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}
