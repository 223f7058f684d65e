// `jishi publish`: checks a document, shows what it changes in words, and publishes it as the next
// edition, merged with what others have published since; never over an edition that it did not show.
import type { Command } from 'commander'
import { documentDigest } from '../../edition/digest.ts'
import { reportMessages } from '../../messages/report.ts'
import { lookedUpIn } from '../document/report.ts'
import { editionNumber, withSources, withWrite } from '../options.ts'
import { reporting, type CommandResult } from '../outcome.ts'
import { originFor } from '../publishing/origin.ts'
import { propose, proposeMerged } from '../publishing/proposal.ts'
import { notFound, takenDown } from '../publishing/standing-edition.ts'
import {
  offer,
  otherwise,
  writeOf,
  type PublishFlags,
  type PublishTask,
} from '../publishing/task.ts'
import { readToPublish } from '../publishing/to-publish.ts'
import { connect } from '../service/connection.ts'
import { conflict, connectToWrite, storeTries } from '../service/guarded-write.ts'
import { refusedBy } from '../service/refusal.ts'
import { currentOf, standingOf, type Standing } from '../service/standing.ts'
import { commandWords, say } from '../terminal/speech.ts'
import { commandLine } from '../terminal/command-line.ts'

export function addPublishCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withSources(withWrite(program.command('publish')))
    .description(help.publish.about)
    .argument('<path>', args.path)
    .option('--dry-run', options.dryRun)
    .option('--onto <edition>', options.onto, editionNumber)
    .option('--base-document <file>', options.baseDocument)
    .addHelpText('after', help.publish.more)
    .action(reporting(publish))
}

async function publish(path: string, flags: PublishFlags): Promise<CommandResult> {
  const connection = flags.dryRun === true ? connect(flags, { storeTries }) : connectToWrite(flags)
  const read = await readToPublish(path, flags)
  // Faults of the document, and that it is a file of another kind, are told without any service.
  if (!read.ok) return read.failure
  if ('inParts' in read.value) {
    const { publishLarge } = await import('../publishing/large/publish-large.ts')
    return publishLarge({ flags, file: read.value.inParts, connection })
  }
  const { file, document, value, warnings, texts, citations } = read.value.whole
  if (!connection.ok) return connection.failure
  const count = reportMessages[flags.lang].warnings(warnings.length)
  const warned =
    warnings.length === 0 ? '' : `${say().because(count, commandLine('check', path))}\n`
  const content = value as object
  const digest = await documentDigest(content)
  const mine = {
    document,
    content,
    digest,
    lookedUp: lookedUpIn({ value, citations, texts }, flags.lang),
  }
  const timeline = document.id
  return review({ flags, connection: connection.value, file, timeline, mine, texts, warned })
}

/** Proposes the document, merged with what was published since it began. */
async function review(task: PublishTask): Promise<CommandResult> {
  const { flags, connection, timeline, mine } = task
  const standing = await standingOf(connection, timeline, () => offer(task, mine, null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise())
  const { base, kept } = standing.value
  const down = takenDown(task, standing.value)
  if (down !== null) return down
  const proposal = { standing: standing.value, content: mine }
  if (kept?.edition.digest === mine.digest) return propose(task, proposal)
  const begun = await originFor(task, standing.value)
  if (!begun.ok) return begun.failure
  const origin = begun.value
  if (origin === 'newest') return propose(task, proposal)
  if (origin === 'unknown') {
    if (flags.dryRun === true) return propose(task, proposal)
    if (kept === null || flags.baseDocument !== undefined) return withoutBase(task, standing.value)
    return proposeMerged(task, mine, { origin: { edition: null, document: null }, kept })
  }
  // An edition that is not there, or a newest one that cannot be read.
  const absent = notFound(task, base)
  if (absent !== null) return absent
  if (kept === null || (origin.edition ?? 0) > kept.edition.number)
    return conflict(writeOf(task, mine), origin.edition, currentOf(standing.value))
  return proposeMerged(task, mine, { origin, kept })
}

/** Nobody can be asked whether the document undoes what others have published. */
function withoutBase(task: PublishTask, standing: Standing): CommandResult {
  const { flags, timeline, file, mine } = task
  const { words } = reportMessages[flags.lang]
  const why =
    flags.baseDocument === undefined
      ? words.unknownBase
      : words.unknownBaseDocument(flags.baseDocument)
  const title = say().because(otherwise(), why)
  return {
    ending: 'conflict',
    text: [say().conflict(title), ...writeOf(task, mine).goOn].join('\n'),
    json: { title, timeline, file, base: null, current: currentOf(standing), changes: null },
  }
}
