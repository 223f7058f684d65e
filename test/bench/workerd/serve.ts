// Plain `workerd serve` over a bundle that `wrangler deploy --dry-run` made, and what the process
// uses: CPU and memory from /proc (Linux only). `wrangler dev` would cost many times the Worker.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const root = join(import.meta.dirname, '../../..')

/** Ticks a second of the times in /proc; USER_HZ is 100 on every Linux that Node runs on. */
const ticks = 100

export interface Serving {
  /** Such as `http://127.0.0.1:40123`. */
  readonly origin: string
  /** Seconds of CPU used so far, in user and system mode. */
  cpu(): number
  /** Bytes resident now. */
  memory(): number
  /** The most bytes that were resident since it began. */
  peak(): number
  /** Bytes that JavaScript still needs, in its heap and in buffers: collects garbage first. Where inspected. */
  needed(): Promise<number>
  stop(): Promise<void>
}

/** A Worker for `serve`: the folder of its bundle and its part of the configuration, in Cap'n Proto. */
export interface Served {
  readonly folder: string
  /** Members of the Worker besides its module and date. */
  readonly worker: string
  /** More services, each with a comma behind it. */
  readonly services: string
  /** Options of V8, such as `--max-old-space-size=100`. */
  readonly v8Flags?: readonly string[]
  /** With V8's inspector, for `needed`. */
  readonly isInspected?: boolean
}

const tool = (name: string): string => join(root, 'node_modules/.bin', name)

/** Bundles as a deploy would, without deploying; answers what wrangler said. */
export async function bundle(
  folder: string,
  { checkout = root, options = [] }: { checkout?: string; options?: readonly string[] } = {},
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const { stdout } = await promisify(execFile)(
    tool('wrangler'),
    ['deploy', '--dry-run', `--outdir=${folder}`, ...options],
    {
      cwd: checkout,
      env: { ...process.env, WRANGLER_SEND_METRICS: 'false', WRANGLER_HIDE_BANNER: 'true' },
    },
  )
  return stdout
}

export async function serve(served: Served): Promise<Serving> {
  const config = join(served.folder, 'config.capnp')
  writeFileSync(config, configuration(served))
  const inspector = served.isInspected === true ? ['--inspector-addr=127.0.0.1:0'] : []
  const child = spawn(tool('workerd'), ['serve', '--control-fd=3', ...inspector, config], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const [port, inspected] = await Promise.all([
    told(child, /"socket":"http".*?"port":(\d+)|"port":(\d+).*?"socket":"http"/),
    served.isInspected === true ? told(child, /"event":"listen-inspector","port":(\d+)/) : null,
  ])
  const origin = `http://127.0.0.1:${port}`
  const proc = (file: string): string => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  const memory = (line: string): number =>
    Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(proc('status'))?.[1]) * 1024
  return {
    origin,
    cpu: () => cpuSeconds(proc('stat')),
    memory: () => memory('VmRSS'),
    peak: () => memory('VmHWM'),
    needed: () => neededAt(inspected ?? 0),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        process.off('exit', end)
        end()
      }),
  }
}

/** utime and stime, the 14th and 15th field; the name in brackets before them may hold spaces. */
function cpuSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) / ticks
}

/** A port, which workerd tells on its control channel as a line of JSON. */
function told(child: ChildProcess, line: RegExp): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const port = line.exec(text)
      if (port !== null) resolve(Number(port[1] ?? port[2]))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)))
  })
}

/** Asks V8's inspector (Chrome DevTools Protocol), which has no answer to `HeapProfiler.collectGarbage`. */
async function neededAt(port: number): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/main`)
  const send = (message: object): void => socket.send(JSON.stringify(message))
  try {
    return await new Promise((resolve, reject) => {
      socket.addEventListener('error', () => reject(new Error('no inspector')))
      socket.addEventListener('open', () => send({ id: 1, method: 'Runtime.enable' }))
      socket.addEventListener('message', ({ data }) => {
        const { id, method, params, result } = JSON.parse(String(data)) as Inspected
        if (method === 'Runtime.executionContextCreated') {
          const contextId = params?.context?.id
          send({ id: 2, method: 'Runtime.evaluate', params: { expression: 'gc()', contextId } })
          send({ id: 3, method: 'Runtime.getHeapUsage' })
        }
        if (id === 3) resolve((result?.usedSize ?? 0) + (result?.backingStorageSize ?? 0))
      })
    })
  } finally {
    socket.close()
  }
}

interface Inspected {
  readonly id?: number
  readonly method?: string
  readonly params?: { readonly context?: { readonly id: number } }
  readonly result?: { readonly usedSize?: number; readonly backingStorageSize?: number }
}

const configuration = ({ worker, services, v8Flags = [], isInspected }: Served): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = ${JSON.stringify([...v8Flags, ...(isInspected === true ? ['--expose-gc'] : [])])},
  services = [
    (name = "main", worker = (
      compatibilityDate = "${compatibilityDate()}",
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      ${worker}
    )),
    ${services}
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (forwardedProtoHeader = "X-Forwarded-Proto"), service = "main")],
);
`

export function compatibilityDate(): string {
  const date = /^compatibility_date = "(.+)"$/m.exec(
    readFileSync(join(root, 'wrangler.toml'), 'utf8'),
  )?.[1]
  if (date === undefined) throw new Error('wrangler.toml names no compatibility_date')
  return date
}
