// No test has a patience of its own and none measures by the clock: test/support/patience.ts says how
// long is waited, and what grows is compared with itself (growth.ts). Proven on seeds, as the walls are.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import config from '../../vitest.config.ts'
import { patience } from '../support/patience.ts'

const root = join(import.meta.dirname, '..')

/** Where time is the matter itself: what measures, what runs for long, and what stands in for time. */
const elsewhere =
  /^(?:bench|check|prove|fuzz|load|mutation|clients)\/|^support\/(?:patience|timers|growth)\.ts$/
/** Waits that are part of what is tried: an object dies at any moment, reads end at the same one. */
const parts = ['store/aborts.test.ts: a fixed pause', 'host/side-by-side.test.ts: a fixed pause']

/** What is not wanted, with a piece of code that each finds. */
const unwanted: Readonly<Record<string, readonly [pattern: RegExp, seed: string]>> = {
  'a time-out': [/timeout['"]?\s*[:=]\s*\d/i, 'await page.waitFor({ timeout: 15_000 })'],
  'a time-out of a signal': [
    /AbortSignal\.timeout\(/,
    'fetch(url, { signal: AbortSignal.timeout(9) })',
  ],
  'a patience of a test': [
    /\},\s*\d[\d_]{3,},?\s*\)/,
    "test('x', async () => {\n  x()\n}, 30_000)",
  ],
  'a patience of a page': [/setDefault\w*Timeout|chromium\.launch\(/, 'await chromium.launch()'],
  'a fixed pause': [
    /\bsetTimeout\([^;\n]*?,\s*[1-9]|waitForTimeout|timers\/promises|scheduler\.wait\(/,
    'await new Promise((resolve) => setTimeout(resolve, 20))',
  ],
  'a count of tries': [/\btries\s*>\s*\d/, 'if (tries > 150) throw new Error()'],
  'a clock': [/performance\.now|hrtime|Date\.now\(\)\s*-/, 'expect(performance.now() - begun)'],
}
const found = (text: string): readonly string[] =>
  Object.keys(unwanted).filter((name) => unwanted[name]?.[0].test(text))

/** The one place of the patience of pages. */
const pagePlace = 'support/chromium.ts: a patience of a page'

test('waits and clocks are seen', () => {
  for (const [name, [, seed]] of Object.entries(unwanted)) expect(found(seed)).toEqual([name])
})

test('no test has a patience of its own, a fixed pause or a clock', () => {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (path) =>
      path.endsWith('.ts') &&
      !elsewhere.test(path) &&
      !path.includes('node_modules') &&
      path !== 'walls/waits.test.ts',
  )
  expect(files.length).toBeGreaterThan(150)
  const all = files.flatMap((path) =>
    found(readFileSync(join(root, path), 'utf8')).map((name) => `${path}: ${name}`),
  )
  expect(all.toSorted()).toEqual([...parts, pagePlace].toSorted())
})

test('every project has the patience of the suite', () => {
  const projects = config.test?.projects ?? []
  expect(projects).toHaveLength(5)
  for (const project of projects)
    expect(project).toMatchObject({
      test: {
        testTimeout: patience.whole,
        hookTimeout: patience.whole,
        expect: { poll: { timeout: patience.wait } },
      },
    })
})
