import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsAmong, groupsIn } from '../../src/domain/query/members.ts'
import { noBits, setBit } from '../../src/edition/segment/bits.ts'
import {
  columnsOf,
  createColumnWriter,
  type ColumnKind,
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
