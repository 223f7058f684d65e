// The body of an upload: parts one after the other, each behind a line of JSON that tells its name, its
// bytes and their SHA-256 (docs/storage.md, "Uploaded segments").
import { checksumOf } from '../segment/checksums.ts'
import { badPart } from './part-problem.ts'

export interface Frame {
  /** Without the segment: `e0`. */
  readonly part: string
  /** Of the bytes, in lower case. */
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The kinds of parts of an uploaded segment: those of every segment, and the events as they were written. */
const partNames = /^[etcdwvaf](?:0|[1-9]\d{0,5})$/

/** Maximum bytes of the line before a part. */
const maxLine = 300

/**
 * Throws `BadPart` unless the body is parts with their names and checksums, none twice.
 * @example {"part":"e0","bytes":3,"sha256":"2c26…"}, a line feed, foo → [{ part: 'e0', bytes: foo, … }]
 */
export async function framesOf(body: Uint8Array): Promise<readonly Frame[]> {
  const frames = new Map<string, Frame>()
  for (let at = 0; at < body.length;) {
    const end = body.subarray(at, at + maxLine).indexOf(lineFeed)
    const line = end < 0 ? null : lineOf(body.subarray(at, at + end))
    if (line === null) throw badPart(String(frames.size), 'not-a-frame')
    const { part, bytes: length, sha256 } = line
    if (!partNames.test(part) || frames.has(part))
      throw badPart(String(frames.size), 'not-a-part-name')
    const start = at + end + 1
    // A copy, so that what is kept of it does not keep the whole body.
    const bytes = body.slice(start, start + length)
    if (bytes.length !== length || (await checksumOf(bytes)) !== sha256)
      throw badPart(part, 'part-checksum')
    frames.set(part, { part, sha256, bytes })
    at = start + length
  }
  return [...frames.values()]
}

interface FrameLine {
  readonly part: string
  readonly bytes: number
  readonly sha256: string
}

function lineOf(text: Uint8Array): FrameLine | null {
  try {
    const line = JSON.parse(decoder.decode(text)) as Partial<
      Record<keyof FrameLine, unknown>
    > | null
    const { part, bytes, sha256 } = line ?? {}
    const isLine = typeof part === 'string' && typeof sha256 === 'string'
    return isLine && Number.isSafeInteger(bytes) && Number(bytes) >= 0
      ? { part, bytes: Number(bytes), sha256 }
      : null
  } catch {
    return null
  }
}

const decoder = new TextDecoder()
const lineFeed = 10
