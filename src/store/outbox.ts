// Tasks that an object must still run outside itself, stored so that they survive a crash. No
// implementation here: see host/cloudflare/sqlite-outbox.ts.

/**
 * `edition`: write the copy of an edition; `head`: write the head; `confirm`: write again what a
 * late write may have overwritten; `list`: update the list of timelines; `forget`: delete the copy
 * of an edition that is no longer kept; `collect`: delete the parts of an uploaded segment that nobody
 * needs, by its serial number. In order of execution: copies are written before the head,
 * so that a head never refers to a missing copy.
 */
export const taskKinds = ['edition', 'head', 'confirm', 'list', 'forget', 'collect'] as const
export type TaskKind = (typeof taskKinds)[number]

export interface Task {
  readonly kind: TaskKind
  /** The edition or segment concerned; has no meaning if the kind is single. */
  readonly number: number
  /** Earliest time to run it, in milliseconds since 1970. */
  readonly notBefore: number
}

export interface Outbox {
  /** In the order of `taskKinds`, older editions first. */
  tasks(): readonly Task[]
  /** Replaces tasks of the same kind and number, or of the same kind if that is single. */
  add(task: Task): void
  done(task: Task): void
}

/** For these kinds only the newest task counts: they always write the current state. */
export const isSingle = (kind: TaskKind): boolean =>
  kind === 'head' || kind === 'confirm' || kind === 'list'

export const byOrder = (a: Task, b: Task): number =>
  taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) || a.number - b.number
