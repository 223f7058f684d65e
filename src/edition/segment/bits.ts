// Sets of ordinals as bits: ordinal n is bit n % 32 of word n >> 5.

export type Bits = Uint32Array<ArrayBuffer>

/** The empty set of ordinals below `size`. */
export const noBits = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

/** The set of the ordinals from `start`, exclusive of `end`, all below `size`. */
export function bitsBetween(size: number, start: number, end: number): Bits {
  const bits = noBits(size)
  if (start >= end) return bits
  const [first, last] = [start >>> 5, (end - 1) >>> 5]
  const [head, tail] = [0xff_ff_ff_ff << (start & 31), 0xff_ff_ff_ff >>> (31 - ((end - 1) & 31))]
  if (first === last) bits[first] = head & tail
  else {
    bits[first] = head
    bits.fill(0xff_ff_ff_ff, first + 1, last)
    bits[last] = tail
  }
  return bits
}

export const hasBit = (bits: Bits, ordinal: number): boolean =>
  (((bits[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1

export function setBit(bits: Bits, ordinal: number, present = true): void {
  const word = bits[ordinal >>> 5] ?? 0
  const mask = 1 << (ordinal & 31)
  bits[ordinal >>> 5] = present ? word | mask : word & ~mask
}

/** Those that are in all of the sets; a new set. */
export function inAll(first: Bits, ...others: readonly Bits[]): Bits {
  const result = first.slice()
  for (const other of others)
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) & (other[at] ?? 0)
  return result
}

/** Those that are in any of the sets; a new set. */
export function inAny(first: Bits, ...others: readonly Bits[]): Bits {
  const result = first.slice()
  for (const other of others)
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) | (other[at] ?? 0)
  return result
}

/** Those of the first set that are not in the second; a new set. */
export function without(bits: Bits, excluded: Bits): Bits {
  const result = bits.slice()
  for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) & ~(excluded[at] ?? 0)
  return result
}

/** How many there are. */
export function countBits(bits: Bits): number {
  let count = 0
  for (let at = 0; at < bits.length; at++) count += ones(bits[at] ?? 0)
  return count
}

/** How many there are from `start`, exclusive of `end`. */
export function countBetween(bits: Bits, start: number, end: number): number {
  if (start >= end) return 0
  const [first, last] = [start >>> 5, (end - 1) >>> 5]
  const [head, tail] = [0xff_ff_ff_ff << (start & 31), 0xff_ff_ff_ff >>> (31 - ((end - 1) & 31))]
  if (first === last) return ones((bits[first] ?? 0) & head & tail)
  let count = ones((bits[first] ?? 0) & head) + ones((bits[last] ?? 0) & tail)
  for (let at = first + 1; at < last; at++) count += ones(bits[at] ?? 0)
  return count
}

/** The number of ones of a word, added up in pairs, fours and eights of bits. */
function ones(word: number): number {
  if (word === 0) return 0
  const pairs = word - ((word >>> 1) & 0x55_55_55_55)
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33)
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24
}

/** The first ordinal of the set that is at least `from`; -1 if there is none. */
export function bitFrom(bits: Bits, from: number): number {
  if (from < 0) return bitFrom(bits, 0)
  for (let at = from >>> 5; at < bits.length; at++) {
    const word = (bits[at] ?? 0) & (at === from >>> 5 ? 0xff_ff_ff_ff << (from & 31) : -1)
    if (word !== 0) return at * 32 + (31 - Math.clz32(word & -word))
  }
  return -1
}

/** Calls `visit` with each of the set, ascending. */
export function eachBit(bits: Bits, visit: (ordinal: number) => void): void {
  for (let at = 0; at < bits.length; at++)
    for (let rest = bits[at] ?? 0; rest !== 0; rest &= rest - 1)
      visit(at * 32 + 31 - Math.clz32(rest & -rest))
}

/** All of the set, ascending: for small ones. */
export function ordinalsOf(bits: Bits): number[] {
  const ordinals: number[] = []
  eachBit(bits, (ordinal) => ordinals.push(ordinal))
  return ordinals
}

/** The last ordinal of the set that is at most `from`; -1 if there is none. */
export function bitUpTo(bits: Bits, from: number): number {
  const start = Math.min(from, bits.length * 32 - 1)
  if (start < 0) return -1
  for (let at = start >>> 5; at >= 0; at--) {
    const word = (bits[at] ?? 0) & (at === start >>> 5 ? 0xff_ff_ff_ff >>> (31 - (start & 31)) : -1)
    if (word !== 0) return at * 32 + (31 - Math.clz32(word))
  }
  return -1
}
