// Bars that show how many events each stretch of months has.
import type { Counts } from '../domain/query/counts.ts'
import { splitMonth } from '../domain/date/month.ts'
import { html, type Html } from '../markup/html.ts'
import { drawing, labelled, percent, type Cell, type DrawingContext } from './axis.ts'

/** Maximum bars; a bar covers as many months as that takes. */
const maxBars = 120
const maxLabels = 8
const height = 52
const tallest = 48

export function histogram(counts: Counts, { words }: DrawingContext): Html | false {
  const months = Array.from(counts, ([id, count]) => ({ at: monthNumber(id), count }))
  if (months.length < 2) return false
  const first = Math.min(...months.map(({ at }) => at))
  const last = Math.max(...months.map(({ at }) => at))
  const size = Math.ceil((last - first + 1) / maxBars)
  const sums = Array.from({ length: Math.ceil((last - first + 1) / size) }, () => 0)
  for (const { at, count } of months) {
    const bar = Math.floor((at - first) / size)
    sums[bar] = (sums[bar] ?? 0) + count
  }
  const max = Math.max(...sums)
  const width = 100 / sums.length
  const bars = sums.map((sum, i) => bar(i * width, width, (sum / max) * tallest))
  const cells = yearCells(first, first + sums.length * size, words)
  return drawing(cells, height, html`<g class="bars">${bars}</g>`)
}

/** Months since year 0. */
function monthNumber(id: string): number {
  const { year, month } = splitMonth(id)
  return year * 12 + month - 1
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
  return labelled(cells, words.month(Math.floor(first / 12), (first % 12) + 1))
}

/** The year as people write it: year 0 is 1 BC. */
const numberOf = (year: number): number => (year > 0 ? year : 1 - year)

/** The smallest of 1, 2, 5, 10, 20, 50 and so on that is not below `least`. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)))
  return ([1, 2, 5].find((digit) => digit * power >= least) ?? 10) * power
}
