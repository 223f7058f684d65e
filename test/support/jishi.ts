// The command line as a person runs it: in a process of its own, or (faster) within the test.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { run } from '../../src/cli/program.ts'

const repository = join(import.meta.dirname, '../..')

export interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export type Variables = Readonly<Record<string, string>>

/** A folder outside any clone, so that no kept token is found. */
const elsewhere = tmpdir()

const usual: Variables = {
  PUBLISH_TOKEN: 'editor-token',
  LC_ALL: 'C',
  NO_COLOR: '1',
  JISHI_URL: '',
}

/** Runs a command within the test. One at a time: it captures the output of the process. */
export async function jishi(argv: readonly string[], variables: Variables = {}): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[name], 'write').mockImplementation((chunk) => {
      said[name] += String(chunk)
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
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
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
