// A posting list: the ordinals of the events that have a term, ascending, in containers of 65,536
// ordinals. Of each container that is not empty: its number minus the one after the last (varint), the
// length of its gaps in bytes or 0 for bits (varint), then the gaps or 8,192 bytes of bits, whichever is
// shorter. A gap is the ordinal minus the one after the last (varint); bit n of byte b is ordinal 8b + n.
import type { Bits } from './bits.ts'
import { createByteReader, createByteWriter } from './varints.ts'

/** Ordinals of one container. */
export const containerSize = 65_536
const bitmapBytes = containerSize / 8

/**
 * The container of these ordinals, without its number. Each is below `containerSize`, ascending. The
 * writer must be empty, and is afterwards.
 */
export function encodeContainer(
  ordinals: Uint16Array,
  gaps = createByteWriter(),
): Uint8Array<ArrayBuffer> {
  let next = 0
  for (const ordinal of ordinals) {
    gaps.varint(ordinal - next)
    next = ordinal + 1
    if (gaps.length < bitmapBytes) continue
    gaps.take()
    return bitmapOf(ordinals)
  }
  const encoded = gaps.take()
  gaps.varint(encoded.length)
  gaps.raw(encoded)
  return gaps.take()
}

/** The list of some ordinals, ascending. */
export function encodePostings(ordinals: readonly number[]): Uint8Array<ArrayBuffer> {
  const [writer, gaps] = [createByteWriter(), createByteWriter()]
  let [next, at] = [0, 0]
  while (at < ordinals.length) {
    const container = Math.floor((ordinals[at] ?? 0) / containerSize)
    let end = at
    while (end < ordinals.length && (ordinals[end] ?? 0) < (container + 1) * containerSize) end++
    const own = ordinals.slice(at, end).map((ordinal) => ordinal % containerSize)
    writer.varint(container - next)
    writer.raw(encodeContainer(Uint16Array.from(own), gaps))
    ;[next, at] = [container + 1, end]
  }
  return writer.take()
}

function bitmapOf(ordinals: Uint16Array): Uint8Array<ArrayBuffer> {
  const container = new Uint8Array(1 + bitmapBytes)
  for (const ordinal of ordinals) {
    const at = 1 + (ordinal >>> 3)
    container[at] = (container[at] ?? 0) | (1 << (ordinal & 7))
  }
  return container
}

/**
 * Adds the ordinals of a list to a set.
 * @example (the list of ordinals 1 and 70000, bits) → bits 1 and 70000 are set
 */
export function addPostings(list: Uint8Array<ArrayBuffer>, bits: Bits): void {
  const reader = createByteReader(list)
  let container = 0
  while (reader.at < list.length) {
    container += reader.varint()
    const length = reader.varint()
    if (length === 0) addBitmap(list, reader.at, container, bits)
    else addGaps(list.subarray(reader.at, reader.at + length), container * containerSize, bits)
    reader.at += length === 0 ? bitmapBytes : length
    container++
  }
}

function addBitmap(list: Uint8Array<ArrayBuffer>, at: number, container: number, bits: Bits): void {
  const first = container * (containerSize / 32)
  const view = new DataView(list.buffer, list.byteOffset + at, bitmapBytes)
  const words = Math.min(containerSize / 32, bits.length - first)
  for (let word = 0; word < words; word++)
    bits[first + word] = (bits[first + word] ?? 0) | view.getUint32(word * 4, true)
}

/** Written out, since most of the time of a query is spent here. */
function addGaps(gaps: Uint8Array<ArrayBuffer>, first: number, bits: Bits): void {
  let ordinal = first
  for (let at = 0; at < gaps.length; at++) {
    let byte = gaps[at] ?? 0
    let gap = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = gaps[++at] ?? 0
      gap |= (byte & 0x7f) << shift
    }
    ordinal += gap
    bits[ordinal >>> 5] = (bits[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31))
    ordinal++
  }
}

/** The same for each ordinal. */
function eachOfGaps(
  gaps: Uint8Array<ArrayBuffer>,
  first: number,
  visit: (ordinal: number) => void,
): void {
  let ordinal = first
  for (let at = 0; at < gaps.length; at++) {
    let byte = gaps[at] ?? 0
    let gap = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = gaps[++at] ?? 0
      gap |= (byte & 0x7f) << shift
    }
    ordinal += gap
    visit(ordinal++)
  }
}

/** Calls `visit` with each ordinal of a list, ascending: for short lists, which need no set. */
export function eachPosting(list: Uint8Array<ArrayBuffer>, visit: (ordinal: number) => void): void {
  const reader = createByteReader(list)
  let container = 0
  while (reader.at < list.length) {
    container += reader.varint()
    const first = container++ * containerSize
    const length = reader.varint()
    const end = reader.at + (length === 0 ? bitmapBytes : length)
    const content = list.subarray(reader.at, end)
    if (length === 0) eachOfBitmap(content, first, visit)
    else eachOfGaps(content, first, visit)
    reader.at = end
  }
}

function eachOfBitmap(bits: Uint8Array, first: number, visit: (ordinal: number) => void): void {
  for (const [at, byte] of bits.entries())
    for (let bit = 0; byte >>> bit > 0; bit++) if ((byte >>> bit) & 1) visit(first + at * 8 + bit)
}
