// The part of Workers KV that the store uses, with a timeout on every read. Any backend with these
// three calls will do: a wrapper that injects faults, or a directory behind plain workerd.

import { withTimeout } from './timeout.ts'

export interface KeyValue {
  getWithMetadata(
    key: string,
    options: { type: 'stream'; cacheTtl?: number },
  ): Promise<{ value: ReadableStream | null; metadata: unknown }>
  put(key: string, value: string, options?: { metadata?: unknown }): Promise<void>
  delete(key: string): Promise<void>
}

/** Milliseconds that one try of a read may take, and how many tries there are. */
export const readTimeout = { milliseconds: 600, tries: 2 }

/** Seconds for which a location keeps a mutable value: the smallest that KV allows. */
export const mutableTtl = 30

export interface Found {
  readonly text: string
  readonly metadata: unknown
}

/**
 * The value under a key, null where there is none. `skip` sees the metadata first: where it says
 * true the value is not transferred and `unchanged` is answered. Throws when every try failed.
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
