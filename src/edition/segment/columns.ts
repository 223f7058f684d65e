// Columns: the themes, the participants and the sources of each event, as indices of the vocabulary,
// so that any set of events is counted without reading one of them. A part holds `columnEvents` events.
// First, for each of the three kinds, the bytes of an entry (1, 2 or 4) and the number of its entries;
// then for each kind where the entries of every 32nd event begin; then the entries, each kind at a
// multiple of four bytes. An entry is twice the index plus 1 (0: none), plus 1 for the last of its event.
// All numbers have their lowest byte first.
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

type Width = 1 | 2 | 4

const widthFor = (ids: number): Width => (ids < 0x80 ? 1 : ids < 0x80_00 ? 2 : 4)

const arrays = { 1: Uint8Array, 2: Uint16Array, 4: Uint32Array } as const

const padded = (length: number): number => Math.ceil(length / 4) * 4

function packed(columns: readonly Column[], widths: readonly Width[]): Uint8Array<ArrayBuffer> {
  const head = columns.flatMap(({ entries }, at) => [widths[at] ?? 4, entries.length])
  const starts = columns.flatMap((column) => column.starts)
  const bodies = columns.map(({ entries }, at) => arrays[widths[at] ?? 4].from(entries))
  const first = (head.length + starts.length) * 4
  const part = new Uint8Array(
    bodies.reduce((length, body) => length + padded(body.byteLength), first),
  )
  const view = new DataView(part.buffer)
  for (const [at, number] of [...head, ...starts].entries()) view.setUint32(at * 4, number, true)
  let at = first
  for (const body of bodies) {
    part.set(new Uint8Array(body.buffer), at)
    at += padded(body.byteLength)
  }
  return part
}

/** The columns of one part, as views of its bytes. */
export type Columns = Readonly<Record<ColumnKind, ColumnView>>

interface ColumnView {
  readonly starts: Uint32Array
  readonly entries: Uint8Array | Uint16Array | Uint32Array
}

/** Of `events` events. Machines that keep the highest byte first are none of the hosts. */
export function columnsOf(content: Uint8Array<ArrayBuffer>, events: number): Columns {
  // Views need a multiple of their width.
  const { buffer, byteOffset } = content.byteOffset % 4 === 0 ? content : content.slice()
  const head = new Uint32Array(buffer, byteOffset, 6)
  const groups = Math.ceil(events / group)
  let at = (6 + 3 * groups) * 4
  const views = columnKinds.map((_, index): ColumnView => {
    const [width, count] = [head[index * 2] as Width, head[index * 2 + 1] ?? 0]
    const starts = new Uint32Array(buffer, byteOffset + (6 + index * groups) * 4, groups)
    const entries = new arrays[width](buffer, byteOffset + at, count)
    at += padded(entries.byteLength)
    return { starts, entries }
  })
  const [themes, actors, sources] = views as [ColumnView, ColumnView, ColumnView]
  return { themes, actors, sources }
}

/** For each index, the indices that an entry of it counts for, too, such as its groups. */
export type Implied = ReadonlyMap<number, readonly number[]>

/** What is counted, over all parts of columns. */
export interface Tally {
  readonly counts: Uint32Array
  readonly implied: Implied
  /** True for what implies others or is implied, so that it must not count twice. */
  readonly isMixed: Uint8Array
  /** The last event that was counted for each of these, plus 1. */
  readonly seen: Uint32Array
}

/** Adds the events of a set that are in part `number` to a tally. */
export function tallyColumn(
  { starts, entries }: ColumnView,
  number: number,
  bits: Bits,
  tally: Tally,
): void {
  const first = (number * columnEvents) / group
  const { counts, isMixed } = tally
  for (let at = 0; at < starts.length; at++) {
    let word = bits[first + at] ?? 0
    let next = starts[at] ?? 0
    const ordinal = (first + at) * group
    for (let bit = 1; word !== 0; word >>>= 1, bit++) {
      const isCounted = (word & 1) === 1
      for (let entry = 0; (entry & 1) === 0;) {
        entry = entries[next++] ?? 1
        if (!isCounted || entry < 2) continue
        const index = (entry >>> 1) - 1
        if (isMixed[index] === 1) tallyOnce(tally, index, ordinal + bit)
        else counts[index] = (counts[index] ?? 0) + 1
      }
    }
  }
}

function tallyOnce({ counts, seen, implied }: Tally, index: number, mark: number): void {
  tallyMark(counts, seen, index, mark)
  for (const other of implied.get(index) ?? []) tallyMark(counts, seen, other, mark)
}

function tallyMark(counts: Uint32Array, seen: Uint32Array, index: number, mark: number): void {
  if (seen[index] === mark) return
  seen[index] = mark
  counts[index] = (counts[index] ?? 0) + 1
}
