// `jishi publish`: checks a document, shows what it changes in words, and publishes it as the next
// edition; never over an edition that it did not show.
import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { parseJson } from '../../domain/document/json.ts'
import { ok } from '../../domain/result.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { documentDigest } from '../../edition/digest.ts'
import { compareDocuments, type Comparison } from '../changes/comparison.ts'
import { comparisonJson, comparisonLines, undoneLines } from '../changes/print.ts'
import { undoneBy, type Undone } from '../changes/undone.ts'
import { readBase, rememberBase } from '../document/draft-file.ts'
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
import { progress } from '../terminal.ts'

interface PublishFlags extends WriteFlags, SourceFlags {
  readonly onto?: number
  readonly baseDocument?: string
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
    .option('--base-document <file>', 'the document of that edition, such as of the commit before')
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
  const standing = await standingOf(connection, timeline, () => offer(task, null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base, kept, unread } = standing.value
  if (flags.onto !== undefined && flags.onto !== base)
    return conflict(writeOf(task, { digest, undone: [] }), flags.onto, base)
  if (kept !== null && kept.edition.digest === digest) {
    const { number: edition } = kept.edition
    await rememberBase(file, connection.origin, { timeline, edition, digest })
    return done(
      `Nothing to publish: edition ${edition} of ${timeline} has the same content as ${file}`,
      { timeline, file, edition, outcome: 'unchanged' },
    )
  }
  const before = kept === null ? ok(null) : understood(kept)
  if (!before.ok) return before.failure
  const comparison =
    unread === null ? compareDocuments(before.value?.document ?? null, document) : null
  const undone =
    kept === null || comparison === null
      ? []
      : await undoneBy(connection.client, timeline, comparison)
  const begun =
    flags.onto === undefined ? await beginningOf(task, kept?.edition ?? unread) : 'newest'
  const proposal = { standing: standing.value, digest, comparison, undone }
  if (typeof begun !== 'string') return conflict(writeOf(task, proposal), begun.edition, base)
  if (flags.json !== true) process.stdout.write(proposalText(task, proposal))
  return propose(task, proposal, begun)
}

/** What is to be published on the edition that stands. */
interface Proposal {
  readonly standing: Standing
  /** SHA-256 of the content. */
  readonly digest: string
  /** Null if the edition that stands cannot be read. */
  readonly comparison: Comparison | null
  readonly undone: readonly Undone[]
}

const removedBy = ({ comparison }: Proposal): number => comparison?.removed.length ?? 0

function proposalText(
  { flags, connection, file, document, lookedUp }: Task,
  proposal: Proposal,
): string {
  const { standing, digest, comparison, undone } = proposal
  const unseen =
    standing.unread?.digest === digest
      ? 'the same content, which is stored anew'
      : `what changes ${untold(document.id)}`
  const lines = [
    ...(comparison === null ? [unseen] : comparisonLines(comparison, flags.lang)),
    ...undoneLines(undone, flags.lang),
    ...(removedBy(proposal) === 0 ? [] : [reportMessages[flags.lang].words.removed]),
  ]
  const from = `${document.id} on ${connection.origin}, from ${standingName(standing)}`
  return `${from}\nto ${file}: ${lines.join('\n  ')}\n${lookedUp}\n`
}

/** Publishes the proposal if the user agrees. */
async function propose(
  task: Task,
  proposal: Proposal,
  begun: 'newest' | 'unknown',
): Promise<CommandResult> {
  const { flags, connection, file, document } = task
  const { standing, digest, comparison, undone } = proposal
  const { base } = standing
  const timeline = document.id
  const about = {
    timeline,
    file,
    changes: comparison && comparisonJson(comparison, flags.lang),
    undoes: undone.map(({ edition, ...change }) => ({ ...change, edition: edition.number })),
    base,
  }
  if (flags.dryRun === true) return rehearse(task, base, about)
  const write = writeOf(task, proposal)
  if (begun === 'unknown') {
    if (flags.yes === true) return withoutBase(write, about)
    progress(reportMessages[flags.lang].words.unknownBase)
  }
  const removed = removedBy(proposal)
  const next = (base ?? 0) + 1
  const question =
    removed === 0
      ? `Publish this as edition ${next}?`
      : `Remove ${removed === 1 ? 'an event' : `${removed} events`}, and publish this as edition ${next}?`
  const published = await writeGuarded(write, base, question)
  if (!published.ok) return published.failure
  const edition = published.value.edition ?? next
  await rememberBase(file, connection.origin, { timeline, edition, digest })
  return publishedResult(connection, timeline, published.value, about)
}

const otherwise = 'not published'

/**
 * Whether the document began from the newest edition: by its base document, else by what is remembered
 * beside it. Otherwise the edition that it began from, null if from none.
 */
async function beginningOf(
  { flags, connection: { client, origin }, file, document: { id: timeline } }: Task,
  newest: { readonly digest: string } | null,
): Promise<'newest' | 'unknown' | { readonly edition: number | null }> {
  if (flags.baseDocument === undefined) {
    if (newest === null) return 'newest'
    const base = await readBase(file, origin, timeline)
    if (base === null) return 'unknown'
    return base.digest === newest.digest ? 'newest' : { edition: base.edition }
  }
  const text = await readFile(flags.baseDocument, 'utf8').catch(() => '')
  if (text.trim() === '') return newest === null ? 'newest' : { edition: null }
  const digest = await digestOf(text)
  if (digest === null) return 'unknown'
  if (newest === null || newest.digest === digest) return 'newest'
  const listed = await client.editions(timeline)
  const found = listed.ok && listed.value.find((edition) => edition.digest === digest)
  return found ? { edition: found.number } : 'unknown'
}

async function digestOf(text: string): Promise<string | null> {
  const parsed = parseJson(text)
  return parsed.ok && typeof parsed.value === 'object' && parsed.value !== null
    ? documentDigest(parsed.value)
    : null
}

/** Nobody can be asked whether the document undoes what others have published. */
function withoutBase({ flags, goOn, timeline }: GuardedWrite, about: object): CommandResult {
  const title = `${otherwise}: ${reportMessages[flags.lang].words.unknownBase}`
  return {
    ending: 'conflict',
    text: [`conflict: ${title}`, ...goOn].join('\n'),
    json: { title, timeline, current: null, ...about, base: null },
  }
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
  { digest, undone }: { readonly digest: string; readonly undone: readonly Undone[] },
): GuardedWrite {
  const { id: timeline } = document
  const words = undoneLines(undone, flags.lang)
  return {
    connection,
    timeline,
    flags,
    otherwise,
    send: (base) =>
      connection.client.publish({ timeline, document: content, base, note: flags.note }),
    isOwn: (edition) => edition.digest === digest && edition.removes !== true,
    goOn: [
      ...words.map((line) => `  ${line}`),
      'How to go on: nothing was overwritten, and your document is as it was.',
      `  jishi pull ${timeline} -o newest.json   gets the newest edition, to take its changes over into ${file}`,
      `  jishi publish ${file} --onto <edition>   then shows what is left between the two, and asks again`,
    ],
  }
}
