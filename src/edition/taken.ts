// What a takedown takes from readers. It stays taken when something else is published over it; only a
// rollback to one of the editions before it gives it back. All of it follows from the log.
import type { Changes } from '../domain/document/changes.ts'
import type { EditionEntry } from './head.ts'

/** The entries of a log that this needs, newest first. */
type Log = readonly Pick<EditionEntry, 'number' | 'removes' | 'restores'>[]

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

/**
 * The changes of an edition as readers get them: after a takedown a timeline begins anew, so that names
 * and texts which were taken with it are not told as removed or changed.
 */
export const toldChanges = (changes: Changes, number: number, kept: Log): Changes =>
  number === takenThrough(kept) + 1 && changes.parts !== undefined
    ? { ...changes, parts: [] }
    : changes
