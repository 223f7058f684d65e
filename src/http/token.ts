// Tokens of publishers: only their SHA-256 is stored, and compared in constant time (CWE-208).
import { instantToMilliseconds } from '../domain/date/instant.ts'
import { failed, ok, type Result } from '../domain/result.ts'

/** The b64token of RFC 6750, 2.1, up to a maximum length. */
export const isBearerToken = (text: string): boolean => /^[\w.~+/-]{1,200}={0,2}$/.test(text)

/** A token that may publish; which settings make one: src/host/settings.ts. */
export interface Token {
  /** Shown in the edition log. */
  readonly name: string
  /** SHA-256 of the token, 64 hexadecimal digits in lower case. */
  readonly sha256: string
  /** Timelines that it may publish; `*` means any. */
  readonly timelines: readonly string[]
  /** Instant from which on it is refused, RFC 3339 with an offset. */
  readonly expires?: string
}

/** The part of the service that checking a token needs. */
export interface TokenCheck {
  readonly tokens: readonly Token[]
  /** Compares in constant time. */
  readonly equal: (a: Uint8Array, b: Uint8Array) => boolean
  readonly now: () => number
}

/** RFC 6750, 2.1: the token of `Authorization: Bearer …`. */
export async function authenticate(
  header: string | null,
  { tokens, equal, now }: TokenCheck,
): Promise<Result<Token, 'missing' | 'wrong'>> {
  const given = /^bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (given === undefined || !isBearerToken(given))
    return failed(header === null ? 'missing' : 'wrong')
  const hash = new Uint8Array(
    await crypto.subtle.digest('SHA-256', new TextEncoder().encode(given)),
  )
  let found: Token | undefined
  // Compare with every token, so that timing does not reveal which one is close.
  for (const token of tokens) if (equal(hash, bytesOf(token.sha256))) found = token
  if (found === undefined) return failed('wrong')
  return isGood(found, now()) ? ok(found) : failed('wrong')
}

/** Fails closed: an end that cannot be read has passed. */
export const isGood = ({ expires }: Token, now: number): boolean =>
  expires === undefined || now < instantToMilliseconds(expires)

export const mayPublish = (token: Token, timeline: string): boolean =>
  token.timelines.some((scope) => scope === '*' || scope === timeline)

const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  )
