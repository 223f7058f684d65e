// `jishi delete`: takes a timeline down. Readers see that it is gone; it can be restored.
import type { Command } from 'commander'
import { retention } from '../../edition/next.ts'
import { withWrite, type WriteFlags } from '../options.ts'
import { done, endedWith, reporting, type CommandResult } from '../outcome.ts'
import { connectToWrite, writeGuarded } from '../service/guarded-write.ts'
import type { EditionTag } from '../service/http-client.ts'
import { editionName } from '../service/kept.ts'
import { refusedBy } from '../service/refusal.ts'
import { standingOf } from '../service/standing.ts'

const days = retention.milliseconds / 86_400_000

const examples = `
Examples:
  jishi delete fusha-2020 --note "Withdrawn at the source's request"

Its pages, feeds and API answer 410 from then on. Its editions are kept for ${days} more days, within
which jishi rollback <timeline> <edition> brings it back; jishi publish does so at any time.
Exit codes: 0 taken down or gone already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 no such timeline.`

export function addDeleteCommand(program: Command): void {
  withWrite(program.command('delete'))
    .description('take a timeline down')
    .argument('<timeline>', 'its id')
    .addHelpText('after', examples)
    .action(reporting(takeDown))
}

async function takeDown(timeline: string, flags: WriteFlags): Promise<CommandResult> {
  const connection = connectToWrite(flags)
  if (!connection.ok) return connection.failure
  const { client, place, option } = connection.value
  const otherwise = 'not taken down'
  const send = (base: number | null) => client.takeDown({ timeline, base, note: flags.note })
  const standing = await standingOf(connection.value, timeline, () => send(null))
  if (!standing.ok) return refusedBy(standing.failure, otherwise)
  const { base: last, kept, unread } = standing.value
  if (last === null) return endedWith('absent', `there is no timeline ${timeline} on ${place}`)
  if (kept === null && unread === null)
    return done(`${timeline} was taken down already.`, {
      timeline,
      outcome: 'unchanged',
      last: null,
    })
  const write = {
    connection: connection.value,
    timeline,
    flags,
    otherwise,
    send,
    isOwn: ({ removes }: EditionTag) => removes === true,
    goOn: [`How to go on: jishi delete ${timeline}${option}   asks again`],
  }
  if (flags.json !== true) process.stdout.write(`${timeline} on ${place}, edition ${last}\n`)
  const question = 'Take it down?'
  const removed = await writeGuarded(write, last, question)
  if (!removed.ok) return removed.failure
  const { rival } = removed.value
  if (rival !== undefined)
    return done(
      `${timeline} was taken down, but is back since then: ${editionName(rival)} was published over it.`,
      { timeline, outcome: 'removed', last, rival },
    )
  return done(
    `${timeline} is taken down. Within ${days} days this brings it back: jishi rollback ${timeline} ${last}${option}`,
    { timeline, outcome: 'removed', last },
  )
}
