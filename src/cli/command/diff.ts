// `jishi diff`: what changed between two kept editions, in words.
import type { Command } from 'commander'
import { failed, ok, type Result } from '../../domain/result.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { isUploaded, toldComparison } from '../changes/told-comparison.ts'
import {
  editionNumber,
  withLanguage,
  withService,
  type LanguageFlag,
  type ServiceFlags,
} from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import type { EditionReply, ServiceClient } from '../service/http-client.ts'
import { editionName, keptEdition, readEditions, understood } from '../service/kept.ts'
import { refusedBy } from '../service/refusal.ts'
import { commandWords, say } from '../terminal/speech.ts'

type DiffFlags = ServiceFlags & LanguageFlag

export function addDiffCommand(program: Command): void {
  const { help, arguments: args } = commandWords()
  withLanguage(withService(program.command('diff')))
    .description(help.diff.about)
    .argument('<timeline>', args.timeline)
    .argument('[a]', args.before, editionNumber)
    .argument('[b]', args.after, editionNumber)
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
  const before = from === null ? ok(null) : await keptEdition(client, timeline, from)
  if (!before.ok) return before.failure
  const after = await keptEdition(client, timeline, to)
  if (!after.ok) return after.failure
  const two = { before: before.value, after: after.value }
  const comparison = await comparisonOf(client, timeline, two)
  if (!comparison.ok) return comparison.failure
  const { compared: told } = say()
  const since = two.before === null ? say().nothing : editionName(two.before.edition)
  const words = comparisonLines(comparison.value, flags.lang, { most: Infinity }).join('\n  ')
  return done(`${told.from(timeline, since)}\n${told.to(editionName(two.after.edition), words)}`, {
    timeline,
    from: two.before?.edition ?? null,
    to: two.after.edition,
    changes: comparisonJson(comparison.value, flags.lang),
  })
}

async function comparisonOf(
  client: ServiceClient,
  timeline: string,
  { before, after }: { readonly before: EditionReply | null; readonly after: EditionReply },
): Promise<Result<Comparison, CommandResult>> {
  if (isUploaded(before, after)) {
    const told = await toldComparison(client, timeline, { before, after })
    if (!told.ok) return failed(refusedBy(told.failure, say().service.editionsUnreadable(timeline)))
    if (told.value !== null) return ok(told.value)
    return failed(endedWith('refused', say().large.untold))
  }
  const [old, now] = [before === null ? ok(null) : understood(before), understood(after)]
  if (!old.ok) return old
  if (!now.ok) return now
  return ok(compareDocuments(old.value?.document ?? null, now.value.document))
}

/** The first edition is compared with nothing, as is one after a takedown. */
async function choose(
  client: ServiceClient,
  timeline: string,
  [a, b]: readonly [Chosen, Chosen],
): Promise<Result<readonly [from: number | null, to: number], CommandResult>> {
  if (a !== undefined && b !== undefined) return ok([a, b])
  const listed = await readEditions(client, timeline)
  if (!listed.ok) return listed
  const [newest, previous] = listed.value
  const before = previous?.removes === true ? null : (previous?.number ?? null)
  return ok([a ?? before, newest?.number ?? 0])
}
