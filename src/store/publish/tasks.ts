// The tasks that follow from a new edition: which there are, and how each is run.
import { wrap } from '../../edition/envelope.ts'
import type { Head } from '../../edition/head.ts'
import { retention } from '../../edition/next.ts'
import { takenThrough } from '../../edition/taken.ts'
import type { Copies } from './copies.ts'
import type { EditionLog } from './edition-log.ts'
import { collectSegment } from './segments.ts'
import { headKey } from '../keys.ts'
import type { KeyValue } from '../key-value.ts'
import type { Task } from '../outbox.ts'
import { lineOf, type TimelineLine } from '../values.ts'

/** Milliseconds for which the copy of a dropped edition stays, for readers with an older head. */
export const forgetAfter = 3_600_000

/** What tasks read and write. */
export interface Outside {
  readonly log: EditionLog
  readonly kv: Pick<KeyValue, 'put' | 'delete'>
  /** Updates the timeline's line in the list of timelines. */
  readonly list: (line: TimelineLine) => Promise<void>
  readonly now: () => number
}

/**
 * Writes edition, head and list; deletes copies that are no longer kept, and those that a takedown has
 * taken from readers, once it can no longer be undone.
 * @example a head without older editions → [edition, head, list]
 */
export function tasksOf(head: Head, previous: Head | null, now: number): readonly Task[] {
  const { number } = head.edition
  const kept = new Set(head.kept.map((entry) => entry.number))
  const older = previous?.kept ?? []
  const forgotten = older.filter((entry) => !kept.has(entry.number))
  // What an earlier takedown has taken is to be deleted already.
  const [before, taken] = [takenThrough(older), takenThrough(head.kept)]
  const withheld = older.filter(
    (entry) => kept.has(entry.number) && entry.number >= before && entry.number < taken,
  )
  const forget = (after: number, entry: { readonly number: number }): Task => {
    return { kind: 'forget', number: entry.number, notBefore: now + after }
  }
  return [
    { kind: 'edition', number, notBefore: 0 },
    { kind: 'head', number, notBefore: 0 },
    { kind: 'list', number, notBefore: 0 },
    ...forgotten.map((entry) => forget(forgetAfter, entry)),
    ...withheld.map((entry) => forget(retention.milliseconds, entry)),
  ]
}

/**
 * Writes everything anew that readers can find from the head: first the copies, so that the head
 * never refers to one that the store has lost.
 * @example a head that keeps editions 2 and 1 → [edition 2, edition 1, head, list]
 */
export function repairTasks({ edition, kept }: Head, log: EditionLog): readonly Task[] {
  const copies = kept.filter(({ number }) => log.has(number))
  return [
    ...copies.map(({ number }): Task => ({ kind: 'edition', number, notBefore: 0 })),
    { kind: 'head', number: edition.number, notBefore: 0 },
    { kind: 'list', number: edition.number, notBefore: 0 },
  ]
}

/** True if head and copies are in the store. */
export const isWhole = (log: EditionLog): boolean =>
  !log.tasks().some(({ kind }) => kind === 'head' || kind === 'edition')

/** True for a deletion planned by a takedown that was undone in time; a publish over it undoes nothing. */
export function isRevoked({ kind, number }: Task, { kept }: Head): boolean {
  const isKept = kept.some((entry) => entry.number === number)
  return kind === 'forget' && isKept && number > takenThrough(kept)
}

/** True if readers can find that edition or a newer one. */
export function isVisible(number: number, log: EditionLog): boolean {
  return !log
    .tasks()
    .some((task) => task.kind === 'head' || (task.kind === 'edition' && task.number === number))
}

/** Runs one task with the current state of the log. */
export async function runTask(
  { kind, number }: Task,
  { log, kv, list, now }: Outside,
  copies: Copies,
): Promise<void> {
  if (kind === 'collect') return collectSegment(number, { log, kv, now: now() })
  const latest = log.latest()
  if (latest === null) return
  const timeline = latest.head.timeline.id
  switch (kind) {
    case 'edition':
      return copies.write(number)
    case 'head':
    case 'confirm': {
      const key = headKey(timeline)
      const metadata = { edition: latest.entry.number }
      const served = await copies.served(latest.head)
      return kv.put(key, await wrap(key, served), { metadata })
    }
    case 'list':
      return list(lineOf(latest.head))
    case 'forget':
      log.forget(number)
      return copies.delete(timeline, number, now())
  }
}
