// A long text in pieces until it is sent. To encode a text, V8 joins it first, and one of more than 65,536
// characters that are not all Latin-1 in a large object of its own, which costs more than the rest of a page;
// runs of pieces do not. What is sent often is kept as it is sent, in UTF-8.

import { concatenated } from '../concatenated.ts'

type Piece = string | Uint8Array
export type Pieces = readonly Piece[]

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Characters of a run, with the piece that ends it far below a large object. */
const run = 8_192

/** Where texts are written before they are cut to their length; undefined while one is written. */
let scratch: Uint8Array<ArrayBuffer> | undefined = new Uint8Array(65_536)
const maxScratch = 262_144

/** @example encoded(['a', ...inUtf8(['b'])]) → Uint8Array [97, 98] */
export function encoded(pieces: Iterable<Piece>): Uint8Array<ArrayBuffer> {
  let into = scratch ?? new Uint8Array(65_536)
  scratch = undefined
  let at = 0
  const reserve = (more: number): void => {
    if (at + more <= into.length) return
    const larger = new Uint8Array(Math.max(into.length * 2, at + more))
    larger.set(into.subarray(0, at))
    into = larger
  }
  let text = ''
  const write = (): void => {
    if (text === '') return
    reserve(text.length * 3)
    at += encoder.encodeInto(text, into.subarray(at)).written
    text = ''
  }
  for (const piece of pieces) {
    if (typeof piece === 'string') {
      text += piece
      if (text.length >= run) write()
    } else {
      write()
      reserve(piece.length)
      into.set(piece, at)
      at += piece.length
    }
  }
  write()
  if (into.length <= maxScratch) scratch = into
  return into.slice(0, at)
}

/** Texts to keep, in memory that they share: a buffer costs more than most of them. */
export function inUtf8(texts: readonly string[]): readonly Uint8Array[] {
  const all = texts.map((text) => encoder.encode(text))
  const whole = concatenated(all)
  let at = 0
  return all.map(({ length }) => whole.subarray(at, (at += length)))
}

export const joined = (pieces: Pieces): string =>
  pieces.every((piece) => typeof piece === 'string')
    ? pieces.join('')
    : decoder.decode(encoded(pieces))
