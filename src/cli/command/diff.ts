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

type DiffFlags = ServiceFlags & LanguageFlag

const examples = `
Examples:
  jishi diff fusha-2020                     what the newest edition changed
  jishi diff fusha-2020 7                   what changed since edition 7
  jishi diff fusha-2020 7 9 --lang zh-Hans  from edition 7 to edition 9, in Chinese

Exit codes: 0 compared, 2 wrong use, 4 the service does not answer, 6 no such edition.`

export function addDiffCommand(program: Command): void {
  withLanguage(withService(program.command('diff')))
    .description('tell in words what changed between two editions, field by field')
    .argument('<timeline>', 'its id')
    .argument('[a]', 'the edition before; otherwise the one before the newest', wholeNumber)
    .argument('[b]', 'the edition after; otherwise the newest', wholeNumber)
    .addHelpText('after', examples)
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
  const since = before.value === null ? 'nothing' : editionName(before.value.line)
  const words = comparisonLines(comparison, flags.lang, { most: Infinity }).join('\n  ')
  return done(`${timeline}, from ${since}\nto ${editionName(after.value.line)}: ${words}`, {
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
