// Reads the text of a source, as people save it: by its byte order mark, else as strict UTF-8, else as
// GB18030, which holds GBK and GB2312. Offsets and SHA-256 of a source are those of its text with LF line ends.
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
  const encodings = mark === undefined ? unmarked : [mark.encoding]
  for (const encoding of encodings) {
    const text = decoded(bytes, encoding)
    if (text !== null) return ok({ text: text.replaceAll(/\r\n?/g, '\n'), encoding })
  }
  return failed(broken('not-a-text'))
}

const unmarked = ['UTF-8', 'GB18030'] as const

/** Byte order marks: of Unicode (2.13), and of GB18030. */
const marks: readonly { readonly sign: readonly number[]; readonly encoding: TextEncodingName }[] =
  [
    { sign: [0xef, 0xbb, 0xbf], encoding: 'UTF-8' },
    { sign: [0xff, 0xfe], encoding: 'UTF-16LE' },
    { sign: [0xfe, 0xff], encoding: 'UTF-16BE' },
    { sign: [0x84, 0x31, 0x95, 0x33], encoding: 'GB18030' },
  ]

/** Null for bytes that are not of this encoding, and for what is not text: no text has a NUL. */
function decoded(bytes: Uint8Array, encoding: TextEncodingName): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: false })
      .decode(bytes)
      .replace(/^\ufeff/, '')
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}
