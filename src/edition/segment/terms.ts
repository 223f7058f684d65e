// Terms in sorted order, in blocks. An entry: how many characters its key shares with the one before,
// how many follow, these; the number of its events; the length of its posting list in bytes (all
// varints), the list. Keys are sorted by UTF-16 units, which are written as varints. Every 64th entry
// shares nothing; the offsets of these stand at the end of a block (32 bits each, the lowest byte
// first), followed by their number.
import { createByteReader, createByteWriter } from './varints.ts'

export interface Term {
  readonly key: string
  /** Number of its events. */
  readonly count: number
  readonly list: Uint8Array<ArrayBuffer>
}

export interface TermWriter {
  /** The bytes written so far. */
  readonly length: number
  /** Terms in ascending order. */
  add(term: Term): void
  /** The block of the terms since the last call, and the first of their keys. */
  take(): { readonly first: string; readonly block: Uint8Array<ArrayBuffer> }
}

const stride = 64

export function createTermWriter(): TermWriter {
  const writer = createByteWriter()
  let [first, previous, count] = ['', '', 0]
  let starts: number[] = []
  return {
    get length() {
      return writer.length
    },
    add({ key, count: events, list }) {
      if (count === 0) first = key
      const isStart = count++ % stride === 0
      if (isStart) starts.push(writer.length)
      const shared = isStart ? 0 : sharedLength(previous, key)
      writer.varint(shared)
      writer.varint(key.length - shared)
      for (let at = shared; at < key.length; at++) writer.varint(key.charCodeAt(at))
      writer.varint(events)
      writer.varint(list.length)
      writer.raw(list)
      previous = key
    },
    take() {
      const tail = new DataView(new ArrayBuffer((starts.length + 1) * 4))
      for (const [index, start] of starts.entries()) tail.setUint32(index * 4, start, true)
      tail.setUint32(starts.length * 4, starts.length, true)
      writer.raw(new Uint8Array(tail.buffer))
      const taken = { first, block: writer.take() }
      ;[first, previous, count, starts] = ['', '', 0, []]
      return taken
    },
  }
}

function sharedLength(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.charCodeAt(length) === b.charCodeAt(length))
    length++
  return length
}

/** The terms of a block from the first that is not before `key`. */
export function* termsFrom(block: Uint8Array<ArrayBuffer>, key = ''): Iterable<Term> {
  const view = new DataView(block.buffer, block.byteOffset, block.length)
  const count = view.getUint32(block.length - 4, true)
  const end = block.length - 4 - count * 4
  const startOf = (index: number): number => view.getUint32(end + index * 4, true)
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high + 1) >>> 1
    if (keyAt(block, startOf(middle)) <= key) low = middle
    else high = middle - 1
  }
  const reader = createByteReader(block, count === 0 ? end : startOf(low))
  let previous = ''
  while (reader.at < end) {
    previous = previous.slice(0, reader.varint()) + unitsOf(reader)
    const events = reader.varint()
    const length = reader.varint()
    reader.at += length
    if (previous >= key)
      yield { key: previous, count: events, list: block.subarray(reader.at - length, reader.at) }
  }
}

function unitsOf(reader: ReturnType<typeof createByteReader>): string {
  let units = ''
  for (let rest = reader.varint(); rest > 0; rest--) units += String.fromCharCode(reader.varint())
  return units
}

function keyAt(block: Uint8Array<ArrayBuffer>, start: number): string {
  const reader = createByteReader(block, start)
  reader.varint()
  return unitsOf(reader)
}
