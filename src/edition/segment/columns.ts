// Columns: the themes, the participants and the sources of each event, as indices of the vocabulary,
// so that any set of events is counted without reading one of them. A part holds `columnEvents` events.
// First, for each of the three kinds, the bits of an entry and the number of its entries; then for each
// kind where the entries of every 32nd event begin, all in 32 bits; then the entries, each kind at a
// multiple of four bytes. An entry is twice the index plus 1 (0: none), plus 1 for the last of its event.
// Entries stand one behind the other, the lowest bit first, in words of 32 bits. All numbers have their
// lowest byte first. In form 1 the width of an entry is in bytes: 1, 2 or 4.
import type { Bits } from './bits.ts'

/** Events of one part. */
export const columnEvents = 131_072

export const columnKinds = ['themes', 'actors', 'sources'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** The ids to which the indices refer. */
export type Vocabulary = Readonly<Record<ColumnKind, readonly string[]>>

const group = 32

export interface ColumnWriter {
  readonly events: number
  /** The next event. */
  add(ids: Readonly<Record<ColumnKind, readonly string[]>>): void
  /** The part of the events since the last call. */
  take(): Uint8Array<ArrayBuffer>
}

export function createColumnWriter(vocabulary: Vocabulary): ColumnWriter {
  const indices = columnKinds.map((kind) => indicesOf(vocabulary[kind]))
  let columns = columnKinds.map(newColumn)
  let events = 0
  return {
    get events() {
      return events
    },
    add(ids) {
      for (const [at, kind] of columnKinds.entries()) {
        const { starts, entries } = columns[at] ?? newColumn()
        if (events % group === 0) starts.push(entries.length)
        const found = ids[kind].map((id) => (indices[at]?.get(id) ?? -1) + 1)
        if (found.length === 0) found.push(0)
        for (const [index, entry] of found.entries())
          entries.push(entry * 2 + (index === found.length - 1 ? 1 : 0))
      }
      events++
    },
    take() {
      const part = packed(
        columns,
        columnKinds.map((kind) => widthFor(vocabulary[kind].length)),
      )
      columns = columnKinds.map(newColumn)
      events = 0
      return part
    },
  }
}

const indicesOf = (ids: readonly string[]): ReadonlyMap<string, number> =>
  new Map(ids.map((id, index) => [id, index]))

interface Column {
  readonly starts: number[]
  readonly entries: number[]
}

const newColumn = (): Column => ({ starts: [], entries: [] })

/** Bits of the largest entry. */
const widthFor = (ids: number): number => 33 - Math.clz32(ids)

const wordsFor = (entries: number, width: number): number => Math.ceil((entries * width) / 32)

function packed(columns: readonly Column[], widths: readonly number[]): Uint8Array<ArrayBuffer> {
  const head = columns.flatMap(({ entries }, at) => [widths[at] ?? 32, entries.length])
  const starts = columns.flatMap((column) => column.starts)
  const bodies = columns.map(({ entries }, at) => packedEntries(entries, widths[at] ?? 32))
  const words = [...head, ...starts].length + bodies.reduce((sum, { length }) => sum + length, 0)
  const view = new DataView(new ArrayBuffer(words * 4))
  let at = 0
  for (const numbers of [head, starts, ...bodies])
    for (const number of numbers) {
      view.setUint32(at, number, true)
      at += 4
    }
  return new Uint8Array(view.buffer)
}

function packedEntries(entries: readonly number[], width: number): Uint32Array {
  const words = new Uint32Array(wordsFor(entries.length, width))
  let bit = 0
  for (const entry of entries) {
    const [at, from] = [bit >>> 5, bit & 31]
    words[at] = (words[at] ?? 0) | (entry << from)
    if (from + width > 32) words[at + 1] = entry >>> (32 - from)
    bit += width
  }
  return words
}

/** The columns of one part, as views of its bytes. */
export type Columns = Readonly<Record<ColumnKind, ColumnView>>

export interface ColumnView {
  readonly starts: Uint32Array
  /** Number of entries, and the bits of each. */
  readonly entries: number
  readonly width: number
  readonly words: Uint32Array
}

/** Of `events` events. Machines that keep the highest byte first are none of the hosts. */
export function columnsOf(content: Uint8Array<ArrayBuffer>, events: number, form: number): Columns {
  // Views need a multiple of their width.
  const { buffer, byteOffset } = content.byteOffset % 4 === 0 ? content : content.slice()
  const head = new Uint32Array(buffer, byteOffset, 6)
  const groups = Math.ceil(events / group)
  let at = 6 + 3 * groups
  const views = columnKinds.map((_, index): ColumnView => {
    const [stored, entries] = [head[index * 2] ?? 0, head[index * 2 + 1] ?? 0]
    const width = form === 1 ? stored * 8 : stored
    const starts = new Uint32Array(buffer, byteOffset + (6 + index * groups) * 4, groups)
    const words = new Uint32Array(buffer, byteOffset + at * 4, wordsFor(entries, width))
    at += words.length
    return { starts, entries, width, words }
  })
  const [themes, actors, sources] = views as [ColumnView, ColumnView, ColumnView]
  return { themes, actors, sources }
}

/** One entry. */
export function entryAt({ width, words }: ColumnView, index: number): number {
  const bit = index * width
  const [word, from] = [bit >>> 5, bit & 31]
  const low = (words[word] ?? -1) >>> from
  const high = from + width > 32 ? (words[word + 1] ?? -1) << (32 - from) : 0
  return ((low | high) & maskOf(width)) >>> 0
}

const maskOf = (width: number): number => (width === 32 ? -1 : (1 << width) - 1)

/** How many events have each index, over all parts of columns. */
export interface Tally {
  /** By index plus 1; the first is of events that have none. */
  readonly counts: Uint32Array
  /** Null where no groups are counted. */
  readonly groups: GroupTally | null
}

/** An event counts once for a group, whichever of its members it has. */
export interface GroupTally {
  /** By index plus 1: the only group of that index, plus 1, or itself if it has none or more than one. */
  readonly only: Uint32Array
  /** By index: 1 for a group. Counts of others are without meaning. */
  readonly isGroup: Uint8Array
  /** By index plus 1: several groups; null where no actor has several. */
  readonly several: readonly (readonly number[])[] | null
  /** By index of the group plus 1. */
  readonly counts: Uint32Array
  /** The last event that was counted for each group, plus 1. */
  readonly seen: Uint32Array
}

export const newTally = (size: number, groups: GroupTally | null = null): Tally => ({
  counts: new Uint32Array(size + 1),
  groups,
})

/** Adds the events of a set that are in part `number` to a tally. */
export function tallyColumn(column: ColumnView, number: number, bits: Bits, tally: Tally): void {
  const { starts } = column
  const first = (number * columnEvents) / group
  const last = starts.length - 1
  tallyWhole(column, bits.subarray(first, first + last), first * group + 1, tally)
  tallyLast(column, bits[first + last] ?? 0, (first + last) * group + 1, tally)
}

/**
 * All groups of events but the last one, behind which no word may be read. Most of the time of counts is
 * spent here, so that nothing branches: an entry may lie in two words, and both are read; one of an event
 * that is not in the set is added as 0.
 */
function tallyWhole(
  { starts, width, words }: ColumnView,
  bits: Bits,
  start: number,
  { counts, groups }: Tally,
): void {
  const mask = maskOf(width)
  const only = groups === null ? none : groups.only
  const seen = groups === null ? none : groups.seen
  const grouped = groups === null ? none : groups.counts
  const several = groups === null ? null : groups.several
  for (let at = 0; at < bits.length; at++) {
    const selected = bits[at] ?? 0
    if (selected === 0) continue
    const end = (starts[at + 1] ?? 0) * width
    const first = start + at * group
    let event = 0
    for (let next = (starts[at] ?? 0) * width; next < end; next += width) {
      const word = next >>> 5
      const from = next & 31
      const entry =
        (((words[word] ?? 0) >>> from) | (((words[word + 1] ?? 0) << 1) << (31 - from))) & mask
      const index = entry >>> 1
      const more = (selected >>> event) & 1
      counts[index] = (counts[index] ?? 0) + more
      if (groups !== null) {
        const own = only[index] ?? 0
        const difference = (seen[own] ?? 0) ^ (first + event)
        grouped[own] = (grouped[own] ?? 0) + (more & ((difference | -difference) >>> 31))
        seen[own] = first + event
        if (several !== null) tallySeveral(groups, several[index], first + event, more)
      }
      event += entry & 1
    }
  }
}

const none = new Uint32Array()

function tallyLast(
  column: ColumnView,
  selected: number,
  start: number,
  { counts, groups }: Tally,
): void {
  let event = 0
  for (let at = column.starts.at(-1) ?? 0; at < column.entries; at++) {
    const entry = entryAt(column, at)
    const index = entry >>> 1
    const more = (selected >>> event) & 1
    counts[index] = (counts[index] ?? 0) + more
    if (groups !== null) {
      tallySeveral(groups, [groups.only[index] ?? 0], start + event, more)
      tallySeveral(groups, groups.several?.[index], start + event, more)
    }
    event += entry & 1
  }
}

/** `more` is 1, or 0 for an event that is not in the set. */
function tallySeveral(
  { counts, seen }: GroupTally,
  groups: readonly number[] | undefined,
  mark: number,
  more: number,
): void {
  for (const group of groups ?? []) {
    if (seen[group] !== mark) counts[group] = (counts[group] ?? 0) + more
    seen[group] = mark
  }
}
