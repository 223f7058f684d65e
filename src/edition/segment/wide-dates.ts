// Wide dates: those for which the anchor alone does not decide whether they lie in a window, since they
// reach over several days. Short and long ones are in parts of their own, so that few parts reach over
// the ends of a window. A row: the ordinal minus the one after the last (varint); 0 for most kinds, 1
// for a span, 2 for a since, plus 4 if approximate or uncertain, plus 8 if it has sure days (varint);
// the first day minus that of the row before (signed), the days to the last one (varint), then of the
// sure days the first minus the first (signed) and the days to the last (varint).
import type { When } from '../../domain/date/when.ts'
import { isInWindow, type DateWindow } from '../../domain/query/window.ts'
import type { Reach } from './days.ts'
import { createByteWriter, signedOf } from './varints.ts'

/** What `isInWindow` reads of a date. */
type Dated = Pick<When, 'range' | 'sure' | 'kind' | 'approximate' | 'uncertain' | 'latest'>

/** The first and the last day of all that a date says; null where it is its anchor alone, or none. */
export function reachOf({
  anchor,
  range,
  sure,
}: Pick<When, 'anchor' | 'range' | 'sure'>): Reach | null {
  if (range === null) return null
  const reach = hullOf(range, sure)
  return reach[0] === anchor && reach[1] === anchor ? null : reach
}

/** Days up to which a date counts as short. */
export const shortReach = 62

export interface WideWriter {
  readonly length: number
  add(ordinal: number, when: When, reach: Reach): void
  /** The rows since the last call, and what they cover; null without rows. */
  take(): { readonly part: Uint8Array<ArrayBuffer>; readonly reach: Reach } | null
}

export function createWideWriter(): WideWriter {
  const writer = createByteWriter()
  let [next, previous, first, last] = [0, 0, Infinity, -Infinity]
  return {
    get length() {
      return writer.length
    },
    add(ordinal, { kind, range, sure, approximate, uncertain }, reach) {
      if (range === null) return
      writer.varint(ordinal - next)
      const kindCode = kind === 'span' ? 1 : kind === 'since' ? 2 : 0
      writer.varint(kindCode + (approximate || uncertain ? 4 : 0) + (sure === null ? 0 : 8))
      writer.signed(range[0] - previous)
      writer.varint(range[1] - range[0])
      if (sure !== null) {
        writer.signed(sure[0] - range[0])
        writer.varint(sure[1] - sure[0])
      }
      ;[next, previous] = [ordinal + 1, range[0]]
      ;[first, last] = [Math.min(first, reach[0]), Math.max(last, reach[1])]
    },
    take() {
      if (writer.length === 0) return null
      const reach: Reach = [first, last]
      ;[next, previous, first, last] = [0, 0, Infinity, -Infinity]
      return { part: writer.take(), reach }
    },
  }
}

/** True if something that reaches so far may cross an end of the window. */
export const crosses = ([first, last]: Reach, window: DateWindow): boolean =>
  crossing(first, last, window)

const crossing = (first: number, last: number, { from, to }: DateWindow): boolean =>
  (from !== null && first < from && last >= from) || (to !== null && first <= to && last > to)

/**
 * Calls `decide` for each event of a part whose date crosses an end of the window: with whether it
 * lies in it.
 */
export function eachCrossing(
  content: Uint8Array<ArrayBuffer>,
  window: DateWindow,
  decide: (ordinal: number, isInside: boolean) => void,
): void {
  const { from, to, match } = window
  const [start, end] = [from ?? -Infinity, to ?? Infinity]
  eachRow(content, ({ ordinal, flags, first, last, sureFirst, sureLast }) => {
    const low = sureFirst < first ? sureFirst : first
    const high = sureLast > last ? sureLast : last
    if (!((low < start && high >= start) || (low <= end && high > end))) return
    if (match === 'possible') decide(ordinal, Math.max(first, start) <= Math.min(last, end))
    else {
      const date = dateOfRow(flags, [first, last], (flags & 8) === 0 ? null : [sureFirst, sureLast])
      decide(ordinal, isInWindow(date as When, window))
    }
  })
}

/** Calls `visit` for each span of a part, with its days and those that it surely covered. */
export function eachSpan(
  content: Uint8Array<ArrayBuffer>,
  visit: (ordinal: number, range: Reach, sure: Reach | null) => void,
): void {
  eachRow(content, ({ ordinal, flags, first, last, sureFirst, sureLast }) => {
    if ((flags & 3) === 1)
      visit(ordinal, [first, last], (flags & 8) === 0 ? null : [sureFirst, sureLast])
  })
}

/** Without sure days these are the days. */
interface Row {
  ordinal: number
  flags: number
  first: number
  last: number
  sureFirst: number
  sureLast: number
}

/**
 * Calls `visit` with each row of a part, in an object that is used again. A part has tens of thousands, and
 * numbers that are read by a function of this one, into no list, take a quarter of the time.
 */
function eachRow(content: Uint8Array<ArrayBuffer>, visit: (row: Readonly<Row>) => void): void {
  let at = 0
  const next = (): number => {
    let byte = content[at++] ?? 0
    let value = byte & 0x7f
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = content[at++] ?? 0
      value |= (byte & 0x7f) << shift
    }
    return value
  }
  const row: Row = { ordinal: -1, flags: 0, first: 0, last: 0, sureFirst: 0, sureLast: 0 }
  while (at < content.length) {
    row.ordinal += next() + 1
    row.flags = next()
    row.first += signedOf(next())
    row.last = row.first + next()
    row.sureFirst = row.first
    row.sureLast = row.last
    if ((row.flags & 8) !== 0) {
      row.sureFirst += signedOf(next())
      row.sureLast = row.sureFirst + next()
    }
    visit(row)
  }
}

const hullOf = (range: Reach, sure: Reach | null): Reach => [
  Math.min(range[0], sure?.[0] ?? range[0]),
  Math.max(range[1], sure?.[1] ?? range[1]),
]

const dateOfRow = (flags: number, range: Reach, sure: Reach | null): Dated => ({
  kind: (flags & 3) === 1 ? 'span' : (flags & 3) === 2 ? 'since' : 'point',
  range,
  sure,
  approximate: (flags & 4) !== 0,
  uncertain: false,
  latest: range[1],
})
