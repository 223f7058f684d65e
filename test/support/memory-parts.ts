// Segments in memory: what a builder writes, and where a reader finds it; counts what is read.
import type { SegmentOutput } from '../../src/edition/segment/builder.ts'
import type { PartSource } from '../../src/edition/segment/parts.ts'
import { memoryScratch } from '../../src/edition/segment/posting-runs.ts'

type Bytes = Uint8Array<ArrayBuffer>

export interface MemoryParts extends SegmentOutput {
  readonly parts: Map<string, string | Bytes>
  readonly source: PartSource
  /** Operations, keys and bytes since the last call. */
  taken(): { readonly operations: number; readonly keys: number; readonly bytes: number }
}

const sizeOf = (part: string | Bytes): number => Buffer.byteLength(part)

export function memoryParts(): MemoryParts {
  const parts = new Map<string, string | Bytes>()
  let [operations, keys, bytes] = [0, 0, 0]
  const read = (name: string): string | Bytes | null => {
    const part = parts.get(name) ?? null
    keys++
    bytes += part === null ? 0 : sizeOf(part)
    return part
  }
  return {
    parts,
    async write(name, part) {
      if (parts.has(name)) throw new Error(`${name} is written twice`)
      parts.set(name, part)
    },
    scratch: memoryScratch(),
    source: {
      async bytes(names) {
        operations += names.length
        return names.map(read) as (Bytes | null)[]
      },
      async texts(names) {
        operations += Math.ceil(names.length / 100)
        return names.map(read) as (string | null)[]
      },
    },
    taken() {
      const taken = { operations, keys, bytes }
      ;[operations, keys, bytes] = [0, 0, 0]
      return taken
    },
  }
}
