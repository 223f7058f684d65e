// What a command prints if the service refuses, and how to continue.
import type { CommandResult, Ending } from '../outcome.ts'
import { visible } from '../terminal/console.ts'
import { verdictOf, type ServiceFailure } from './http-call.ts'
import { commandLine } from '../terminal/command-line.ts'
import { say } from '../terminal/speech.ts'

/** `503 The store does not answer: …` */
export const describe = ({ status, title, detail }: ServiceFailure): string =>
  told(`${status === 0 ? '' : `${status} `}${visible(title)}`, detail)

const told = (title: string, detail: string | null): string =>
  detail === null ? title : say().because(title, visible(detail))

/** One line per fault, with its place in the document or the request. */
export const faultLines = ({ faults }: ServiceFailure): string[] => [
  ...faults
    .slice(0, mostShown)
    .map(
      ({ at, detail }) => `  ${at === '' ? say().service.whole : visible(at)}  ${visible(detail)}`,
    ),
  ...(faults.length > mostShown ? [`  ${say().service.more(faults.length - mostShown)}`] : []),
]

/** Faults in a message for people; jishi check tells all. */
const mostShown = 20

/** The result of a refused command; `what` is the consequence, such as `not published`. */
export function refusedBy(failure: ServiceFailure, what: string): CommandResult {
  const { status, title, detail, faults } = failure
  const hint = hintOf(failure)
  return {
    ending: endingOf(failure),
    text: [
      say().error(say().because(what, describe(failure))),
      ...faultLines(failure),
      ...(hint === null ? [] : [hint]),
    ].join('\n'),
    json: {
      title: say().because(what, title),
      status,
      detail,
      faults,
      ...(hint === null ? {} : { hint }),
    },
  }
}

function endingOf(failure: ServiceFailure): Ending {
  const status = verdictOf(failure)
  if (status === null || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'absent'
  return status === 409 || status === 412 ? 'conflict' : 'refused'
}

/** How to go on; commands in it run as they stand, placeholders aside. */
function hintOf(failure: ServiceFailure): string | null {
  const { status, type, isForeign, asked } = failure
  const { hints } = say().service
  const command = (...words: readonly string[]) => commandLine(...words, ...(asked?.named ?? []))
  // 429 and 503 say the same of whoever gives them: later.
  if (isForeign === true && status !== 429 && status !== 503)
    return hints.foreign(command('doctor'))
  if (status === 404 || type === 'timeline-gone') return absenceHint(failure, command)
  const byStatus = new Map([
    [0, hints.running],
    [401, hints.token(commandLine('token', '<name>'))],
    [403, hints.right],
    [429, hints.later],
    [503, hints.later],
  ])
  return byStatus.get(status) ?? null
}

/** What there is in place of a timeline or an edition that is not there. */
function absenceHint(
  { rule, type, asked, isDown }: ServiceFailure,
  command: (...words: readonly string[]) => string,
): string | null {
  const { hints } = say().service
  const timeline = asked?.timeline ?? '<timeline>'
  switch (rule) {
    case 'no-such-edition':
      // Of a timeline that is down no editions are listed.
      return isDown === true
        ? hints.earlier(command('rollback', timeline, '<edition>'))
        : hints.kept(command('editions', timeline))
    case 'no-such-timeline':
      return asked === undefined ? null : hints.timelines(`${asked.origin}/v1/timelines`)
    case 'edition-taken':
      return hints.taken(command('rollback', timeline, '<edition>'))
    case 'nothing-to-restore':
      return hints.earlier(command('rollback', timeline, '<edition>'))
    default:
      return type === 'timeline-gone' ? hints.gone : null
  }
}
