// The command line as a person runs it: in a process of its own, or (faster) within the test.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { vi } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { speakAs } from '../../src/cli/terminal/speech.ts'

const repository = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export type Variables = Readonly<Record<string, string>>

type Answer = string | (() => string)

/** A folder outside any clone, so that no kept token is found. */
const elsewhere = tmpdir()

const usual: Variables = {
  PUBLISH_TOKEN: 'editor-token',
  LC_ALL: 'C',
  NO_COLOR: '1',
  JISHI_URL: '',
}

/**
 * Runs a command within the test. One at a time: it captures the output of the process. With `answers`
 * a person sits at a terminal and gives them, one to each question; then the terminal is closed. One that
 * is a function is what the person does before answering, and says.
 */
export async function jishi(
  argv: readonly string[],
  variables: Variables = {},
  answers?: readonly Answer[],
): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const person = answers && terminalOf(answers)
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += String(chunk)
      if (String(chunk).endsWith('] ')) person?.answer()
      return true
    })
  }
  vi.spyOn(process, 'cwd').mockReturnValue(elsewhere)
  for (const [name, value] of Object.entries({ ...usual, ...variables })) vi.stubEnv(name, value)
  try {
    await run(argv)
    return { code: Number(process.exitCode ?? 0), ...said }
  } finally {
    process.exitCode = undefined
    // Files share a process.
    speakAs([], usual)
    person?.leave()
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  }
}

/** Puts a terminal in the place of standard input and error. */
function terminalOf(answers: readonly Answer[]) {
  const left = [...answers]
  const stdin = Object.assign(new PassThrough(), { isTTY: true })
  const { isTTY } = process.stderr
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(stdin as unknown as typeof process.stdin)
  process.stderr.isTTY = true
  return {
    answer() {
      const next = left.shift()
      if (next === undefined) stdin.end()
      else stdin.write(`${typeof next === 'string' ? next : next()}\n`)
    },
    leave() {
      process.stderr.isTTY = isTTY
    },
  }
}

/** Starts a command in a process of its own, without a terminal. */
export function startJishi(
  argv: readonly string[],
  variables: Variables = {},
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [join(repository, 'src/cli/main.ts'), ...argv], {
    env: { ...process.env, ...usual, ...variables },
    cwd: elsewhere,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => ({ code: Number(code ?? -1), ...said }))
  return { child, ended }
}
