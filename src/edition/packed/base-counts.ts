// Counts of a set of ordinals of a segment by time: by month from the calendar, by window from posting
// lists. No event is read.
import { spanEnds, type Spanned } from '../../domain/date/claims.ts'
import { spannedBy } from '../../domain/query/counted-span.ts'
import type { Counts, TimeCounts } from '../../domain/query/counts.ts'
import {
  bitsBetween,
  countBetween,
  countBits,
  hasBit,
  inAll,
  inAny,
  noBits,
  setBit,
  without,
  type Bits,
} from '../segment/bits.ts'
import { windowKind } from '../segment/keys.ts'
import { eachPosting } from '../segment/postings.ts'
import { eachSpan } from '../segment/wide-dates.ts'
import type { Term } from '../segment/terms.ts'
import type { SegmentAccess } from './segment-access.ts'

/** The months of anchors are the months of events, but for those that stand behind the months. */
export async function timeCounts(access: SegmentAccess, bits: Bits): Promise<TimeCounts> {
  const window = new Map<string, number>()
  const behind = await sectionSets(access, bits, ({ key }, count) => {
    if (count > 0) window.set(key.slice(windowKind.length), count)
  })
  const inMonths = without(bits, inAny(behind.window, behind.undated))
  const month = new Map<string, number>()
  const { months } = await access.calendar()
  for (const { name, start, end } of months) {
    const count = countBetween(inMonths, start, end)
    if (count > 0) month.set(name, count)
  }
  return { month, window, undated: countBits(inAll(bits, behind.undated)) }
}

/**
 * What the span is made of that the listed events of the segment have without those of `drops`, to the month,
 * and to the day where something that lasted ends it: no event is read.
 */
export async function spanWithout(
  access: SegmentAccess,
  drops: Iterable<number>,
): Promise<readonly Spanned[]> {
  const { withdrawn } = await access.apart()
  const rest = without(bitsBetween(access.events, 0, access.events), withdrawn)
  for (const ordinal of drops) setBit(rest, ordinal, false)
  return spanEnds([...spannedBy(await timeCounts(access, rest)), ...(await lastSpan(access, rest))])
}

/** The one of the spans among `bits` that ended last; nothing if there is none. */
async function lastSpan(access: SegmentAccess, bits: Bits): Promise<Spanned[]> {
  const { wide } = await access.calendar()
  const parts = wide
    .map(([, last], number) => ({ number, last }))
    .toSorted((a, b) => b.last - a.last)
  let found: Spanned[] = []
  for (const { number, last } of parts) {
    // No date of this part or of those behind it goes on for longer.
    if (last < (found[0]?.ended?.[1] ?? -Infinity)) break
    for (const content of await access.wideDates([number]))
      eachSpan(content, (ordinal, range, sure) => {
        if (!hasBit(bits, ordinal) || range[1] < (found[0]?.ended?.[1] ?? -Infinity)) return
        const [named, ended] = sure
          ? ([
              [range[0], sure[0]],
              [sure[1], range[1]],
            ] as const)
          : [range, range]
        found = spanEnds([...found, { named, precision: 'day', ended }]).slice(1, 2)
      })
  }
  return found
}

/** The sections that stand behind the months (`sectionOf`). */
export interface SectionSets {
  readonly window: Bits
  readonly undated: Bits
}

/** Calls `visit` with the term of each window, and how many of its events are in the set. */
export async function sectionSets(
  access: SegmentAccess,
  bits = noBits(access.events),
  visit: (term: Term, count: number) => void = () => undefined,
): Promise<SectionSets> {
  const window = noBits(access.events)
  for await (const terms of access.termsBeginning(windowKind)) {
    for (const term of terms) {
      let count = 0
      eachPosting(term.list, (ordinal) => {
        setBit(window, ordinal)
        if (hasBit(bits, ordinal)) count++
      })
      visit(term, count)
    }
  }
  const { undated } = await access.apart()
  return { window, undated }
}

/** @example (Map { a → 1 }, Map { a → 2, b → 1 }) → Map { a → 3, b → 1 } */
export function addedCounts(counts: Counts, more: Counts): Counts {
  if (more.size === 0) return counts
  const sums = new Map(counts)
  for (const [id, count] of more) sums.set(id, (sums.get(id) ?? 0) + count)
  return sums
}
