// How large the edition of a document would be, and how much room is left. Of a document with faults it
// is estimated, so that nobody mends a hundred faults to hear that it is too large.
import * as v from 'valibot'
import { collections, type Collection } from '../../domain/check/loose-document.ts'
import { TimelineDocument } from '../../domain/document/timeline.ts'
import { compile } from '../../edition/compile.ts'
import { maxContentBytes } from '../../edition/head.ts'
import { contentSize } from '../../edition/size.ts'
import type { CheckedDocument } from './load.ts'

export interface EditionSize {
  /** Bytes that the edition would take. */
  readonly used: number
  /** Of these the timeline without its events. */
  readonly frame: number
  /** Bytes up to which it is published in one request, and which the frame may have at most. */
  readonly max: number
  /** How many events of the same size fit beside those that there are. */
  readonly more: number
  readonly hasEvents: boolean
  /** True of a document with faults. */
  readonly isEstimated: boolean
}

/** Null of what is no document at all. */
export function sizeOf({
  value,
  document,
  faults,
}: Pick<CheckedDocument, 'value' | 'document' | 'faults'>): EditionSize | null {
  if (document !== null) return sizeOfDocument(document)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { rest, left } = withoutFaulty(value, new Set(faults.map(({ pointer }) => pointer)))
  const sound = soundSize(rest)
  const frame = sound?.frame ?? 0
  // What cannot be compiled counts as it is written.
  const used = sound === null ? bytesOf(value) : sound.used + bytesOf(left)
  const events = (value as { events?: unknown }).events
  const count = Array.isArray(events) ? events.length : 0
  return sizeFrom({ frame, events: used - frame, count, isEstimated: true })
}

/** The size of an edition by the bytes of its timeline and of so many events. */
export function sizeFrom({
  frame,
  events,
  count,
  isEstimated,
}: {
  readonly frame: number
  readonly events: number
  readonly count: number
  readonly isEstimated: boolean
}): EditionSize {
  const used = frame + events
  const left = maxContentBytes - used
  const more = count === 0 ? 0 : Math.max(0, Math.floor(left / (events / count)))
  return { used, frame, max: maxContentBytes, more, hasEvents: count > 0, isEstimated }
}

/** True of an edition that the service would refuse. */
export const isTooLarge = (size: EditionSize | null): boolean =>
  size !== null && size.frame > size.max

/** True of one that is published in more than one request. */
export const isInParts = (size: EditionSize | null): boolean =>
  size !== null && size.used > size.max

export function sizeOfDocument(document: TimelineDocument): EditionSize {
  const { timeline, events: adds } = compile(document, null, { edition: 1, instant: '' })
  const frame = contentSize({ timeline, adds: [] })
  const events = contentSize({ timeline, adds }) - frame
  return sizeFrom({ frame, events, count: adds.length, isEstimated: false })
}

/** The document without the parts and events that have faults, and these. */
function withoutFaulty(value: object, pointers: ReadonlySet<string>) {
  const faulty = new Set(Array.from(pointers, (pointer) => pointer.split('/', 3).join('/')))
  const left: unknown[] = []
  const lists = collections.flatMap((collection) => {
    const list: unknown = (value as { readonly [List in Collection]?: unknown })[collection]
    if (!Array.isArray(list)) return []
    const items = list as readonly unknown[]
    const isFaulty = (index: number) => faulty.has(`/${collection}/${index}`)
    const kept = items.filter((_, index) => !isFaulty(index))
    left.push(...items.filter((_, index) => isFaulty(index)))
    return [[collection, kept] as const]
  })
  return { rest: { ...value, ...Object.fromEntries(lists) }, left }
}

function soundSize(value: object): EditionSize | null {
  const read = v.safeParse(TimelineDocument, value)
  if (!read.success) return null
  try {
    return sizeOfDocument(read.output)
  } catch {
    // A date or a time zone that the check refuses.
    return null
  }
}

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length
