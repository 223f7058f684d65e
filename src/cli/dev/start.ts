// `npm start`: serves this clone with `wrangler dev` and publishes `data/` through its own API. Ends
// with its signals, with wrangler, or when the service does not come up; leaves no process behind.
import { rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildAssets } from '../../assets/build.ts'
import { onParentGone } from './parent.ts'
import { freePort } from './port.ts'
import { publishFolder, timelineFolders, type PublishReport } from './publish-data.ts'
import { launchServer, type DevServer } from './server.ts'
import { readSettings, usage } from './settings.ts'
import { takeState } from './state.ts'
import { localToken, writeSecrets, type LocalToken } from './token.ts'
import { addressLines, reportLines, row } from './welcome.ts'
import { createServiceClient, type ServiceClient } from '../service/http-client.ts'

export interface Clone {
  readonly root: string
  /** The script of wrangler. */
  readonly wrangler: string
  /** Milliseconds until a service that does not answer is given up. */
  readonly deadline: number
}

/** Serves until it is told to stop; answers the exit code. */
export async function start(clone: Clone, argv: readonly string[]): Promise<number> {
  const settings = readSettings(argv, process.env)
  if (!settings.ok) {
    console.error(`${settings.failure} (see npm start -- --help)`)
    return 2
  }
  if (settings.value.help) {
    console.log(usage)
    return 0
  }
  const port = await freePort(settings.value.port)
  if (settings.value.port !== 0 && port !== settings.value.port)
    console.log(
      `端口 ${settings.value.port} 已被占用, 改用 ${port} · port ${settings.value.port} is taken, using ${port}`,
    )
  const state = takeState(clone.root, port, settings.value.fresh)
  if (state.takenBy !== null) {
    const folder = relative(clone.root, state.folder)
    console.log(
      `此目录已由进程 ${state.takenBy} 运行 · process ${state.takenBy} serves this clone, keeping own data in ${folder}`,
    )
  }
  try {
    return await serve({ ...clone, ...settings.value, port, state: state.folder })
  } finally {
    state.release()
  }
}

interface Serving extends Clone {
  readonly port: number
  readonly token?: string
  /** The folder of the local state. */
  readonly state: string
}

async function serve(clone: Serving): Promise<number> {
  const { root, wrangler, port, state } = clone
  buildAssets(root)
  const folder = join(root, '.jishi')
  const token = localToken(folder, clone.token)
  const secrets = await writeSecrets(folder, token.token, port)
  const stop = new AbortController()
  const server = launchServer({ root, wrangler, port, secrets, state })
  listenForStop(stop, server)
  const origin = `http://localhost:${port}`
  const client = createServiceClient({ origin, token: token.token, signal: stop.signal })
  const died = server.ended.then((reason) => {
    if (!stop.signal.aborted) stop.abort(reason)
  })
  try {
    const fault = await untilHealthy(client, clone.deadline, stop.signal)
    if (fault !== null) stop.abort(fault)
    const complete =
      stop.signal.aborted || (await publishAll(clone, client, stop.signal, { origin, token }))
    await Promise.race([died, aborted(stop.signal)])
    return exitCode(stop.signal, complete)
  } finally {
    await server.stop()
    rmSync(secrets, { force: true })
  }
}

/** Publishes and reports; answers whether every timeline of `data/` is served. */
async function publishAll(
  clone: Clone,
  client: ServiceClient,
  signal: AbortSignal,
  { origin, token }: { readonly origin: string; readonly token: LocalToken },
): Promise<boolean> {
  const reports: PublishReport[] = []
  for (const folder of timelineFolders(clone.root)) {
    const report = await publishFolder(client, clone.root, folder)
    if (signal.aborted) return false
    reports.push(report)
    for (const line of reportLines(report, origin))
      (report.outcome.ok ? console.log : console.error)(line)
  }
  const served = reports.filter(({ outcome }) => outcome.ok).map(({ timeline }) => timeline)
  for (const line of addressLines(origin, served)) console.log(line)
  if (token.file !== null) {
    const file = relative(clone.root, token.file)
    console.log(
      row(
        '令牌 Token',
        token.made ? `${file} (已生成 made just now, 发布用 for publishing)` : file,
      ),
    )
  }
  console.log('按 Ctrl-C 停止 · Ctrl-C stops')
  return served.length === reports.length
}

/** Null once the service is well or the wait was ended, else what to say. */
async function untilHealthy(
  client: ServiceClient,
  deadline: number,
  signal: AbortSignal,
): Promise<string | null> {
  const end = Date.now() + deadline
  let status = 0
  while (!signal.aborted) {
    status = await client.health()
    if (status === 200) return null
    if (Date.now() > end) {
      const last = status === 0 ? 'nothing answers' : `the last answer was ${status}`
      return `the service was not ready after ${deadline / 1000} s: GET /health should answer 200, ${last}`
    }
    await pause(100)
  }
  return null
}

/** A signal aborts without a reason to complain of; repeated later, it ends everything at once. */
function listenForStop(stop: AbortController, server: DevServer): void {
  let first = 0
  const onSignal = (): void => {
    // In a terminal Ctrl-C comes twice: from the terminal and handed on by npm.
    if (first !== 0 && Date.now() - first > 1_000) server.kill()
    if (first === 0) first = Date.now()
    stop.abort(null)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
  // npm hands on neither SIGHUP nor its own sudden death.
  if (process.env['npm_lifecycle_event'] !== undefined) onParentGone(onSignal)
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })

function exitCode(signal: AbortSignal, complete: boolean): number {
  if (typeof signal.reason === 'string') {
    console.error(`✗ 已停止 stopped: ${signal.reason}`)
    return 1
  }
  return complete ? 0 : 1
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '../../..')
  const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js')
  process.exitCode = await start({ root, wrangler, deadline: 60_000 }, process.argv.slice(2))
}
