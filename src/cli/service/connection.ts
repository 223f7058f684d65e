// Which service a command calls, and with which token.
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { bearerTokenForm, isBearerToken } from '../../http/token.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { defaultOrigin, given, type Environment, type ServiceFlags } from '../options.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { progress } from '../terminal.ts'
import { createServiceClient, type ServiceClient } from './http-client.ts'
import { describe } from './refusal.ts'

export interface Connection {
  readonly client: ServiceClient
  readonly origin: string
  readonly hasToken: boolean
}

/** `storeTries`: as in ServiceOptions. */
export function connect(
  flags: ServiceFlags,
  { storeTries, env = process.env }: { storeTries?: number; env?: Environment } = {},
): Result<Connection, CommandResult> {
  const origin = originOf(flags.to ?? given(env['JISHI_URL']) ?? defaultOrigin)
  if (!origin.ok) return failed(endedWith('usage', origin.failure))
  const token = tokenOf(env['PUBLISH_TOKEN'], origin.value, process.cwd())
  if (token !== null && !isBearerToken(token))
    return failed(endedWith('usage', `PUBLISH_TOKEN, or .jishi/token, must be ${bearerTokenForm}`))
  const client = createServiceClient({
    origin: origin.value,
    timeout: flags.wait * 1000,
    onPause: (failure, pause) =>
      progress(`${describe(failure)}; trying again in ${Math.ceil(pause / 1000)} s`),
    ...(token === null ? {} : { token }),
    ...(storeTries === undefined ? {} : { storeTries }),
  })
  return ok({ client, origin: origin.value, hasToken: token !== null })
}

export function originOf(address: string): Result<string, string> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return failed(`the service must be an http or https address, such as ${defaultOrigin}`)
  if (url.username !== '' || url.pathname !== '/' || url.search !== '')
    return failed('the address of the service has no user, path or query, only its origin')
  // A token must not be sent without TLS (RFC 6750, 5.3).
  if (url.protocol === 'http:' && !isLocal(url))
    return failed(`a service that is not on this machine is reached by https: https://${url.host}`)
  return ok(url.origin)
}

/** PUBLISH_TOKEN, else, for a service on this machine, the token that `npm start` keeps. */
export function tokenOf(
  ofEnvironment: string | undefined,
  origin: string,
  folder: string,
): string | null {
  const token = given(ofEnvironment?.trim())
  if (token !== undefined) return token
  return isLocal(new URL(origin)) ? keptToken(folder) : null
}

/** The token of the clone that contains the folder. */
function keptToken(folder: string): string | null {
  const file = join(folder, '.jishi/token')
  if (existsSync(file)) return given(readFileSync(file, 'utf8').trim()) ?? null
  return dirname(folder) === folder ? null : keptToken(dirname(folder))
}

const isLocal = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
