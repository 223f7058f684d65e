import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMonth, sectionOf, spanOf } from '../../src/domain/date/claims.ts'
import { monthNumber, monthOf } from '../../src/domain/date/month.ts'
import { everything, type EventQuery } from '../../src/domain/query/event-query.ts'
import { createPackedReader } from '../../src/edition/packed/packed-reader.ts'
import type { EditionReader, Slice } from '../../src/edition/reader.ts'
import type { PartSource } from '../../src/edition/segment/parts.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { document } from '../support/document.ts'
import { histories } from '../support/edits.ts'
import { answered, placeless, twice, type Twice } from '../support/packed.ts'
import { documents, queries } from '../support/timelines.ts'

/** How many random queries; more in `npm run prove`. */
const numRuns = Number(process.env['PACKED_RUNS'] ?? 60)

/** A base, and up to two editions over it. */
const editions = fc
  .tuple(documents, fc.array(histories, { maxLength: 2 }))
  .map(([base, steps]) => steps.reduce((all, edit) => [...all, edit(all.at(-1)!)], [base]))
  .map((all) => twice(all as unknown as Parameters<typeof twice>[0]))

/** Bins of months, the finest that both count. */
const lanes = { by: 'theme', ids: ['prevention'], others: ['reopening'], size: 'month' } as const
const lanesOfActors = { ...lanes, by: 'actor', ids: ['committee', 'town'], others: [] } as const
const counted = { facets: true, choices: true, lanes }

/** The ids of all pages. Ordinals are the readers' own. */
async function pages(reader: EditionReader, query: EventQuery, slice: Omit<Slice, 'after'>) {
  const ids: string[][] = []
  for (let after: number | null = null; ;) {
    const { events, next }: Awaited<ReturnType<EditionReader['answer']>> = await reader.answer(
      query,
      { ...slice, after },
    )
    ids.push(events.map(({ id }) => id))
    if (next === null) return ids
    after = next
  }
}

const besides = ({ previous, next }: Awaited<ReturnType<EditionReader['neighbours']>>) => [
  placeless(previous),
  placeless(next),
]

async function both(pending: Promise<Twice>) {
  const { plain, packed } = await pending
  return { plain, packed }
}

describe('a packed edition', () => {
  test('reads a part of events again whose damage is found long after the store gave it', async () => {
    const { edition, memory } = await twice([document()])
    let isDamaged = true
    const source: PartSource = {
      bytes: memory.source.bytes,
      async texts(names) {
        const texts = await memory.source.texts(names)
        return texts.map((text) => (isDamaged ? (text?.replace('复工', '停工') ?? null) : text))
      },
    }
    const reader = createPackedReader(edition, source)
    const [first, last] = document().events.map(({ id }) => id)
    expect([...memory.parts.keys()].filter((name) => name.includes('/e'))).toEqual(['c0ffee/e0'])
    // The line of the other event of the part is as it was written.
    expect((await reader.event(first ?? ''))?.id).toBe(first)
    isDamaged = false
    expect((await reader.event(last ?? ''))?.id).toBe(last)
    isDamaged = true
    const cold = createPackedReader(edition, source)
    await expect(cold.event(last ?? '')).rejects.toThrow('checksum-differs')
  })

  test('may have a base of no event, and all of them in its edits', async () => {
    const { plain, packed } = await twice([document({ events: [] }), document()])
    const slice = { limit: 10, after: null }
    for (const terms of [[], ['复工'], ['pa']]) {
      const query = { ...everything, terms }
      expect(answered(await packed.answer(query, slice, counted))).toEqual(
        answered(await plain.answer(query, slice, counted)),
      )
    }
    expect(await packed.event('none')).toBeUndefined()
  })

  test('answers what its head would', async () => {
    await fc.assert(
      fc.asyncProperty(editions, queries, async (pending, query) => {
        const { plain, packed } = await both(pending)
        const slice = { limit: 1000, after: null }
        const expected = await plain.answer(query, slice, counted)
        const found = await packed.answer(query, slice, counted)
        expect(answered(found)).toEqual(answered(expected))
        expect([...found.facets.month.keys()]).toEqual([...expected.facets.month.keys()])
        const byActor = await packed.answer(query, slice, { lanes: lanesOfActors })
        expect(byActor.lanes).toEqual(
          (await plain.answer(query, slice, { lanes: lanesOfActors })).lanes,
        )
      }),
      { numRuns },
    )
  })

  test('knows the same span of all listed events, and of no others', async () => {
    let known = 0
    await fc.assert(
      fc.asyncProperty(
        editions,
        fc.oneof(queries, fc.constant(everything)),
        async (pending, query) => {
          const { plain, packed } = await both(pending)
          const slice = { limit: 1000, after: null }
          const { events, span } = await plain.answer(query, slice, { span: true })
          expect((await packed.answer(query, slice, { span: true })).span).toEqual(span)
          const all = await plain.answer(everything, slice)
          const isAll = events.length === all.events.length
          expect(span).toEqual(isAll ? spanOf(events.map(({ when }) => when)) : null)
          if (span !== null) known++
        },
      ),
      { numRuns },
    )
    expect(known).toBeGreaterThan(numRuns / 10)
  })

  test('has the same pages, by section, too', async () => {
    const slices = fc.record({ limit: fc.integer({ min: 1, max: 7 }), bySection: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(editions, queries, slices, async (pending, query, { limit, bySection }) => {
        const { plain, packed } = await both(pending)
        const slice = { limit, ...(bySection && { bySection: true as const }) }
        expect(await pages(packed, query, slice)).toEqual(await pages(plain, query, slice))
      }),
      { numRuns },
    )
  })

  test('has the same page from a month on', async () => {
    const from = fc.tuple(
      fc.constantFrom('date', '-date', '-updated'),
      fc.integer({ min: -30, max: 30 }),
    )
    await fc.assert(
      fc.asyncProperty(editions, queries, from, async (pending, other, [sort, months]) => {
        const { plain, packed } = await both(pending)
        const query = { ...other, sort } as EventQuery
        const [named] = (await plain.answer(query, { limit: 1, after: null })).events
        const day = (named?.when.named?.[0] ?? 18_300) + months * 30
        const idsFrom = async (reader: EditionReader) => {
          const after = await reader.before(query, day)
          const slice = { limit: 1000, after, bySection: true } as const
          return (await reader.answer(query, slice)).events.map(({ id }) => id)
        }
        const { events } = await plain.answer(query, { limit: 1000, after: null, bySection: true })
        const stands = ({ when }: TimelineEvent): boolean => {
          const section = sectionOf(when)
          if (!isMonth(section)) return sort === 'date'
          const distance = monthNumber(section) - monthNumber(monthOf(day))
          return sort === '-date' ? distance <= 0 : distance >= 0
        }
        const first = sort === '-updated' ? 0 : Math.max(0, events.findIndex(stands))
        const expected = events.slice(first).map(({ id }) => id)
        expect(await idsFrom(plain)).toEqual(expected)
        expect(await idsFrom(packed)).toEqual(expected)
      }),
      { numRuns },
    )
  })

  test('has the same events, neighbours and names', async () => {
    await fc.assert(
      fc.asyncProperty(editions, async (pending) => {
        const { head, plain, packed } = { ...(await pending) }
        const [mine, its] = [packed.all(), plain.all()]
        expect(await Array.fromAsync(mine, placeless)).toEqual(
          await Array.fromAsync(its, placeless),
        )
        for (const id of [...head.adds.map((event) => event.id), ...head.removed, 'none']) {
          expect(placeless(await packed.event(id))).toEqual(placeless(await plain.event(id)))
          expect(besides(await packed.neighbours(id))).toEqual(besides(await plain.neighbours(id)))
          expect(await packed.wasRemoved(id)).toEqual(await plain.wasRemoved(id))
        }
        expect(packed.facts).toEqual({ ...plain.facts, segment: 'c0ffee' })
      }),
      { numRuns: Math.ceil(numRuns / 2) },
    )
  })
})
