// `jishi diff`: what changed between two kept editions, in words.
import type { Command } from 'commander'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import type { ServiceClient } from '../service/http-client.ts'
import { readEdition } from '../service/kept.ts'
import { finish, type Outcome } from '../outcome.ts'
import {
  connect,
  refusedBy,
  wholeNumber,
  withLanguage,
  withService,
  type LanguageFlag,
  type ServiceFlags,
} from '../service/connection.ts'
import { editionName } from '../service/standing.ts'

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
      async (timeline: string, a: number | undefined, b: number | undefined, flags: DiffFlags) =>
        finish(await diff(timeline, [a, b], flags), flags.json === true),
    )
}

type Numbers = readonly [before: number | undefined, after: number | undefined]

async function diff(timeline: string, numbers: Numbers, flags: DiffFlags): Promise<Outcome> {
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
  return {
    ending: 'done',
    text: [
      `${timeline}, from ${since}`,
      `to ${editionName(after.value.line)}: ${comparisonLines(comparison, flags.lang).join('\n  ')}`,
    ].join('\n'),
    json: {
      timeline,
      from: before.value?.line ?? null,
      to: after.value.line,
      changes: comparisonJson(comparison, flags.lang),
    },
  }
}

/** The first edition is compared with nothing. */
async function choose(
  client: ServiceClient,
  timeline: string,
  [a, b]: Numbers,
): Promise<Result<readonly [from: number | null, to: number], Outcome>> {
  if (a !== undefined && b !== undefined) return ok([a, b])
  const listed = await client.editions(timeline)
  if (!listed.ok)
    return failed(refusedBy(listed.failure, `the editions of ${timeline} cannot be read`))
  const [newest, previous] = listed.value.map(({ number }) => number)
  return ok([a ?? previous ?? null, newest ?? 0])
}
