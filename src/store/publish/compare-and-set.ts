// Compare and set: a candidate either becomes the next edition of the log, together with its tasks,
// or is refused with a reason. Nothing else decides which edition is the newest. The step that cannot
// be divided is `append` of edition-log.ts.
import { failed, ok } from '../../domain/result.ts'
import type { Changes } from '../../domain/document/changes.ts'
import { maxContentBytes, type Head } from '../../edition/head.ts'
import { contentSize } from '../../edition/size.ts'
import type { Stamp } from '../../edition/next.ts'
import { takenThrough } from '../../edition/taken.ts'
import { backOff, type Delivery } from '../delivery.ts'
import { isRevoked, isVisible, repairTasks, tasksOf } from './tasks.ts'
import type { EditionLog, EditionRecord, NewEdition } from './edition-log.ts'
import type { CommitResult, PublishFailure } from './publisher.ts'
import { holdSegment } from './segments.ts'

/** What is proposed as the edition after `base`. */
export interface Candidate {
  readonly base: number
  /** Its instant is the time of the commit, unless it was promised before. */
  readonly stamp: Omit<Stamp, 'instant'> & { readonly instant?: number }
  readonly dryRun: boolean
  /** The edition after `previous`. Synchronous, since nothing may come between. */
  readonly build: (previous: Head | null, stamp: Stamp) => NewEdition
}

export interface CommitParts {
  readonly log: EditionLog
  readonly delivery: Delivery
  readonly now: () => number
  /** Requests a wake-up at that time, which also happens after a crash. */
  readonly schedule: (at: number) => void
  /** Minimum milliseconds between two editions: KV accepts one write per second and key. */
  readonly interval: number
}

/** @example base 1, while edition 3 is the newest → failed({ reason: 'precondition-failed', … }) */
export async function commit(candidate: Candidate, parts: CommitParts): Promise<CommitResult> {
  const { log, now } = parts
  // No await from here to the end of `append`, so that nothing in this process can interleave.
  const latest = log.latest()
  if (latest !== null && isRepeated(latest, candidate)) return repeat(latest, candidate, parts)
  const refusal = refuse(candidate, latest, parts)
  if (refusal !== null) return failed(refusal)
  const { stamp, dryRun } = candidate
  const previous = latest === null ? null : readable(latest.head, log)
  const next = candidate.build(previous, { ...stamp, instant: stamp.instant ?? now() })
  const size = contentSize(next.head)
  // An older edition fitted when it was published.
  if (size > maxContentBytes && stamp.restores === undefined) {
    return failed({ reason: 'content-too-large', limit: maxContentBytes, size })
  }
  const { entry, changes } = next
  if (dryRun) return ok({ entry, changes, outcome: 'planned', visible: false })

  parts.schedule(now() + backOff.first)
  const appended = log.append(next, tasksOf(next.head, previous, now()))
  if (!appended.ok) return lose(candidate, parts)
  holdSegment(next.head, log)
  for (const task of log.tasks()) if (isRevoked(task, next.head)) log.done(task)
  await parts.delivery.deliver()
  return ok({ entry, changes, outcome: 'created', visible: isVisible(entry.number, log) })
}

/** Another process of the host was faster, perhaps with the same publish. */
async function lose(candidate: Candidate, parts: CommitParts): Promise<CommitResult> {
  const latest = parts.log.latest()
  if (latest !== null && isRepeated(latest, candidate)) return repeat(latest, candidate, parts)
  return failed(superseded(latest, candidate.base))
}

/** The client may have missed the first response, and the store may have lost what it was given. */
async function repeat(
  { entry, changes, head }: EditionRecord,
  { base, dryRun }: Candidate,
  { log, delivery, now, schedule }: CommitParts,
): Promise<CommitResult> {
  if (dryRun) {
    const planned = base === entry.number ? noChanges : changes
    return ok({ entry, changes: planned, outcome: 'planned', visible: false })
  }
  schedule(now() + backOff.first)
  for (const task of repairTasks(head, log)) log.add(task)
  await delivery.deliver()
  return ok({ entry, changes, outcome: 'repeated', visible: isVisible(entry.number, log) })
}

const noChanges: Changes = { added: [], changed: [], withdrawn: [], removed: [], parts: [] }

/**
 * The same content on the same base, or on its own result, is the same publish. A rollback that gives
 * back what was taken down is more than its content.
 */
function isRepeated({ entry, head }: EditionRecord, { base, stamp }: Candidate): boolean {
  const isSame = entry.digest === stamp.digest && entry.removes === stamp.removes
  const givesBack = (stamp.restores ?? Infinity) < takenThrough(head.kept)
  return isSame && !givesBack && (base === entry.number - 1 || base === entry.number)
}

/** The precondition is checked before the rate: a client must learn that its base is outdated. */
function refuse(
  candidate: Candidate,
  latest: EditionRecord | null,
  { now, interval }: CommitParts,
): PublishFailure | null {
  const current = latest?.entry ?? null
  if (candidate.base !== (current?.number ?? 0)) return superseded(latest, candidate.base)
  if (current === null || candidate.dryRun) return null
  // If the clock was set back, accept every publish instead of none.
  const passed = now() - Date.parse(current.published)
  return passed >= 0 && passed < interval
    ? { reason: 'rate-limited', retryAfter: Math.ceil((interval - passed) / 1000), interval }
    : null
}

export const superseded = (latest: EditionRecord | null, base: number): PublishFailure => ({
  reason: 'precondition-failed',
  base,
  current: latest?.entry ?? null,
})

/** The head without editions whose content was deleted, for example after a takedown. */
function readable(head: Head, log: EditionLog): Head {
  return { ...head, kept: head.kept.filter(({ number }) => log.has(number)) }
}
