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
  const child = spawn(tool('workerd'), ['serve', '--control-fd=3', config], {
    stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  })
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  const origin = `http://127.0.0.1:${await listening(child)}`
  const proc = (file: string): string => readFileSync(`/proc/${child.pid}/${file}`, 'utf8')
  const memory = (line: string): number =>
    Number(new RegExp(`^${line}:\\s+(\\d+)`, 'm').exec(proc('status'))?.[1]) * 1024
  return {
    origin,
    cpu: () => cpuSeconds(proc('stat')),
    memory: () => memory('VmRSS'),
    peak: () => memory('VmHWM'),
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

/** The port, which workerd tells on its control channel as a line of JSON. */
function listening(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let told = ''
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      told += chunk.toString()
      const port = /"socket":"http".*?"port":(\d+)|"port":(\d+).*?"socket":"http"/.exec(told)
      if (port !== null) resolve(Number(port[1] ?? port[2]))
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`workerd ended with ${code}`)))
  })
}

const configuration = ({ worker, services, v8Flags = [] }: Served): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  v8Flags = ${JSON.stringify(v8Flags)},
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
