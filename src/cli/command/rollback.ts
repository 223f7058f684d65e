// `jishi rollback`: publishes the content of a kept edition again, under a new number, after showing
// in words what that changes.
import type { Command } from 'commander'
import { ok, type Result } from '../../domain/result.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { readEdition, understood, type ReadEdition } from '../service/kept.ts'
import { finish, type Outcome } from '../outcome.ts'
import { publishedOutcome } from '../service/published.ts'
import {
  connect,
  refusedBy,
  wholeNumber,
  withLanguage,
  withService,
  type Connection,
  type LanguageFlag,
  type ServiceFlags,
} from '../service/connection.ts'
import { askable, conflictOutcome, consent, editionName, standingOf } from '../service/standing.ts'

interface RollbackFlags extends ServiceFlags, LanguageFlag {
  readonly note?: string
  readonly yes?: boolean
}

const examples = `
Examples:
  jishi rollback fusha-2020 7 --note "Edition 8 had a wrong date"
  jishi rollback fusha-2020 7 --yes --json

Nothing is erased: the content of edition 7 becomes the newest edition, and the ones in between stay
in the log. A timeline that was taken down comes back the same way.
Exit codes: 0 rolled back or the same already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 the edition is not kept.`

export function addRollbackCommand(program: Command): void {
  withLanguage(withService(program.command('rollback')))
    .description('publish the content of a kept edition again, as the newest one')
    .argument('<timeline>', 'its id')
    .argument('<edition>', 'the number of the edition to go back to', wholeNumber)
    .option('--note <words>', 'why, for the edition log; at most 200 characters')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples)
    .action(async (timeline: string, edition: number, flags: RollbackFlags) =>
      finish(await rollback({ timeline, edition, flags }), flags.json === true),
    )
}

interface Wanted {
  readonly timeline: string
  readonly edition: number
  readonly flags: RollbackFlags
}

async function rollback(wanted: Wanted): Promise<Outcome> {
  const { timeline, edition, flags } = wanted
  const unasked = askable(flags)
  if (unasked !== null) return unasked
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client } = connection.value
  const standing = await standingOf(client, timeline, () =>
    client.restore({ timeline, edition, base: null }),
  )
  if (!standing.ok) return refusedBy(standing.failure, 'not rolled back')
  const { base, kept } = standing.value
  const current = kept === null ? ok(null) : understood(kept)
  if (!current.ok) return current.failure
  const change = await changeTo(connection.value, current.value, wanted)
  if (!change.ok) return change.failure
  if (change.value.isNone) return unchanged(wanted, base)

  if (flags.json !== true) process.stdout.write(`${change.value.text}\n`)
  const refusal = await consent(flags, `Publish that as edition ${(base ?? 0) + 1}?`)
  if (refusal !== null) return refusal
  return restore(connection.value, { ...wanted, base, current: current.value }, change.value.json)
}

interface Change {
  readonly isNone: boolean
  readonly text: string
  readonly json: object | null
}

/** What going back would change; of a timeline that was taken down nothing can be read. */
async function changeTo(
  { client }: Connection,
  current: ReadEdition | null,
  { timeline, edition, flags }: Wanted,
): Promise<Result<Change, Outcome>> {
  if (current === null) {
    const text = `${timeline} was taken down; edition ${edition} comes back as it was`
    return ok({ isNone: false, text, json: null })
  }
  const target = await readEdition(client, timeline, edition)
  if (!target.ok) return target
  const comparison = compareDocuments(current.document, target.value.document)
  return ok({
    isNone: target.value.line.digest === current.line.digest,
    text: [
      `${timeline}, from ${editionName(current.line)}`,
      `back to ${editionName(target.value.line)}: ${comparisonLines(comparison, flags.lang).join('\n  ')}`,
    ].join('\n'),
    json: comparisonJson(comparison, flags.lang),
  })
}

function unchanged({ timeline, edition }: Wanted, base: number | null): Outcome {
  return {
    ending: 'done',
    text: `Nothing to roll back: edition ${base} of ${timeline} has the content of edition ${edition}`,
    json: { timeline, restores: edition, edition: base, outcome: 'unchanged' },
  }
}

async function restore(
  connection: Connection,
  write: Wanted & { readonly base: number | null; readonly current: ReadEdition | null },
  changes: object | null,
): Promise<Outcome> {
  const { timeline, edition, flags, base, current } = write
  const { client } = connection
  const { note } = flags
  const restored = await client.restore({
    timeline,
    edition,
    base,
    ...(note === undefined ? {} : { note }),
  })
  if (restored.ok) {
    const done = await publishedOutcome(connection, timeline, restored.value)
    return { ...done, json: { timeline, restores: edition, base, changes, ...done.json } }
  }
  if (restored.failure.status !== 412) return refusedBy(restored.failure, 'not rolled back')
  return conflictOutcome({
    client,
    timeline,
    base: { number: base, document: current?.document ?? null },
    current: restored.failure.current?.number ?? null,
    lang: flags.lang,
    what: 'not rolled back',
    goOn: [
      `How to go on: jishi rollback ${timeline} ${edition}   shows what it would change now, and asks again`,
    ],
  })
}
