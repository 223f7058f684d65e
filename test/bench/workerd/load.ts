// Load on loopback for about a second: wrk where it is installed, else keep-alive requests of our
// own. Both only count; CPU is read from the server, so that the cost of either is left out.
import { execFile, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'

export interface Load {
  readonly origin: string
  /** Taken in turns. */
  readonly paths: readonly string[]
  readonly headers: Readonly<Record<string, string>>
}

/** Makes requests for a second and answers how many. */
export type Generator = (load: Load) => Promise<number>

export const connections = 8

/** The best generator of this machine; `folder` takes its files. */
export function generator(folder: string): { readonly name: string; readonly run: Generator } {
  const found = spawnSync('wrk', ['-v'], { encoding: 'utf8' })
  if (found.error !== undefined) return { name: 'node:http', run: withNode }
  const version = /^wrk (\S+)/m.exec(found.stdout + found.stderr)?.[1] ?? ''
  return { name: `wrk ${version}`, run: (load) => withWrk(folder, load) }
}

async function withWrk(folder: string, { origin, paths, headers }: Load): Promise<number> {
  const script = join(folder, 'paths.lua')
  writeFileSync(
    script,
    `local paths = {${paths.map((path) => JSON.stringify(path)).join(',')}}
local turn = 0
request = function() turn = turn % #paths + 1; return wrk.format("GET", paths[turn]) end`,
  )
  const { stdout } = await promisify(execFile)('wrk', [
    '--threads=1',
    `--connections=${connections}`,
    '--duration=1s',
    ...(paths.length > 1 ? [`--script=${script}`] : []),
    ...Object.entries(headers).map(([name, value]) => `--header=${name}: ${value}`),
    origin + (paths[0] ?? '/'),
  ])
  const errors = /Non-2xx or 3xx responses: (\d+)|Socket errors: .*/.exec(stdout)
  if (errors !== null) throw new Error(`${origin}: ${errors[0]}`)
  return Number(/(\d+) requests in/.exec(stdout)?.[1])
}

async function withNode({ origin, paths, headers }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const end = performance.now() + 1000
  let count = 0
  const walk = async (): Promise<void> => {
    while (performance.now() < end) {
      const path = paths[count++ % paths.length] ?? '/'
      await once(agent, origin + path, headers)
    }
  }
  await Promise.all(Array.from({ length: connections }, walk))
  agent.destroy()
  return count
}

const once = (agent: Agent, url: string, headers: Load['headers']): Promise<void> =>
  new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      if ((response.statusCode ?? 500) >= 400) reject(new Error(`${url}: ${response.statusCode}`))
      response.resume().once('end', resolve)
    })
      .once('error', reject)
      .end()
  })
