// Fault injection: a store whose reads fail at random, to prove that readers do not notice. Off by
// default.
import type { KeyValue } from './key-value.ts'
import type { PartValues } from './read/part-source.ts'

/** `rate` is the fraction of reads that fail, from 0 to 1; `random` returns numbers from 0 (inclusive) to 1 (exclusive). */
export function withChaos(kv: KeyValue, rate: number, random: () => number): KeyValue {
  if (rate === 0) return kv
  return {
    put: (key, value, options) => kv.put(key, value, options),
    delete: (key) => kv.delete(key),
    getWithMetadata: (key, options) =>
      random() < rate ? Promise.reject(new Error('CHAOS_KV')) : kv.getWithMetadata(key, options),
  }
}

/** The same for the parts of segments. */
export function partsWithChaos(kv: PartValues, rate: number, random: () => number): PartValues {
  if (rate === 0) return kv
  const get = (keys: never, options: never): Promise<never> =>
    random() < rate
      ? Promise.reject(new Error('CHAOS_KV'))
      : (kv.get(keys, options) as Promise<never>)
  return { get }
}
