// `jishi pull`: the documents of kept editions, as files from which `jishi publish` restores them.
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Command } from 'commander'
import { failed, ok, type Result } from '../../domain/result.ts'
import { documentDigest } from '../../edition/digest.ts'
import { servedLog } from '../../edition/taken.ts'
import {
  hashOf,
  printUploaded,
  pullToFile,
  type Unpulled,
  type UploadedReply,
} from '../publishing/large/pulled-edition.ts'
import type { EditionLine, ServiceClient } from '../service/http-client.ts'
import { withLanguage, editionNumber, withService, type ServiceFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { rememberBase } from '../document/draft-file.ts'
import { isOfLines, printedLines } from '../document/lines-document.ts'
import { replaceFile } from '../document/replace.ts'
import { connect, type Connection } from '../service/connection.ts'
import { readEditions } from '../service/kept.ts'
import { refusedBy } from '../service/refusal.ts'
import { progress } from '../terminal/console.ts'
import { tellParts } from '../terminal/progress.ts'
import { commandWords, say } from '../terminal/speech.ts'
import { reasonOf } from '../terminal/system-error.ts'

/** An edition with its document. */
interface WholeEdition {
  readonly edition: EditionLine
  readonly document: object
}

interface PullFlags extends ServiceFlags {
  readonly edition?: number
  readonly output?: string
  readonly all?: string
  readonly force?: boolean
}

export function addPullCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withService(program.command('pull')))
    .description(help.pull.about)
    .argument('[timeline]', args.timeline)
    .option('--edition <number>', options.keptEdition, editionNumber)
    .option('-o, --output <file>', options.output)
    .option('--all <folder>', options.all)
    .option('--force', options.force)
    .addHelpText('after', help.pull.more)
    .action(reporting(pull))
}

async function pull(timeline: string | undefined, flags: PullFlags): Promise<CommandResult> {
  if ((timeline === undefined) === (flags.all === undefined))
    return endedWith('usage', say().pulled.nameOne)
  if (flags.all !== undefined && (flags.edition ?? flags.output) !== undefined)
    return endedWith('usage', say().pulled.allOfAll)
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client } = connection.value
  if (flags.all !== undefined) return backUp(client, flags.all, flags.force === true)
  return pullOne(connection.value, timeline ?? '', flags)
}

async function pullOne(
  { client, origin, command }: Connection,
  timeline: string,
  { edition, output, force = false, json = false }: PullFlags,
): Promise<CommandResult> {
  const kept = await pulled(client, timeline, edition)
  if (!kept.ok) return kept.failure
  const { number, digest } = kept.value.edition
  const about = { timeline, edition: kept.value.edition }
  // As other programs name standard output.
  if (output === undefined || output === '-') {
    if (force) progress(say().pulled.nothingForced)
    return printEdition(client, kept.value, { about, json, command })
  }
  const unwritten = await writeEditionTo(output, kept.value, { client, force })
  if (unwritten !== null) return unwritten
  await rememberBase(output, origin, { timeline, edition: number, digest })
  return done(
    `${say().pulled.done(output, number, timeline)}\n${say().pulled.next(command('publish', output))}`,
    { ...about, file: output },
  )
}

async function printEdition(
  client: ServiceClient,
  kept: PulledEdition,
  {
    about,
    json,
    command,
  }: { about: { timeline: string }; json: boolean; command: Connection['command'] },
): Promise<CommandResult> {
  if (kept.document !== null)
    return done(printed(kept.document).trimEnd(), { ...about, document: kept.document })
  // A line for each event is all that programs can read of it, too.
  const { timeline } = about
  if (json)
    return endedWith(
      'usage',
      say().large.needsFile(command('pull', timeline, '-o', `${timeline}.ndjson`)),
    )
  const written = await printUploaded(client, timeline, kept)
  return written.ok ? done('', about) : unpulled(written.failure, timeline, kept.edition.number)
}

/** Null on success. */
async function writeEditionTo(
  file: string,
  kept: PulledEdition,
  { client, force }: { readonly client: ServiceClient; readonly force: boolean },
): Promise<CommandResult | null> {
  const isLines = isOfLines(file)
  const { edition, timeline } = kept
  if (kept.document !== null)
    return writeWhole(file, isLines ? printedLines(kept.document) : printed(kept.document), force)
  try {
    await mkdir(dirname(file), { recursive: true })
    const onPart = tellParts()
    const target = { file, isOfLines: isLines, force, onPart }
    const written = await pullToFile(client, timeline, kept, target)
    if (written.ok) return written.value ? null : endedWith('usage', say().pulled.inTheWay(file))
    return unpulled(written.failure, timeline, edition.number)
  } catch (error) {
    return endedWith('usage', say().files.unwritable(file, reasonOf(error)))
  }
}

const unpulled = (failure: Unpulled, timeline: string, number: number): CommandResult =>
  failure === 'damaged'
    ? endedWith('unavailable', say().pulled.damaged(number, timeline))
    : refusedBy(failure, say().service.unreadable({ timeline, edition: number }))

/** Continues past what cannot be read or written, and ends with the first reason. */
async function backUp(
  client: ServiceClient,
  folder: string,
  force: boolean,
): Promise<CommandResult> {
  const timelines = await client.timelines()
  if (!timelines.ok) return refusedBy(timelines.failure, say().undone.listed)
  const files: string[] = []
  const failures: CommandResult[] = []
  for (const timeline of timelines.value) {
    progress(`${timeline} …`)
    const written = await backUpOne(client, timeline, { folder: join(folder, timeline), force })
    files.push(...written.files)
    for (const failure of written.failures) progress(failure.text)
    failures.push(...written.failures)
  }
  const [first] = failures
  const count = say().pulled.backedUp(folder, timelines.value.length, files.length)
  const about = { folder, timelines: timelines.value, files }
  if (first === undefined) return done(count, about)
  const missing = failures.map(({ text }) => text)
  return {
    ending: first.ending,
    text: count + say().pulled.missing(failures.length),
    json: { ...about, missing },
  }
}

interface BackedUp {
  readonly files: readonly string[]
  readonly failures: readonly CommandResult[]
}

async function backUpOne(
  client: ServiceClient,
  timeline: string,
  { folder, force }: { readonly folder: string; readonly force: boolean },
): Promise<BackedUp> {
  const listed = await readEditions(client, timeline)
  if (!listed.ok) return { files: [], failures: [listed.failure] }
  const files: string[] = []
  const failures: CommandResult[] = []
  const note = (file: string, unwritten: CommandResult | null): void => {
    if (unwritten === null) files.push(file)
    else failures.push(unwritten)
  }
  // An earlier backup may be replaced; a document that somebody altered may not.
  const file = join(folder, 'timeline.json')
  const isBackup = await isKeptIn(folder, await hashOf(file))
  for (const { number } of servedLog(listed.value)) {
    const kept = await pulled(client, timeline, number)
    if (!kept.ok) {
      failures.push(kept.failure)
      continue
    }
    const own = join(folder, `editions/${number}.json`)
    note(own, await writeEditionTo(own, kept.value, { client, force }))
    if (number !== listed.value[0]?.number) continue
    note(file, await writeEditionTo(file, kept.value, { client, force: force || isBackup }))
  }
  const log = join(folder, 'editions.json')
  note(log, await writeWhole(log, printed(listed.value), true))
  return { files, failures }
}

/** True if the file is that of an edition that was backed up before. */
async function isKeptIn(folder: string, hash: string | null): Promise<boolean> {
  if (hash === null) return false
  const names = await readdir(join(folder, 'editions')).catch(() => [])
  for (const name of names) if ((await hashOf(join(folder, 'editions', name))) === hash) return true
  return false
}

type PulledEdition = (WholeEdition | UploadedReply) & { readonly timeline: string }

/** The edition; if it has its document, only if what arrived matches its digest. */
async function pulled(
  client: ServiceClient,
  timeline: string,
  number: number | undefined,
): Promise<Result<PulledEdition, CommandResult>> {
  const current = number === undefined ? await client.edition(timeline) : ok({ number })
  const what = say().service.timelineUnreadable(timeline)
  if (!current.ok) return failed(refusedBy(current.failure, what))
  if (current.value === null) return failed(endedWith('absent', say().service.noTimeline(timeline)))
  const kept = await client.keptEdition(timeline, current.value.number)
  if (!kept.ok) return failed(refusedBy(kept.failure, what))
  const { edition, document, uploaded } = kept.value
  if (uploaded !== undefined) return ok({ timeline, edition, document: null, uploaded })
  if (document !== null && edition.digest === (await documentDigest(document)))
    return ok({ timeline, edition, document })
  const title = say().pulled.damaged(edition.number, timeline)
  return failed(endedWith('unavailable', title))
}

const printed = (value: object): string => `${JSON.stringify(value, null, 2)}\n`

/** Writes a file, and only if its content differs; null on success. */
async function writeWhole(
  file: string,
  text: string,
  force: boolean,
): Promise<CommandResult | null> {
  try {
    const old = await readFile(file, 'utf8').catch(() => null)
    if (old === text) return null
    if (old !== null && !force) return endedWith('usage', say().pulled.inTheWay(file))
    await mkdir(dirname(file), { recursive: true })
    await replaceFile(file, text)
    return null
  } catch (error) {
    return endedWith('usage', say().files.unwritable(file, reasonOf(error)))
  }
}
