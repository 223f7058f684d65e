// A store whose reads fail now and then, to see that nobody notices. Off unless it is asked for.
import type { KeyValue } from './key-value.ts'

/** The share of reads that a setting such as `0.05` lets fail; 0 for none. Throws on anything else. */
export function chaosRate(setting: string | undefined): number {
  const rate = Number(setting ?? '0')
  if (rate >= 0 && rate <= 1) return rate
  throw new Error('CHAOS_KV must be a number from 0 to 1')
}

/** `random` gives numbers from 0 up to 1. */
export function withChaos(kv: KeyValue, rate: number, random: () => number): KeyValue {
  if (rate === 0) return kv
  return {
    put: (key, value, options) => kv.put(key, value, options),
    delete: (key) => kv.delete(key),
    getWithMetadata: (key, options) =>
      random() < rate ? Promise.reject(new Error('CHAOS_KV')) : kv.getWithMetadata(key, options),
  }
}
