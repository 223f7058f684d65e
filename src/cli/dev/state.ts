// Where the local service keeps its KV and Durable Objects. One service owns a folder at a time:
// two workerd processes over the same SQLite files would run each other's alarms.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LocalState {
  readonly folder: string
  /** The process that owns the default folder, if this one had to take another. */
  readonly takenBy: number | null
  release(): void
}

/** Takes `<root>/.wrangler/state`, or a folder named after the port if another start owns it. */
export function takeState(root: string, port: number, fresh: boolean): LocalState {
  const base = join(root, '.wrangler')
  mkdirSync(base, { recursive: true })
  const lock = join(base, 'start.pid')
  const takenBy = takeLock(lock)
  const folder = join(base, takenBy === null ? 'state' : `state-${port}`)
  if (fresh) rmSync(folder, { recursive: true, force: true })
  return { folder, takenBy, release: () => takenBy ?? rmSync(lock, { force: true }) }
}

/** Null if this process got the lock, else the id of the living process that holds it. */
function takeLock(lock: string): number | null {
  const holder = existsSync(lock) ? Number.parseInt(readFileSync(lock, 'utf8'), 10) : 0
  if (holder > 0 && holder !== process.pid && isStart(holder)) return holder
  rmSync(lock, { force: true })
  try {
    writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' })
    return null
  } catch (error) {
    if (!String(error).includes('EEXIST')) throw error
    // Another start was faster.
    return takeLock(lock)
  }
}

/** Whether the process lives and (checked on Linux only) is a start: process ids are reused. */
function isStart(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // A process of another user cannot be signalled, but it lives.
    if (!String(error).includes('EPERM')) return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return !existsSync(commandLine) || readFileSync(commandLine, 'utf8').includes('start.ts')
}
