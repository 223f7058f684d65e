// What a takedown takes from readers. It stays taken when something else is published over it; only a
// rollback to one of the editions before it gives it back. All of it follows from the log.
import type { Changes } from '../domain/document/changes.ts'
import type { EditionEntry } from './head.ts'

/** What this needs of an entry, as far as it is there. */
interface LogEntry {
  readonly number: number
  readonly removes?: boolean
  readonly restores?: number
}

/** Newest first. */
type Log = readonly LogEntry[]

/**
 * The newest edition that took the timeline down and was not undone; it and all before it are not
 * served. 0 where there is none.
 * @example takenThrough([{ number: 3 }, { number: 2, removes: true }, { number: 1 }]) → 2
 * @example takenThrough([{ number: 3, restores: 1 }, { number: 2, removes: true }, …]) → 0
 */
export function takenThrough(log: Log): number {
  const isUndone = (takedown: number): boolean =>
    log.some(({ number, restores = takedown }) => number > takedown && restores < takedown)
  return log.find(({ number, removes }) => removes === true && !isUndone(number))?.number ?? 0
}

/** The entries that readers get: none from before the takedown, which itself says that it was one. */
export function toldLog(kept: readonly EditionEntry[]): readonly EditionEntry[] {
  const taken = takenThrough(kept)
  return kept.filter(({ number }) => number >= taken)
}

/** Of the entries that readers get, those whose editions they get, too: a takedown itself has none. */
export function servedLog<Entry extends Log[number]>(told: readonly Entry[]): readonly Entry[] {
  const taken = takenThrough(told)
  return told.filter(({ number }) => number !== taken)
}

/**
 * The changes of an edition as readers get them: after a takedown a timeline begins anew, so that names
 * and texts which were taken with it are not told as removed or changed.
 */
export const toldChanges = (changes: Changes, number: number, kept: Log): Changes =>
  number === takenThrough(kept) + 1 && changes.parts !== undefined
    ? { ...changes, parts: [] }
    : changes
