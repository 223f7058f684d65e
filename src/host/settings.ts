// The settings of a host, from its environment. A setting that cannot be read is named with its rule,
// never with its value, which may be a secret.
import * as v from 'valibot'
import { Identifier } from '../domain/document/identifier.ts'
import { isInstant } from '../domain/date/instant.ts'
import type { Token } from '../http/token.ts'

/** The variables and secrets that a host passes on, as texts. */
export interface HostVariables {
  readonly PUBLIC_URL?: string | undefined
  /** Secret: JSON array of { name, sha256, timelines, expires? }. */
  readonly PUBLISH_TOKENS?: string | undefined
  /** Minimum milliseconds between two editions of a timeline; 1000 by default. */
  readonly PUBLISH_INTERVAL?: string | undefined
  /** The fraction of reads that fail on purpose, such as 0.05; for testing only. */
  readonly CHAOS_KV?: string | undefined
}

export interface Settings {
  /** Origin of every absolute URL, without a trailing slash. */
  readonly publicUrl: string
  readonly tokens: readonly Token[]
  /** Milliseconds. */
  readonly publishInterval: number
  /** From 0 to 1. */
  readonly chaosRate: number
}

/** A setting that cannot be used, and why. */
export interface SettingFault {
  readonly setting: keyof HostVariables
  readonly detail: string
}

export interface SettingsRead {
  /** With a faulty setting at its default: no token, the default interval. */
  readonly settings: Settings
  readonly faults: readonly SettingFault[]
}

/**
 * Reads all settings and names every one that is faulty.
 * @example { PUBLIC_URL: 'a.example' } → { settings, faults: [{ setting: 'PUBLIC_URL', … }] }
 */
export function readSettings(environment: HostVariables): SettingsRead {
  const faults: SettingFault[] = []
  const read = <Value>(
    setting: keyof HostVariables,
    schema: v.GenericSchema<unknown, Value>,
    otherwise: Value,
  ): Value => {
    const text = environment[setting]
    const parsed = v.safeParse(schema, text?.trim() === '' ? undefined : text)
    if (parsed.success) return parsed.output
    for (const issue of parsed.issues) faults.push({ setting, detail: detailOf(issue) })
    return otherwise
  }
  const settings = {
    publicUrl: read('PUBLIC_URL', PublicUrl, ''),
    tokens: read('PUBLISH_TOKENS', v.optional(Tokens, '[]'), []),
    publishInterval: read('PUBLISH_INTERVAL', v.optional(Interval, '1000'), 1000),
    chaosRate: read('CHAOS_KV', v.optional(Rate, '0'), 0),
  }
  return { settings, faults }
}

/** The place in the setting, such as `[1].sha256`, then the rule: every schema here has its own. */
function detailOf(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).flatMap(({ key }) => {
    if (typeof key === 'number') return [`[${key}]`]
    return tokenFields.has(String(key)) ? [`.${String(key)}`] : []
  })
  return path.length === 0 ? issue.message : `${path.join('')} ${issue.message}`
}

const PublicUrl = v.pipe(
  v.string('must be set: the address under which people reach the service'),
  v.check(isOrigin, 'must be http:// or https:// and a host, without a path, query or user name'),
  v.transform((text) => new URL(text).origin),
)

function isOrigin(text: string): boolean {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return false
  const { pathname, search, hash, username, password } = new URL(text)
  return pathname === '/' && search + hash + username + password === ''
}

const entryRule = 'must be an object of name, sha256, timelines and, if wanted, expires'

const TokenEntry = v.strictObject(
  {
    name: v.pipe(
      v.string('must be a name of 1 to 100 characters'),
      v.minLength(1, 'must be a name of 1 to 100 characters'),
      v.maxLength(100, 'must be a name of 1 to 100 characters'),
    ),
    sha256: v.pipe(
      v.string('must be the SHA-256 of the token, 64 hexadecimal digits in lower case'),
      v.regex(
        /^[0-9a-f]{64}$/,
        'must be the SHA-256 of the token, 64 hexadecimal digits in lower case, not the token itself',
      ),
    ),
    timelines: v.array(
      v.union([v.literal('*'), Identifier], 'must be the id of a timeline, or *'),
      'must be a list of ids of timelines, or ["*"]',
    ),
    expires: v.exactOptional(
      v.pipe(
        v.string('must be an instant of RFC 3339'),
        v.check(isInstant, 'must be an instant of RFC 3339, such as 2027-06-30T00:00:00Z'),
      ),
    ),
  },
  entryRule,
)

/** Another field may be a secret in the wrong place. */
const tokenFields: ReadonlySet<string> = new Set(Object.keys(TokenEntry.entries))

const Tokens = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      return JSON.parse(dataset.value) as unknown
    } catch {
      addIssue({ message: 'must be JSON' })
      return NEVER
    }
  }),
  v.array(TokenEntry, 'must be an array of entries'),
  v.check(
    (entries) => new Set(entries.map(({ sha256 }) => sha256)).size === entries.length,
    'must not have one token twice, since the scope of one of them would be ignored',
  ),
  v.check(
    (entries) => new Set(entries.map(({ name }) => name)).size === entries.length,
    'must not have one name twice, since the edition log could not tell them apart',
  ),
)

const Interval = v.pipe(
  v.string(),
  v.regex(/^\d{1,9}$/, 'must be a whole number of milliseconds'),
  v.transform(Number),
)

const Rate = v.pipe(
  v.string(),
  v.check((text) => Number(text) >= 0 && Number(text) <= 1, 'must be a number from 0 to 1'),
  v.transform(Number),
)
