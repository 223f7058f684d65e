// Text in Big5 that reads as GB18030, too: then its characters are of other scripts and of no use.

/** Kana, Greek, Cyrillic, drawings of boxes, and what no standard defines. */
const strange = /[\u0370-\u04ff\u2500-\u257f\u3040-\u30ff\ue000-\uf8ff]/g
const han = /[\u4e00-\u9fff]/g

const count = (text: string, expression: RegExp): number => text.match(expression)?.length ?? 0

/** The start of a file tells enough. */
const most = 100_000

/** `read` is what the bytes are as GB18030. */
export function isLikelyBig5(bytes: Uint8Array, read: string): boolean {
  const asBig5 = new TextDecoder('big5').decode(bytes.subarray(0, most))
  if (asBig5.slice(0, -2).includes('\ufffd') || count(asBig5, strange) > 0) return false
  const start = read.slice(0, most)
  return count(asBig5, han) > 0 && count(start, strange) * 40 > count(start, han)
}
