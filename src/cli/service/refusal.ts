// What a command prints if the service refuses, and how to continue.
import type { CommandResult, Ending } from '../outcome.ts'
import { visible } from '../terminal/console.ts'
import { verdictOf, type ServiceFailure } from './http-call.ts'
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

function hintOf({ status, type, isForeign }: ServiceFailure): string | null {
  const { hints } = say().service
  if (type === 'timeline-gone') return hints.gone
  // 429 and 503 say the same of whoever gives them: later.
  if (isForeign === true && status !== 429 && status !== 503) return hints.foreign
  const byStatus = new Map([
    [0, hints.running],
    [401, hints.token],
    [403, hints.right],
    [404, hints.kept],
    [410, hints.listed],
    [429, hints.later],
    [503, hints.later],
  ])
  return byStatus.get(status) ?? null
}
