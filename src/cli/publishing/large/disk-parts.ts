// The parts of a segment in one file, until they are uploaded, and the runs that its builder lays aside.
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { SegmentOutput } from '../../../edition/segment/builder.ts'
import type { Scratch } from '../../../edition/segment/posting-runs.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** Runs in files of their own: a length in four bytes before each block. */
export function diskScratch(folder: string): Scratch & { remove(): void } {
  const files = new Map<number, number>()
  const pathOf = (run: number): string => join(folder, `run-${run}`)
  return {
    async write(run, block) {
      const file = files.get(run) ?? openSync(pathOf(run), 'w')
      files.set(run, file)
      writeSync(file, Uint32Array.of(block.length))
      writeSync(file, block)
    },
    async *read(run) {
      const file = openSync(pathOf(run), 'r')
      const length = new Uint32Array(1)
      while (readSync(file, length) > 0) {
        const block = new Uint8Array(length[0] ?? 0)
        readSync(file, block)
        yield block
      }
      closeSync(file)
    },
    remove() {
      for (const [run, file] of files) {
        closeSync(file)
        rmSync(pathOf(run))
      }
    },
  }
}

export interface DiskParts extends SegmentOutput {
  /** The names of all parts and their bytes, in the order in which they were written. */
  readonly sizes: ReadonlyMap<string, number>
  /** The bytes of a part. Throws if there is no such part. */
  read(name: string): Bytes
  /** Deletes the runs of the builder. */
  finish(): void
  close(): void
}

/** @example createDiskParts('/tmp/jishi-1') → an output of a builder that writes to /tmp/jishi-1/parts */
export function createDiskParts(folder: string): DiskParts {
  const file = openSync(join(folder, 'parts'), 'w+')
  const scratch = diskScratch(folder)
  const offsets = new Map<string, number>()
  const sizes = new Map<string, number>()
  let end = 0
  return {
    scratch,
    sizes,
    async write(name, part) {
      const bytes = typeof part === 'string' ? Buffer.from(part) : part
      writeSync(file, bytes)
      offsets.set(name, end)
      sizes.set(name, bytes.length)
      end += bytes.length
    },
    read(name) {
      const [offset, length] = [offsets.get(name), sizes.get(name)]
      if (offset === undefined || length === undefined) throw new Error(name)
      const bytes = new Uint8Array(length)
      readSync(file, bytes, 0, length, offset)
      return bytes
    },
    finish: () => scratch.remove(),
    close: () => closeSync(file),
  }
}
