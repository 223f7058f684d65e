// One random query after another, answered by both readers of an edition.
import { expect } from 'vitest'
import type { Answer } from '../../src/edition/reader.ts'
import { answered } from './packed.ts'
import type { Readers } from './packed-large.ts'
import { randomQuery } from './synthetic-queries.ts'
import { randomFrom, sizesFor } from './synthetic.ts'

export interface Compared {
  /** Events that the queries selected. */
  readonly found: number
  /** Answers whose total is an upper bound. */
  readonly bounds: number
}

const idsOf = ({ events }: Answer): string[] => events.map(({ id }) => id)

/** Fails at the first answer that differs. */
export async function compareAnswers(
  { plain, packed }: Readers,
  { events, queries, seed }: { events: number; queries: number; seed: number },
): Promise<Compared> {
  const random = randomFrom(seed)
  let [found, bounds] = [0, 0]
  for (let round = 0; round < queries; round++) {
    const query = randomQuery(random, sizesFor(events))
    const bySection = random() < 0.3 && { bySection: true as const }
    const slice = { limit: 1 + Math.floor(random() * 40), after: null, ...bySection }
    const counted = { facets: random() < 0.5, choices: random() < 0.3 }
    const expected = await plain.answer(query, slice, counted)
    const answer = await packed.answer(query, slice, counted)
    const label = `query ${round}: ${JSON.stringify(query)}`
    found += expected.total
    if (answer.atMost === true) {
      bounds++
      expect(answer.total, label).toBeGreaterThanOrEqual(expected.total)
      expect(idsOf(answer), label).toEqual(idsOf(expected).slice(0, answer.events.length))
      continue
    }
    // Ordinals are the readers' own.
    const next = expected.next === null ? null : (answer.next ?? 'none')
    expect(answered(answer), label).toEqual(answered({ ...expected, next }))
    if (expected.next === null) continue
    const second = await packed.answer(query, { ...slice, after: answer.next })
    const follows = await plain.answer(query, { ...slice, after: expected.next })
    expect(idsOf(second), label).toEqual(idsOf(follows))
  }
  return { found, bounds }
}
