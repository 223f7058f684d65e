// The part of Workers KV that the store uses, with a timeout on every read. Any backend with these
// three calls will do: a wrapper that injects faults, or a directory behind plain workerd.

import { withTimeout } from './timeout.ts'

export interface KeyValue {
  getWithMetadata(
    key: string,
    options: { type: 'stream'; cacheTtl?: number },
  ): Promise<{ value: ReadableStream | null; metadata: unknown }>
  put(
    key: string,
    value: string | Uint8Array<ArrayBuffer>,
    options?: { metadata?: unknown },
  ): Promise<void>
  delete(key: string): Promise<void>
}

/** Timeout of one try of a read, in milliseconds, and the number of tries. */
export const readTimeout = { milliseconds: 600, tries: 2 }

/** Timeout of one write, in milliseconds: it then counts as failed, but may still land. */
export const writeTimeout = 10_000

/** @example a `put` that never settles → rejects after 10 seconds */
export const withWriteTimeouts = (
  kv: Pick<KeyValue, 'put' | 'delete'>,
): Pick<KeyValue, 'put' | 'delete'> => ({
  put: (...written) => withTimeout(kv.put(...written), writeTimeout),
  delete: (key) => withTimeout(kv.delete(key), writeTimeout),
})

/** Seconds for which a location caches a mutable value: the minimum that KV allows. */
export const mutableTtl = 30

export interface Found {
  readonly text: string
  readonly metadata: unknown
}

/**
 * The value under a key, or null. `skip` receives the metadata first: if it returns true, the value
 * is not transferred and the result is `unchanged`. Throws if every try failed.
 * @example getText(kv, 'timelines') → { text: '{"key":"timelines",…', metadata: null }
 */
export async function getText(
  kv: KeyValue,
  key: string,
  options: { cacheTtl?: number; skip?: (metadata: unknown) => boolean } = {},
): Promise<Found | 'unchanged' | null> {
  const { skip, ...ttl } = options
  const once = async () => {
    const { value, metadata } = await kv.getWithMetadata(key, { type: 'stream', ...ttl })
    if (value === null) return null
    if (skip?.(metadata) === true) {
      await value.cancel()
      return 'unchanged'
    }
    return { text: await new Response(value).text(), metadata }
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await withTimeout(once(), readTimeout.milliseconds)
    } catch (error) {
      if (attempt === readTimeout.tries) throw error
    }
  }
}
