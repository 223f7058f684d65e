// Which service a command calls, and with which token.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isBearerToken } from '../../http/token.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { cloneAround, type LocalClone } from '../dev/running.ts'
import type { ServiceFlags } from '../options.ts'
import { endedWith, type CommandResult } from '../outcome.ts'
import { commandLine } from '../terminal/command-line.ts'
import { progress } from '../terminal/console.ts'
import { createServiceClient, type ServiceClient } from './http-client.ts'
import { describe } from './refusal.ts'
import { type Environment, given, say } from '../terminal/speech.ts'

export interface Connection {
  readonly client: ServiceClient
  readonly origin: string
  /** The same for people, with the clone whose service it is. */
  readonly place: string
  /** A command that is proposed, as `commandLine` writes it, for this service: with `--to` where it was given. */
  readonly command: (...words: readonly string[]) => string
  readonly hasToken: boolean
  readonly token: string | null
}

/** `storeTries`: as in ServiceOptions. */
export function connect(
  flags: ServiceFlags,
  { storeTries, env = process.env }: { storeTries?: number; env?: Environment } = {},
): Result<Connection, CommandResult> {
  const clone = cloneAround(process.cwd())
  const named = flags.to ?? given(env['JISHI_URL'])
  const address = named === undefined ? ownService(clone) : ok(named)
  if (!address.ok) return address
  const origin = originOf(address.value)
  if (!origin.ok) return failed(endedWith('usage', origin.failure))
  const token = tokenOf(env['PUBLISH_TOKEN'], origin.value, clone)
  if (token !== null && !isBearerToken(token))
    return failed(endedWith('usage', say().service.token))
  const to = flags.to === undefined ? [] : ['--to', origin.value]
  const client = createServiceClient({
    origin: origin.value,
    named: to,
    timeout: flags.wait * 1000,
    onPause: (failure, pause) =>
      progress(say().service.again(describe(failure), Math.ceil(pause / 1000))),
    ...(token === null ? {} : { token }),
    ...(storeTries === undefined ? {} : { storeTries }),
  })
  const place = placeOf(origin.value, clone)
  const command: Connection['command'] = (...words) => commandLine(...words, ...to)
  return ok({ client, origin: origin.value, place, command, hasToken: token !== null, token })
}

export function originOf(address: string): Result<string, string> {
  const url = URL.canParse(address) ? new URL(address) : null
  if (url === null || !['http:', 'https:'].includes(url.protocol))
    return failed(say().service.notAnAddress)
  if (url.username !== '' || url.pathname !== '/' || url.search !== '')
    return failed(say().service.onlyOrigin)
  // A token must not be sent without TLS (RFC 6750, 5.3).
  if (url.protocol === 'http:' && !isLocal(url))
    return failed(say().service.notSecure(`https://${url.host}`))
  return ok(url.origin)
}

/** PUBLISH_TOKEN, else, for the service of this clone and no other, the token that `npm start` keeps. */
export function tokenOf(
  ofEnvironment: string | undefined,
  origin: string,
  clone: LocalClone | null,
): string | null {
  const token = given(ofEnvironment?.trim())
  if (token !== undefined) return token
  if (clone === null || !isServiceOf(clone, origin)) return null
  const file = join(clone.root, '.jishi/token')
  return existsSync(file) ? (given(readFileSync(file, 'utf8').trim()) ?? null) : null
}

/** The service that `npm start` runs in this clone, where a command names none. */
function ownService(clone: LocalClone | null): Result<string, CommandResult> {
  const { service: words } = say()
  const [port, ...others] = clone?.ports ?? []
  if (port === undefined) {
    const here = clone === null ? words.notRunning : words.notRunningIn(clone.root)
    return failed(endedWith('unavailable', words.startOrName(here)))
  }
  const [origin = '', ...rest] = [port, ...others].map(originAt)
  if (rest.length === 0) return ok(origin)
  const title = words.several(
    clone?.root ?? '',
    [origin, ...rest].map((one) => `--to ${one}`),
  )
  return failed(endedWith('usage', title))
}

const originAt = (port: number): string => `http://localhost:${port}`

function isServiceOf({ ports }: LocalClone, origin: string): boolean {
  const url = new URL(origin)
  return isLocal(url) && ports.includes(Number(url.port))
}

function placeOf(origin: string, clone: LocalClone | null): string {
  if (clone !== null && isServiceOf(clone, origin)) return say().place.own(origin, clone.root)
  return isLocal(new URL(origin)) ? say().place.foreign(origin) : origin
}

export const isLocal = ({ hostname }: URL): boolean =>
  ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
