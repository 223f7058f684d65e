// Reads the text of a source, as people save it: by its byte order mark, else as strict UTF-8, else as
// GB18030, which holds GBK and GB2312, else as UTF-16 where its ASCII leaves no doubt. Offsets and
// SHA-256 of a source are those of its text with LF line ends.
import { broken, type BrokenRule } from '../broken-rule.ts'
import { failed, ok, type Result } from '../result.ts'

export type TextEncodingName = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030'

export interface ReadText {
  /** With LF line ends, without a byte order mark. */
  readonly text: string
  readonly encoding: TextEncodingName
}

/** @example readText(new Uint8Array([0xd5, 0xf2])) → ok({ text: '镇', encoding: 'GB18030' }) */
export function readText(bytes: Uint8Array): Result<ReadText, BrokenRule<'not-a-text'>> {
  const mark = marks.find(({ sign }) => sign.every((byte, index) => bytes[index] === byte))
  const read = mark === undefined ? unmarked(bytes) : decoded(bytes, mark.encoding)
  return read === null
    ? failed(broken('not-a-text'))
    : ok({ ...read, text: read.text.replaceAll(/\r\n?/g, '\n') })
}

const unmarked = (bytes: Uint8Array): ReadText | null =>
  decoded(bytes, 'UTF-8') ?? decoded(bytes, 'GB18030') ?? unmarkedUtf16(bytes)

/**
 * ASCII has a zero byte in each unit, which no text of the encodings above has. Characters of one byte
 * order may be ASCII in the other (一 and N), so that one must have most of it.
 */
function unmarkedUtf16(bytes: Uint8Array): ReadText | null {
  const [best, other] = (['UTF-16LE', 'UTF-16BE'] as const)
    .flatMap((encoding) => decoded(bytes, encoding) ?? [])
    .filter(({ text }) => !unwritten.test(text))
    .map((found) => ({ found, ascii: found.text.match(/[\t\n\r\x20-\x7e]/g)?.length ?? 0 }))
    .toSorted((a, b) => b.ascii - a.ascii)
  if (best === undefined || best.ascii < 8 || (other?.ascii ?? 0) * 10 > best.ascii) return null
  return best.found
}

/** Controls and code points without a character: line ends in the wrong byte order, and other files. */
const unwritten = /(?![\t\n\f\r])[\p{Cc}\p{Cn}]/u

/** Byte order marks: of Unicode (2.13), and of GB18030. */
const marks: readonly { readonly sign: readonly number[]; readonly encoding: TextEncodingName }[] =
  [
    { sign: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
    { sign: [0xff, 0xfe], encoding: 'UTF-16LE' },
    { sign: [0xfe, 0xff], encoding: 'UTF-16BE' },
    { sign: [0x84, 0x31, 0x95, 0x33], encoding: 'GB18030' },
  ]

/** Null for bytes that are not of this encoding, and for what is not text: no text has a NUL. */
function decoded(bytes: Uint8Array, encoding: TextEncodingName): ReadText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
      .decode(bytes)
      .replace(/^\ufeff/, '')
    return text.includes('\0') ? null : { text, encoding }
  } catch {
    return null
  }
}
