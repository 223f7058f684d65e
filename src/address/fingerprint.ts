/**
 * A short hash of a text for entity tags and cursors: 64-bit FNV-1a over UTF-16 code units, in base
 * 36. Not for secrets: a collision only costs a cache hit on the same address.
 * @example fingerprint('a') → 1cnx7po116kaks
 */
export function fingerprint(text: string): string {
  let high = 0xcbf29ce4
  let low = 0x84222325
  for (let index = 0; index < text.length; index++) {
    low = (low ^ text.charCodeAt(index)) >>> 0
    // Times 2^40 + 0x1b3, in two halves of 32 bits.
    const product = low * 0x1b3
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x1_0000_0000) + (low << 8)) >>> 0
    low = product >>> 0
  }
  // The second half is padded to 7 digits so that different pairs never give the same text.
  return high.toString(36) + low.toString(36).padStart(7, '0')
}
