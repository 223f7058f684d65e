// The page and the element beside TimelineJS and vis-timeline: sizes, requests, times, DOM nodes and
// accessibility with the same events in the same browser, in turns. Third parties do not answer.
// Then what Lighthouse says of the page, and the figures that tests keep. Usage: node test/bench/widget/main.ts [--quick] [--rounds 3]
// --quick: one round, without Lighthouse and tests
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser } from 'playwright-core'
import fusha from '../../../data/fusha-2020/timeline.json' with { type: 'json' }
import type { TimelineDocument } from '../../../src/domain/document/timeline.ts'
import { advice, findChromium } from '../../support/chromium.ts'
import { findingsOf, widths, type Findings } from './accessibility.ts'
import { timelineOf } from './events.ts'
import { figures, type Measured } from './figures.ts'
import { openHost } from './host.ts'
import { lighthouse } from './lighthouse.ts'
import { editionOf, openService } from './service.ts'
import { page, subjects, type Subject } from './subjects.ts'
import { missed, table } from './table.ts'
import { testedFigures } from './tested.ts'
import { visit, type Opening, type Visit } from './visit.ts'

const { values: options } = parseArgs({
  options: { quick: { type: 'boolean' }, rounds: { type: 'string', default: '3' } },
})
const rounds = options.quick === true ? 1 : Number(options.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a number from 1 on')

const found = findChromium(process.env)
if ('missing' in found) throw new Error(`${found.missing} ${advice}`)
const chromiumPath = found.path

/** For root, for machines without display, and so that nothing but loopback answers. */
const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  })

const own = fusha as unknown as TimelineDocument
const compared = [10, 100, 1000, 10_000].map(timelineOf)
const editions = new Map([own, ...compared].map((document) => [document.id, editionOf(document)]))
const service = await openService(editions)
const host = await openHost(editions, service)
let browser = await launch()
try {
  await run()
} finally {
  await browser.close()
  await Promise.all([service.close(), host.close()])
}

async function run(): Promise<void> {
  printConditions()
  const all = subjects.map((subject) => ({
    subject,
    visits: new Map<string, (Visit | null)[]>(),
    findings: new Map<number, Findings | null>(),
  }))
  for (let round = 0; round < rounds; round++) {
    const turns = [...all.slice(round % all.length), ...all.slice(0, round % all.length)]
    for (const { subject, visits } of turns.filter((one) => one.subject === page))
      await addVisit(subject, own.id, visits)
    for (const { id } of compared)
      for (const { subject, visits } of turns) await addVisit(subject, id, visits)
  }
  for (const { subject, findings } of all)
    for (const width of widths) findings.set(width, await findingsAt(width, subject))
  await report(all)
}

async function findingsAt(width: number, subject: Subject): Promise<Findings | null> {
  const found = await findingsOf(browser, opening(subject, 'events-10'), width)
  if (found === null) await launchAnew()
  return found
}

/** What was not painted in time once is not tried again. */
async function addVisit(
  subject: Subject,
  timeline: string,
  visits: Map<string, (Visit | null)[]>,
): Promise<void> {
  const before = visits.get(timeline) ?? []
  if (before.includes(null)) return
  const seen = await visit(browser, opening(subject, timeline))
  visits.set(timeline, [...before, seen])
  const outcome = seen === null ? 'nothing in time' : `painted after ${seen.painted.toFixed(0)} ms`
  console.log(`${timeline} ${subject.name}: ${outcome}`)
  if (seen === null) await launchAnew()
}

/** A page may be busy for ever. */
async function launchAnew(): Promise<void> {
  await browser.close()
  browser = await launch()
}

function opening(subject: Subject, timeline: string): Opening {
  const origin = subject.site === 'service' ? service.origin : host.origin
  return {
    subject,
    address: { url: origin + subject.path + timeline, own: [service.origin, host.origin] },
  }
}

function printConditions(): void {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${load()}`
  console.log(`Chromium ${browser.version()}; ${machine}`)
  console.log(`Of ${rounds} rounds the best for times, the worst for all else.`)
}

function load(): string {
  return loadavg()[0]?.toFixed(1) ?? ''
}

async function report(all: readonly Measured[]): Promise<void> {
  const rows = figures(widths)
  const misses = [...missed(rows, all)]
  console.log(`\n${table(rows, all)}\n`)
  for (const [name, text] of service.files)
    console.log(`${name}: ${gzipSync(text).length} B after gzip`)
  for (const { subject, findings } of all)
    for (const [width, found] of findings)
      if (found !== null && found.violations.length > 0)
        console.log(`${subject.name}, axe at ${width} px: ${found.violations.join(', ')}`)
  const readable = await readableWithoutScript()
  console.log(`${own.id} without JavaScript: ${readable} of ${own.events.length} events readable`)
  if (options.quick !== true) misses.push(...(await consultLighthouse()), ...testedFigures())
  console.log(`load ${load()} at the end`)
  console.log(misses.length === 0 ? 'every target is met' : `MISSED:\n${misses.join('\n')}`)
  if (service.logged.length > 0) throw new Error(JSON.stringify(service.logged))
}

/** Answers the targets that the page does not meet. */
async function consultLighthouse(): Promise<readonly string[]> {
  const misses: string[] = []
  for (const timeline of [own.id, 'events-1000']) {
    const { url } = opening(page, timeline).address
    const { line, missed } = await lighthouse(url, { chromium: chromiumPath, rounds })
    console.log(`${timeline} ${page.name}, ${line}`)
    misses.push(...missed.map((text) => `${page.name}, ${timeline}, Lighthouse: ${text}`))
  }
  return misses
}

async function readableWithoutScript(): Promise<number> {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const tab = await context.newPage()
  await tab.goto(opening(page, own.id).address.url)
  const titles = await tab.locator(page.titles).all()
  const visible = await Promise.all(titles.map((title) => title.isVisible()))
  await context.close()
  return visible.filter(Boolean).length
}
