// `jishi doctor`: looks at a service from outside and says what is not as it should be.
import type { Command } from 'commander'
import { doctorMessages } from '../../messages/report.ts'
import { checkContent } from '../doctor/content.ts'
import type { Observation, LookState } from '../doctor/observation.ts'
import { checkAddress, checkSetup } from '../doctor/setup.ts'
import { createVisit } from '../doctor/visit.ts'
import { withLanguage, type LanguageFlag, type ServiceFlags } from '../options.ts'
import { endedWith, reporting, type CommandResult, type Ending } from '../outcome.ts'
import { connect, type Connection } from '../service/connection.ts'
import { paint, visible } from '../terminal/console.ts'
import { commandWords, say } from '../terminal/speech.ts'

type DoctorFlags = Pick<ServiceFlags, 'to' | 'json'> & LanguageFlag

export function addDoctorCommand(program: Command): void {
  const { help, options, arguments: args } = commandWords()
  withLanguage(program.command('doctor'))
    .description(help.doctor.about)
    .argument('[address]', args.address)
    .option('--to <url>', options.to)
    .option('--json', options.json)
    .addHelpText('after', help.doctor.more)
    .action(reporting(doctor))
}

async function doctor(
  address: string | undefined,
  { to, lang }: DoctorFlags,
): Promise<CommandResult> {
  const named = address ?? to
  if (address !== undefined && to !== undefined && address !== to)
    return endedWith('usage', say().service.twoAddresses)
  const connection = connect({ wait: 0, ...(named === undefined ? {} : { to: named }) })
  if (!connection.ok) return connection.failure
  const { origin } = connection.value
  const findings = await examine(connection.value)
  const words = doctorMessages[lang]
  const count = (state: LookState): number =>
    findings.filter(({ state: its }) => its === state).length
  const summary = words.summary({
    failed: count('failed'),
    warnings: count('warning'),
    passed: count('passed'),
  })
  const lines = findings.map(
    ({ check, state, say: tell }) =>
      `${marks[state]} ${say().because(words.checks[check], visible(tell(words)))}`,
  )
  return {
    ending: endingOf(findings),
    text: [origin, ...lines, summary].join('\n'),
    json: {
      service: origin,
      checks: findings.map(({ check, state, reason, say }) => ({
        check,
        state,
        reason,
        detail: say(words),
      })),
    },
  }
}

async function examine(connection: Connection): Promise<readonly Observation[]> {
  const visit = createVisit(connection)
  const seen = await visit.look('/health')
  const { address, health } = checkAddress(seen)
  if (health === null) return [address]
  return [address, ...(await checkSetup(visit, seen, health)), ...(await checkContent(visit))]
}

function endingOf(findings: readonly Observation[]): Ending {
  if (findings.some(({ reason }) => reason === 'silent')) return 'unavailable'
  return findings.some(({ state }) => state === 'failed') ? 'refused' : 'done'
}

const marks: Readonly<Record<LookState, string>> = {
  passed: paint('green', '✓'),
  warning: paint('yellow', '!'),
  failed: paint('red', '✗'),
  skipped: paint('dim', '-'),
}
