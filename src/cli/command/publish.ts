// `jishi publish`: checks a document, shows what it changes in words, and publishes it as the next
// edition; never over an edition that it did not show.
import type { Command } from 'commander'
import { ok } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { documentDigest } from '../../edition/digest.ts'
import { collectSources } from './check.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { readDocument, type SourceFile } from '../document/load.ts'
import { readEdition, understood } from '../service/kept.ts'
import { finish, usageProblem, type Outcome } from '../outcome.ts'
import { publishedOutcome } from '../service/published.ts'
import { reportJson, reportLines } from '../document/report.ts'
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
import {
  askable,
  conflictOutcome,
  consent,
  editionName,
  standingOf,
  type Standing,
} from '../service/standing.ts'

interface PublishFlags extends ServiceFlags, LanguageFlag {
  readonly source: readonly SourceFile[]
  readonly note?: string
  readonly onto?: number
  readonly dryRun?: boolean
  readonly yes?: boolean
}

const examples = `
Examples:
  jishi publish data/fusha-2020                        to the service on this machine
  jishi publish data/fusha-2020 --dry-run              only tells what would change
  jishi publish data/fusha-2020 --to https://timelines.example --note "Mend a date"
  jishi publish town.json --onto 7 --yes               refuses when edition 7 is no longer the newest

The token comes from PUBLISH_TOKEN; a service on this machine has one in .jishi/token.
A connection that breaks is tried again; the same document is never published twice.
Exit codes: 0 published or nothing to publish, 1 faults or refused, 2 wrong use, 3 somebody else
published meanwhile, 4 the service does not answer, 5 the token may not, 6 no such edition.`

export function addPublishCommand(program: Command): void {
  withLanguage(withService(program.command('publish')))
    .description('publish a document as the next edition, after showing what it changes')
    .argument('<path>', 'a folder with timeline.json, or a document')
    .option('--note <words>', 'why, for the edition log; at most 200 characters')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('-y, --yes', 'do not ask')
    .option('--onto <edition>', 'the edition that the document is based on', wholeNumber)
    .option(
      '--source <[id=]path>',
      'the text of a source, to look up its cited words; repeatable',
      collectSources,
      [],
    )
    .addHelpText('after', examples)
    .action(async (path: string, flags: PublishFlags) =>
      finish(await publish(path, flags), flags.json === true),
    )
}

/** A document that passed the check, and where it goes. */
interface Task {
  readonly flags: PublishFlags
  readonly connection: Connection
  readonly file: string
  readonly document: TimelineDocument
  /** What the file holds: it is sent as it is, since its digest decides whether anything changed. */
  readonly content: object
}

async function publish(path: string, flags: PublishFlags): Promise<Outcome> {
  const unasked = flags.dryRun === true ? null : askable(flags)
  if (unasked !== null) return unasked
  const checked = await readDocument(path, flags.source)
  if (!checked.ok) return usageProblem(checked.failure.message)
  const { file, document, value } = checked.value
  if (document === null)
    return { ending: 'refused', text: reportLines(checked.value), json: reportJson(checked.value) }
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  return review({ flags, connection: connection.value, file, document, content: value as object })
}

/** Shows what would change, and goes on where that is wanted. */
async function review(task: Task): Promise<Outcome> {
  const { flags, document, content } = task
  const { client } = task.connection
  const timeline = document.id
  const standing = await standingOf(client, timeline, () =>
    client.publish({ timeline, document: content, base: null, dryRun: true }),
  )
  if (!standing.ok) return refusedBy(standing.failure, 'not published')
  const { base, kept } = standing.value
  if (flags.onto !== undefined && flags.onto !== base) return movedOn(task, flags.onto, base)
  if (kept !== null && kept.edition.digest === (await documentDigest(content)))
    return unchanged(task, kept.edition.number)

  const before = kept === null ? ok(null) : understood(kept)
  if (!before.ok) return before.failure
  const replaced = before.value?.document ?? null
  const comparison = compareDocuments(replaced, document)
  if (flags.json !== true)
    process.stdout.write(`${reviewLines(task, standing.value, comparison).join('\n')}\n`)
  if (flags.dryRun === true) return rehearse(task, standing.value, comparison)
  const refusal = await consent(flags, `Publish this as edition ${(base ?? 0) + 1}?`)
  return refusal ?? write(task, { base, document: replaced }, comparison)
}

function reviewLines(
  { file, flags, connection, document }: Task,
  standing: Standing,
  comparison: Comparison,
): string[] {
  const from =
    standing.kept !== null
      ? editionName(standing.kept.edition)
      : standing.base === null
        ? 'nothing: this is its first edition'
        : `edition ${standing.base}, with which it was taken down`
  return [
    `${document.id} on ${connection.origin}, from ${from}`,
    `to ${file}: ${comparisonLines(comparison, flags.lang).join('\n  ')}`,
  ]
}

/** A dry run asks the service, too, where there is a token: it knows rules that need its log. */
async function rehearse(task: Task, { base }: Standing, comparison: Comparison): Promise<Outcome> {
  const { client, hasToken } = task.connection
  const { id: timeline } = task.document
  const json = { ...jsonOf(task, comparison), base, outcome: 'planned', asked: hasToken }
  if (!hasToken) {
    const text = 'Nothing was published. Without a token (PUBLISH_TOKEN) the service was not asked.'
    return { ending: 'done', text, json }
  }
  const planned = await client.publish({ timeline, document: task.content, base, dryRun: true })
  if (!planned.ok) return refusedBy(planned.failure, 'it would not be published')
  return { ending: 'done', text: 'Nothing was published. The service would take it.', json }
}

/** What the document was compared with. */
interface Replaced {
  readonly base: number | null
  readonly document: TimelineDocument | null
}

async function write(task: Task, replaced: Replaced, comparison: Comparison): Promise<Outcome> {
  const { connection, content, document } = task
  const { base } = replaced
  const first = await send(task, base)
  const rival = first.ok ? undefined : first.failure.current
  // Somebody has published the very same, or the store has lost what we did: the same publish again
  // on that edition makes no other one, and is written to the store once more.
  const isOurs = rival !== undefined && rival.digest === (await documentDigest(content))
  const published = isOurs ? await send(task, rival.number) : first
  if (published.ok) {
    const done = await publishedOutcome(connection, document.id, published.value)
    return { ...done, json: { ...jsonOf(task, comparison), base, ...done.json } }
  }
  if (published.failure.status !== 412) return refusedBy(published.failure, 'not published')
  return lost(task, replaced, published.failure.current?.number ?? null)
}

function send({ flags, connection, content, document }: Task, base: number | null) {
  const { note } = flags
  return connection.client.publish({
    timeline: document.id,
    document: content,
    base,
    ...(note === undefined ? {} : { note }),
  })
}

function unchanged({ document, file }: Task, edition: number): Outcome {
  return {
    ending: 'done',
    text: `Nothing to publish: edition ${edition} of ${document.id} has the same content as ${file}`,
    json: { timeline: document.id, file, edition, outcome: 'unchanged' },
  }
}

/** The document is based on another edition than the newest. */
async function movedOn(task: Task, onto: number, current: number | null): Promise<Outcome> {
  const based = await readEdition(task.connection.client, task.document.id, onto)
  return lost(task, { base: onto, document: based.ok ? based.value.document : null }, current)
}

const lost = (task: Task, { base, document }: Replaced, current: number | null): Promise<Outcome> =>
  conflictOutcome({
    client: task.connection.client,
    timeline: task.document.id,
    base: { number: base, document },
    current,
    lang: task.flags.lang,
    what: 'not published',
    goOn: howToGoOn(task),
  })

const howToGoOn = ({ document, file }: Task): string[] => [
  'How to go on: nothing was overwritten, and your document is as it was.',
  `  jishi pull ${document.id} -o newest.json   gets the newest edition, to take its changes over into ${file}`,
  `  jishi publish ${file}   then shows what is left between the two, and asks again`,
]

const jsonOf = ({ document, file, flags }: Task, comparison: Comparison) => ({
  timeline: document.id,
  file,
  changes: comparisonJson(comparison, flags.lang),
})
