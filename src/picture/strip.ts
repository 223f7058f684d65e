// The overview above a list: each event at its place in time or, for many events, a histogram by
// months. Decorative: the list says everything that it shows.
import { daysInMonth, splitDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { Counts } from '../domain/query/counts.ts'
import type { TimelineEvent } from '../domain/document/event.ts'
import { histogram } from './histogram.ts'
import { html, type Html } from '../markup/html.ts'
import { drawing, labelled, percent, type Cell, type DrawingContext } from './axis.ts'
import { colorClass, markerOf, type MarkedDate } from './mark.ts'

/** With more events or over more days, markers would hide each other. */
const maxMarkers = 100
const maxDays = 3 * 366

/** An event as the overview needs it; every `TimelineEvent` is one. */
export type DrawnEvent = Pick<TimelineEvent, 'themes'> & {
  readonly when: MarkedDate & Pick<TimelineEvent['when'], 'anchor'>
}

export interface Overview {
  /** The events of this page of the answer. */
  readonly events: readonly DrawnEvent[]
  /** Number of events in the whole answer. */
  readonly total: number
  /** Number of events of the whole answer per month. */
  readonly months: Counts
}

/**
 * Markers, a histogram, or false if there is too little to draw.
 * @example strip({ events: [], total: 0, months: new Map() }, context) → false
 */
export function strip(view: Overview, context: DrawingContext): Html | false {
  const dated = view.events.filter(({ when }) => when.kind !== 'undated')
  const days = dated.flatMap(({ when }) => [when.anchor, when.latest ?? when.anchor])
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const whole = view.total === view.events.length && view.total <= maxMarkers
  if (whole && last - first <= maxDays) {
    return dated.length > 1 && markers(dated, axisOf(first, last), context)
  }
  return histogram(view.months, context)
}

interface Axis {
  /** Position of a day as a percentage of the width. */
  readonly at: (day: CivilDay) => number
  readonly first: CivilDay
  /** The day after the last. */
  readonly end: CivilDay
}

/** Margin at both ends, as a share of the time shown, so that no marker is cut off. */
const room = 0.03

function axisOf(earliest: CivilDay, latest: CivilDay): Axis {
  const margin = Math.max(1, Math.round((latest - earliest) * room))
  const [first, end] = [earliest - margin, latest + margin + 1]
  return { first, end, at: (day) => ((day + 0.5 - first) / (end - first)) * 100 }
}

/** Height of a row in pixels, and minimum distance between two markers of a row in percent. */
const rowHeight = 14
const distance = 2.8

/** Percent of the tail that shows that something went on after its start or before its end. */
const tailWidth = 4

interface Placed {
  readonly event: DrawnEvent
  readonly row: number
  readonly start: number
  readonly end: number
}

function markers(events: readonly DrawnEvent[], axis: Axis, context: DrawingContext): Html {
  const ends: number[] = []
  const placed = events
    .map((event) => ({ event, ...extent(event, axis) }))
    .toSorted((a, b) => a.start - b.start)
    .map((marker): Placed => {
      const free = ends.findIndex((end) => end + distance <= marker.start)
      const row = free < 0 ? ends.length : free
      ends[row] = marker.end
      return { ...marker, row }
    })
  const height = 14 + ends.length * rowHeight
  return drawing(
    monthCells(axis, context),
    height,
    html`${placed.map((one) => marker(one, height, context))}`,
  )
}

/** Where a marker starts and ends, in percent. */
function extent({ when }: DrawnEvent, { at }: Axis): { start: number; end: number } {
  const start = at(when.kind === 'span' ? (when.earliest ?? when.anchor) : when.anchor)
  if (when.kind === 'since') return { start, end: start + tailWidth }
  if (when.kind === 'until') return { start: start - tailWidth, end: start }
  return { start, end: when.kind === 'span' && when.latest !== null ? at(when.latest) : start }
}

function marker(
  { event, row, start, end }: Placed,
  height: number,
  { themes }: DrawingContext,
): Html {
  const kind = markerOf(event.when)
  const color = colorClass(themes.get(event.themes[0] ?? ''))
  const y = height - 10 - row * rowHeight
  if (event.when.kind === 'span' && end > start) {
    return html`<rect class="mark-${kind} ${color}" x="${percent(start)}" y="${y - 5}" width="${percent(end - start)}" height="10" rx="5"/>`
  }
  const tail = html`<rect class="mark-tail ${color}" x="${percent(start)}" y="${y - 2}" width="${percent(tailWidth)}" height="4" rx="2"/>`
  return html`
    ${(kind === 'since' || kind === 'until') && tail}
    <circle class="mark-${kind} ${color}" cx="${percent(event.when.kind === 'until' ? end : start)}" cy="${y}"/>`
}

/** One cell per month; over a long time only every third, or January, is labelled. */
function monthCells({ first, end }: Axis, { words }: DrawingContext): readonly Cell[] {
  const step = end - first > 400 ? 12 : end - first > 200 ? 3 : 1
  const cells: Cell[] = []
  for (let day = first; day < end;) {
    const { year, month, day: ofMonth } = splitDay(day)
    const units = Math.min(daysInMonth(year, month) - ofMonth + 1, end - day)
    const isLabelled = ofMonth === 1 && (month - 1) % step === 0
    const label = month === 1 ? words.year(year) : words.shortMonth(year, month)
    cells.push({ units, label: isLabelled ? label : undefined })
    day += units
  }
  const { year, month } = splitDay(first)
  return labelled(cells, words.month(year, month))
}
