// `jishi rollback`: publishes the content of a kept edition again, under a new number, after showing
// in words what that changes.
import type { Command } from 'commander'
import { ok, type Result } from '../../domain/result.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { wholeNumber, withWrite, type WriteFlags } from '../options.ts'
import { done, reporting, type CommandResult } from '../outcome.ts'
import {
  connectToWrite,
  standingOf,
  writeGuarded,
  type Standing,
} from '../service/guarded-write.ts'
import type { ServiceClient } from '../service/http-client.ts'
import { editionName, readEdition, understood } from '../service/kept.ts'
import { publishedResult } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'

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
  const standing = await standingOf(client, timeline, () => send(null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base, kept } = standing.value
  const change = await changeTo(client, { timeline, edition, kept, lang: flags.lang })
  if (!change.ok) return change.failure
  const { text, changes } = change.value
  if (changes === 'none')
    return done(text, { timeline, restores: edition, edition: base, outcome: 'unchanged' })

  if (flags.json !== true) process.stdout.write(`${text}\n`)
  const goOn = `How to go on: jishi rollback ${timeline} ${edition}   shows what it would change now, and asks again`
  const restored = await writeGuarded(
    { connection: connection.value, timeline, flags, otherwise, send, goOn: [goOn] },
    base,
    `Publish that as edition ${(base ?? 0) + 1}?`,
  )
  if (!restored.ok) return restored.failure
  const about = { timeline, restores: edition, base, changes }
  return publishedResult(connection.value, timeline, restored.value, about)
}

interface Wanted extends Pick<Standing, 'kept'>, Pick<WriteFlags, 'lang'> {
  readonly timeline: string
  readonly edition: number
}

interface Change {
  readonly text: string
  /** Null if the timeline was taken down, so that nothing can be compared. */
  readonly changes: object | 'none' | null
}

/** What going back would change. */
async function changeTo(
  client: ServiceClient,
  { timeline, edition, kept, lang }: Wanted,
): Promise<Result<Change, CommandResult>> {
  if (kept === null) {
    const text = `${timeline} was taken down; edition ${edition} comes back as it was`
    return ok({ text, changes: null })
  }
  const current = understood(kept)
  if (!current.ok) return current
  const target = await readEdition(client, timeline, edition)
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
