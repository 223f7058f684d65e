// Workers KV in memory, and a wrapper that injects faults into it, read by read.
import type { KeyValue } from '../../src/store/key-value.ts'
import type { PartValues } from '../../src/store/read/part-source.ts'

export interface Stored {
  readonly value: string
  readonly metadata: unknown
}

export interface MemoryKv extends KeyValue, PartValues {
  readonly stored: Map<string, Stored>
  /** Values of bytes: the parts of segments. */
  readonly bytes: Map<string, Uint8Array<ArrayBuffer>>
  /** Number of reads so far. */
  reads: number
}

export function createMemoryKv(): MemoryKv {
  const stored = new Map<string, Stored>()
  const bytes = new Map<string, Uint8Array<ArrayBuffer>>()
  const get = async (asked: string | string[]): Promise<unknown> =>
    typeof asked === 'string'
      ? (bytes.get(asked)?.buffer ?? null)
      : new Map(asked.map((key) => [key, stored.get(key)?.value ?? null]))
  return {
    stored,
    bytes,
    get: get as PartValues['get'],
    reads: 0,
    async getWithMetadata(key) {
      this.reads++
      const found = stored.get(key)
      return found === undefined
        ? { value: null, metadata: null }
        : { value: streamOf(found.value), metadata: found.metadata }
    },
    async put(key, value, options) {
      if (typeof value === 'string') stored.set(key, { value, metadata: options?.metadata ?? null })
      else bytes.set(key, value)
    },
    async delete(key) {
      stored.delete(key)
      bytes.delete(key)
    },
  }
}

export const faults = [
  'none',
  'throws',
  'hangs',
  'missing',
  'flipped',
  'truncated',
  'swapped',
] as const
export type Fault = (typeof faults)[number]

/** A store in which `next` chooses the fault of each read by its key, and `random` the place. */
export function faulty(
  kv: MemoryKv,
  next: (key: string) => Fault,
  random: () => number = () => 0.5,
): KeyValue {
  return {
    put: (key, value, options) => kv.put(key, value, options),
    delete: (key) => kv.delete(key),
    async getWithMetadata(key, options) {
      const found = await kv.getWithMetadata(key, options)
      const text = kv.stored.get(key)?.value
      const fault = next(key)
      if (fault === 'throws') throw new Error('injected')
      if (fault === 'hangs') return new Promise<never>(() => undefined)
      if (fault === 'none' || text === undefined) return found
      if (fault === 'missing') return { value: null, metadata: null }
      // A damaged value has other metadata; otherwise the store would not read it.
      return { value: streamOf(damage(text, fault, random, kv)), metadata: null }
    },
  }
}

function damage(text: string, fault: Fault, random: () => number, kv: MemoryKv): string {
  const at = Math.floor(random() * text.length)
  if (fault === 'truncated') return text.slice(0, at)
  if (fault === 'swapped') {
    const others = [...kv.stored.values()]
      .map(({ value }) => value)
      .filter((value) => value !== text)
    return others[Math.floor(random() * others.length)] ?? ''
  }
  const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << Math.floor(random() * 7)))
  return text.slice(0, at) + flipped + text.slice(at + 1)
}

const streamOf = (text: string): ReadableStream => new Response(text).body ?? new ReadableStream()
