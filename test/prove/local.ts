// The service as `npm start` runs it, in workerd over a folder, and the command line that talks to it.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '../../src/assets/build.ts'
import { freePort } from '../../src/cli/dev/port.ts'
import { launchServer, type DevServer } from '../../src/cli/dev/server.ts'
import { localToken, writeSecrets } from '../../src/cli/dev/token.ts'

export const root = join(import.meta.dirname, '../..')

/** Where its KV and its objects are, in its folder. */
export const stateIn = (folder: string): string => join(folder, 'state')

export interface Local {
  readonly origin: string
  /** Begins, and waits until it answers. */
  start(): Promise<void>
  /** Ends it without warning. */
  kill(): Promise<void>
  stop(): Promise<void>
  /** The command line in a process of its own, told this service. */
  jishi(...argv: readonly string[]): RunningCommand
  /** By path, or at an absolute address of its own. */
  readonly fetch: (path: string) => Promise<Response>
  readonly at: typeof answered
}

export interface RunningCommand {
  readonly pid: number
  readonly ended: Promise<number | null>
  output(): string
  /** Waits until it says so. */
  said(words: RegExp): Promise<void>
}

/** Not running yet. */
export async function localService(folder: string, port: number): Promise<Local> {
  const own = await freePort(port)
  const origin = `http://127.0.0.1:${own}`
  const { token } = localToken(folder, undefined)
  const secrets = await writeSecrets(folder, token, own)
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  buildAssets(root)
  let server: DevServer | undefined
  return {
    origin,
    async start() {
      server = launchServer({ root, wrangler, port: own, secrets, state: stateIn(folder) })
      await untilUp(origin)
    },
    async kill() {
      server?.kill()
      await server?.ended
    },
    async stop() {
      await server?.stop()
    },
    jishi: (...argv) => runCommand([...argv, '--to', origin], token),
    fetch: (path) => answered(origin + path),
    at: answered,
  }
}

/** Asks again while the service asks for that: a machine that does much else is slow to read. */
export async function answered(url: string): Promise<Response> {
  for (let tries = 60; ; tries--) {
    const answer = await fetch(url)
    if (answer.status !== 503 || tries === 0) return answer
    await answer.body?.cancel()
    await pause(500)
  }
}

/** Waits for a service that begins. */
export async function untilUp(origin: string): Promise<void> {
  const end = performance.now() + 120_000
  for (;;) {
    const status = await fetch(`${origin}/health`).then(
      ({ status: own }) => own,
      () => 0,
    )
    if (status === 200) return
    if (performance.now() > end) throw new Error('the service does not come up')
    await pause(50)
  }
}

function runCommand(argv: readonly string[], token: string): RunningCommand {
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...argv], {
    env: { ...process.env, LC_ALL: 'C', PUBLISH_TOKEN: token },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  let isEnded = false
  void ended.then(() => (isEnded = true))
  return {
    pid: child.pid ?? 0,
    ended,
    output: () => output,
    async said(words) {
      while (!words.test(output)) {
        if (isEnded) throw new Error(output)
        await pause(5)
      }
    },
  }
}
