// Counts by lane and time of a packed edition are those of its events: of lanes that many or no events are
// in, in bins of every size, whatever the filter and the edits.
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { printEdtf } from '../../src/domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../src/domain/date/kinds.ts'
import type { EventQuery } from '../../src/domain/query/event-query.ts'
import {
  binSizes,
  countLanes,
  laneIdsOf,
  type LaneCounts,
  type LaneKind,
  type LanesAsked,
} from '../../src/domain/query/lanes.ts'
import type { EditionReader } from '../../src/edition/reader.ts'
import { datesAround2020, edtfDates } from '../support/dates.ts'
import { histories } from '../support/edits.ts'
import { memoryParts } from '../support/memory-parts.ts'
import { packSynthetic } from '../support/packed-large.ts'
import { twice } from '../support/packed.ts'
import { randomQuery } from '../support/synthetic-queries.ts'
import { randomFrom, sizesFor } from '../support/synthetic.ts'
import { documentsDated, queries } from '../support/timelines.ts'

const numRuns = Number(process.env['PACKED_RUNS'] ?? 100)

/** The most lanes of their own that one walk has room for. */
const most = 30

/** Packed events are not counted by day or week. */
const coarse = (asked: LanesAsked): LanesAsked =>
  asked.size === 'day' || asked.size === 'week' ? { ...asked, size: 'month' } : asked

/** Of the events themselves. */
async function counted(
  plain: EditionReader,
  query: EventQuery,
  asked: LanesAsked,
): Promise<LaneCounts> {
  const { events } = await plain.answer(query, { limit: 100_000, after: null })
  return countLanes(events, (event) => laneIdsOf(event, asked.by), coarse(asked))
}

const isEmpty = ({ lanes, rest, none }: LaneCounts): boolean =>
  [...lanes, rest, none].every(({ bins, window, undated }) => bins.size + window + undated === 0)

const binsInOrder = ({ lanes, rest, none }: LaneCounts): readonly number[][] =>
  [...lanes, rest, none].map(({ bins }) => [...bins.keys()])

/** Distinct ids of a kind, some of which nobody has: in lanes of their own, and in the one that is shared. */
const lanesOf = (by: LaneKind, known: readonly string[]): fc.Arbitrary<LanesAsked> =>
  fc
    .tuple(
      fc.shuffledSubarray([...known, 'nobody', ...Array.from({ length: 40 }, (_, i) => `no-${i}`)]),
      fc.nat(most),
      fc.nat(40),
      fc.constantFrom(...binSizes),
    )
    .map(([ids, own, others, size]) => ({
      by,
      ids: ids.slice(0, own),
      others: ids.slice(own, own + others),
      size,
    }))

/** An undated event may not end after its source. */
const anyDates = edtfDates
  .filter(({ form }) => form !== 'before')
  .map((edtf): [string, DateKind] => [printEdtf(edtf), kindOf(edtf)])

test('lanes count what the events are known to be, of dates of the whole profile and after edits', async () => {
  const lanes = fc.oneof(
    lanesOf('theme', ['prevention', 'reopening']),
    lanesOf('actor', ['committee', 'enterprises', 'li-ming', 'town']),
  )
  let empty = 0
  await fc.assert(
    fc.asyncProperty(
      documentsDated(fc.oneof(datesAround2020, anyDates)),
      fc.array(histories, { maxLength: 2 }),
      queries,
      fc.array(lanes, { minLength: 1, maxLength: 4 }),
      async (base, steps, query, asked) => {
        const editions = steps.reduce((all, edit) => [...all, edit(all.at(-1)!)], [base])
        const { plain, packed } = await twice(editions as [typeof base])
        for (const one of asked) {
          const none = { limit: 0, after: null }
          const answer = await packed.answer(query, none, { lanes: one })
          const expected = await counted(plain, query, one)
          expect(answer.lanes).toEqual(expected)
          expect(binsInOrder(answer.lanes)).toEqual(binsInOrder(expected))
          if (isEmpty(expected)) empty++
        }
      },
    ),
    { numRuns },
  )
  expect(empty).toBeLessThan(numRuns)
})

const events = 1000
const memory = memoryParts()
const packing = packSynthetic(events, memory)

test.each([0, 300])(
  'lanes of many themes and actors over a segment with %i edits',
  async (edits) => {
    const { plain, packed } = (await packing).after(edits, memory.source)
    const random = randomFrom(edits + 20_200_313)
    const sizes = sizesFor(events)
    const vocabulary = {
      theme: Array.from({ length: sizes.themes }, (_, n) => `theme-${n}`),
      actor: Array.from({ length: sizes.actors }, (_, n) => `actor-${n}`),
    }
    const asked = fc.sample(
      fc.oneof(lanesOf('theme', vocabulary.theme), lanesOf('actor', vocabulary.actor)),
      { numRuns: 60, seed: edits + 1 },
    )
    let [exact, full] = [0, 0]
    for (const lanes of asked) {
      const query = randomQuery(random, sizes)
      const answer = await packed.answer(query, { limit: 0, after: null }, { lanes })
      if (answer.atMost === true) continue
      const expected = await counted(plain, query, lanes)
      expect(answer.lanes, JSON.stringify({ query, lanes })).toEqual(expected)
      exact++
      if (!isEmpty(expected) && lanes.ids.length > 20) full++
    }
    expect(exact).toBeGreaterThan(40)
    expect(full).toBeGreaterThan(0)
  },
)
