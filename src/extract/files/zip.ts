// The parts of a ZIP file that are wanted, unpacked as far as the limit allows: a small file can hold
// gigabytes.
import { Unzip, UnzipInflate } from 'fflate'
import { concatenated } from '../../domain/concatenated.ts'
import { failed, ok, type Result } from '../../domain/result.ts'

export type ZipParts = ReadonlyMap<string, Uint8Array>

/** Compressed bytes that are unpacked at a time: at most about 16 MB of content. */
const step = 16_384

/** Every name, and the content of those that are wanted. */
export interface Unzipped {
  readonly names: readonly string[]
  readonly parts: ZipParts
}

export function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  most: number,
): Result<Unzipped, 'too-large' | 'damaged'> {
  const names: string[] = []
  const chunks = new Map<string, Uint8Array[]>()
  const left = new Set<string>()
  const state = { size: 0, isDamaged: false }
  const reader = new Unzip((file) => {
    names.push(file.name)
    if (!isWanted(file.name)) return
    const own: Uint8Array[] = []
    chunks.set(file.name, own)
    left.add(file.name)
    file.ondata = (error, chunk, isLast) => {
      if (error !== null) state.isDamaged = true
      state.size += chunk.length
      if (state.size <= most) own.push(chunk)
      if (isLast) left.delete(file.name)
    }
    file.start()
  })
  reader.register(UnzipInflate)
  try {
    for (let at = 0; at < bytes.length; at += step) {
      reader.push(bytes.subarray(at, at + step), at + step >= bytes.length)
      if (state.size > most) return failed('too-large')
    }
  } catch {
    state.isDamaged = true
  }
  if (state.isDamaged || left.size > 0) return failed('damaged')
  return ok({
    names,
    parts: new Map(Array.from(chunks, ([name, own]) => [name, concatenated(own)])),
  })
}
