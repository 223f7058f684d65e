// Bars that show how many events each stretch of time has. An event counts in a bar only if it is
// known to lie in it; the others have columns of their own at the end.
import { monthNumber } from '../domain/date/month.ts'
import { sumOf, type TimeCounts } from '../domain/query/counts.ts'
import { html, type Html } from '../markup/html.ts'
import { drawing, labelled, percent, type Cell, type DrawingContext } from './axis.ts'

/** Months per bar: a month, a quarter, 1, 5, 10, 50, 100, 500 or 1000 years. */
const sizes = [1, 3, 12, 60, 120, 600, 1200, 6000, 12_000]

const maxBars = 120
const maxLabels = 8
const height = 52
const tallest = 48

/** Width of an end column as a share of the bars. */
const columnShare = 0.08

export function histogram(times: TimeCounts, { words }: DrawingContext): Html | false {
  const bars = barsOf(times)
  if (bars === null) return false
  const { first, size, sums, window } = bars
  const axis = sums.length * size
  const column = axis * columnShare
  const columns = [
    { count: window, label: words.vagueColumn },
    { count: times.undated, label: words.undatedColumn },
  ].filter(({ count }) => count > 0)
  const total = axis + columns.length * column
  const max = Math.max(...sums, ...columns.map(({ count }) => count))
  const rect = (at: number, units: number, count: number) =>
    bar((at / total) * 100, (units / total) * 100, (count / max) * tallest)
  const cells = [
    ...yearCells(first, first + axis, words),
    ...columns.map(({ label }) => ({ units: column, label })),
  ]
  return drawing(
    cells,
    height,
    html`
      <g class="bars">${sums.map((sum, i) => rect(i * size, size, sum))}</g>
      <g class="bars rest">${columns.map(({ count }, i) => rect(axis + i * column, column, count))}</g>`,
  )
}

interface Bars {
  /** The first month (`monthNumber`) and the number of months of each bar. */
  readonly first: number
  readonly size: number
  readonly sums: readonly number[]
  /** Dated events that are known only within several bars. */
  readonly window: number
}

/**
 * Null if there would be fewer than two bars. The size is the smallest at which at most a quarter of
 * the dated events lies in several bars.
 * @example one event of February 2020, one of March 2020 → { first: 24241, size: 1, sums: [1, 1], … }
 */
export function barsOf({ month, window }: TimeCounts): Bars | null {
  const counted = [
    ...Array.from(month, ([id, count]) => ({ from: monthNumber(id), to: monthNumber(id), count })),
    ...Array.from(window, ([id, count]) => {
      const [from = '', to = ''] = id.split('/')
      return { from: monthNumber(from), to: monthNumber(to), count }
    }),
  ]
  const total = sumOf(month) + sumOf(window)
  for (const size of sizes) {
    const binOf = (at: number) => Math.floor(at / size)
    const inside = counted.filter(({ from, to }) => binOf(from) === binOf(to))
    const sum = inside.reduce((all, { count }) => all + count, 0)
    if (sum < total * 0.75 && size !== sizes.at(-1)) continue
    const bins = inside.map(({ from }) => binOf(from))
    const [first, last] = [Math.min(...bins), Math.max(...bins)]
    if (last - first >= maxBars) continue
    if (!(last > first)) return null
    const sums = Array.from({ length: last - first + 1 }, () => 0)
    for (const { from, count } of inside) {
      const bin = binOf(from) - first
      sums[bin] = (sums[bin] ?? 0) + count
    }
    return { first: first * size, size, sums, window: total - sum }
  }
  return null
}

function bar(x: number, width: number, tall: number): Html | false {
  if (tall === 0) return false
  const rounded = Math.max(2, Math.round(tall * 10) / 10)
  return html`<rect x="${percent(x + width * 0.1)}" width="${percent(width * 0.8)}" y="${height - rounded}" height="${rounded}"/>`
}

/** One cell per year; only some are labelled if labels would crowd. */
function yearCells(first: number, end: number, words: DrawingContext['words']): readonly Cell[] {
  const step = roundStep((end - first) / 12 / maxLabels)
  const cells: Cell[] = []
  for (let month = first; month < end;) {
    const year = Math.floor(month / 12)
    const units = Math.min(year * 12 + 12, end) - month
    const isLabelled = month % 12 === 0 && numberOf(year) % step === 0
    cells.push({ units, label: isLabelled ? words.year(year) : undefined })
    month += units
  }
  const month = first - Math.floor(first / 12) * 12
  return labelled(cells, words.month(Math.floor(first / 12), month + 1))
}

/** The year as people write it: year 0 is 1 BC. */
const numberOf = (year: number): number => (year > 0 ? year : 1 - year)

/** The smallest of 1, 2, 5, 10, 20, 50 and so on that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power
}
