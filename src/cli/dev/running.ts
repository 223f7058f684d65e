// Which living process a file of this clone tells of. Processes end without removing their files, ids
// of processes are given anew, and a copy of a clone has copies of its files.
import {
  chmodSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'

const OwnProcess = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** The folder of the clone itself: a copy is another one. */
  clone: v.string(),
  /** When the process began; null where the system does not tell. */
  began: v.nullable(v.string()),
  /** Where its id is one; absent from files of earlier versions. */
  system: v.exactOptional(v.string()),
})
type OwnProcess = v.InferOutput<typeof OwnProcess>

/** What this process writes about itself into a file of the clone. */
export const thisProcess = (root: string): OwnProcess => ({
  pid: process.pid,
  clone: identityOf(root),
  began: beginningOf(process.pid),
  system: thisSystem(),
})

/** The process of a record, null if it has ended or is not of this clone. */
export function livingProcess(record: unknown, root: string): number | null {
  const read = v.safeParse(OwnProcess, record)
  if (!read.success) return null
  const { pid, clone, began } = read.output
  if (clone !== identityOf(root) || !isAlive(pid)) return null
  const now = beginningOf(pid)
  return began === null || now === null || began === now ? pid : null
}

/** True of a record of this folder whose process has ended; what cannot be told has not. */
export function hasEnded(record: unknown, folder: string): boolean {
  const read = v.safeParse(OwnProcess, record)
  return (
    read.success &&
    read.output.clone === identityOf(folder) &&
    read.output.system === thisSystem() &&
    livingProcess(record, folder) === null
  )
}

/** Ids of processes are those of one machine, and of one container. */
function thisSystem(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function identityOf(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true })
  return `${dev}:${ino}`
}

/** Boot of the system, and ticks since then (proc(5)). */
function beginningOf(pid: number): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The second field, the name in parentheses, may contain anything.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
    return `${boot} ${fields[19]}`
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of another user cannot be signalled, but it lives.
    return String(error).includes('EPERM')
  }
}

/** The JSON of a file; undefined if there is none. */
export function recordIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

/** Writes into `.jishi`, for the owner alone. */
export function writePrivately(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  writeFileSync(file, text, { mode: 0o600 })
  // The mode above applies to a new file only.
  chmodSync(file, 0o600)
}

/** Tells the commands of this clone where its service is; returns what takes that back. */
export function announceService(root: string, port: number): () => void {
  const file = join(root, '.jishi', `service-${port}.json`)
  writePrivately(file, `${JSON.stringify(thisProcess(root))}\n`)
  return () => rmSync(file, { force: true })
}

export interface LocalClone {
  readonly root: string
  /** The ports of the services that `npm start` runs in it. */
  readonly ports: readonly number[]
}

/**
 * The clone that contains the folder, if `npm start` ever ran in it.
 * @example cloneAround('/home/a/jishi/data/town') → { root: '/home/a/jishi', ports: [8787] }
 */
export function cloneAround(folder: string): LocalClone | null {
  const own = join(folder, '.jishi')
  const names = namesIn(own)
  if (names === null) return dirname(folder) === folder ? null : cloneAround(dirname(folder))
  const ports = names.flatMap((name) => {
    const port = /^service-(\d+)\.json$/.exec(name)?.[1]
    return port !== undefined && livingProcess(recordIn(join(own, name)), folder) !== null
      ? [Number(port)]
      : []
  })
  return { root: folder, ports: ports.toSorted((a, b) => a - b) }
}

/** Null where there is no such folder, or it is none, or another user's. */
function namesIn(folder: string): readonly string[] | null {
  try {
    return readdirSync(folder)
  } catch {
    return null
  }
}
