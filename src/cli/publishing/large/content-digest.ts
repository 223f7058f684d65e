// The digest of a document of any size: that of `documentDigest`, from one event after the other.
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../edition/digest.ts'

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
