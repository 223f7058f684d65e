// Checksums of parts, lines and requests.

/** CRC-32 of ISO 3309 (as in gzip and PNG), in eight hexadecimal digits: of a line of events. */
export function crcOf(bytes: Uint8Array): string {
  let crc = -1
  for (const byte of bytes) crc = (crc >>> 8) ^ (table[(crc ^ byte) & 0xff] ?? 0)
  return inHex(~crc)
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xed_b8_83_20 : rest >>> 1
  return rest
})

const inHex = (number: number): string => (number >>> 0).toString(16).padStart(8, '0')

/** SHA-256 in 64 lower-case hexadecimal digits. */
export async function checksumOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const [prime1, prime2, prime3, prime4, prime5] = [
  0x9e_37_79_b1, 0x85_eb_ca_77, 0xc2_b2_ae_3d, 0x27_d4_eb_2f, 0x16_56_67_b1,
] as const

/**
 * XXH32 (xxHash), in eight hexadecimal digits: of a part of bytes, of which a query reads millions.
 * @example no bytes → '02cc5d05'
 */
export function xxh32(content: Uint8Array<ArrayBuffer>, seed = 0): string {
  const bytes = content.byteOffset % 4 === 0 ? content : content.slice()
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2)
  let at = 0
  let hash = (seed + prime5) | 0
  if (words.length >= 4) {
    let a = (seed + prime1 + prime2) | 0
    let b = (seed + prime2) | 0
    let c = seed | 0
    let d = (seed - prime1) | 0
    for (const end = words.length - 3; at < end; at += 4) {
      a = round(a, words[at] ?? 0)
      b = round(b, words[at + 1] ?? 0)
      c = round(c, words[at + 2] ?? 0)
      d = round(d, words[at + 3] ?? 0)
    }
    hash = (turned(a, 1) + turned(b, 7) + turned(c, 12) + turned(d, 18)) | 0
  }
  hash = (hash + bytes.length) | 0
  for (; at < words.length; at++)
    hash = Math.imul(turned(hash + Math.imul(words[at] ?? 0, prime3), 17), prime4)
  for (let byte = at * 4; byte < bytes.length; byte++)
    hash = Math.imul(turned(hash + Math.imul(bytes[byte] ?? 0, prime5), 11), prime1)
  hash = Math.imul(hash ^ (hash >>> 15), prime2)
  hash = Math.imul(hash ^ (hash >>> 13), prime3)
  return inHex(hash ^ (hash >>> 16))
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

const round = (lane: number, word: number): number =>
  Math.imul(turned((lane + Math.imul(word, prime2)) | 0, 13), prime1)
