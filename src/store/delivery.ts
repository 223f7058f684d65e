// Runs the tasks of an outbox in their order, so that an older value never overwrites a newer one, and
// copies, which never change, side by side; retries with back-off until they are done. The outbox and an alarm survive crashes.
import { withTimeout } from './timeout.ts'
import type { Outbox, Task } from './outbox.ts'

/** Timeout of one task, in milliseconds. */
export const writeTimeout = 10_000

/** Milliseconds until the first retry of a failed task; doubles with each failure up to `max`. */
export const backOff = { first: 1_000, max: 60_000 } as const

/** Milliseconds after which a started write has either landed or never will. */
export const settled = 120_000

export interface DeliveryParts {
  readonly outbox: Outbox
  readonly run: (task: Task) => Promise<void>
  /** The kind of task that writes a mutable value, which a late write could overwrite. */
  readonly mutable: 'head' | 'list'
  readonly now: () => number
  /** Requests a wake-up at that time, which also happens after a crash. */
  readonly schedule: (at: number) => void
}

export interface Delivery {
  /** Runs the tasks that are due, and schedules a wake-up for the rest. */
  drain(): Promise<void>
}

/** @example tasks [edition, head], `run` succeeds → both are run in this order, none is left */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, now } = parts
  let failures = 0
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  async function deliver(): Promise<void> {
    queued = null
    failures = (await runDue(parts)) ? 0 : failures + 1
    const wait = failures === 0 ? 0 : Math.min(backOff.first * 2 ** (failures - 1), backOff.max)
    const times = outbox.tasks().map((task) => Math.max(task.notBefore, now() + wait))
    if (times.length > 0) parts.schedule(Math.min(...times))
  }

  return {
    drain() {
      queued ??= running.then(deliver, deliver)
      running = queued
      return queued
    },
  }
}

/** False if a task failed; the tasks after it wait, since their order matters. */
async function runDue(parts: DeliveryParts): Promise<boolean> {
  // Read again each time: a publish in between adds a copy that must be written before the head.
  const nextDue = (): readonly Task[] => {
    const due = parts.outbox.tasks().filter((task) => task.notBefore <= parts.now())
    if (due[0]?.kind !== 'edition') return due.slice(0, 1)
    return due.filter(({ kind }) => kind === 'edition').slice(0, connections)
  }
  for (let tasks = nextDue(); tasks.length > 0; tasks = nextDue()) {
    const results = await Promise.allSettled(tasks.map((task) => runOne(task, parts)))
    if (results.some(({ status }) => status === 'rejected')) return false
  }
  return true
}

/** So many copies are written at a time: the maximum of open connections on Workers. */
const connections = 6

/**
 * A write of a mutable value that fails, or whose object dies, may still land later and overwrite a
 * newer value. So a confirm task is added before each write, and removed after it only if no earlier
 * write is still in doubt.
 */
async function runOne(task: Task, parts: DeliveryParts): Promise<void> {
  const { outbox, run, mutable, now } = parts
  const isMutable = task.kind === mutable || task.kind === 'confirm'
  const isDoubtful =
    task.kind !== 'confirm' && outbox.tasks().some(({ kind }) => kind === 'confirm')
  const confirm: Task = { kind: 'confirm', number: task.number, notBefore: now() + settled }
  if (isMutable) outbox.add(confirm)
  await withTimeout(run(task), writeTimeout)
  outbox.done(task)
  if (isMutable && !isDoubtful) outbox.done(confirm)
}
