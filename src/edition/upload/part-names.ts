// Which parts an uploaded segment has.
import type { PackedBase } from '../head.ts'
import { columnEvents } from '../segment/columns.ts'
import { calendarOf } from '../segment/days.ts'
import { DamagedPart, openPart, partName } from '../segment/parts.ts'

/** The stored bytes of a part; null where they cannot be read. */
export type ReadPart = (name: string) => Promise<Uint8Array<ArrayBuffer> | null>

/**
 * True where the segment has a part of that name, also if the store has lost it. How many parts of wide dates
 * there are only that of days tells: where it cannot be read, all may be.
 * @example (a segment with parts e0 to e3, 'e4') → false, 'e03' → false
 */
export async function hasPart(
  { root, uploaded }: PackedBase,
  part: string,
  read: ReadPart,
): Promise<boolean> {
  const [, kind, number] = /^([etcdwvaf])(0|[1-9]\d{0,5})$/.exec(part) ?? []
  if (uploaded === undefined || kind === undefined) return false
  const counts = new Map([
    ['e', uploaded.parts.e],
    ['a', uploaded.parts.a],
    ['t', root.terms.length],
    ['f', root.facets?.length ?? 0],
    ['c', Math.ceil(root.events / columnEvents)],
  ])
  // One each of days and of the ids of the vocabulary.
  const count = kind === 'w' ? await wideParts(root.segment, read) : (counts.get(kind) ?? 1)
  return Number(number) < count
}

async function wideParts(segment: string, read: ReadPart): Promise<number> {
  const name = partName(segment, 'd')
  try {
    const { content, form } = await openPart(name, await read(name))
    return calendarOf(content, form).wide.length
  } catch (error) {
    if (error instanceof DamagedPart) return Infinity
    throw error
  }
}
