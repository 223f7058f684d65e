// Parts: what a segment consists of, each stored under its own key. A part begins with a line of JSON
// that tells its name, its form and its checksum, filled up with spaces so that its content begins at a
// multiple of eight bytes. Parts of events are texts and have a checksum in each line (lines.ts).

/** The layout of parts and root. */
export const segmentForm = 1

/** Where the parts of segments come from. Both may be called for parts that do not exist. */
export interface PartSource {
  /** The bytes of parts, in the order asked for; null for one that is missing. */
  bytes(names: readonly string[]): Promise<readonly (Uint8Array<ArrayBuffer> | null)[]>
  /** The texts of parts of events. At most 100 in one operation of Workers KV. */
  texts(names: readonly string[]): Promise<readonly (string | null)[]>
}

/** Where nothing is uploaded or packed. */
export const noParts: PartSource = {
  bytes: async (names) => names.map(() => null),
  texts: async (names) => names.map(() => null),
}

/** `unread`: the store did not answer. */
export type PartFault =
  | 'unread'
  | 'missing'
  | 'no-label'
  | 'other-name'
  | 'unknown-form'
  | 'checksum-differs'

/** Thrown where a part cannot be used. There is no answer then: addresses answer 503. */
export class DamagedPart extends Error {
  readonly part: string
  readonly fault: PartFault

  constructor(part: string, fault: PartFault) {
    super(`${part}: ${fault}`)
    this.part = part
    this.fault = fault
  }
}

/** Parts have names such as `c0ffee/t12`: the segment, the kind of part, its number. */
export const partName = (segment: string, kind: SegmentPartKind, number = 0): string =>
  `${segment}/${kind}${number}`

/** Events as they were written, events, terms, columns, days, wide dates and ids of the vocabulary. */
export type SegmentPartKind = 'a' | 'e' | 't' | 'c' | 'd' | 'w' | 'v'

const alignment = 8

/** A part of bytes as it is stored. */
export async function sealPart(
  name: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const label = partLabel(name, { sha256: await checksumOf(content) })
  const line = encoder.encode(
    label.padEnd(Math.ceil((label.length + 1) / alignment) * alignment - 1),
  )
  const sealed = new Uint8Array(line.length + 1 + content.length)
  sealed.set(line)
  sealed[line.length] = lineFeed
  sealed.set(content, line.length + 1)
  return sealed
}

/** The content of a stored part. Throws `DamagedPart`. */
export async function openPart(
  name: string,
  sealed: Uint8Array<ArrayBuffer> | null,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed === null) throw new DamagedPart(name, 'missing')
  const end = sealed.indexOf(lineFeed)
  const label = checkedLabel(name, decoder.decode(sealed.subarray(0, Math.max(0, end))))
  const content = sealed.subarray(end + 1)
  if ((await checksumOf(content)) !== label.sha256) throw new DamagedPart(name, 'checksum-differs')
  return content
}

/** The first line of a part: of bytes with a checksum, of events with the ordinal of the first. */
export interface PartLabel {
  readonly part?: unknown
  readonly form?: unknown
  readonly sha256?: unknown
  readonly first?: unknown
}

/** Its text. */
export const partLabel = (name: string, more: PartLabel = {}): string =>
  JSON.stringify({ part: name, form: segmentForm, ...more })

/** The label of the part that was asked for. Throws `DamagedPart`. */
export function checkedLabel(name: string, line: string): PartLabel {
  const label = parsedLabel(line)
  if (label === null) throw new DamagedPart(name, 'no-label')
  if (label.part !== name) throw new DamagedPart(name, 'other-name')
  if (label.form !== segmentForm) throw new DamagedPart(name, 'unknown-form')
  return label
}

function parsedLabel(line: string): PartLabel | null {
  try {
    const label: unknown = JSON.parse(line)
    return typeof label === 'object' ? label : null
  } catch {
    return null
  }
}

/** SHA-256 in 64 lower-case hexadecimal digits. */
export async function checksumOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const lineFeed = 10
