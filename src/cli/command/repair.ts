// `jishi repair`: lets the publisher write everything anew that readers get, whatever the store has lost.
import type { Command } from 'commander'
import { withService, type ServiceFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connect } from '../service/connection.ts'
import { refusedBy } from '../service/refusal.ts'
import { progress } from '../terminal.ts'

interface RepairFlags extends ServiceFlags {
  readonly all?: boolean
}

const examples = `
Examples:
  jishi repair fusha-2020
  jishi repair --all --to https://timelines.example

Nothing is published and no edition changes: the copies of the kept editions, what is served now, and
the list of timelines are written anew from the edition log. What cannot be written is named, the rest
is written.
Exit codes: 0 written, 2 wrong use, 4 the service does not answer or the store takes no writes yet,
5 the token may not, 6 no such timeline.`

export function addRepairCommand(program: Command): void {
  withService(program.command('repair'))
    .description('write everything that readers get anew, after the store has lost or damaged it')
    .argument('[timeline]', 'its id')
    .option('--all', 'every timeline that the token is for, and the list of timelines')
    .addHelpText('after', examples)
    .action(reporting(repair))
}

async function repair(timeline: string | undefined, flags: RepairFlags): Promise<CommandResult> {
  if ((timeline === undefined) !== (flags.all === true))
    return endedWith('usage', 'name a timeline, or all of them with --all')
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client, place } = connection.value
  if (flags.json !== true) process.stdout.write(`On ${place}\n`)
  const listed = timeline === undefined ? await client.repairList() : null
  if (listed?.ok === false) return refusedBy(listed.failure, 'not repaired')
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
      fail(refusedBy(reply.failure, `${id} was not repaired`))
      continue
    }
    const { edition, copies, visible } = reply.value
    repaired.push({ timeline: id, edition: edition.number, copies, visible })
    lines.push(`${id}  edition ${edition.number}, ${copies.length} kept editions`)
    const title = `${id}: the store does not take all of it yet; the service repeats that until it does`
    if (!visible) fail(endedWith('unavailable', title))
  }
  const [first] = failures
  if (first === undefined) return done(['Written anew:', ...lines].join('\n'), { repaired })
  if (timeline !== undefined) return { ...first, text: '' }
  return {
    ending: first.ending,
    text: `${failures.length} timelines were not repaired, as told above; ${lines.length} were written anew`,
    json: { repaired, missing: failures.map(({ text }) => text) },
  }
}
