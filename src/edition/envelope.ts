// Every stored value includes its own key, its form and a checksum, so that a corrupt, truncated or
// swapped value is detected and never served. One line of JSON, then the content.
import { failed, ok, type Result } from '../domain/result.ts'
import { sha256 } from './digest.ts'
import { isReadableForm, storedForm } from './stored-form.ts'

export type Damage = 'no-envelope' | 'other-key' | 'unknown-form' | 'checksum-differs' | 'not-json'

/** The stored content and its form (stored-form.ts). */
export interface Unwrapped {
  readonly content: unknown
  readonly form: number
}

/**
 * The text to store under `key`.
 * @example wrap('timelines', {}) → {"key":"timelines","form":1,"sha256":"2abb…"}, a line feed, {}
 */
export async function wrap(key: string, content: unknown): Promise<string> {
  const text = JSON.stringify(content)
  const label = { key, form: storedForm, sha256: await checksum(text, storedForm) }
  return `${JSON.stringify(label)}\n${text}`
}

/**
 * The content of a value that was stored under `key`, or the kind of damage.
 * @example a value wrapped for 'timelines', read under 'head/x' → failed('other-key')
 */
export async function unwrap(key: string, stored: string): Promise<Result<Unwrapped, Damage>> {
  const end = stored.indexOf('\n')
  const label = end < 0 ? undefined : parse(stored.slice(0, end))
  if (!isLabel(label)) return failed('no-envelope')
  if (label.key !== key) return failed('other-key')
  const { form = 0 } = label
  if (!isReadableForm(form)) return failed('unknown-form')
  const text = stored.slice(end + 1)
  if ((await checksum(text, form)) !== label.sha256) return failed('checksum-differs')
  const content = parse(text)
  return content === undefined ? failed('not-json') : ok({ content, form })
}

/** Includes the form: a value of one form must not be mistaken for one of another. */
const checksum = (text: string, form: number): Promise<string> =>
  sha256(form === 0 ? text : `${form}\n${text}`)

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isLabel = (value: unknown): value is { key: string; sha256: string; form?: unknown } =>
  typeof value === 'object' && value !== null && 'key' in value && 'sha256' in value
