// `jishi rollback`: publishes the content of a kept edition again, under a new number, after showing
// in words what that changes.
import type { Command } from 'commander'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { wholeNumber, withWrite, type WriteFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connectToWrite, writeGuarded } from '../service/guarded-write.ts'
import { isStoreFailure } from '../service/http-call.ts'
import type { ServiceClient } from '../service/http-client.ts'
import { editionName, understood } from '../service/kept.ts'
import { publishedResult } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'
import { standingOf, untold, type Standing } from '../service/standing.ts'

const examples = `
Examples:
  jishi rollback fusha-2020 7 --note "Edition 8 had a wrong date"
  jishi rollback fusha-2020 7 --yes --json

Nothing is erased: the content of edition 7 becomes the newest edition, and the ones in between stay
in the log. A timeline that was taken down comes back the same way.
Exit codes: 0 rolled back or the same already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 the edition is not kept.`

export function addRollbackCommand(program: Command): void {
  withWrite(program.command('rollback'))
    .description('publish the content of a kept edition again, as the newest one')
    .argument('<timeline>', 'its id')
    .argument('<edition>', 'the number of the edition to go back to', wholeNumber)
    .addHelpText('after', examples)
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
  const otherwise = 'not rolled back'
  const send = (base: number | null) =>
    client.restore({ timeline, edition, base, note: flags.note })
  const standing = await standingOf(connection.value, timeline, () => send(null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base } = standing.value
  if (base === null) return endedWith('absent', `${otherwise}: there is no timeline ${timeline}`)
  const change = await changeTo(client, {
    timeline,
    edition,
    standing: standing.value,
    lang: flags.lang,
  })
  if (!change.ok) return change.failure
  const { text, changes } = change.value
  if (changes === 'none')
    return done(text, { timeline, restores: edition, edition: base, outcome: 'unchanged' })

  if (flags.json !== true) process.stdout.write(`On ${connection.value.place}\n${text}\n`)
  const goOn = `How to go on: jishi rollback ${timeline} ${edition}${connection.value.option}   shows what it would change now, and asks again`
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
    `Publish that as edition ${base + 1}?`,
  )
  if (!restored.ok) return restored.failure
  const about = { timeline, restores: edition, base, changes }
  return publishedResult(connection.value, timeline, restored.value, about)
}

interface Wanted extends Pick<WriteFlags, 'lang'> {
  readonly standing: Standing
  readonly timeline: string
  readonly edition: number
}

interface Change {
  readonly text: string
  /** Null if the timeline was taken down or cannot be read, so that nothing can be compared. */
  readonly changes: object | 'none' | null
}

/** What going back would change. */
async function changeTo(
  client: ServiceClient,
  { timeline, edition, standing: { kept, unread }, lang }: Wanted,
): Promise<Result<Change, CommandResult>> {
  const unseen = {
    text: `${timeline}, back to edition ${edition}: what changes ${untold(timeline)}`,
    changes: null,
  }
  if (unread !== null) return ok(unseen)
  if (kept === null) {
    const text = `${timeline} was taken down; edition ${edition} comes back as it was`
    return ok({ text, changes: null })
  }
  const current = understood(kept)
  if (!current.ok) return current
  const read = await client.keptEdition(timeline, edition)
  if (!read.ok && isStoreFailure(read.failure)) return ok(unseen)
  if (!read.ok)
    return failed(refusedBy(read.failure, `edition ${edition} of ${timeline} cannot be read`))
  const target = understood(read.value)
  if (!target.ok) return target
  const { line, document } = target.value
  if (line.digest === kept.edition.digest) {
    const text = `Nothing to roll back: edition ${kept.edition.number} of ${timeline} has the content of edition ${edition}`
    return ok({ text, changes: 'none' })
  }
  const comparison = compareDocuments(current.value.document, document)
  const words = comparisonLines(comparison, lang).join('\n  ')
  return ok({
    text: `${timeline}, from ${editionName(kept.edition)}\nback to ${editionName(line)}: ${words}`,
    changes: comparisonJson(comparison, lang),
  })
}
