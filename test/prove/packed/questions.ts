// Random questions: a filter of any conditions, an order, a page anywhere in its answer, and counts.
import type { StoredEvent } from '../../../src/domain/document/event.ts'
import type { LanesAsked } from '../../../src/domain/query/lanes.ts'
import type { Clause, EventQuery } from '../../../src/domain/query/event-query.ts'
import { parseTerms } from '../../../src/domain/query/search.ts'
import type { Counted } from '../../../src/edition/reader.ts'
import { randomQuery } from '../../support/synthetic-queries.ts'
import { sizesFor, word, zipf, type Sizes } from '../../support/synthetic.ts'
import { latinWord, type Material } from './material.ts'

export interface Question {
  readonly query: EventQuery
  readonly limit: number
  /** The page begins behind this share of the answer. */
  readonly depth: number
  readonly bySection: boolean
  readonly counted: Counted
}

type Random = () => number

const oneOf = <Value>(random: Random, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value

export function randomQuestions(
  random: Random,
  { events }: Pick<Material, 'events'>,
  count: number,
): Question[] {
  const sizes = sizesFor(events.length)
  const anEvent = (): StoredEvent => events.at(Math.floor(random() * events.length)) as StoredEvent
  return Array.from({ length: count }, () => {
    const query = randomQuery(random, sizes)
    return {
      query: {
        ...query,
        themes: [...query.themes, ...several(random, 'theme', sizes.themes)],
        actors: [...query.actors, ...several(random, 'actor', sizes.actors)],
        sources: [...query.sources, ...several(random, 'source', sizes.sources)],
        terms: random() < 0.5 ? [] : termsOf(random, anEvent),
      },
      limit: oneOf(random, [1, 7, 20, 20, 20, 100, 500]),
      depth: random() < 0.5 ? 0 : random(),
      bySection: random() < 0.2,
      counted: {
        facets: random() < 0.6,
        choices: random() < 0.25,
        ...(random() < 0.25 && { lanes: lanesOf(random, sizes) }),
      },
    }
  })
}

/** Now and then one of three to six, or none of them. */
function several(random: Random, prefix: string, count: number): Clause[] {
  if (random() > 0.07) return []
  const all = Array.from({ length: 3 + Math.floor(random() * 4) }, () => zipf(random, count))
  return [{ any: [...new Set(all)].map((n) => `${prefix}-${n}`), exclude: random() < 0.5 }]
}

function lanesOf(random: Random, { themes, actors }: Sizes): LanesAsked {
  const by = oneOf(random, ['theme', 'actor'] as const)
  const some = (most: number): string[] =>
    Array.from(
      { length: Math.floor(random() * most) },
      () => `${by}-${zipf(random, by === 'theme' ? themes : actors)}`,
    )
  const ids = [...new Set(some(8))]
  const others = [...new Set(some(12))].filter((id) => !ids.includes(id))
  return { by, ids, others, size: oneOf(random, ['month', 'year', 'decade', 'century'] as const) }
}

/** Read as the words of an address are: folded, each once, without marks at their ends. */
function termsOf(random: Random, anEvent: () => StoredEvent): readonly string[] {
  const wanted = oneOf(random, [1, 1, 1, 2, 3])
  const words = Array.from({ length: wanted }, () => oneOf(random, kindsOfWords)(random, anEvent))
  const terms = parseTerms(words.join(' '))
  return terms.ok ? terms.value : []
}

/** From one to many characters: of the text of an event, common and rare, and such as nobody wrote. */
const kindsOfWords: readonly ((random: Random, anEvent: () => StoredEvent) => string)[] = [
  (random) => word(zipf(random, 20_000)),
  (random) => word(Math.floor(random() * 20_000)),
  (random) => word(zipf(random, 60)) + word(zipf(random, 60)),
  (random) => `${word(zipf(random, 300))}主任`,
  (random) => `${word(zipf(random, 20_000)).slice(1)}主任`,
  (random) => `${word(zipf(random, 200))}${Math.floor(random() * 300)}`,
  (random, anEvent) => cut(random, anEvent().summary?.['zh-Hans'] ?? '', 30),
  (random, anEvent) => cut(random, anEvent().title['zh-Hans'] ?? '', 6),
  (random, anEvent) => cut(random, anEvent().citations[0]?.exact ?? '', 12),
  (random, anEvent) => cut(random, anEvent().title['en'] ?? 'absent', 8),
  (random, anEvent) => oneOf(random, (anEvent().title['en'] ?? 'ABSENT').split(' ')),
  (random) => latinWord(zipf(random, 3000)),
  (random) => latinWord(Math.floor(random() * 6000)).toUpperCase(),
  (random) => latinWord(zipf(random, 3000)).slice(0, 2),
]

/** At most so many characters of a text. */
function cut(random: Random, text: string, most: number): string {
  const length = 1 + Math.floor(random() * most)
  const from = Math.floor(random() * Math.max(1, text.length - length))
  return text.slice(from, from + length)
}
