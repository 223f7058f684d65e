// Parts: what a segment consists of, each stored under its own key. A part begins with a line of JSON
// that tells its name, its form and its checksum, filled up with spaces so that its content begins at a
// multiple of eight bytes. Parts of events are texts and have a checksum in each line (lines.ts). The root
// of a segment stands in the head.
import { checksumOf, xxh32 } from './checksums.ts'

/** The layout of the root and of parts of bytes that is written. Form 1 is read, too. */
export const segmentForm = 2

/** What a head says of its segment; everything else is found from here. */
export interface SegmentRoot {
  readonly segment: string
  readonly form: number
  /** Withdrawn ones included. */
  readonly events: number
  /** The newest edition that changed any of the events, or of what they name. */
  readonly edition: number
  /** The first key of each part of terms. */
  readonly terms: readonly string[]
  /** The first key of each part of facets; form 1 has none. */
  readonly facets?: readonly string[]
  /** What of the actors was packed (`actorMarks`); form 1 has none. */
  readonly marks?: ActorMarks
}

/** Two timelines have the same mark only if they agree in what it stands for. */
export interface ActorMarks {
  /** Who is a member of whom. */
  readonly members: string
  /** Which roles actors have. */
  readonly roles: string
}

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

/** Events as they were written, events, terms, columns, days, wide dates, ids of the vocabulary, facets. */
export type SegmentPartKind = 'a' | 'e' | 't' | 'c' | 'd' | 'w' | 'v' | 'f'

const alignment = 8

/** A part of bytes as it is stored. */
export function sealPart(name: string, content: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const label = partLabel(name, { form: segmentForm, xxh32: xxh32(content) })
  const line = encoder.encode(
    label.padEnd(Math.ceil((label.length + 1) / alignment) * alignment - 1),
  )
  const sealed = new Uint8Array(line.length + 1 + content.length)
  sealed.set(line)
  sealed[line.length] = lineFeed
  sealed.set(content, line.length + 1)
  return sealed
}

export interface OpenedPart {
  readonly content: Uint8Array<ArrayBuffer>
  readonly form: number
}

/** The content of a stored part. Throws `DamagedPart`. */
export async function openPart(
  name: string,
  sealed: Uint8Array<ArrayBuffer> | null,
): Promise<OpenedPart> {
  if (sealed === null) throw new DamagedPart(name, 'missing')
  const end = sealed.indexOf(lineFeed)
  const label = checkedLabel(
    name,
    decoder.decode(sealed.subarray(0, Math.max(0, end))),
    segmentForm,
  )
  const content = sealed.subarray(end + 1)
  const isWhole =
    label.form === 1 ? (await checksumOf(content)) === label.sha256 : xxh32(content) === label.xxh32
  if (!isWhole) throw new DamagedPart(name, 'checksum-differs')
  return { content, form: Number(label.form) }
}

/** The first line of a part: of bytes with a checksum, of events with the ordinal of the first. */
export interface PartLabel {
  readonly part?: unknown
  readonly form?: unknown
  readonly sha256?: unknown
  readonly xxh32?: unknown
  readonly first?: unknown
}

/** Its text. */
export const partLabel = (name: string, more: PartLabel = {}): string =>
  JSON.stringify({ part: name, form: 1, ...more })

/** The label of the part that was asked for, in a form up to `newest`. Throws `DamagedPart`. */
export function checkedLabel(name: string, line: string, newest: number): PartLabel {
  const label = parsedLabel(line)
  if (label === null) throw new DamagedPart(name, 'no-label')
  if (label.part !== name) throw new DamagedPart(name, 'other-name')
  const { form } = label
  if (!Number.isInteger(form) || Number(form) < 1 || Number(form) > newest)
    throw new DamagedPart(name, 'unknown-form')
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

const encoder = new TextEncoder()
const decoder = new TextDecoder()
const lineFeed = 10
