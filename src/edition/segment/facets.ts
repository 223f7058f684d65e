// Facets: how many of the listed events that have a term name each theme, participant and source, and
// how many are found under each group. They stand in blocks like those of terms (terms.ts), under the
// same keys; `*` is for all listed events. In place of a posting list: for themes, participants, sources
// and groups in turn the number of indices that occur, then each as the index minus the one after the
// last, and its count. All numbers are varints; indices are those of the vocabulary, groups being actors.
import {
  columnKinds,
  newTally,
  tallyColumn,
  type Columns,
  type ColumnKind,
  type GroupTally,
  type Tally,
  type Vocabulary,
} from './columns.ts'
import type { Bits } from './bits.ts'
import { createByteReader, createByteWriter } from './varints.ts'

/** Terms of so few events have no facets: their events are read and counted. */
export const fewEvents = 24

/** Counts by index of the vocabulary. */
export type SetCounts = Readonly<Record<ColumnKind | 'groups', Uint32Array>>

/**
 * Counts the groups of each actor of the vocabulary that is in one, and each group itself.
 * @example (['a', 'b'], new Set(['b']), () => ['b']) → a tally in which 0 and 1 count for 1
 */
export function groupTally(
  actors: readonly string[],
  groups: ReadonlySet<string>,
  groupsOf: (actor: string) => readonly string[],
): GroupTally {
  const only = new Uint32Array(actors.length + 1)
  const numbers = new Map<string, number>()
  for (const [index, id] of actors.entries()) {
    if (!groups.has(id)) continue
    numbers.set(id, index + 1)
    only[index + 1] = index + 1
  }
  const several: (readonly number[])[] = []
  for (const [index, id] of actors.entries()) {
    const [first, second] = groupsOf(id)
    if (first === undefined) continue
    if (second === undefined && !numbers.has(id)) only[index + 1] = numbers.get(first) ?? 0
    else {
      const known = [...groupsOf(id), id].flatMap((group) => numbers.get(group) ?? [])
      if (known.length > 1) several[index + 1] = known
      only[index + 1] = known.length === 1 ? (known[0] ?? 0) : 0
    }
  }
  return {
    only,
    several: several.length === 0 ? null : Array.from(only, (_, at) => several[at] ?? []),
    counts: new Uint32Array(only.length),
    seen: new Uint32Array(only.length),
  }
}

export interface CountedColumns {
  /** Of the vocabulary, as `sizesOf`. */
  readonly sizes: readonly number[]
  readonly groups: GroupTally | null
  /** By default all. */
  readonly kinds?: readonly ColumnKind[]
}

/** Counts the sets of events that are in these parts. A result is valid until the next call. */
export function columnCounter(
  parts: readonly (readonly [number: number, part: Columns])[],
  { sizes, groups, kinds = columnKinds }: CountedColumns,
): (bits: Bits) => SetCounts {
  const tallies = columnKinds.map((kind, at) =>
    newTally(sizes[at] ?? 0, kind === 'actors' ? groups : null),
  )
  const grouped = groups?.counts ?? new Uint32Array((sizes[1] ?? 0) + 1)
  const [themes, actors, sources] = tallies.map(({ counts }) => counts.subarray(1))
  return (bits) => {
    for (const { counts } of tallies) counts.fill(0)
    for (const numbers of [grouped, groups?.seen]) numbers?.fill(0)
    for (const [number, part] of parts)
      for (const [at, kind] of columnKinds.entries())
        if (kinds.includes(kind)) tallyColumn(part[kind], number, bits, tallies[at] as Tally)
    return {
      themes,
      actors,
      sources,
      groups: grouped.subarray(1),
    } as SetCounts
  }
}

export const sizesOf = (vocabulary: Vocabulary): readonly number[] =>
  columnKinds.map((kind) => vocabulary[kind].length)

/** @example the counts 0, 3 of two themes and nothing else → the bytes 1, 1, 3, 0, 0, 0 */
export function encodeFacets(counts: SetCounts): Uint8Array<ArrayBuffer> {
  const writer = createByteWriter()
  for (const kind of [...columnKinds, 'groups'] as const) {
    const own = counts[kind]
    writer.varint(own.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0))
    let next = 0
    for (let index = 0; index < own.length; index++) {
      if (own[index] === 0) continue
      writer.varint(index - next)
      writer.varint(own[index] ?? 0)
      next = index + 1
    }
  }
  return writer.take()
}

/** What was encoded; null for bytes that are no facets over that vocabulary. */
export function decodeFacets(
  bytes: Uint8Array<ArrayBuffer>,
  [themes = 0, actors = 0, sources = 0]: readonly number[],
): SetCounts | null {
  const reader = createByteReader(bytes)
  const read = (size: number): Uint32Array | null => {
    const counts = new Uint32Array(size)
    let index = -1
    for (let left = reader.varint(); left > 0; left--) {
      index += reader.varint() + 1
      if (index >= size) return null
      counts[index] = reader.varint()
    }
    return counts
  }
  const [first, second, third, fourth] = [themes, actors, sources, actors].map(read)
  if (!first || !second || !third || !fourth || reader.at !== bytes.length) return null
  return { themes: first, actors: second, sources: third, groups: fourth }
}
