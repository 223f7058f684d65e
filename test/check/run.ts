// Checks a change in under a minute: types, lint, format, unused code and the pure tests. One line a
// step, then the output of each that failed, in full. Usage: npm run check
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

interface Step {
  readonly title: string
  readonly command: readonly [string, ...string[]]
}

interface Done extends Step {
  readonly passed: boolean
  readonly output: string
}

const npm = (script: string): Step['command'] => ['npm', 'run', '--silent', script]

/** The tools read what the build makes, so that they come after it. */
const first: Step = { title: 'build', command: npm('build') }

/** The tests wait more than they work, which leaves room for the tools beside them. */
const lanes: readonly (readonly Step[])[] = [
  [{ title: 'pure tests', command: ['vitest', 'run', '--project=pure', '--reporter=minimal'] }],
  [
    { title: 'format', command: npm('format:check') },
    { title: 'types', command: npm('check:types') },
    { title: 'lint', command: npm('lint') },
    { title: 'unused code', command: npm('unused') },
  ],
]

const repository = join(import.meta.dirname, '../..')
const secondsSince = (start: number): string => ((performance.now() - start) / 1000).toFixed(0)

async function run(step: Step): Promise<Done> {
  const start = performance.now()
  const [command, ...argv] = step.command
  const child = spawn(command, argv, { cwd: repository, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8')
    stream.on('data', (text: string) => (output += text))
  }
  const [code] = (await once(child, 'close')) as [number | null]
  const passed = code === 0
  const seconds = secondsSince(start).padStart(3)
  console.log(`${seconds} s  ${step.title.padEnd(12)} ${passed ? 'passed' : 'FAILED'}`)
  return { ...step, passed, output }
}

async function runInTurn(steps: readonly Step[]): Promise<readonly Done[]> {
  const done: Done[] = []
  for (const step of steps) done.push(await run(step))
  return done
}

const start = performance.now()
const build = await run(first)
const rest = build.passed ? await Promise.all(lanes.map(runInTurn)) : []
const failed = [build, ...rest.flat()].filter(({ passed }) => !passed)
for (const { title, command, output } of failed)
  console.log(`\n=== ${title}: ${command.join(' ')}\n${output.trimEnd()}`)
console.log(
  `\n${failed.length === 0 ? 'All passed' : `${failed.length} failed`} in ${secondsSince(start)} s`,
)
process.exitCode = failed.length === 0 ? 0 : 1
