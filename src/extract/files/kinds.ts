// What the first bytes of a file say of it, where that is no text that can be imported.
export type BinaryKind =
  | 'old-excel'
  | 'word'
  | 'open-document'
  | 'slides'
  | 'zip'
  | 'pdf'
  | 'image'
  | 'database'

const signs: readonly (readonly [kind: BinaryKind, bytes: readonly number[]])[] = [
  ['old-excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['database', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]

const beginsWith = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, index) => bytes[index] === byte)

export const binaryKind = (bytes: Uint8Array): BinaryKind | null =>
  signs.find(([, sign]) => beginsWith(bytes, sign))?.[0] ?? null

export const isZip = (bytes: Uint8Array): boolean => beginsWith(bytes, [0x50, 0x4b, 0x03, 0x04])

/** What a ZIP file without a workbook is. */
export function zipKind(names: readonly string[]): BinaryKind {
  if (names.some((name) => name.startsWith('word/'))) return 'word'
  if (names.some((name) => name.startsWith('ppt/'))) return 'slides'
  if (names.includes('mimetype') && names.includes('content.xml')) return 'open-document'
  return 'zip'
}
