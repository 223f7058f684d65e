// Shows what a publish would change, and publishes it if a person agrees.
import { documentDigest } from '../../edition/digest.ts'
import { ok } from '../../domain/result.ts'
import { reportMessages } from '../../messages/report.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines, noChanges, undoneLines } from '../changes/print.ts'
import { undoneBy, type Undone } from '../changes/undone.ts'
import { rememberBase } from '../document/draft-file.ts'
import { done, endedWith, type CommandResult } from '../outcome.ts'
import { conflict, writeGuarded } from '../service/guarded-write.ts'
import type { EditionReply } from '../service/http-client.ts'
import { understood } from '../service/kept.ts'
import { publishedResult } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'
import { untold, type Standing } from '../service/standing.ts'
import { doubtOf } from './authority.ts'
import type { Origin } from './origin.ts'
import { mergeWithNewest, type Meanwhile } from './merging.ts'
import { isTakenDown, standingName } from './standing-edition.ts'
import { offer, otherwise, plannedJson, writeOf, type Content, type PublishTask } from './task.ts'
import { say } from '../terminal/speech.ts'

/** What is to be published on the edition that stands. */
export interface Proposal {
  readonly standing: Standing
  readonly content: Content
  /** What was published since the document began, where it is merged with it. */
  readonly meanwhile?: Meanwhile
}

/** What is shown of a proposal. */
interface Shown {
  /** Null if the edition that stands cannot be read. */
  readonly comparison: Comparison | null
  readonly undone: readonly Undone[]
  /** About the first edition, in words. */
  readonly warning: string | null
}

/** Merges a content with the newest edition, and proposes what comes out. */
export async function proposeMerged(
  task: PublishTask,
  mine: Content,
  { origin, kept }: { readonly origin: Origin; readonly kept: EditionReply },
): Promise<CommandResult> {
  const newest = understood(kept)
  if (!newest.ok) return newest.failure
  const merged = await mergeWithNewest(task, { origin, mine, newest: newest.value })
  if (!merged.ok) return merged.failure
  const standing = { base: kept.edition.number, kept, unread: null }
  return propose(task, { standing, ...merged.value })
}

export async function propose(task: PublishTask, proposal: Proposal): Promise<CommandResult> {
  const { flags, connection, file, timeline } = task
  const { standing, content, meanwhile } = proposal
  const { base, kept, unread } = standing
  const isLarge = kept?.document === null
  const before = kept === null || isLarge ? ok(null) : understood(kept)
  if (!before.ok) return before.failure
  const document = before.value?.document ?? null
  if (
    kept !== null &&
    kept.document !== null &&
    (await documentDigest(kept.document)) === content.digest
  )
    return unchanged(task, proposal, kept.edition.number)
  const comparison =
    unread === null && !isLarge ? compareDocuments(document, content.document) : null
  const undone =
    kept === null || comparison === null
      ? []
      : await undoneBy(connection.client, timeline, comparison)
  const { domain } = content.document.authority
  const doubt = base === null ? doubtOf(domain, connection.origin) : null
  const { authority: words } = reportMessages[flags.lang]
  if (doubt === 'nobody')
    return endedWith('refused', say().because(otherwise(), words.nobody(domain)))
  const shown = { comparison, undone, warning: doubt && words.other(domain) }
  if (flags.json !== true) process.stdout.write(textOf(task, proposal, shown))
  const about = {
    timeline,
    file,
    changes: comparison && comparisonJson(comparison, flags.lang),
    undoes:
      comparison &&
      undone.map(({ edition, ...change }) => ({ ...change, edition: edition.number })),
    base,
    ...mergedJson(proposal),
  }
  if (flags.dryRun === true) return rehearse(task, proposal, about)
  const write = {
    ...writeOf(task, content),
    mergeWith: (newest: EditionReply) =>
      unread === null
        ? // What was proposed began from the edition that was shown.
          proposeMerged(task, content, { origin: { edition: base, document }, kept: newest })
        : conflict(writeOf(task, content), base, newest.edition),
  }
  const next = (base ?? 0) + 1
  const published = await writeGuarded(write, base, questionOf(shown, next, standing))
  if (!published.ok) return published.failure
  await remember(task, proposal, published.value.edition ?? next)
  const result = await publishedResult(connection, timeline, published.value, about)
  return meanwhile === undefined || result.ending !== 'done'
    ? result
    : { ...result, text: `${result.text}\n${stillOld(task)}` }
}

/** The file itself is not what was published where it was merged. */
const remember = (
  { file, connection, timeline, mine }: PublishTask,
  { content }: Proposal,
  edition: number,
) =>
  rememberBase(file, connection.origin, {
    timeline,
    edition,
    digest: content.digest,
    ...(content.digest === mine.digest ? {} : { merged: mine.content }),
  })

function stillOld({ flags, timeline, file, connection }: PublishTask): string {
  const { merge: words } = reportMessages[flags.lang]
  const pull = connection.command('pull', timeline, '-o', file, '--force')
  return `${words.unchanged(file)} ${pull}   ${words.getsMerged}`
}

async function unchanged(
  task: PublishTask,
  proposal: Proposal,
  edition: number,
): Promise<CommandResult> {
  const { flags, file, timeline, mine } = task
  if (flags.dryRun !== true) await remember(task, proposal, edition)
  const { merge: words } = reportMessages[flags.lang]
  const text =
    proposal.content.digest === mine.digest
      ? say().published.same(edition, timeline, file)
      : `${words.hasAll({ edition, timeline, file })}\n${stillOld(task)}`
  const changes = { changes: noChanges, undoes: [] }
  const about = { timeline, file, base: edition, edition, ...changes, ...mergedJson(proposal) }
  return done(text, { ...about, outcome: 'unchanged', visible: true })
}

const mergedJson = ({ meanwhile }: Proposal) =>
  meanwhile && { merged: { since: meanwhile.since, changes: meanwhile.changes } }

const removedBy = ({ comparison }: Shown): number => comparison?.removed.length ?? 0

function textOf(
  { flags, connection, file, timeline, warned }: PublishTask,
  { standing, content, meanwhile }: Proposal,
  shown: Shown,
): string {
  const { comparison, undone, warning } = shown
  const { merge: words, words: warnings } = reportMessages[flags.lang]
  const unseen =
    standing.kept !== null
      ? say().large.incomparable(standing.kept.edition.number)
      : standing.unread?.digest === content.digest
        ? say().published.sameAnew
        : untold(connection, timeline)
  const lines = [
    ...(comparison === null ? [unseen] : comparisonLines(comparison, flags.lang)),
    ...undoneLines(undone, flags.lang),
    ...(warning === null ? [] : [warning]),
    ...(removedBy(shown) === 0 ? [] : [warnings.removed]),
    ...(isTakenDown(standing) ? [say().published.staysTaken] : []),
  ]
  return [
    ...(meanwhile === undefined || meanwhile.text === '' ? [] : [meanwhile.text]),
    say().published.from(timeline, connection.place, standingName(standing)),
    say().published.to(file, meanwhile === undefined ? '' : words.merged) + lines.join('\n  '),
    warned + content.lookedUp,
  ].join('\n')
}

function questionOf(shown: Shown, next: number, standing: Standing): string {
  const removed = removedBy(shown)
  const { question: words } = say()
  if (isTakenDown(standing)) return words.bringBack(next)
  return removed === 0 ? words.publish(next) : words.remove(removed, next)
}

/** If there is a token, a dry run asks the service, too: some of its rules need its log. */
async function rehearse(
  task: PublishTask,
  { standing, content }: Proposal,
  about: object,
): Promise<CommandResult> {
  const { hasToken } = task.connection
  const json = { ...about, ...plannedJson, asked: hasToken }
  if (!hasToken) {
    return done(say().published.unasked, json)
  }
  const planned = await offer(task, content, standing.base)
  return planned.ok
    ? done(say().published.rehearsed, json)
    : refusedBy(planned.failure, say().undone.wouldPublish)
}
