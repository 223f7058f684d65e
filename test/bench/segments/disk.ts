// A segment on disk: one file of all parts, and what reading it costs. The time that the store itself
// takes is measured apart, since Workers KV spends it elsewhere.
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { diskScratch } from '../../../src/cli/publishing/large/disk-parts.ts'
import type { SegmentOutput } from '../../../src/edition/segment/builder.ts'
import type { PartSource } from '../../../src/edition/segment/parts.ts'

type Bytes = Uint8Array<ArrayBuffer>
type Place = readonly [offset: number, length: number]

/** Bytes and number of parts by kind. */
export type Sizes = Record<string, { parts: number; bytes: number }>

export function diskOutput(folder: string): SegmentOutput & { finish(): Sizes } {
  const file = openSync(join(folder, 'parts'), 'w')
  const scratch = diskScratch(folder)
  const places = new Map<string, Place>()
  const sizes: Sizes = {}
  let offset = 0
  return {
    scratch,
    async write(name, part) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      writeSync(file, bytes)
      places.set(name, [offset, bytes.length])
      offset += bytes.length
      const kind = /[a-z](?=\d+$)/.exec(name)?.[0] ?? ''
      const size = sizes[kind] ?? { parts: 0, bytes: 0 }
      sizes[kind] = size
      size.parts++
      size.bytes += bytes.length
    },
    finish() {
      closeSync(file)
      scratch.remove()
      writeFileSync(join(folder, 'places.json'), JSON.stringify([...places]))
      return sizes
    },
  }
}

/** The names of all parts of a segment on disk. */
export const partsIn = (folder: string): readonly string[] => [...placesIn(folder).keys()]

/** Reads a part of a segment on disk; null if there is none. */
export function diskReader(folder: string): (name: string) => Bytes | null {
  const file = openSync(join(folder, 'parts'), 'r')
  const places = placesIn(folder)
  return (name) => {
    const place = places.get(name)
    if (place === undefined) return null
    const [offset, length] = place
    const part = new Uint8Array(length)
    readSync(file, part, 0, length, offset)
    return part
  }
}

const placesIn = (folder: string): ReadonlyMap<string, Place> =>
  new Map(
    JSON.parse(readFileSync(join(folder, 'places.json'), 'utf8')) as (readonly [string, Place])[],
  )

export interface Read {
  readonly operations: number
  readonly keys: number
  readonly bytes: number
  /** CPU milliseconds of the store. */
  readonly cpu: number
}

export interface DiskSource extends PartSource {
  /** What was read since the last call. */
  taken(): Read
}

export const cpuNow = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export function diskSource(folder: string): DiskSource {
  const readPart = diskReader(folder)
  let [operations, keys, bytes, cpu] = [0, 0, 0, 0]
  const read = (name: string): Bytes | null => {
    const before = cpuNow()
    const part = readPart(name)
    keys++
    bytes += part?.length ?? 0
    cpu += cpuNow() - before
    return part
  }
  const decoder = new TextDecoder()
  return {
    async bytes(names) {
      operations += names.length
      return names.map(read)
    },
    async texts(names) {
      operations += Math.ceil(names.length / 100)
      // Decoding belongs to the reader: KV hands over bytes.
      return names.map((name) => {
        const part = read(name)
        return part && decoder.decode(part)
      })
    },
    taken() {
      const taken = { operations, keys, bytes, cpu }
      ;[operations, keys, bytes, cpu] = [0, 0, 0, 0]
      return taken
    },
  }
}
