// What stands on the axis: names of months or years, some days, the day of the sources. A label that
// would touch another is left out.
import { civilDay, splitDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { Axis } from './axis.ts'
import { estimatedWidth } from './glyphs.ts'

/** The words of an axis. */
export interface AxisWords {
  readonly year: (year: number) => string
  readonly month: (year: number, month: number) => string
  readonly shortMonth: (year: number, month: number) => string
  readonly dayOfMonth: (day: number) => string
  /** The day on which the sources were published. */
  readonly horizon: string
  /** What days are called, such as those of feasts. */
  readonly names?: ReadonlyMap<CivilDay, string>
}

export interface AxisLabel {
  /** Where its text is anchored, 0 to 1. */
  readonly at: number
  readonly align: 'start' | 'middle' | 'end'
  readonly text: string
  /** Where its tick is; none for the name of what the axis begins in. */
  readonly tick?: number
}

export interface Ticks {
  /** Months or years, above. */
  readonly major: readonly AxisLabel[]
  /** Days or months, below. */
  readonly minor: readonly AxisLabel[]
  /** Lines through the lanes: where months or years begin. */
  readonly lines: readonly number[]
}

/** Size of the two rows of labels, in em of the picture. */
export const majorSize = 1.17
export const minorSize = 0.96

/** Up to this many days months have names and days numbers; up to this many, years and months. */
const maxDaysByMonth = 150
const maxDaysByYear = 1100

/** `width`: the narrowest width of the picture, in em. */
export function ticksOf(
  axis: Axis,
  horizon: CivilDay | null,
  words: AxisWords,
  width: number,
): Ticks {
  const isDrawn = (day: CivilDay) =>
    axis.days > 0 &&
    day >= axis.first &&
    day <= axis.last &&
    !axis.cuts.some(({ from, to }) => day > from && day < to)
  const starts = majorStarts(axis).filter(({ day }) => isDrawn(day))
  const isByMonth = axis.days <= maxDaysByMonth
  const named = (day: CivilDay) => {
    const { year, month } = splitDay(day)
    return isByMonth ? words.month(year, month) : words.year(year)
  }
  return {
    major: majorLabels(axis, starts, named, { words, width, isByMonth }),
    minor: minorLabels(axis, horizon, words, width),
    lines: starts.map(({ day }) => axis.at(day)),
  }
}

interface Start {
  readonly day: CivilDay
  readonly year: number
  readonly month: number
  /** The round year that it stands for; 0 for months. */
  readonly round: number
}

/** Where months, years, or round years begin. */
function majorStarts({ first, last, days }: Axis): readonly Start[] {
  const [from, to] = [splitDay(first), splitDay(last)]
  if (days <= maxDaysByMonth) {
    const count = (to.year - from.year) * 12 + to.month - from.month
    return Array.from({ length: Math.min(count, 400) + 1 }, (_, i) => {
      const at = from.month - 1 + i
      const [year, month] = [from.year + Math.floor(at / 12), (at % 12) + 1]
      return { day: civilDay(year, month, 1), year, month, round: 0 }
    })
  }
  const step = roundStep(days / 365.25 / 8)
  const starts: Start[] = []
  for (let year = Math.ceil(from.year / step) * step; year <= to.year; year += step) {
    // Year 0 is 1 BC: round years before it are one off.
    const shown = step > 1 && year <= 0 ? year + 1 : year
    starts.push({ day: civilDay(shown, 1, 1), year: shown, month: 1, round: year })
  }
  return starts
}

/** The smallest of 1, 2, 5, 10, 20, 50 and so on that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power
}

/** First what the axis begins in, unless the next label would touch it and has its name, too. */
function majorLabels(
  axis: Axis,
  starts: readonly Start[],
  named: (day: CivilDay) => string,
  { words, width, isByMonth }: { words: AxisWords; width: number; isByMonth: boolean },
): readonly AxisLabel[] {
  const placed = placer(width, majorSize)
  const labels: AxisLabel[] = []
  const labelled = isByMonth ? starts : regularStarts(axis, starts, named, width)
  const [next] = labelled
  const opening = named(axis.first)
  const room = next === undefined ? 1 : axis.at(next.day)
  const begin = splitDay(axis.first)
  const brief = isByMonth ? words.shortMonth(begin.year, begin.month) : opening
  const first = [opening, brief].find(
    (text) => room * width > (estimatedWidth(text) + 1) * majorSize,
  )
  let isYearSaid = first === opening
  if (first !== undefined && placed(0, first, 'start'))
    labels.push({ at: 0, align: 'start', text: first })
  for (const { day, year, month } of labelled) {
    const text = isByMonth && isYearSaid && month > 1 ? words.shortMonth(year, month) : named(day)
    const at = axis.at(day)
    if (!placed(at, text, 'start')) continue
    labels.push({ at, align: 'start', text, tick: at })
    isYearSaid = true
  }
  return labels
}

/**
 * Those whose labels have room, at regular years, round ones if there are any; all where a cut makes
 * their distances differ.
 */
function regularStarts(
  axis: Axis,
  starts: readonly Start[],
  named: (day: CivilDay) => string,
  width: number,
): readonly Start[] {
  const [first, second] = starts
  if (first === undefined || second === undefined || axis.cuts.length > 0) return starts
  const wide = ({ day }: Start) => widthOf(named(day), majorSize)
  const years = second.round - first.round
  const between = ((axis.at(second.day) - axis.at(first.day)) / years) * width
  const least = (Math.max(...starts.map(wide)) + 0.6) / between
  const rounded = roundStep(least)
  // Of every second year none is a fifth: there every fourth, eighth and so on has a label.
  const apart = rounded % years === 0 ? rounded : years * 2 ** Math.ceil(Math.log2(least / years))
  const roomy = starts.filter((start) => axis.at(start.day) * width + wide(start) <= width + edge)
  const round = roomy.filter(({ round }) => round % apart === 0)
  return round.length > 0 ? round : roomy.filter((_, i) => i % Math.ceil(apart / years) === 0)
}

/** The day of the sources and the first day come first, then the others as far as there is room. */
function minorLabels(
  axis: Axis,
  horizon: CivilDay | null,
  words: AxisWords,
  width: number,
): readonly AxisLabel[] {
  const isByMonth = axis.days <= maxDaysByMonth
  const { day: last } = splitDay(horizon ?? 0)
  const wanted: (readonly [CivilDay, string])[] = []
  if (horizon !== null && horizon <= axis.last && horizon >= axis.first)
    wanted.push([horizon, isByMonth ? `${words.horizon} ${words.dayOfMonth(last)}` : words.horizon])
  if (isByMonth) {
    // With its name where that has room.
    for (const [day, name] of words.names ?? []) {
      const plain = words.dayOfMonth(splitDay(day).day)
      wanted.push([day, `${name} ${plain}`], [day, plain])
    }
    wanted.push([axis.first, words.dayOfMonth(splitDay(axis.first).day)])
    wanted.push(
      ...daysBetween(axis).map((day) => [day, words.dayOfMonth(splitDay(day).day)] as const),
    )
  } else if (axis.days <= maxDaysByYear) wanted.push(...monthsBetween(axis, words))
  const placed = placer(width, minorSize)
  const beside = (day: CivilDay, align: 'start' | 'end'): AxisLabel[] => {
    const [at, text] = [axis.at(day), words.year(splitDay(day).year)]
    return placed(at, text, align) ? [{ at, align, text }] : []
  }
  const years = axis.cuts.flatMap(({ from, to }) => [
    ...beside(from, 'end'),
    ...beside(to, 'start'),
  ])
  const others = wanted.flatMap(([day, text]): AxisLabel[] => {
    if (axis.cuts.some(({ from, to }) => day > from && day < to)) return []
    const tick = axis.at(day)
    const half = (estimatedWidth(text) * minorSize) / 2 / width
    const align = tick - half < 0 ? 'start' : tick + half > 1 ? 'end' : 'middle'
    const at = align === 'start' ? 0 : align === 'end' ? 1 : tick
    return placed(at, text, align) ? [{ at, align, text, tick }] : []
  })
  return [...years, ...others]
}

/** The 10th and 20th of months; of a short time every day, or every fifth. */
function daysBetween({ first, last, days }: Axis): readonly CivilDay[] {
  const isWanted = (day: number) =>
    days <= 14 ? true : days <= 25 ? day % 5 === 0 && day < 30 : day === 10 || day === 20
  return Array.from({ length: Math.min(last - first, 400) }, (_, i) => first + i + 1).filter(
    (day) => isWanted(splitDay(day).day),
  )
}

function monthsBetween(
  { first, last, days, cuts }: Axis,
  words: AxisWords,
): (readonly [CivilDay, string])[] {
  const step = days > 500 ? 6 : days > 250 ? 3 : 2
  const { year, month } = splitDay(first)
  // After a cut the months of the first stretch go on no longer.
  return cuts.length > 0
    ? []
    : Array.from({ length: 40 }, (_, i) => {
        const [y, m] = [year + Math.floor((month + i) / 12), ((month + i) % 12) + 1]
        return [
          civilDay(y, m, 1),
          (m - 1) % step === 0 && m > 1 ? words.shortMonth(y, m) : '',
        ] as const
      }).filter(([day, text]) => text !== '' && day <= last)
}

/** What a label takes, and by how much it may leave the picture. */
const widthOf = (text: string, size: number): number => (estimatedWidth(text) + 0.4) * size
const edge = 0.5

/** Says whether a label has room beside those that it was asked about before. */
function placer(width: number, size: number) {
  const taken: (readonly [number, number])[] = []
  return (at: number, text: string, align: AxisLabel['align']): boolean => {
    const wide = widthOf(text, size)
    const start = at * width - (align === 'start' ? 0 : align === 'end' ? wide : wide / 2)
    if (start + wide > width + edge) return false
    if (taken.some(([from, to]) => start < to + 0.6 && from < start + wide + 0.6)) return false
    taken.push([start, start + wide])
    return true
  }
}
