// One visit: a new profile opens a page, waits until it has settled, and hands back what was seen.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Browser, Page, Response } from 'playwright-core'
import { filtered } from './events.ts'
import type { Subject } from './subjects.ts'

/** Times in milliseconds since the navigation, sizes in bytes as transferred. */
export interface Visit {
  readonly painted: number
  readonly requests: number
  readonly thirdParties: number
  /** Scripts and styles that are files of their own. */
  readonly code: number
  readonly transferred: number
  /** In the document when the first event was painted, and when all was quiet. */
  readonly nodes: { readonly painted: Nodes; readonly settled: Nodes }
  /** Cumulative layout shift: the sum of all, which is never less than that of the worst window. */
  readonly shift: number
  /** Total blocking time: of long tasks what is over 50 ms, from the navigation on. */
  readonly blocked: number
  /** Largest contentful paint. */
  readonly largest: number
  /** From the action to the paint of the filtered list. */
  readonly filter?: number
}

export interface Nodes {
  readonly all: number
  readonly elements: number
}

export interface Address {
  readonly url: string
  /** Every other origin is a third party. */
  readonly own: readonly string[]
}

const probe = readFileSync(join(import.meta.dirname, 'probe.js'), 'utf8')

/** Milliseconds in which the first event must be painted, and again so many for all that follows. */
export const limit = 60_000

/** Null where it takes longer, as with a page that is too busy to say anything. */
export const inTime = <Value>(work: Promise<Value>): Promise<Value | null> =>
  Promise.race([work, pause(limit, null, { ref: false })])

export interface Opening {
  readonly subject: Subject
  readonly address: Address
}

/** Null where it does not come to an end in time: the browser may then be busy for ever. */
export async function visit(browser: Browser, opening: Opening): Promise<Visit | null> {
  const viewport = { width: 1280, height: 800 }
  const context = await browser.newContext({ locale: 'zh-CN', viewport })
  const page = await context.newPage()
  const traffic = watch(page, opening.address)
  const complaints = complaintsOf(page)
  const opened = await inTime(open(page, opening).then(() => true))
  const seen = opened === null ? null : await inTime(look(page, opening.subject, traffic))
  if (seen === null) console.log([opening.address.url, ...complaints].join('\n  '))
  else await context.close()
  return seen
}

/** What may tell why a page shows nothing. That third parties do not answer is no reason. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('pageerror', ({ message }) => complaints.push(message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('ERR_NAME_NOT_RESOLVED'))
      complaints.push(message.text())
  })
  return complaints
}

/** Ends when the first event is painted. */
export async function open(page: Page, { subject, address }: Opening): Promise<void> {
  const { titles, first = titles } = subject
  await page.addInitScript(
    `globalThis.wanted = ${JSON.stringify(titles)};globalThis.first = ${JSON.stringify(first)};${probe}`,
  )
  await page.goto(address.url, { waitUntil: 'commit', timeout: 0 })
  await page.evaluate('probe.isPainted')
}

/** Ends when nothing has happened for a while. */
export const quiet = (page: Page): Promise<unknown> => page.evaluate('probe.isSettled')

async function look(page: Page, { filter }: Subject, traffic: () => Traffic): Promise<Visit> {
  await quiet(page)
  const { nodes, atEnd, ...seen } = await page.evaluate<Seen>(
    '({ ...probe.seen, atEnd: probe.nodes() })',
  )
  const beforeFilter = { ...seen, ...traffic(), nodes: { painted: nodes, settled: atEnd } }
  if (filter === undefined) return beforeFilter
  const untilOnly = `probe.untilOnly(${filtered.isTitle}, () => { ${filter} })`
  return { ...beforeFilter, filter: await page.evaluate<number>(untilOnly) }
}

interface Seen extends Pick<Visit, 'painted' | 'shift' | 'blocked' | 'largest'> {
  readonly nodes: Nodes
  readonly atEnd: Nodes
}

type Traffic = Pick<Visit, 'requests' | 'thirdParties' | 'code' | 'transferred'>

/** Counts what the page asks for. A failed answer of a site that is measured is no measurement. */
function watch(page: Page, { own }: Address): () => Traffic {
  const asked: string[] = []
  const answers: Response[] = []
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) asked.push(request.url())
  })
  page.on('response', (response) => answers.push(response))
  return () => {
    const failed = answers.find((response) => response.status() >= 400)
    if (failed) throw new Error(`${failed.url()} answered ${failed.status()}`)
    const sizes = answers.map((response) => {
      const headers = response.headers()
      const isCode = /javascript|css/.test(headers['content-type'] ?? '')
      return { isCode, size: Number(headers['content-length'] ?? 0) }
    })
    const sum = (some: typeof sizes) => some.reduce((total, { size }) => total + size, 0)
    return {
      requests: asked.length,
      thirdParties: asked.filter((url) => !own.includes(new URL(url).origin)).length,
      code: sum(sizes.filter(({ isCode }) => isCode)),
      transferred: sum(sizes),
    }
  }
}
