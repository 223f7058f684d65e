// Runs the tasks of an outbox in their order, so that an older value never overwrites a newer one, and
// copies, which never change, side by side; retries with back-off until they are done. The outbox and an alarm survive crashes.
import { withTimeout } from './timeout.ts'
import type { Outbox, Task, TaskKind } from './outbox.ts'

/** Milliseconds until the first retry of a failed task; doubles with each failure up to `max`. */
export const backOff = { first: 1_000, max: 60_000 } as const

/** Milliseconds after which a started write has either landed or never will. */
export const settled = 120_000

export interface DeliveryParts {
  readonly outbox: Outbox
  /** Must settle: whatever it waits for has a timeout. */
  readonly run: (task: Task) => Promise<void>
  /** The kind of task that writes a mutable value, which a late write could overwrite. */
  readonly mutable: 'head' | 'list'
  /** Kinds that run after the others, in a lane of their own: one that hangs delays no publish. */
  readonly aside?: readonly TaskKind[]
  readonly now: () => number
  /** Requests a wake-up at that time, which also happens after a crash. */
  readonly schedule: (at: number) => void
}

export interface Delivery {
  /** Runs the tasks that are due, and schedules a wake-up for the rest. */
  drain(): Promise<void>
  /** The same, but waits for tasks that are aside for `asideFor` milliseconds at most. */
  deliver(): Promise<void>
}

/** Milliseconds for which a publish waits for its line in the list of timelines. */
export const asideFor = 500

/** @example tasks [edition, head], `run` succeeds → both are run in this order, none is left */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, aside = [] } = parts
  const isAside = ({ kind }: Task): boolean => aside.includes(kind)
  // Nothing is listed before readers can find it, and nothing deleted that they may still need.
  const ready = (tasks: readonly Task[]): readonly Task[] =>
    tasks.some(({ kind }) => kind === 'edition' || kind === 'head')
      ? tasks.filter((task) => !isAside(task))
      : tasks
  const wake = (): void => {
    const times = ready(outbox.tasks()).map((task) => {
      return Math.max(task.notBefore, (isAside(task) ? behind : ahead).notBefore())
    })
    if (times.length > 0) parts.schedule(Math.min(...times))
  }
  const ahead = createLane(parts, (tasks) => tasks.filter((task) => !isAside(task)), wake)
  const behind = createLane(parts, (tasks) => ready(tasks).filter(isAside), wake)

  return {
    drain: () => ahead.drain().then(() => behind.drain()),
    async deliver() {
      const first = ahead.drain()
      const rest = first.then(() => behind.drain())
      rest.catch(() => undefined)
      await first
      // What fails or takes longer is done by the alarm.
      await withTimeout(rest, asideFor).catch(() => undefined)
    },
  }
}

/** Tasks that run one after the other. */
interface Lane {
  drain(): Promise<void>
  /** When to wake it up: after its back-off, or a while from now, since it is under way or about to be. */
  notBefore(): number
}

function createLane(
  parts: DeliveryParts,
  choose: (tasks: readonly Task[]) => readonly Task[],
  wake: () => void,
): Lane {
  const { now } = parts
  let failures = 0
  let resumes: number | null = null
  let running: Promise<void> = Promise.resolve()
  let queued: Promise<void> | null = null

  async function deliver(): Promise<void> {
    queued = null
    resumes = null
    failures = (await runDue(parts, choose)) ? 0 : failures + 1
    const wait = Math.min(backOff.first * 2 ** (failures - 1), backOff.max)
    resumes = failures === 0 ? null : now() + wait
    wake()
  }

  return {
    drain() {
      queued ??= running.then(deliver, deliver)
      running = queued
      return queued
    },
    notBefore: () => resumes ?? now() + backOff.first,
  }
}

/** False if a task failed; the tasks after it wait, since their order matters. */
async function runDue(
  parts: DeliveryParts,
  choose: (tasks: readonly Task[]) => readonly Task[],
): Promise<boolean> {
  // Read again each time: a publish in between adds a copy that must be written before the head.
  const nextDue = (): readonly Task[] => {
    const due = choose(parts.outbox.tasks()).filter((task) => task.notBefore <= parts.now())
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
  await run(task)
  outbox.done(task)
  if (isMutable && !isDoubtful) outbox.done(confirm)
}
