// Publish, roll back and take down alike: only where a person agrees, only on the edition that was
// shown, and a write that lost is told what changed meanwhile.
import { setTimeout as pause } from 'node:timers/promises'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import type { WriteFlags } from '../options.ts'
import { problem, type CommandResult } from '../outcome.ts'
import { confirm, isInteractive } from '../terminal.ts'
import { connect, type Connection } from './connection.ts'
import type { ServiceFailure } from './http-call.ts'
import type { EditionTag, EditionReply, PublishReply, ServiceClient } from './http-client.ts'
import { editionName, readEdition, understood } from './kept.ts'
import { refusedBy } from './refusal.ts'

type Reply = Promise<Result<PublishReply, ServiceFailure>>

export interface GuardedWrite {
  readonly connection: Connection
  readonly timeline: string
  readonly flags: WriteFlags
  /** What does not happen where it fails, such as `not published`. */
  readonly otherwise: string
  /** How to go on after a conflict. */
  readonly goOn: readonly string[]
  readonly send: (base: number | null) => Reply
  /** Whether an edition that came in between has the content of this write. */
  readonly isSame?: (rival: EditionTag) => Promise<boolean>
}

/** A connection where a person has agreed, or can be asked. To be called before any work. */
export function connectToWrite(flags: WriteFlags): Result<Connection, CommandResult> {
  const isAskable = flags.yes === true || (flags.json !== true && isInteractive())
  return isAskable
    ? connect(flags)
    : failed(problem('usage', 'nobody can be asked here: agree beforehand with --yes'))
}

/** Asks, and writes on the edition that was shown. */
export async function writeGuarded(
  write: GuardedWrite,
  base: number | null,
  question: string,
): Promise<Result<PublishReply, CommandResult>> {
  if (write.flags.yes !== true && !(await confirm(`${question} [y/N] `))) {
    const title = 'Nothing was changed'
    return failed({ ending: 'refused', text: `${title}.`, json: { title } })
  }
  const first = await write.send(base)
  const rival = first.ok ? undefined : first.failure.current
  // Somebody has published the very same, or the store has lost what we did: the same write again
  // on that edition makes no other one, and is written to the store once more.
  const isOurs = rival !== undefined && (await write.isSame?.(rival)) === true
  const reply = isOurs ? await write.send(rival.number) : first
  if (reply.ok) return reply
  return failed(
    reply.failure.status === 412
      ? await conflict(write, base, reply.failure.current?.number ?? null)
      : refusedBy(reply.failure, write.otherwise),
  )
}

/** The edition that a write replaces. */
export interface Standing {
  /** Null where there was never one. */
  readonly base: number | null
  /** Null where there is none, or where the timeline was taken down. */
  readonly kept: EditionReply | null
}

/**
 * The current edition. The number that a timeline was taken down with is not told to readers; `probe`
 * is a write on no edition, whose refusal names it.
 */
export async function standingOf(
  client: ServiceClient,
  timeline: string,
  probe: () => Reply,
): Promise<Result<Standing, ServiceFailure>> {
  const current = await client.edition(timeline)
  if (current.ok) {
    if (current.value === null) return ok({ base: null, kept: null })
    const kept = await client.keptEdition(timeline, current.value.number)
    return kept.ok ? ok({ base: kept.value.edition.number, kept: kept.value }) : kept
  }
  if (current.failure.type !== 'timeline-gone') return current
  const probed = await probe()
  if (probed.ok) return current
  const base = probed.failure.current?.number
  return base === undefined ? failed(probed.failure) : ok({ base, kept: null })
}

/** The service has another edition than the write was based on, null where it has none. */
export async function conflict(
  { connection: { client }, timeline, flags, otherwise, goOn }: GuardedWrite,
  base: number | null,
  current: number | null,
): Promise<CommandResult> {
  const newest = current === null ? null : await whenReadable(client, timeline, current)
  const comparison = newest && (await changesSince(client, timeline, base, newest))
  const title = `${otherwise}: ${meanwhile(newest, current)}`
  const since = base === null ? 'It has' : `Since edition ${base}`
  return {
    ending: 'conflict',
    text: [
      `conflict: ${title}`,
      ...(comparison === null
        ? []
        : [`${since}: ${comparisonLines(comparison, flags.lang).join('\n  ')}`]),
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
  if (newest !== null) return `somebody published ${editionName(newest.edition)} meanwhile`
  if (current === null) return 'the service has no such edition to build on'
  return `the timeline stands at edition ${current} by now, which cannot be read here yet`
}

/** Null where either edition cannot be read. */
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

/** A new edition may take a minute until it can be read everywhere; this waits some seconds for it. */
async function whenReadable(
  client: ServiceClient,
  timeline: string,
  number: number,
): Promise<EditionReply | null> {
  for (let tries = 5; tries > 0; tries--) {
    const kept = await client.keptEdition(timeline, number)
    if (kept.ok) return kept.value
    if (kept.failure.status !== 404) return null
    await pause(1_000)
  }
  return null
}
