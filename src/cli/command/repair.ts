// `jishi repair`: lets the publisher write everything anew that readers get, whatever the store has lost.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { withScratch } from '../document/large/scratch-folder.ts'
import { documentAt, noDocumentIn } from '../document/document-path.ts'
import { faultyResult } from '../document/report.ts'
import { withLanguage, withService, type LanguageFlag, type ServiceFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { prepareLarge } from '../publishing/large/prepare.ts'
import { putBack, type PutBack } from '../publishing/large/put-back.ts'
import { connect, type Connection } from '../service/connection.ts'
import { refusedBy } from '../service/refusal.ts'
import { progress } from '../terminal/console.ts'
import { tellChecked, tellTenths } from '../terminal/progress.ts'
import { commandWords, say } from '../terminal/speech.ts'

interface RepairFlags extends ServiceFlags, LanguageFlag {
  readonly all?: boolean
  readonly document?: string
}

export function addRepairCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withService(program.command('repair')))
    .description(help.repair.about)
    .argument('[timeline]', args.timeline)
    .option('--all', options.repairAll)
    .option('--document <file>', options.repairDocument)
    .addHelpText('after', help.repair.more)
    .action(reporting(repair))
}

async function repair(timeline: string | undefined, flags: RepairFlags): Promise<CommandResult> {
  if ((timeline === undefined) !== (flags.all === true) || (flags.all && flags.document))
    return endedWith('usage', say().repaired.nameOne)
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client, place, command } = connection.value
  if (flags.json !== true) process.stdout.write(`${say().place.on(place)}\n`)
  const listed = timeline === undefined ? await client.repairList() : null
  if (listed?.ok === false) return refusedBy(listed.failure, say().undone.repaired)
  const repaired: Repaired[] = []
  const failures: CommandResult[] = []
  const fail = (failure: CommandResult): void => {
    progress(failure.text)
    failures.push(failure)
  }
  const lines: string[] = []
  for (const id of listed?.value ?? [timeline ?? '']) {
    const reply = await client.repair(id)
    if (!reply.ok) {
      fail(refusedBy(reply.failure, say().repaired.one(id)))
      continue
    }
    const { edition, copies, uploaded, visible } = reply.value
    repaired.push({ timeline: id, edition: edition.number, copies, uploaded, visible })
    lines.push(say().repaired.line(id, edition.number, copies.length))
    if (uploaded.length > 0 && flags.document === undefined)
      lines.push(
        say().repaired.uploaded(
          id,
          uploaded.join(', '),
          command('repair', id, '--document', '<file>'),
        ),
      )
    const title = say().repaired.notYet(id)
    if (!visible) fail(endedWith('unavailable', title))
  }
  const [first] = failures
  if (first === undefined && flags.document !== undefined && timeline !== undefined) {
    progress([say().repaired.done, ...lines].join('\n'))
    return putBackAll({ client, command, timeline, document: flags.document }, flags, repaired)
  }
  if (first === undefined) return done([say().repaired.done, ...lines].join('\n'), { repaired })
  if (timeline !== undefined) return { ...first, text: '' }
  return {
    ending: first.ending,
    text: say().repaired.some(failures.length, lines.length),
    json: { repaired, missing: failures.map(({ text }) => text) },
  }
}

interface Repaired {
  readonly timeline: string
  /** Its number. */
  readonly edition: number
  readonly copies: readonly number[]
  /** The segments that were uploaded. */
  readonly uploaded: readonly string[]
  readonly visible: boolean
}

interface Lost extends Pick<Connection, 'client' | 'command'> {
  readonly timeline: string
  readonly document: string
}

/** Puts back what the store has lost of the segments that were uploaded from the document. */
async function putBackAll(
  { client, command, timeline, document }: Lost,
  { lang }: LanguageFlag,
  repaired: readonly Repaired[],
): Promise<CommandResult> {
  const words = say().repaired
  const uploaded = repaired.flatMap((one) => one.uploaded)
  if (uploaded.length === 0) return done(words.noneUploaded(timeline), { repaired, putBack: [] })
  const none = await noDocumentIn(document)
  if (none !== null) return endedWith('usage', none)
  const file = await documentAt(document)
  return withScratch(file, join(tmpdir(), 'jishi-repair-'), async (folder) => {
    const prepared = await prepareLarge(file, { sources: [], folder, onChecked: tellChecked() })
    if (!prepared.ok)
      return typeof prepared.failure === 'string'
        ? endedWith('usage', prepared.failure)
        : faultyResult(prepared.failure, lang)
    const found: PutBack[] = []
    for (const segment of uploaded) {
      const onPart = tellTenths(words.reading)
      const task = { client, timeline, prepared: prepared.value, folder, onPart }
      const outcome = await putBack(segment, task)
      if (!outcome.ok) return refusedBy(outcome.failure, say().undone.repaired)
      if (outcome.value !== null) found.push(outcome.value)
    }
    const editions = uploaded.map((segment) => segment.split('-')[0]).join(', ')
    if (found.length === 0) return endedWith('refused', words.notThis(file, editions))
    const json = { repaired, putBack: found }
    const anew = [command('delete', timeline), command('publish', document)] as const
    const text = found.flatMap((one) => linesOf(one, anew)).join('\n')
    const isWhole = found.every(({ other }) => other.length === 0)
    return isWhole ? done(text, json) : { ending: 'refused', text, json }
  })
}

/** `anew`: the commands that publish the document anew. */
function linesOf(
  { segment, parts, sent, other }: PutBack,
  anew: readonly [takeDown: string, publish: string],
): readonly string[] {
  const words = say().repaired
  if (sent.length + other.length === 0) return [words.whole(segment, parts)]
  return [
    ...(sent.length > 0 ? [words.putBack(segment, sent.length, parts)] : []),
    ...(other.length > 0 ? [words.otherwise(segment, other.join(', '), anew)] : []),
  ]
}
