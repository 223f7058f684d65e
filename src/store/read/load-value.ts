// Reads and verifies one value from KV, or gives the reason for a failure. Never throws.
import { unwrap, type Unwrapped } from '../../edition/envelope.ts'
import { getText, mutableTtl, type KeyValue } from '../key-value.ts'
import type { Loaded } from './shelf.ts'

export interface Reading {
  readonly kv: KeyValue
  /** Called for every fault. */
  readonly report: (event: { readonly key: string; readonly fault: string }) => void
}

/**
 * Reads the value under `key`. If the edition in its metadata is `atHand`, the value is not
 * transferred and the result is `keep`.
 * @example no value under the key → { kind: 'failure', failure: 'not-found' }
 */
export async function loadValue(
  { kv, report }: Reading,
  key: string,
  atHand?: number,
): Promise<Loaded<Unwrapped>> {
  try {
    const skip = (metadata: unknown): boolean =>
      atHand !== undefined && editionOf(metadata) === atHand
    const found = await getText(kv, key, { cacheTtl: mutableTtl, skip })
    if (found === 'unchanged') return { kind: 'keep' }
    if (found === null) return { kind: 'failure', failure: 'not-found' }
    const content = await unwrap(key, found.text)
    if (content.ok) return { kind: 'value', value: content.value, size: found.text.length }
    report({ key, fault: content.failure })
  } catch (error) {
    report({ key, fault: error instanceof Error ? error.message : 'unknown' })
  }
  return { kind: 'failure', failure: 'unavailable' }
}

const editionOf = (metadata: unknown): unknown =>
  typeof metadata === 'object' && metadata !== null && 'edition' in metadata
    ? metadata.edition
    : undefined
