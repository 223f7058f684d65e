// The common part of publish, roll back and take down: writes only if a person agrees, only on the
// edition that was shown, and after a conflict shows what changed meanwhile.
import { setTimeout as pause } from 'node:timers/promises'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import type { WriteFlags } from '../options.ts'
import { endedWith, declined, type CommandResult } from '../outcome.ts'
import { confirm, isInteractive } from '../terminal/console.ts'
import { connect, type Connection } from './connection.ts'
import { isStoreFailure, verdictOf, type ServiceFailure } from './http-call.ts'
import type { EditionReply, EditionTag, PublishReply, ServiceClient } from './http-client.ts'
import { editionName, readEdition, understood } from './kept.ts'
import { refusedBy } from './refusal.ts'
import type { KnownEdition } from './standing.ts'
import { say } from '../terminal/speech.ts'

type Reply = Promise<Result<PublishReply, ServiceFailure>>

export interface GuardedWrite {
  readonly connection: Connection
  readonly timeline: string
  readonly flags: WriteFlags
  /** What a failure means, such as `not published`. */
  readonly otherwise: string
  /** Lines that say how to continue after a conflict. */
  readonly goOn: readonly string[]
  readonly send: (base: number | null) => Reply
  /** Whether an edition is what this write makes. */
  readonly isOwn: (edition: EditionTag) => boolean
  /** Goes on with what somebody published meanwhile, instead of reporting a conflict. */
  readonly mergeWith?: (newest: EditionReply) => Promise<CommandResult>
}

/** The publisher decides, so a write does not wait for long until readers can be served. */
export const storeTries = 2

/** A connection, if a person has agreed or can be asked. Call it before any work. */
export function connectToWrite(flags: WriteFlags): Result<Connection, CommandResult> {
  const isAskable = flags.yes === true || (flags.json !== true && isInteractive())
  return isAskable
    ? connect(flags, { storeTries })
    : failed(endedWith('usage', say().question.nobody))
}

/**
 * Asks, and writes on the edition that was shown.
 * @example await writeGuarded(write, 7, 'Publish this as edition 8?') → { ok: true, value: reply }
 */
export async function writeGuarded(
  write: GuardedWrite,
  base: number | null,
  question: string,
): Promise<Result<PublishReply, CommandResult>> {
  if (write.flags.yes !== true && !(await confirm(question)))
    return failed(declined(say().question.unchanged))
  const first = await write.send(base)
  const rival = first.ok ? undefined : first.failure.current
  // Somebody has made the same edition, or our answer was lost: repeating the write on that edition
  // creates no new one, but stores it again.
  const isOurs = rival !== undefined && write.isOwn(rival)
  const reply = isOurs ? await write.send(rival.number) : first
  if (reply.ok) return reply
  const lost = rival === undefined || isOurs ? null : await published(write, base, rival.number)
  if (lost !== null) return ok(lost)
  if (verdictOf(reply.failure) !== 412) return failed(refusedBy(reply.failure, write.otherwise))
  const current = reply.failure.current ?? null
  const newest =
    current === null || write.mergeWith === undefined
      ? null
      : await whenReadable(write.connection.client, write.timeline, current.number)
  return failed(
    newest === null || write.mergeWith === undefined
      ? await conflict(write, base, current)
      : await write.mergeWith(newest),
  )
}

/**
 * The reply that was lost, if this write became the edition after its base before somebody published
 * the one numbered `newest`: the log of editions decides. Null if it did not.
 */
async function published(
  { connection: { client }, timeline, isOwn }: GuardedWrite,
  base: number | null,
  newest: number,
): Promise<PublishReply | null> {
  const number = (base ?? 0) + 1
  if (newest <= number) return null
  for (let tries = 5; tries > 0; tries--) {
    const listed = await client.editions(timeline)
    const [rival] = listed.ok ? listed.value : []
    // A new edition may take a minute to be readable everywhere.
    if (rival !== undefined && rival.number >= newest) {
      const own = listed.ok ? listed.value.find((line) => line.number === number) : undefined
      if (own === undefined || !isOwn(own)) return null
      const body = { edition: own, outcome: 'repeated', visible: true }
      return { status: 200, edition: number, body, rival }
    }
    if (!listed.ok && !isStoreFailure(listed.failure) && listed.failure.type !== 'timeline-gone')
      return null
    await pause(1_000)
  }
  return null
}

/** Reports that the current edition (null for none) is not the one that the write is based on. */
export async function conflict(
  { connection: { client }, timeline, flags, otherwise, goOn }: GuardedWrite,
  base: number | null,
  current: KnownEdition | null,
): Promise<CommandResult> {
  const newest = current === null ? null : await whenReadable(client, timeline, current.number)
  const comparison = newest && (await changesSince(client, timeline, base, newest))
  const title = say().because(otherwise, meanwhile(newest, current?.number ?? null))
  const { conflicts: words } = say()
  return {
    ending: 'conflict',
    text: [
      say().conflict(title),
      ...(comparison === null
        ? []
        : [words.since(base) + comparisonLines(comparison, flags.lang).join('\n  ')]),
      ...goOn,
    ].join('\n'),
    json: {
      title,
      timeline,
      base,
      current: newest?.edition ?? current,
      changes: comparison && comparisonJson(comparison, flags.lang),
    },
  }
}

function meanwhile(newest: EditionReply | null, current: number | null): string {
  const { conflicts: words } = say()
  if (newest !== null) return words.meanwhile(editionName(newest.edition))
  if (current === null) return words.none
  return words.unread(current)
}

/** Null if either edition cannot be read. */
async function changesSince(
  client: ServiceClient,
  timeline: string,
  base: number | null,
  newest: EditionReply,
): Promise<Comparison | null> {
  const before = base === null ? ok(null) : await readEdition(client, timeline, base)
  const after = understood(newest)
  return before.ok && after.ok
    ? compareDocuments(before.value?.document ?? null, after.value.document)
    : null
}

/** A new edition may take a minute to be readable everywhere; this waits up to five seconds. */
async function whenReadable(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<EditionReply | null> {
  for (let tries = 5; tries > 0; tries--) {
    const kept = await client.keptEdition(timeline, number)
    if (kept.ok) return kept.value
    if (verdictOf(kept.failure) !== 404) return null
    await pause(1_000)
  }
  return null
}
