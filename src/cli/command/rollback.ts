// `jishi rollback`: publishes the content of a kept edition again, under a new number, after showing
// in words what that changes.
import type { Command } from 'commander'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines, noChanges } from '../changes/print.ts'
import { isUploaded, toldComparison, undoing } from '../changes/told-comparison.ts'
import { editionNumber, withWrite, type WriteFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connectToWrite, writeGuarded } from '../service/guarded-write.ts'
import { isStoreFailure } from '../service/http-call.ts'
import type { Connection } from '../service/connection.ts'
import type { EditionReply, ServiceClient } from '../service/http-client.ts'
import { editionName, understood } from '../service/kept.ts'
import { publishedResult } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'
import { standingOf, untold, type Standing } from '../service/standing.ts'
import { commandWords, say } from '../terminal/speech.ts'

export function addRollbackCommand(program: Command): void {
  const { help, arguments: args } = commandWords()
  withWrite(program.command('rollback'))
    .description(help.rollback.about)
    .argument('<timeline>', args.timeline)
    .argument('<edition>', args.edition, editionNumber)
    .addHelpText('after', help.rollback.more)
    .action(reporting(rollback))
}

async function rollback(
  timeline: string,
  edition: number,
  flags: WriteFlags,
): Promise<CommandResult> {
  const connection = connectToWrite(flags)
  if (!connection.ok) return connection.failure
  const { client } = connection.value
  const otherwise = say().undone.rolledBack
  const send = (base: number | null) =>
    client.restore({ timeline, edition, base, note: flags.note })
  const standing = await standingOf(connection.value, timeline, () => send(null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base } = standing.value
  if (base === null)
    return endedWith('absent', say().because(otherwise, say().service.noTimeline(timeline)))
  const change = await changeTo(connection.value, {
    timeline,
    edition,
    standing: standing.value,
    lang: flags.lang,
  })
  if (!change.ok) return change.failure
  const { text, changes } = change.value
  const about = { timeline, restores: edition, base, changes }
  if (changes === noChanges)
    return done(text, { ...about, edition: base, outcome: 'unchanged', visible: true })
  if (flags.json !== true)
    process.stdout.write(`${say().place.on(connection.value.place)}\n${text}\n`)
  const again = connection.value.command('rollback', timeline, String(edition))
  const goOn = say().conflicts.goOn(`${again}   ${say().conflicts.showsAgain}`)
  const restored = await writeGuarded(
    {
      connection: connection.value,
      timeline,
      flags,
      otherwise,
      send,
      isOwn: ({ restores }) => restores === edition,
      goOn: [goOn],
    },
    base,
    say().question.rollBack(base + 1),
  )
  if (!restored.ok) return restored.failure
  return publishedResult(connection.value, timeline, restored.value, about)
}

interface Wanted extends Pick<WriteFlags, 'lang'> {
  readonly standing: Standing
  readonly timeline: string
  readonly edition: number
}

interface Change {
  readonly text: string
  /** Null if timeline or edition was taken down or cannot be read, so that nothing can be compared. */
  readonly changes: object | null
}

/** What going back would change. */
async function changeTo(
  connection: Connection,
  { timeline, edition, standing: { kept, unread }, lang }: Wanted,
): Promise<Result<Change, CommandResult>> {
  const { client } = connection
  const { rolledBack: words } = say()
  const unseen = {
    text: words.untold(timeline, edition, untold(connection, timeline)),
    changes: null,
  }
  if (unread !== null) return ok(unseen)
  if (kept === null) {
    const text = words.comesBack(timeline, edition)
    return ok({ text, changes: null })
  }
  const read = await client.keptEdition(timeline, edition)
  if (!read.ok && isStoreFailure(read.failure)) return ok(unseen)
  // It was taken down, and something else was published since.
  if (!read.ok && read.failure.type === 'timeline-gone')
    return ok({ text: words.uncompared(timeline, edition), changes: null })
  if (!read.ok)
    return failed(refusedBy(read.failure, say().service.unreadable({ timeline, edition })))
  const line = read.value.edition
  if (line.digest === kept.edition.digest) {
    const text = words.same(kept.edition.number, timeline, edition)
    return ok({ text, changes: noChanges })
  }
  const compared = await compareKept(client, timeline, { from: kept, to: read.value })
  if (!compared.ok) return compared
  const comparison = compared.value
  if (comparison === null) return ok({ text: words.uncompared(timeline, edition), changes: null })
  const changes = comparisonLines(comparison, lang).join('\n  ')
  return ok({
    text: `${words.from(timeline, editionName(kept.edition))}\n${words.backTo(editionName(line), changes)}`,
    changes: comparisonJson(comparison, lang),
  })
}

/** Null where nothing compares them. */
async function compareKept(
  client: ServiceClient,
  timeline: string,
  { from, to }: { readonly from: EditionReply; readonly to: EditionReply },
): Promise<Result<Comparison | null, CommandResult>> {
  if (isUploaded(from, to)) {
    const told = await toldComparison(client, timeline, { before: to, after: from })
    // A list of changes is not needed to go back.
    return ok(told.ok && told.value !== null ? undoing(told.value) : null)
  }
  const [current, target] = [understood(from), understood(to)]
  if (!current.ok) return current
  if (!target.ok) return target
  return ok(compareDocuments(current.value.document, target.value.document))
}
