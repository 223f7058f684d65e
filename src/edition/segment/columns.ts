// Columns: the themes, the participants and the sources of each event, as indices of the vocabulary,
// so that any set of events is counted without reading one of them. A part holds `columnEvents` events.
// First, for each of the three kinds, the bits of an entry and the number of its entries; then for each
// kind where the entries of every 32nd event begin, all in 32 bits; then the entries, each kind at a
// multiple of four bytes. An entry is twice the index plus 2 (0: none), plus 1 for the last of its event.
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
  /** Number of entries, and the bits of each: at most `widestEntry`, in form 1 also 32. */
  readonly entries: number
  readonly width: number
  /** Of the entries, a multiple of four bytes. */
  readonly view: DataView
}

/** So many bits are within four bytes, wherever they begin; twelve million ids need no more. */
export const widestEntry = 25

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
    const words = wordsFor(entries, width)
    const view = new DataView(buffer, byteOffset + at * 4, words * 4)
    at += words
    return { starts, entries, width, view }
  })
  const [themes, actors, sources] = views as [ColumnView, ColumnView, ColumnView]
  return { themes, actors, sources }
}

/** One entry. */
export function entryAt({ width, view }: ColumnView, index: number): number {
  const bit = index * width
  // Four bytes behind the beginning of the last entries there may be no more.
  const byte = Math.min(bit >>> 3, view.byteLength - 4)
  return ((view.getInt32(byte, true) >>> (bit - byte * 8)) & maskOf(width)) >>> 0
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
  /** By index plus 1: the only group of that index, plus 1; 0 for none and for several. */
  readonly only: Uint32Array
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

/**
 * Adds the events of a set that are in part `number` to a tally. Most of the time of counts is spent here:
 * entries are walked up to the last event of a group that is in the set, and an entry of one that is not is
 * added as 0, since to branch takes longer.
 */
export function tallyColumn(
  { starts, width, view }: ColumnView,
  number: number,
  bits: Bits,
  { counts, groups }: Tally,
): void {
  const first = (number * columnEvents) / group
  const mask = maskOf(width)
  const lastByte = view.byteLength - 4
  const { only, seen, counts: grouped, several } = groups ?? noGroups
  for (let at = 0; at < starts.length; at++) {
    let selected = bits[first + at] ?? 0
    let next = (starts[at] ?? 0) * width
    // Of the event, plus 1.
    let mark = (first + at) * group + 1
    while (selected !== 0) {
      const byte = Math.min(next >>> 3, lastByte)
      const entry = (view.getInt32(byte, true) >>> (next - byte * 8)) & mask
      const index = entry >>> 1
      const more = selected & 1
      counts[index] = (counts[index] ?? 0) + more
      if (groups !== null) {
        const own = (only[index] ?? 0) & -more
        if (own !== 0 && seen[own] !== mark) {
          grouped[own] = (grouped[own] ?? 0) + 1
          seen[own] = mark
        }
        if (several !== null && more === 1) tallySeveral(groups, index, mark)
      }
      const isLast = entry & 1
      selected >>>= isLast
      mark += isLast
      next += width
    }
  }
}

const none = new Uint32Array()
const noGroups: GroupTally = { only: none, several: null, counts: none, seen: none }

function tallySeveral(groups: GroupTally, index: number, mark: number): void {
  for (const group of groups.several?.[index] ?? []) tallyGroup(groups, group, mark)
}

/** Unless one of its members was counted for the same event. */
function tallyGroup({ counts, seen }: GroupTally, group: number, mark: number): void {
  if (group === 0 || seen[group] === mark) return
  counts[group] = (counts[group] ?? 0) + 1
  seen[group] = mark
}

/** Counts of several sets in one walk: of each lane, how many of its events each place has. */
export interface LaneTally {
  /** By index plus 1: a bit, n for lane n + 1, or 0 for no lane; the first is of events that have none. */
  readonly laneOf: Int32Array
  /** Of each event, below `places`. */
  readonly placeOf: Uint16Array | Uint32Array
  readonly places: number
  /** By lane times `places` plus place. Lane 0 has the events that are in no other. */
  readonly counts: Uint32Array
}

/** So many lanes have a bit; lane 0 needs none. */
export const lanesWithBit = 31

/**
 * Adds the events of a set that are in part `number` to a tally. The lanes of all events of a group are
 * collected before those of the set are counted, since to branch takes longer.
 */
export function tallyLanes(
  { starts, width, view }: ColumnView,
  number: number,
  bits: Bits,
  { laneOf, placeOf, places, counts }: LaneTally,
): void {
  const first = (number * columnEvents) / group
  const mask = maskOf(width)
  const lastByte = view.byteLength - 4
  const lanes = new Int32Array(group)
  for (let at = 0; at < starts.length; at++) {
    const selected = bits[first + at] ?? 0
    const end = 32 - Math.clz32(selected)
    let next = (starts[at] ?? 0) * width
    for (let own = 0, event = 0; event < end;) {
      const byte = Math.min(next >>> 3, lastByte)
      const entry = (view.getInt32(byte, true) >>> (next - byte * 8)) & mask
      own |= laneOf[entry >>> 1] ?? 0
      lanes[event] = own
      const isLast = entry & 1
      own &= isLast - 1
      event += isLast
      next += width
    }
    for (let rest = selected; rest !== 0; rest &= rest - 1) {
      const event = 31 - Math.clz32(rest & -rest)
      const place = placeOf[(first + at) * group + event] ?? 0
      let own = lanes[event] ?? 0
      do {
        const count = (32 - Math.clz32(own & -own)) * places + place
        counts[count] = (counts[count] ?? 0) + 1
        own &= own - 1
      } while (own !== 0)
    }
  }
}
