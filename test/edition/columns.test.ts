import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsAmong, groupsIn } from '../../src/domain/query/members.ts'
import { noBits, setBit } from '../../src/edition/segment/bits.ts'
import {
  columnEvents,
  columnsOf,
  createColumnWriter,
  entryAt,
  newTally,
  tallyColumn,
  tallyLanes,
  type ColumnKind,
  type Columns,
} from '../../src/edition/segment/columns.ts'
import { columnCounter, groupTally, sizesOf } from '../../src/edition/segment/facets.ts'
import { segmentForm } from '../../src/edition/segment/parts.ts'

const idsTo = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}${index}`)

/** Actors of whom some are in one group, in several, or in groups that are in others. */
const actors = [
  ...idsTo('a', 90).map((id, index) => ({
    id,
    ...(index % 3 > 0 && { memberOf: index % 7 === 0 ? ['g0', 'g3'] : [`g${index % 5}`] }),
  })),
  { id: 'g0' },
  { id: 'g1', memberOf: ['g0'] },
  { id: 'g2', memberOf: ['g1', 'g3'] },
  { id: 'g3' },
  { id: 'g4', memberOf: [] },
]
const groupsOf = groupsIn(actors)
const groups = groupsAmong(actors)

const vocabulary = {
  themes: idsTo('t', 3),
  actors: actors.map(({ id }) => id),
  sources: idsTo('s', 300),
}

type Ids = Record<ColumnKind, string[]>

const event: fc.Arbitrary<Ids> = fc.record({
  themes: fc.subarray(vocabulary.themes),
  actors: fc.uniqueArray(fc.constantFrom(...vocabulary.actors), { maxLength: 4 }),
  sources: fc.uniqueArray(fc.constantFrom(...vocabulary.sources), { maxLength: 2 }),
})

/** What of `ids` the events have, each event counting once. */
const counted = (ids: readonly string[], events: readonly (readonly string[])[]): number[] =>
  ids.map((id) => events.filter((own) => own.includes(id)).length)

test('columns count what the events of a set name, and the groups of their actors', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(event, fc.boolean()), { minLength: 33, maxLength: 150 }),
      fc.integer({ min: 1, max: 40 }),
      (events, run) => {
        const writer = createColumnWriter(vocabulary)
        for (const [ids] of events) writer.add(ids)
        const part = columnsOf(writer.take(), events.length, segmentForm)
        // Sets of long runs, too, so that some groups of events have none of it.
        const isIn = (at: number): boolean => (events[at]?.[1] ?? false) && at % 80 < run * 2
        const bits = noBits(events.length)
        for (const at of events.keys()) if (isIn(at)) setBit(bits, at)
        const selected = events.filter((_, at) => isIn(at)).map(([ids]) => ids)

        const tally = groupTally(vocabulary.actors, groups, groupsOf)
        const count = columnCounter([[0, part]], { sizes: sizesOf(vocabulary), groups: tally })
        count(noBits(events.length))
        const found = count(bits)
        for (const kind of ['themes', 'actors', 'sources'] as const)
          expect([...found[kind]]).toEqual(
            counted(
              vocabulary[kind],
              selected.map((ids) => ids[kind]),
            ),
          )
        const under = selected.map((ids) => ids.actors.flatMap((id) => [id, ...groupsOf(id)]))
        const expected = counted(vocabulary.actors, under)
        expect([...found.groups]).toEqual(
          vocabulary.actors.map((id, index) => (groups.has(id) ? expected[index] : 0)),
        )
      },
    ),
    { numRuns: 200 },
  )
})

/** A part as version 1.0.0 wrote it, with entries of 1, 2 or 4 bytes; each kind has the same ids. */
function partOfForm1(
  events: readonly (readonly number[])[],
  size: number,
): Uint8Array<ArrayBuffer> {
  const largest = size * 2 + 1
  const width = largest < 0x100 ? 1 : largest < 0x1_00_00 ? 2 : 4
  const starts: number[] = []
  const entries: number[] = []
  for (const [at, own] of events.entries()) {
    if (at % 32 === 0) starts.push(entries.length)
    const indices = own.length === 0 ? [0] : own.map((index) => index + 1)
    for (const [n, index] of indices.entries())
      entries.push(index * 2 + (n === indices.length - 1 ? 1 : 0))
  }
  const body = Buffer.alloc(Math.ceil((entries.length * width) / 4) * 4)
  for (const [at, entry] of entries.entries()) body.writeUIntLE(entry, at * width, width)
  const words = [0, 1, 2].flatMap(() => [width, entries.length])
  const head = new Uint32Array([...words, ...starts, ...starts, ...starts])
  return Uint8Array.from(Buffer.concat([Buffer.from(head.buffer), body, body, body]))
}

function partOfForm2(events: readonly (readonly number[])[], ids: readonly string[]) {
  const writer = createColumnWriter({ themes: ids, actors: ids, sources: ids })
  for (const own of events) {
    const named = own.map((index) => ids[index] ?? '')
    writer.add({ themes: named, actors: named, sources: named })
  }
  return writer.take()
}

/** Lane 0 has the events of no other; each id is in lane `index % 3`. */
function lanesOf(part: Columns, ids: number, isIn: (ordinal: number) => boolean, events: number) {
  const bits = noBits(events)
  for (let at = 0; at < events; at++) if (isIn(at)) setBit(bits, at)
  const laneOf = Int32Array.from([0, ...Array.from({ length: ids }, (_, at) => at % 3)])
  const placeOf = Uint16Array.from({ length: events }, (_, at) => at % 5)
  const counts = new Uint32Array(3 * 5)
  tallyLanes(part.actors, 0, bits, { laneOf, placeOf, places: 5, counts })
  const tally = newTally(ids)
  tallyColumn(part.sources, 0, bits, tally)
  return { lanes: [...counts], counts: [...tally.counts] }
}

test.each([1, 2, 126, 127, 128, 32_766, 32_767, 70_000])(
  'a vocabulary of %i ids is read alike in entries of either form',
  (size) => {
    const ids = idsTo('i', size)
    const some = fc.uniqueArray(fc.oneof(fc.nat(size - 1), fc.constant(size - 1), fc.constant(0)), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 100 }), fc.nat(70), (events, from) => {
        const isIn = (at: number) => at >= from - 30 && at % 7 !== from % 7
        const selected = events.flatMap((own, at) => (isIn(at) ? [{ own, at }] : []))
        const lanes = Array.from({ length: 15 }, () => 0)
        const counts = Array.from({ length: size + 1 }, () => 0)
        for (const { own, at } of selected) {
          const named = new Set(own.map((index) => index % 3).filter((lane) => lane > 0))
          for (const lane of named.size === 0 ? [0] : named) lanes[lane * 5 + (at % 5)]!++
          for (const index of own.length === 0 ? [-1] : own) counts[index + 1]!++
        }
        for (const part of [
          columnsOf(partOfForm1(events, size), events.length, 1),
          columnsOf(partOfForm2(events, ids), events.length, segmentForm),
        ])
          expect(lanesOf(part, size, isIn, events.length)).toEqual({ lanes, counts })
      }),
      { numRuns: size > 1000 ? 5 : 50 },
    )
  },
)

test('a full part has its last event, and the one behind it begins another part', () => {
  const ids = idsTo('i', 3)
  const writer = createColumnWriter({ themes: ids, actors: ids, sources: [] })
  const named = (at: number) => ({
    themes: at % 2 === 0 ? [] : ids,
    actors: [ids[at % 3] ?? ''],
    sources: [],
  })
  for (let at = 0; at < columnEvents; at++) writer.add(named(at))
  const parts = [columnsOf(writer.take(), columnEvents, segmentForm)]
  writer.add(named(columnEvents))
  parts.push(columnsOf(writer.take(), 1, segmentForm))
  const { actors } = parts[0]!
  expect(entryAt(actors, actors.entries - 1)).toBe((((columnEvents - 1) % 3) + 1) * 2 + 1)

  const bits = noBits(columnEvents + 1)
  const wanted = [0, 31, 32, columnEvents - 1, columnEvents]
  for (const at of wanted) setBit(bits, at)
  const count = columnCounter([...parts.entries()], { sizes: [3, 3, 0], groups: null })
  const found = count(bits)
  expect([...found.actors]).toEqual(
    [0, 1, 2].map((n) => wanted.filter((at) => at % 3 === n).length),
  )
  expect([...found.themes]).toEqual([2, 2, 2])

  const counts = new Uint32Array(4)
  const laneOf = Int32Array.from([0, 1, 1, 1])
  const placeOf = Uint16Array.from({ length: columnEvents + 1 }, (_, at) => at % 2)
  for (const [number, { themes }] of parts.entries())
    tallyLanes(themes, number, bits, { laneOf, placeOf, places: 2, counts })
  expect([...counts]).toEqual([3, 0, 0, 2])
})
