// The part of days: how many events each part of events holds; how many each day has by anchor; and
// what each part of wide dates covers. Varints: the number of parts of events, their numbers of events;
// the number of days, each as the days since the one before (the first signed, since 1970-01-01) and its
// number of events; the number of parts of wide dates, each with its first and its last day (signed); the
// posting lists of the events without a date and of those that are withdrawn, each behind its length. Form
// 1 has no such lists here: they are terms.
import {
  civilDay,
  printYear,
  splitDay,
  twoDigits,
  type CivilDay,
} from '../../domain/date/civil-day.ts'
import type { DateWindow } from '../../domain/query/window.ts'
import { encodePostings } from './postings.ts'
import { createByteReader, createByteWriter } from './varints.ts'

/** What is collected while a segment is built. */
export interface DayCounts {
  /** Of each part of events. */
  readonly chunks: readonly number[]
  /** Anchors with their number of events, ascending. */
  readonly days: readonly (readonly [day: number, events: number])[]
  /** The days from which to which the dates of each part of wide dates reach. */
  readonly wide: readonly Reach[]
  /** Ordinals, ascending. */
  readonly undated: readonly number[]
  readonly withdrawn: readonly number[]
}

export type Reach = readonly [first: number, last: number]

export function daysPart({
  chunks,
  days,
  wide,
  undated,
  withdrawn,
}: DayCounts): Uint8Array<ArrayBuffer> {
  const writer = createByteWriter()
  writer.varint(chunks.length)
  for (const events of chunks) writer.varint(events)
  writer.varint(days.length)
  for (const [index, [day, events]] of days.entries()) {
    if (index === 0) writer.signed(day)
    else writer.varint(day - (days[index - 1]?.[0] ?? 0))
    writer.varint(events)
  }
  writer.varint(wide.length)
  for (const [first, last] of wide) {
    writer.signed(first)
    writer.signed(last)
  }
  for (const list of [undated, withdrawn].map(encodePostings)) {
    writer.varint(list.length)
    writer.raw(list)
  }
  return writer.take()
}

export interface Calendar {
  /** The part of events that holds an event, and the ordinal of the first in it. */
  readonly chunkOf: (ordinal: number) => { readonly chunk: number; readonly first: number }
  /** The ordinals, the second exclusive, of all events whose anchor is in the window. */
  readonly within: (
    window: Pick<DateWindow, 'from' | 'to'>,
  ) => readonly [start: number, end: number]
  /** The months that hold anchors, ascending. */
  readonly months: readonly CalendarMonth[]
  readonly wide: readonly Reach[]
  /** The posting lists of these events; null in form 1. */
  readonly lists: Lists | null
}

export interface CalendarMonth {
  readonly name: string
  readonly firstDay: CivilDay
  /** The ordinals of its events, the second exclusive. */
  readonly start: number
  readonly end: number
}

export interface Lists {
  readonly undated: Uint8Array<ArrayBuffer>
  readonly withdrawn: Uint8Array<ArrayBuffer>
}

export function calendarOf(content: Uint8Array<ArrayBuffer>, form: number): Calendar {
  const reader = createByteReader(content)
  const chunks = startsOf(reader.varints(reader.varint()))
  const length = reader.varint()
  const firstDay = length === 0 ? 0 : reader.signed()
  // The number of events of the first day, then a day and its number at a time.
  const { days, starts } = addedUp(firstDay, reader.varints(Math.max(0, length * 2 - 1)), length)
  const wide = Array.from({ length: reader.varint() }, (): Reach => [
    reader.signed(),
    reader.signed(),
  ])
  const list = (): Uint8Array<ArrayBuffer> => {
    const size = reader.varint()
    reader.at += size
    return content.subarray(reader.at - size, reader.at)
  }
  const lists = form === 1 ? null : { undated: list(), withdrawn: list() }
  let months: Calendar['months'] | undefined
  const startOf = (day: number): number => starts[firstAtLeast(days, day)] ?? 0
  return {
    chunkOf(ordinal) {
      const chunk = firstAtLeast(chunks, ordinal + 1) - 1
      return { chunk, first: chunks[chunk] ?? 0 }
    },
    within({ from, to }) {
      const start = from === null ? 0 : startOf(from)
      return [start, to === null ? (starts[length] ?? 0) : Math.max(start, startOf(to + 1))]
    },
    get months() {
      return (months ??= monthsOf(days, starts))
    },
    wide,
    lists,
  }
}

/** A function of its own, which runs faster than as a part of another. */
function addedUp(
  firstDay: number,
  numbers: Uint32Array,
  length: number,
): { readonly days: Int32Array; readonly starts: Uint32Array } {
  const days = new Int32Array(length)
  const starts = new Uint32Array(length + 1)
  let [day, start] = [firstDay, 0]
  for (let index = 0; index < length; index++) {
    if (index > 0) day += numbers[index * 2 - 1] ?? 0
    start += numbers[index * 2] ?? 0
    days[index] = day
    starts[index + 1] = start
  }
  return { days, starts }
}

function startsOf(counts: Uint32Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1)
  for (let index = 0; index < counts.length; index++)
    starts[index + 1] = (starts[index] ?? 0) + (counts[index] ?? 0)
  return starts
}

/** The index of the first number that is at least `wanted`, of ascending ones. */
function firstAtLeast(numbers: Int32Array | Uint32Array, wanted: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((numbers[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

function monthsOf(days: Int32Array, starts: Uint32Array): readonly CalendarMonth[] {
  const months: CalendarMonth[] = []
  for (let index = 0; index < days.length;) {
    const { year, month } = splitDay(days[index] ?? 0)
    const after = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1)
    const next = firstAtLeast(days, after)
    months.push({
      name: `${printYear(year)}-${twoDigits(month)}`,
      firstDay: civilDay(year, month, 1),
      start: starts[index] ?? 0,
      end: starts[next] ?? 0,
    })
    index = next
  }
  return months
}
