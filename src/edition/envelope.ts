// Every stored value carries its own key and checksum, so that a flipped, truncated or swapped value
// is noticed and never served. One line of JSON, then the content.
import { failed, ok, type Result } from '../domain/result.ts'
import { sha256 } from './digest.ts'

export type Damage = 'no-envelope' | 'other-key' | 'checksum-differs' | 'not-json'

/** The text to store under `key`. */
export async function wrap(key: string, content: unknown): Promise<string> {
  const text = JSON.stringify(content)
  return `${JSON.stringify({ key, sha256: await sha256(text) })}\n${text}`
}

/** The content of a value that was stored under `key`, or what is wrong with it. */
export async function unwrap(key: string, stored: string): Promise<Result<unknown, Damage>> {
  const end = stored.indexOf('\n')
  const label = end < 0 ? undefined : parse(stored.slice(0, end))
  if (!isLabel(label)) return failed('no-envelope')
  if (label.key !== key) return failed('other-key')
  const text = stored.slice(end + 1)
  if ((await sha256(text)) !== label.sha256) return failed('checksum-differs')
  const content = parse(text)
  return content === undefined ? failed('not-json') : ok(content)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isLabel = (value: unknown): value is { key: string; sha256: string } =>
  typeof value === 'object' && value !== null && 'key' in value && 'sha256' in value
