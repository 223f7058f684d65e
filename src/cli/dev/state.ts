// Where the local service keeps its KV and Durable Objects. One service owns a folder at a time:
// two workerd processes over the same SQLite files would run each other's alarms.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { livingProcess, recordIn, thisProcess } from './running.ts'

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
  const takenBy = takeLock(lock, root)
  const folder = join(base, takenBy === null ? 'state' : `state-${port}`)
  if (fresh) rmSync(folder, { recursive: true, force: true })
  return { folder, takenBy, release: () => takenBy ?? rmSync(lock, { force: true }) }
}

/** Null if this process got the lock, else the id of the living process of this clone that holds it. */
function takeLock(lock: string, root: string): number | null {
  const holder = livingProcess(recordIn(lock), root)
  if (holder !== null && holder !== process.pid) return holder
  rmSync(lock, { force: true })
  try {
    writeFileSync(lock, `${JSON.stringify(thisProcess(root))}\n`, { flag: 'wx' })
    return null
  } catch (error) {
    if (!String(error).includes('EEXIST')) throw error
    // Another start was faster.
    return takeLock(lock, root)
  }
}
