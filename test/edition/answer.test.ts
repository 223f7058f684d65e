import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareEvents } from '../../src/domain/query/order.ts'
import { isLeftAside, matches, participants } from '../../src/domain/query/matches.ts'
import { searchText } from '../../src/domain/query/search.ts'
import { answer, facets, prepare, type Edition } from '../../src/edition/head-reader.ts'
import { nextEdition } from '../../src/edition/next.ts'
import { documents, queries } from '../support/timelines.ts'

const stamp = { digest: 'd', instant: 0, by: 'test' }
const editions = documents.map((document): Edition =>
  prepare(nextEdition(document, null, stamp).head),
)

describe('an answer', () => {
  test('is what the plain meaning of the filter gives, in the total order', () => {
    let selected = 0
    fc.assert(
      fc.property(editions, queries, (edition, query) => {
        const { timeline, adds } = edition.head
        const textOf = (event: (typeof adds)[number]) => searchText(event, timeline)
        const plain = adds.filter((event) => matches(event, query, textOf)).toSorted(compareEvents)
        const expected = query.sort === 'date' ? plain : plain.toReversed()
        const found = answer(edition, query, { limit: 1000, after: null })
        expect(found.events).toEqual(expected)
        expect(found.total).toBe(plain.length)
        expect(found.next).toBeNull()
        expect(found.setAside).toBe(
          adds.filter((event) => isLeftAside(event, query, textOf)).length,
        )
        selected += found.total
      }),
      { numRuns: 300 },
    )
    expect(selected).toBeGreaterThan(100)
  })

  test('in parts is the whole answer, each event once', () => {
    fc.assert(
      fc.property(editions, queries, fc.integer({ min: 1, max: 7 }), (edition, query, limit) => {
        const whole = answer(edition, query, { limit: 1000, after: null }).events
        const walked = []
        for (let after: number | null = null; ;) {
          const part = answer(edition, query, { limit, after })
          expect(part.total).toBe(whole.length)
          walked.push(...part.events)
          if (part.next === null) break
          after = part.next
        }
        expect(walked).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  test('is counted by theme and participant over all its parts', () => {
    fc.assert(
      fc.property(editions, queries, (edition, query) => {
        const counts = facets(edition, query)
        const { events } = answer(edition, query, { limit: 1000, after: null })
        for (const [id, count] of Object.entries(counts.theme)) {
          expect(count).toBe(events.filter((event) => event.themes.includes(id)).length)
        }
        const participations = events.flatMap((event) => participants(event))
        expect(Object.values(counts.actor).reduce((a, b) => a + b, 0)).toBe(participations.length)
      }),
      { numRuns: 100 },
    )
  })
})
