// `jishi repair`: lets the publisher write everything anew that readers get, whatever the store has lost.
import type { Command } from 'commander'
import { withLanguage, withService, type ServiceFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import { refusedBy } from '../service/refusal.ts'
import { progress } from '../terminal/console.ts'
import { commandWords, say } from '../terminal/speech.ts'

interface RepairFlags extends ServiceFlags {
  readonly all?: boolean
}

export function addRepairCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(withService(program.command('repair')))
    .description(help.repair.about)
    .argument('[timeline]', args.timeline)
    .option('--all', options.repairAll)
    .addHelpText('after', help.repair.more)
    .action(reporting(repair))
}

async function repair(timeline: string | undefined, flags: RepairFlags): Promise<CommandResult> {
  if ((timeline === undefined) !== (flags.all === true))
    return endedWith('usage', say().repaired.nameOne)
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client, place } = connection.value
  if (flags.json !== true) process.stdout.write(`${say().place.on(place)}\n`)
  const listed = timeline === undefined ? await client.repairList() : null
  if (listed?.ok === false) return refusedBy(listed.failure, say().undone.repaired)
  const repaired: object[] = []
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
    if (uploaded.length > 0) lines.push(say().repaired.uploaded(id, uploaded.join(', ')))
    const title = say().repaired.notYet(id)
    if (!visible) fail(endedWith('unavailable', title))
  }
  const [first] = failures
  if (first === undefined) return done([say().repaired.done, ...lines].join('\n'), { repaired })
  if (timeline !== undefined) return { ...first, text: '' }
  return {
    ending: first.ending,
    text: say().repaired.some(failures.length, lines.length),
    json: { repaired, missing: failures.map(({ text }) => text) },
  }
}
