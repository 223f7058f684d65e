// `jishi delete`: takes a timeline down. Readers are told that it is gone; it can come back.
import type { Command } from 'commander'
import { retention } from '../../edition/next.ts'
import { finish, type Outcome } from '../outcome.ts'
import {
  connect,
  refusedBy,
  withLanguage,
  withService,
  type LanguageFlag,
  type ServiceFlags,
} from '../service/connection.ts'
import { askable, conflictOutcome, consent } from '../service/standing.ts'

interface DeleteFlags extends ServiceFlags, LanguageFlag {
  readonly note?: string
  readonly yes?: boolean
}

const days = retention.milliseconds / 86_400_000

const examples = `
Examples:
  jishi delete fusha-2020 --note "Withdrawn at the source's request"

Its pages, feeds and API answer 410 from then on. Its editions are kept for ${days} more days, within
which jishi rollback <timeline> <edition> brings it back; jishi publish does so at any time.
Exit codes: 0 taken down or gone already, 1 refused, 2 wrong use, 3 somebody published meanwhile,
4 the service does not answer, 5 the token may not, 6 no such timeline.`

export function addDeleteCommand(program: Command): void {
  withLanguage(withService(program.command('delete')))
    .description('take a timeline down')
    .argument('<timeline>', 'its id')
    .option('--note <words>', 'why, for the edition log; at most 200 characters')
    .option('-y, --yes', 'do not ask')
    .addHelpText('after', examples)
    .action(async (timeline: string, flags: DeleteFlags) =>
      finish(await takeDown(timeline, flags), flags.json === true),
    )
}

async function takeDown(timeline: string, flags: DeleteFlags): Promise<Outcome> {
  const unasked = askable(flags)
  if (unasked !== null) return unasked
  const connection = connect(flags)
  if (!connection.ok) return connection.failure
  const { client, origin } = connection.value
  const current = await client.edition(timeline)
  if (!current.ok && current.failure.type === 'timeline-gone') return gone(timeline, null)
  if (!current.ok) return refusedBy(current.failure, 'not taken down')
  if (current.value === null) {
    const title = `there is no timeline ${timeline} on ${origin}`
    return { ending: 'absent', text: `error: ${title}`, json: { title } }
  }
  const { number } = current.value
  const refusal = await consent(flags, `Take ${timeline} (edition ${number}) down from ${origin}?`)
  if (refusal !== null) return refusal
  const { note } = flags
  const removed = await client.takeDown({
    timeline,
    base: number,
    ...(note === undefined ? {} : { note }),
  })
  if (removed.ok) return gone(timeline, number)
  if (removed.failure.status !== 412) return refusedBy(removed.failure, 'not taken down')
  return conflictOutcome({
    client,
    timeline,
    base: { number, document: null },
    current: removed.failure.current?.number ?? null,
    lang: flags.lang,
    what: 'not taken down',
    goOn: [`How to go on: jishi delete ${timeline}   asks again`],
  })
}

function gone(timeline: string, last: number | null): Outcome {
  return {
    ending: 'done',
    text:
      last === null
        ? `${timeline} was taken down already.`
        : `${timeline} is taken down. Within ${days} days this brings it back: jishi rollback ${timeline} ${last}`,
    json: { timeline, outcome: last === null ? 'unchanged' : 'removed', last },
  }
}
