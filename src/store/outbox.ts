// What an object must still do outside itself, kept where it survives a crash. No implementation here:
// memory-outbox.ts, sqlite-outbox.ts.

/**
 * Write the copy of an edition; the head; again what may have been overwritten by a write that came
 * late; bring the list of timelines up to date; delete the copy of an edition that is no longer kept.
 * In the order of doing: copies come before the head, so that a head never points to what is not there.
 */
export const taskKinds = ['edition', 'head', 'confirm', 'list', 'forget'] as const
export type TaskKind = (typeof taskKinds)[number]

export interface Task {
  readonly kind: TaskKind
  /** The edition that it is about; of no meaning where the kind is single. */
  readonly number: number
  /** Milliseconds since 1970 before which it must not happen. */
  readonly notBefore: number
}

export interface Outbox {
  /** In the order of `taskKinds`, older editions first. */
  tasks(): readonly Task[]
  /** A task replaces others of its kind and number, and of its kind where that is single. */
  add(task: Task): void
  done(task: Task): void
}

/** Of these only the newest counts: what they write is always the current state. */
export const isSingle = (kind: TaskKind): boolean =>
  kind === 'head' || kind === 'confirm' || kind === 'list'

export const byOrder = (a: Task, b: Task): number =>
  taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind) || a.number - b.number
