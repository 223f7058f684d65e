// Wide dates: those for which the anchor alone does not decide whether they lie in a window, since they
// reach over several days. Short and long ones are in parts of their own, so that few parts reach over
// the ends of a window. A row: the ordinal minus the one after the last (varint); 0 for most kinds, 1
// for a span, 2 for a since, plus 4 if approximate or uncertain, plus 8 if it has sure days (varint);
// the first day minus that of the row before (signed), the days to the last one (varint), then of the
// sure days the first minus the first (signed) and the days to the last (varint).
import type { When } from '../../domain/date/when.ts'
import { isInWindow, type DateWindow } from '../../domain/query/window.ts'
import type { Reach } from './days.ts'
import { allVarints, createByteWriter, signedOf } from './varints.ts'

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
  // All at once, since a part has tens of thousands of rows, of which few cross.
  const numbers = allVarints(content)
  let [ordinal, first] = [-1, 0]
  for (let at = 0; at < numbers.length; at += 4) {
    ordinal += (numbers[at] ?? 0) + 1
    const flags = numbers[at + 1] ?? 0
    first += signedOf(numbers[at + 2] ?? 0)
    const last = first + (numbers[at + 3] ?? 0)
    let sureFirst = first
    let sureLast = last
    if ((flags & 8) !== 0) {
      sureFirst += signedOf(numbers[at + 4] ?? 0)
      sureLast = sureFirst + (numbers[at + 5] ?? 0)
      at += 2
    }
    const low = sureFirst < first ? sureFirst : first
    const high = sureLast > last ? sureLast : last
    if (!((low < start && high >= start) || (low <= end && high > end))) continue
    if (match === 'possible') decide(ordinal, Math.max(first, start) <= Math.min(last, end))
    else {
      const date = dateOfRow(flags, [first, last], (flags & 8) === 0 ? null : [sureFirst, sureLast])
      decide(ordinal, isInWindow(date as When, window))
    }
  }
}

/** Calls `visit` for each span of a part, with its days and those that it surely covered. */
export function eachSpan(
  content: Uint8Array<ArrayBuffer>,
  visit: (ordinal: number, range: Reach, sure: Reach | null) => void,
): void {
  const numbers = allVarints(content)
  const signed = (at: number): number => signedOf(numbers[at] ?? 0)
  let [ordinal, first] = [-1, 0]
  for (let at = 0; at < numbers.length; at += 4) {
    ordinal += (numbers[at] ?? 0) + 1
    const flags = numbers[at + 1] ?? 0
    first += signed(at + 2)
    const range: Reach = [first, first + (numbers[at + 3] ?? 0)]
    const hasSure = (flags & 8) !== 0
    const from = first + signed(at + 4)
    if ((flags & 3) === 1)
      visit(ordinal, range, hasSure ? [from, from + (numbers[at + 5] ?? 0)] : null)
    if (hasSure) at += 2
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
