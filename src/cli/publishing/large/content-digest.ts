// Digests of what a document of any size holds: of the whole, from one event after the other as
// `documentDigest` has it, and of each event.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../edition/digest.ts'

/**
 * The first 16 bytes of the SHA-256 of a value, to tell whether two are the same: millions are in memory, and
 * a slice of a longer text would keep all of that.
 */
export const shortHashOf = (value: unknown): string =>
  createHash('sha256').update(canonicalJson(value)).digest().toString('latin1', 0, 16)

/** @example digestOfEvents({ id: 'town', events: [] }) → add(event) …, then end() gives the digest of all */
export function digestOfEvents(frame: object) {
  const { $schema: _, ...content } = frame as { $schema?: unknown }
  const text = canonicalJson({ ...content, events: [] })
  const mark = '"events":['
  const split = text.indexOf(`${mark}]`) + mark.length
  const hash = createHash('sha256').update(text.slice(0, split))
  let isFirst = true
  return {
    add(event: unknown): void {
      if (!isFirst) hash.update(',')
      isFirst = false
      hash.update(canonicalJson(event))
    },
    end: (): string => hash.update(text.slice(split)).digest('hex'),
  }
}
