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

/** The groups of each index that is in one or is one itself, itself included. */
export type GroupsByIndex = ReadonlyMap<number, readonly number[]>

/** How many events have each index, over all parts of columns. */
export interface Tally {
  readonly counts: Uint32Array
  /** The same of groups: an event counts once for a group, whichever of its members it has. */
  readonly grouped: Uint32Array
  /** By index, null for most. */
  readonly groups: readonly (readonly number[] | null)[]
  /** The last event that was counted for each group, plus 1. */
  readonly seen: Uint32Array
}

/** @example (3, new Map([[0, [2]], [2, [2]]])) → a tally of three indices, where 0 is a member of 2 */
export function newTally(size: number, groups: GroupsByIndex = new Map()): Tally {
  const [counts, grouped, seen] = [size, size, size].map((length) => new Uint32Array(length)) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ]
  return { counts, grouped, groups: Array.from(counts, (_, at) => groups.get(at) ?? null), seen }
}

/** Adds the events of a set that are in part `number` to a tally. */
export function tallyColumn(
  { starts, width, words }: ColumnView,
  number: number,
  bits: Bits,
  tally: Tally,
): void {
  const first = (number * columnEvents) / group
  const { counts, groups } = tally
  const mask = maskOf(width)
  for (let at = 0; at < starts.length; at++) {
    let selected = bits[first + at] ?? 0
    let next = (starts[at] ?? 0) * width
    // Written out, since most of the time of counts is spent here.
    for (let mark = (first + at) * group + 1; selected !== 0; selected >>>= 1, mark++) {
      for (let entry = 0; (entry & 1) === 0; next += width) {
        const word = next >>> 5
        const from = next & 31
        entry = (words[word] ?? -1) >>> from
        if (from + width > 32) entry |= (words[word + 1] ?? -1) << (32 - from)
        entry &= mask
        if ((selected & 1) === 0 || entry < 2) continue
        const index = (entry >>> 1) - 1
        counts[index] = (counts[index] ?? 0) + 1
        const own = groups[index]
        if (own !== null && own !== undefined) tallyGroups(tally, own, mark)
      }
    }
  }
}

function tallyGroups({ grouped, seen }: Tally, groups: readonly number[], mark: number): void {
  for (const group of groups) {
    if (seen[group] === mark) continue
    seen[group] = mark
    grouped[group] = (grouped[group] ?? 0) + 1
  }
}
