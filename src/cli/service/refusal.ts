// What a command prints if the service refuses, and how to continue.
import type { CommandResult, Ending } from '../outcome.ts'
import { visible } from '../terminal.ts'
import type { ServiceFailure } from './http-call.ts'

/** `503 The store does not answer: …` */
export const describe = ({ status, title, detail }: ServiceFailure): string =>
  `${status === 0 ? '' : `${status} `}${visible(title)}${detail === null ? '' : `: ${visible(detail)}`}`

/** One line per fault, with its place in the document or the request. */
export const faultLines = ({ faults }: ServiceFailure): string[] => [
  ...faults
    .slice(0, mostShown)
    .map(({ at, detail }) => `  ${at === '' ? '(all of it)' : visible(at)}  ${visible(detail)}`),
  ...(faults.length > mostShown ? [`  … and ${faults.length - mostShown} more`] : []),
]

/** Faults in a message for people; jishi check tells all. */
const mostShown = 20

/** The result of a refused command; `what` is the consequence, such as `not published`. */
export function refusedBy(failure: ServiceFailure, what: string): CommandResult {
  const { status, title, detail, faults } = failure
  const hint = hintOf(failure)
  return {
    ending: endingOf(status),
    text: [
      `error: ${what}: ${describe(failure)}`,
      ...faultLines(failure),
      ...(hint === null ? [] : [hint]),
    ].join('\n'),
    json: {
      title: `${what}: ${title}`,
      status,
      detail,
      faults,
      ...(hint === null ? {} : { hint }),
    },
  }
}

function endingOf(status: number): Ending {
  if (status === 0 || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'absent'
  return status === 409 || status === 412 ? 'conflict' : 'refused'
}

const later =
  'Nothing is lost: run the same command again later, or wait longer with --wait <seconds>.'

const hints: Readonly<Record<number, string>> = {
  0: 'Is it running? Start it with npm start, or name another with --to <url> or JISHI_URL.',
  401: 'Set PUBLISH_TOKEN to a token that the service knows and that has not expired (jishi token makes one). The token of a clone goes only to the service that npm start runs in it.',
  403: 'The token is good, but not for this timeline: see its "timelines" in the secret PUBLISH_TOKENS.',
  404: 'See what there is: jishi editions <timeline> lists the editions that are kept.',
  410: 'Only the editions that jishi editions <timeline> lists are kept.',
  429: later,
  503: later,
}

const hintOf = ({ status, type }: ServiceFailure): string | null =>
  type === 'timeline-gone'
    ? 'It was taken down. Publishing it, or rolling back to a kept edition, brings it back.'
    : (hints[status] ?? null)
