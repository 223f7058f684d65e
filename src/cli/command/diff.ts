// `jishi diff`: what changed between two kept editions, in words.
import type { Command } from 'commander'
import { ok, type Result } from '../../domain/result.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import {
  wholeNumber,
  withLanguage,
  withService,
  type LanguageFlag,
  type ServiceFlags,
} from '../options.ts'
import { done, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import type { ServiceClient } from '../service/http-client.ts'
import { editionName, readEdition, readEditions } from '../service/kept.ts'
import { commandWords, say } from '../terminal/speech.ts'

type DiffFlags = ServiceFlags & LanguageFlag

export function addDiffCommand(program: Command): void {
  const { help, arguments: args } = commandWords()
  withLanguage(withService(program.command('diff')))
    .description(help.diff.about)
    .argument('<timeline>', args.timeline)
    .argument('[a]', args.before, wholeNumber)
    .argument('[b]', args.after, wholeNumber)
    .addHelpText('after', help.diff.more)
    .action(
      reporting((timeline: string, a: Chosen, b: Chosen, flags: DiffFlags) =>
        diff(timeline, [a, b], flags),
      ),
    )
}

type Chosen = number | undefined

async function diff(
  timeline: string,
  numbers: readonly [before: Chosen, after: Chosen],
  flags: DiffFlags,
): Promise<CommandResult> {
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client } = connection.value
  const chosen = await choose(client, timeline, numbers)
  if (!chosen.ok) return chosen.failure
  const [from, to] = chosen.value
  const before = from === null ? ok(null) : await readEdition(client, timeline, from)
  if (!before.ok) return before.failure
  const after = await readEdition(client, timeline, to)
  if (!after.ok) return after.failure
  const comparison = compareDocuments(before.value?.document ?? null, after.value.document)
  const { compared: told } = say()
  const since = before.value === null ? say().nothing : editionName(before.value.line)
  const words = comparisonLines(comparison, flags.lang, { most: Infinity }).join('\n  ')
  return done(`${told.from(timeline, since)}\n${told.to(editionName(after.value.line), words)}`, {
    timeline,
    from: before.value?.line ?? null,
    to: after.value.line,
    changes: comparisonJson(comparison, flags.lang),
  })
}

/** The first edition is compared with nothing. */
async function choose(
  client: ServiceClient,
  timeline: string,
  [a, b]: readonly [Chosen, Chosen],
): Promise<Result<readonly [from: number | null, to: number], CommandResult>> {
  if (a !== undefined && b !== undefined) return ok([a, b])
  const listed = await readEditions(client, timeline)
  if (!listed.ok) return listed
  const [newest, previous] = listed.value.map(({ number }) => number)
  return ok([a ?? previous ?? null, newest ?? 0])
}
