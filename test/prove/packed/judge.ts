// Whether what was answered is right: the page, the total and all counts; where the answer says that its
// numbers are upper bounds, that they are.
import { isDeepStrictEqual } from 'node:util'
import type { Counts } from '../../../src/domain/query/counts.ts'
import { gramsOfTerm } from '../../../src/edition/segment/grams/of-text.ts'
import { QueryTooBroad } from '../../../src/edition/packed/segment-access.ts'
import type { Answer, EditionReader } from '../../../src/edition/reader.ts'
import { sumOf, type Expected, type Seen } from './oracle.ts'
import type { Question } from './questions.ts'

/** Right, right with upper bounds, refused as too broad; or what is wrong. */
export type Verdict = 'exact' | 'bound' | 'too broad' | { readonly wrong: string }

export type Judge = (expected: Expected) => Promise<Verdict>

/** A word too short for the index: one Chinese character, or one letter. */
export const isTooShort = ({ query }: Question): boolean =>
  query.terms.some((term) => gramsOfTerm(term) === null)

/** Asks a reader for the first page or a deep one, and for the one behind it. */
export const judgeReader =
  (reader: EditionReader): Judge =>
  async (expected) => {
    const { question } = expected
    try {
      const wrong = await faultsOf(reader, expected)
      if (typeof wrong === 'string') return wrong
      return { wrong: `${wrong.wrong}: ${JSON.stringify(question)}` }
    } catch (error) {
      if (error instanceof QueryTooBroad && isTooShort(question)) return 'too broad'
      return { wrong: `${String(error)}: ${JSON.stringify(question)}` }
    }
  }

async function faultsOf(
  reader: EditionReader,
  expected: Expected,
): Promise<'exact' | 'bound' | { readonly wrong: string }> {
  const { query, limit, depth, bySection, counted } = expected.question
  const shared = bySection && { bySection: true as const }
  const first = await reader.answer(query, { limit, after: null, ...shared }, counted)
  const isBound = first.atMost === true
  const wrong = isBound ? wrongBounds(expected, first) : wrongCounts(expected, first)
  if (wrong !== null) return { wrong }
  let [from, page] = [0, first]
  const skip = Math.floor(depth * expected.total)
  if (skip > 0 && !isBound) {
    // A cursor to any depth, without the pages before it.
    const place = { after: null, limit: 1, skip: skip - 1, ...shared }
    const before = await reader.stream?.(query, place)
    // A stream looks through no candidates, which a first page of all of them does: then it skips more.
    if (before?.atMost !== true) {
      from = skip
      page = await reader.answer(query, { limit, after: before?.next ?? null, ...shared })
    }
  }
  for (let turn = 0; turn < 2; turn++) {
    const events = page.events.map((event): Seen => ({ id: event.id, sum: sumOf(event) }))
    if (!isDeepStrictEqual(events, expected.page(from, isBound ? events.length : limit)))
      return { wrong: `events from ${from}` }
    from += events.length
    if (!isBound && (page.next === null) !== from >= expected.total)
      return { wrong: `next after ${from} of ${expected.total}` }
    if (page.next === null) break
    page = await reader.answer(query, { limit, after: page.next, ...shared })
  }
  return isBound ? 'bound' : 'exact'
}

function wrongCounts(
  { total, setAside, facets, choices, lanes, question }: Expected,
  given: Answer,
) {
  const { counted } = question
  const pairs: [string, unknown, unknown][] = [
    ['total', given.total, total],
    ['set aside', given.setAside, setAside],
  ]
  if (counted.facets === true) pairs.push(['counts', given.facets, facets])
  if (counted.choices === true) pairs.push(['choices', given.choices, choices])
  if (counted.lanes !== undefined && lanes !== null) pairs.push(['lanes', given.lanes, lanes])
  if (counted.facets === true)
    pairs.push(['months', [...given.facets.month.keys()], [...facets.month.keys()]])
  return pairs.find(([, own, wanted]) => !isDeepStrictEqual(own, wanted))?.[0] ?? null
}

function wrongBounds({ total, setAside, facets, question }: Expected, given: Answer) {
  if (given.total < total || given.setAside < setAside) return 'bound of the total'
  if (question.counted.facets !== true) return null
  const isBound = (own: Counts, wanted: Counts): boolean =>
    [...wanted].every(([id, count]) => (own.get(id) ?? 0) >= count)
  const kinds = ['theme', 'actor', 'source', 'month', 'window'] as const
  return kinds.find((kind) => !isBound(given.facets[kind], facets[kind])) ?? null
}
