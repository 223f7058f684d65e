// The overview above a list: each event at its place in time or, for many events, a histogram by
// months. Decorative: the list says everything that it shows.
import { daysInMonth, splitDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { TimeCounts } from '../domain/query/counts.ts'
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
  readonly when: MarkedDate & Pick<TimelineEvent['when'], 'named'>
}

export interface Overview {
  /** The events of this page of the answer. */
  readonly events: readonly DrawnEvent[]
  /** Number of events in the whole answer. */
  readonly total: number
  /** Of the whole answer. */
  readonly times: TimeCounts
}

/**
 * Markers, a histogram, or false if there is too little to draw.
 * @example strip({ events: [], total: 0, times: countTimes([]) }, context) → false
 */
export function strip(view: Overview, context: DrawingContext): Html | false {
  const dated = view.events.flatMap(({ themes, when }) => {
    const days = daysShown(when)
    return days === null ? [] : [{ themes, when, days }]
  })
  const days = dated.flatMap(({ days }) => days)
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const whole = view.total === view.events.length && view.total <= maxMarkers
  if (whole && last - first <= maxDays) {
    return dated.length > 1 && markers(dated, axisOf(first, last), context)
  }
  return histogram(view.times, context)
}

/** An event with the days on which its marker begins and ends. */
type DatedEvent = DrawnEvent & { readonly days: readonly [CivilDay, CivilDay] }

/** Its bounds; of a date with one bound the days that it names. No other day is drawn. */
function daysShown({ earliest, latest, named }: DrawnEvent['when']): DatedEvent['days'] | null {
  return earliest !== null && latest !== null ? [earliest, latest] : named
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
  readonly event: DatedEvent
  readonly row: number
  readonly start: number
  readonly end: number
}

function markers(events: readonly DatedEvent[], axis: Axis, context: DrawingContext): Html {
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
function extent({ when, days }: DatedEvent, { at }: Axis): { start: number; end: number } {
  return {
    start: at(days[0]) - (when.kind === 'until' ? tailWidth : 0),
    end: at(days[1]) + (when.kind === 'since' ? tailWidth : 0),
  }
}

/** A dot on a day, a bar for what lasted, a thin line for one day within a window. */
function marker(
  { event, row, start, end }: Placed,
  height: number,
  { themes }: DrawingContext,
): Html {
  const { when, days } = event
  const color = colorClass(themes.get(event.themes[0] ?? ''))
  const y = height - 10 - row * rowHeight
  const rect = (kind: string, x: number, width: number, thick: number) =>
    html`<rect class="mark-${kind} ${color}" x="${percent(x)}" y="${y - thick / 2}" width="${percent(width)}" height="${thick}" rx="${thick / 2}"/>`
  const [isSince, isUntil] = [when.kind === 'since', when.kind === 'until']
  const [first, last] = [start + (isUntil ? tailWidth : 0), end - (isSince ? tailWidth : 0)]
  const isWindow = days[0] < days[1]
  if (isWindow && when.kind === 'span') return rect(markerOf(when), first, last - first, 10)
  return html`
    ${(isSince || isUntil) && rect('tail', isSince ? last : start, tailWidth, 4)}
    ${
      isWindow
        ? rect('vague', first, last - first, 4)
        : html`<circle class="mark-${markerOf(when)} ${color}" cx="${percent(first)}" cy="${y}"/>`
    }`
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
