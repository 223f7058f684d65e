// `jishi publish`: checks a document, shows what it changes in words, and publishes it as the next
// edition; never over an edition that it did not show.
import type { Command } from 'commander'
import { ok } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { documentDigest } from '../../edition/digest.ts'
import { compareDocuments } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines } from '../changes/print.ts'
import { loadDocument } from '../document/load.ts'
import { checkJson, checkLines, lookedUpLine } from '../document/report.ts'
import {
  wholeNumber,
  withSources,
  withWrite,
  type SourceFlags,
  type WriteFlags,
} from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { reportMessages } from '../../messages/report.ts'
import { connect, type Connection } from '../service/connection.ts'
import {
  conflict,
  connectToWrite,
  storeTries,
  writeGuarded,
  type GuardedWrite,
} from '../service/guarded-write.ts'
import { editionName, understood } from '../service/kept.ts'
import { publishedResult } from '../service/published.ts'
import { refusedBy } from '../service/refusal.ts'
import { standingOf, untold, type Standing } from '../service/standing.ts'

interface PublishFlags extends WriteFlags, SourceFlags {
  readonly onto?: number
  readonly dryRun?: boolean
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
  withSources(withWrite(program.command('publish')))
    .description('publish a document as the next edition, after showing what it changes')
    .argument('<path>', 'a folder with timeline.json, or a document')
    .option('--dry-run', 'show what would change, and change nothing')
    .option('--onto <edition>', 'the edition that the document is based on', wholeNumber)
    .addHelpText('after', examples)
    .action(reporting(publish))
}

/** A document that passed the check, and where it goes. */
interface Task {
  readonly flags: PublishFlags
  readonly connection: Connection
  readonly file: string
  /** How many citations were looked up, and whether there are warnings, in words. */
  readonly lookedUp: string
  readonly document: TimelineDocument
  /** The content of the file, sent unchanged, since its digest decides whether anything changed. */
  readonly content: object
}

async function publish(path: string, flags: PublishFlags): Promise<CommandResult> {
  const connection = flags.dryRun === true ? connect(flags, { storeTries }) : connectToWrite(flags)
  if (!connection.ok) return connection.failure
  const checked = await loadDocument(path, flags.source)
  if (!checked.ok) return endedWith('usage', checked.failure)
  const { file, document, value, warnings } = checked.value
  if (document === null)
    return {
      ending: 'refused',
      text: checkLines(checked.value, flags.lang),
      json: checkJson(checked.value, flags.lang),
    }
  const lookedUp = [
    ...(warnings.length === 0
      ? []
      : [`${reportMessages[flags.lang].warnings(warnings.length)}: jishi check ${path}`]),
    lookedUpLine(checked.value, flags.lang),
  ].join('\n')
  const content = value as object
  return review({ flags, connection: connection.value, file, lookedUp, document, content })
}

/** Shows what would change, and publishes it if the user agrees. */
async function review(task: Task): Promise<CommandResult> {
  const { flags, connection, file, document, content } = task
  const timeline = document.id
  const digest = await documentDigest(content)
  const write = writeOf(task, digest)
  const standing = await standingOf(connection, timeline, () => offer(task, null))
  if (!standing.ok) return refusedBy(standing.failure, write.otherwise)
  const { base, kept, unread } = standing.value
  if (flags.onto !== undefined && flags.onto !== base) return conflict(write, flags.onto, base)
  if (kept !== null && kept.edition.digest === digest) {
    const { number: edition } = kept.edition
    return done(
      `Nothing to publish: edition ${edition} of ${timeline} has the same content as ${file}`,
      { timeline, file, edition, outcome: 'unchanged' },
    )
  }
  const before = kept === null ? ok(null) : understood(kept)
  if (!before.ok) return before.failure
  const comparison =
    unread === null ? compareDocuments(before.value?.document ?? null, document) : null
  if (flags.json !== true) {
    const words =
      comparison === null
        ? unread?.digest === digest
          ? 'the same content, which is stored anew'
          : `what changes ${untold(timeline)}`
        : comparisonLines(comparison, flags.lang).join('\n  ')
    const from = `${timeline} on ${connection.origin}, from ${standingName(standing.value)}`
    process.stdout.write(`${from}\nto ${file}: ${words}\n${task.lookedUp}\n`)
  }
  const changes = comparison && comparisonJson(comparison, flags.lang)
  const about = { timeline, file, changes, base }
  if (flags.dryRun === true) return rehearse(task, base, about)
  const question = `Publish this as edition ${(base ?? 0) + 1}?`
  const published = await writeGuarded(write, base, question)
  return published.ok
    ? publishedResult(connection, timeline, published.value, about)
    : published.failure
}

const standingName = ({ base, kept, unread }: Standing): string =>
  kept !== null
    ? editionName(kept.edition)
    : unread !== null
      ? `edition ${unread.number}`
      : base === null
        ? 'nothing: this is its first edition'
        : `edition ${base}, with which it was taken down`

/** If there is a token, a dry run asks the service, too: some of its rules need its log. */
async function rehearse(task: Task, base: number | null, about: object): Promise<CommandResult> {
  const { hasToken } = task.connection
  const json = { ...about, outcome: 'planned', asked: hasToken }
  if (!hasToken) {
    const text = 'Nothing was published. Without a token (PUBLISH_TOKEN) the service was not asked.'
    return done(text, json)
  }
  const planned = await offer(task, base)
  return planned.ok
    ? done('Nothing was published. The service would take it.', json)
    : refusedBy(planned.failure, 'it would not be published')
}

/** A dry run. */
const offer = ({ connection, document, content }: Task, base: number | null) =>
  connection.client.publish({ timeline: document.id, document: content, base, dryRun: true })

function writeOf(
  { flags, connection, file, document, content }: Task,
  digest: string,
): GuardedWrite {
  const { id: timeline } = document
  return {
    connection,
    timeline,
    flags,
    otherwise: 'not published',
    send: (base) =>
      connection.client.publish({ timeline, document: content, base, note: flags.note }),
    isOwn: (edition) => edition.digest === digest && edition.removes !== true,
    goOn: [
      'How to go on: nothing was overwritten, and your document is as it was.',
      `  jishi pull ${timeline} -o newest.json   gets the newest edition, to take its changes over into ${file}`,
      `  jishi publish ${file}   then shows what is left between the two, and asks again`,
    ],
  }
}
