// Promises whose proof is a part of the test suite: how many tests there are, and which failed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Proof, Result } from './proof.ts'

const root = join(import.meta.dirname, '../..')

type Suite = readonly [name: string, title: string, files: readonly string[]]

const suites: readonly Suite[] = [
  [
    'T2',
    'every class of malformed input gets its status, its problem type and the place of the fault',
    ['test/http/conformance/rfc9457-input.test.ts'],
  ],
  [
    'T3',
    'errors have one shape, resolve, and repeat nothing of the request',
    ['test/http/conformance/rfc9457-shape.test.ts'],
  ],
  [
    'T9',
    'each clause of HTTP on every route that it concerns',
    ['test/conformance/http.test.ts', 'test/http/conformance/rfc3986.test.ts'],
  ],
  [
    'T10',
    'no client changes what a cache keeps for another; every answer says how long it may be kept',
    ['test/http/conformance/rfc9111.test.ts', 'test/http/conformance/headers.test.ts'],
  ],
  [
    'T11',
    'no script of a timeline runs on a page or in the element, under any policy',
    ['test/browser/hostile.test.ts'],
  ],
  [
    'T12',
    'every output of hostile texts is well-formed, and reads back as it was written',
    ['test/http/hostile-document.test.ts', 'test/formats', 'test/domain/characters.test.ts'],
  ],
  [
    'T13',
    'the time of every regular expression is linear in the length of the text',
    ['test/walls/expressions.test.ts'],
  ],
  [
    'T14',
    'every limit is documented, and is tried at n and n + 1',
    [
      'test/http/conformance/limits.test.ts',
      'test/http/bounds.test.ts',
      'test/http/paging.test.ts',
      'test/docs/settings.test.ts',
    ],
  ],
  [
    'T15',
    'every write with none, a wrong, an expired or a foreign token is refused; no token is shown anywhere',
    ['test/http/conformance/rfc9110-writes.test.ts', 'test/cli/secrets.test.ts'],
  ],
  [
    'T16',
    'packages are few, pinned, with integrity, and not older than is safe',
    ['test/walls/supply-chain.test.ts'],
  ],
  [
    'side-by-side',
    'three timelines of 20 editions, 30 rounds of six requests at once in one isolate of workerd: on a healthy store all are answered',
    ['test/host/side-by-side.test.ts'],
  ],
]

export const ofSuites: readonly Proof[] = suites.map(([name, title, files]) => ({
  name,
  title,
  unit: 'tests',
  seed: null,
  run: () => runFiles(files),
}))

interface Report {
  readonly numPassedTests: number
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

async function runFiles(files: readonly string[]): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'jishi-prove-'))
  const file = join(folder, 'report.json')
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const argv = [vitest, 'run', '--reporter=json', `--outputFile=${file}`, ...files]
  const child = spawn(process.execPath, argv, {
    cwd: root,
    env: { ...process.env, REQUIRE_BROWSER: '1' },
    stdio: 'ignore',
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  const report = JSON.parse(readFileSync(file, 'utf8')) as Report
  rmSync(folder, { recursive: true })
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
  )
  return {
    count: report.numPassedTests,
    violations: code === 0 || failed.length > 0 ? failed : [`ended with ${code}`],
    seen: `all of ${files.map((path) => `\`${path}\``).join(', ')}`,
  }
}
