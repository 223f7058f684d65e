// Where days lie between the two ends of a picture, 0 to 1. An empty stretch of more than half of the
// time is cut out.
import type { CivilDay } from '../domain/date/civil-day.ts'

export interface Axis {
  readonly first: CivilDay
  readonly last: CivilDay
  /** Days that are drawn: those of the cuts are not. */
  readonly days: number
  readonly cuts: readonly AxisCut[]
  /** Length of a fade before a mark. */
  readonly fade: number
  /** Days beyond the ends are at the ends. */
  readonly at: (day: CivilDay) => number
}

/** The days between which nothing is drawn, and where the zigzag stands. */
export interface AxisCut {
  readonly from: CivilDay
  readonly to: CivilDay
  readonly at: number
}

export type DayRange = readonly [from: CivilDay, to: CivilDay]

/** Margin at each end and width of a cut, as shares of the width. */
const margin = 0.035
const cutWidth = 0.06

const maxCuts = 2

export const fadeShare = 0.07

/**
 * The axis that holds all of these days; null without any.
 * @example axisOf([[18285, 18285], [18334, 18334]]).at(18285) → 0.035
 */
export function axisOf(ranges: readonly DayRange[]): Axis | null {
  if (ranges.length === 0) return null
  let [first, last] = [Infinity, -Infinity]
  for (const [from, to] of ranges) {
    first = Math.min(first, from)
    last = Math.max(last, to)
  }
  const gaps = cutsOf(ranges, first, last)
  const days = last - first - gaps.reduce((sum, [from, to]) => sum + to - from, 0)
  const room = 1 - 2 * margin - gaps.length * cutWidth
  const at = (day: CivilDay): number => {
    if (first === last) return 0.5
    const inside = Math.min(last, Math.max(first, day))
    let passed = inside - first
    let x = margin
    for (const [from, to] of gaps) {
      if (inside <= from) break
      passed -= Math.min(inside, to) - from
      x += inside >= to ? cutWidth : ((inside - from) / (to - from)) * cutWidth
    }
    return x + (passed / days) * room
  }
  const cuts = gaps.map(([from, to]) => ({ from, to, at: (at(from) + at(to)) / 2 }))
  return { first, last, days, cuts, fade: fadeShare, at }
}

/** The longest empty stretches, in order of time, each over half of what was left before it. */
function cutsOf(ranges: readonly DayRange[], first: CivilDay, last: CivilDay): readonly DayRange[] {
  let end = first
  const gaps: DayRange[] = []
  for (const [from, to] of ranges.toSorted(([a], [b]) => a - b)) {
    if (from > end) gaps.push([end, from])
    end = Math.max(end, to)
  }
  const cuts: DayRange[] = []
  let length = last - first
  for (const [from, to] of gaps.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0])).slice(0, maxCuts)) {
    const empty = to - from
    if (empty <= length / 2 || empty < minCut) break
    const room = Math.ceil(Math.max((length - empty) * 0.08, empty * 0.01))
    cuts.push([from + room, to - room])
    length -= empty - 2 * room
  }
  return cuts.toSorted(([a], [b]) => a - b)
}

/** Cuts are told by their years, so nothing shorter than a year is cut. */
const minCut = 366

/** A position as a percentage, to a hundredth. */
export const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`
