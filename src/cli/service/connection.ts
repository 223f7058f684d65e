// Which service a command speaks to, with which token, and what it says when the service refuses.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { bearerTokenForm, isBearerToken } from '../../http/token.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { isUiLanguage, uiLanguages, type UiLanguage } from '../../domain/text/ui-language.ts'
import type { ServiceFailure } from './http-call.ts'
import { createServiceClient, type ServiceClient } from './http-client.ts'
import { usageProblem, type Ending, type Outcome } from '../outcome.ts'
import { progress, visible } from '../terminal.ts'

/** Options of every command that speaks to the service. */
export interface ServiceFlags {
  readonly to?: string
  /** Seconds. */
  readonly wait: number
  readonly json?: boolean
}

export interface LanguageFlag {
  readonly lang: UiLanguage
}

export interface Connection {
  readonly client: ServiceClient
  readonly origin: string
  readonly hasToken: boolean
}

type Environment = Readonly<Record<string, string | undefined>>

const defaultOrigin = 'http://localhost:8787'

export const withService = (command: Command): Command =>
  command
    .option('--to <url>', `the service; otherwise JISHI_URL, otherwise ${defaultOrigin}`)
    .option(
      '--wait <seconds>',
      'how long to try again while the service is overloaded or silent',
      wholeNumber,
      60,
    )
    .option('--json', 'print the result as JSON')

export const withLanguage = (command: Command): Command =>
  command.addOption(
    new Option('--lang <language>', 'the language of differences and texts')
      .choices(uiLanguages)
      .default(languageOf(process.env), 'that of LC_ALL or LANG, else en'),
  )

/** For arguments that count: editions, seconds, ports. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

export function languageOf({ LC_ALL, LC_MESSAGES, LANG }: Environment): UiLanguage {
  const [language = '', place = ''] = (given(LC_ALL) ?? given(LC_MESSAGES) ?? LANG ?? '').split(
    /[_.@]/,
  )
  if (language !== 'zh') return isUiLanguage(language) ? language : 'en'
  return ['TW', 'HK', 'MO'].includes(place) ? 'zh-Hant' : 'zh-Hans'
}

export function connect(
  flags: ServiceFlags,
  env: Environment = process.env,
): Result<Connection, Outcome> {
  const origin = originOf(flags.to ?? given(env['JISHI_URL']) ?? defaultOrigin)
  if (!origin.ok) return failed(usageProblem(origin.failure))
  const token = tokenOf(env['PUBLISH_TOKEN'], origin.value, process.cwd())
  if (token !== null && !isBearerToken(token))
    return failed(usageProblem(`PUBLISH_TOKEN, or .jishi/token, must be ${bearerTokenForm}`))
  const client = createServiceClient({
    origin: origin.value,
    patience: flags.wait * 1000,
    onPause: (failure, pause) =>
      progress(`${describe(failure)}; trying again in ${Math.ceil(pause / 1000)} s`),
    ...(token === null ? {} : { token }),
  })
  return ok({ client, origin: origin.value, hasToken: token !== null })
}

export function originOf(address: string): Result<string, string> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return failed(`the service must be an http or https address, such as ${defaultOrigin}`)
  if (url.username !== '' || url.pathname !== '/' || url.search !== '')
    return failed('the address of the service has no user, path or query, only its origin')
  // A token sent in the clear is anybody's (RFC 6750, 5.3).
  if (url.protocol === 'http:' && !isLocal(url))
    return failed(`a service that is not on this machine is reached by https: https://${url.host}`)
  return ok(url.origin)
}

/** PUBLISH_TOKEN, else for a service on this machine the one that `npm start` keeps in its clone. */
export function tokenOf(
  ofEnvironment: string | undefined,
  origin: string,
  folder: string,
): string | null {
  const token = given(ofEnvironment?.trim())
  if (token !== undefined) return token
  return isLocal(new URL(origin)) ? keptToken(folder) : null
}

/** The token of the clone that the folder lies in. */
function keptToken(folder: string): string | null {
  const file = join(folder, '.jishi/token')
  if (existsSync(file)) return given(readFileSync(file, 'utf8').trim()) ?? null
  return dirname(folder) === folder ? null : keptToken(dirname(folder))
}

/** An empty variable is an unset one. */
const given = (text: string | undefined): string | undefined => (text === '' ? undefined : text)

const isLocal = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')

/** `503 The store does not answer: …` */
export const describe = ({ status, title, detail }: ServiceFailure): string =>
  `${status === 0 ? '' : `${status} `}${visible(title)}${detail === null ? '' : `: ${visible(detail)}`}`

/** How a command ends that the service refused; `what` did not happen, such as `not published`. */
export function refusedBy(failure: ServiceFailure, what: string): Outcome {
  const { status, title, detail, faults } = failure
  const mend = mendOf(failure)
  return {
    ending: endingOf(failure),
    text: [
      `error: ${what}: ${describe(failure)}`,
      ...faults.map(
        ({ at, detail }) => `  ${at === '' ? '(all of it)' : visible(at)}  ${visible(detail)}`,
      ),
      ...(mend === null ? [] : [mend]),
    ].join('\n'),
    json: {
      title: `${what}: ${title}`,
      status,
      detail,
      faults,
      ...(mend === null ? {} : { mend }),
    },
  }
}

function endingOf({ status }: ServiceFailure): Ending {
  if (status === 0 || status === 429 || status >= 500) return 'unavailable'
  if (status === 401 || status === 403) return 'forbidden'
  if (status === 404 || status === 410) return 'absent'
  return status === 409 || status === 412 ? 'conflict' : 'refused'
}

function mendOf({ status, type }: ServiceFailure): string | null {
  if (type === 'timeline-gone')
    return 'It was taken down. Publishing it, or rolling back to a kept edition, brings it back.'
  switch (status) {
    case 0:
      return 'Is it running? Start it with npm start, or name another with --to <url> or JISHI_URL.'
    case 401:
      return 'Set PUBLISH_TOKEN to a token that the service knows and that has not expired (jishi token makes one).'
    case 403:
      return 'The token is good, but not for this timeline: see its "timelines" in the secret PUBLISH_TOKENS.'
    case 404:
      return 'See what there is: jishi editions <timeline> lists the editions that are kept.'
    case 410:
      return 'Only the editions that jishi editions <timeline> lists are kept.'
    case 429:
    case 503:
      return 'Nothing is lost: run the same command again later, or wait longer with --wait <seconds>.'
    default:
      return null
  }
}
