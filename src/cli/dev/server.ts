// Runs `wrangler dev` as a process group of its own and ends it whole: wrangler, workerd, esbuild.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../terminal/speech.ts'

export interface ServerOptions {
  readonly root: string
  /** The script that is run with Node: wrangler's, except in tests. */
  readonly wrangler: string
  readonly port: number
  readonly secrets: string
  readonly state: string
}

export interface DevServer {
  /** Resolves with the reason when wrangler has ended. */
  readonly ended: Promise<string>
  /** Ends the whole group and waits for it. */
  stop(): Promise<void>
  /** Ends the whole group at once. */
  kill(): void
}

const grace = 4_000

/**
 * No telemetry, look-ups or log files in the home folder. Without the two X_ extras a start is 40 %
 * faster.
 */
const quiet = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
}

export function launchServer(options: ServerOptions): DevServer {
  const { PUBLISH_TOKEN: _, ...environment } = process.env
  const guard = new URL('./guard.ts', import.meta.url).href
  const registry = { WRANGLER_REGISTRY_PATH: join(options.root, '.wrangler/registry') }
  const child = spawn(
    process.execPath,
    ['--import', guard, options.wrangler, ...devArguments(options)],
    {
      cwd: options.root,
      env: { ...environment, ...quiet, ...registry },
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    },
  )
  const kill = (): void => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // ESRCH: the group has ended already.
    }
  }
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(say().start.noWrangler(error.message)))
    child.once('exit', (code, signal) => {
      kill()
      resolve(say().start.wranglerEnded(code, signal))
    })
  })
  async function stop(): Promise<void> {
    // Wrangler ends workerd first; the rest of the group is killed when wrangler exits.
    child.kill('SIGTERM')
    const timer = setTimeout(kill, grace)
    await ended
    clearTimeout(timer)
  }
  return { ended, stop, kill }
}

function devArguments({ root, port, secrets, state }: ServerOptions): string[] {
  const envFiles = [join(root, '.dev.vars'), secrets].filter((file) => existsSync(file))
  const chaos = process.env['CHAOS_KV'] ?? ''
  return [
    'dev',
    `--port=${port}`,
    '--inspector-port=0',
    `--var=PUBLIC_URL:http://localhost:${port}`,
    ...envFiles.map((file) => `--env-file=${file}`),
    ...(chaos === '' ? [] : [`--var=CHAOS_KV:${chaos}`]),
    `--persist-to=${state}`,
    '--log-level=warn',
    '--show-interactive-dev-session=false',
  ]
}
