// Random timelines and queries, for properties of everything that answers queries.
import { sorts } from '../../src/address/canonical.ts'
import * as fc from 'fast-check'
import { civilDay } from '../../src/domain/date/civil-day.ts'
import type { Clause, EventQuery } from '../../src/domain/query/event-query.ts'
import type { TimelineDocument } from '../../src/domain/document/timeline.ts'
import type { DateKind } from '../../src/domain/date/kinds.ts'
import { datesAround2020 } from './dates.ts'
import { citation, document, event, source } from './document.ts'

const themes = ['prevention', 'reopening']
const actors = ['committee', 'enterprises', 'li-ming']
const otherSources = ['report', 'archive']
const words = ['复工', '復工', '防控', 'Party', 'town', 'ＡＢＣ']

const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 })

/** A person in a group in an organization. */
const memberships: Readonly<Record<string, { memberOf: string[] }>> = {
  'li-ming': { memberOf: ['enterprises'] },
  enterprises: { memberOf: ['committee'] },
}

/** Up to 30 events over a small vocabulary, so that filters match some. */
export const documentsDated = (
  dates: fc.Arbitrary<readonly [date: string, kind: DateKind]>,
): fc.Arbitrary<TimelineDocument> =>
  fc
    .array(
      fc.record({
        date: dates,
        themes: fc.subarray(themes),
        actors: fc.subarray(actors),
        isPlaced: fc.boolean(),
        cites: fc.subarray(otherSources),
        title: fc.constantFrom(...words),
        status: fc.constantFrom('confirmed' as const, 'disputed' as const, 'withdrawn' as const),
      }),
      { minLength: 5, maxLength: 30, size: 'max' },
    )
    .map((drafts) =>
      document({
        actors: document().actors.map((actor) => ({ ...actor, ...memberships[actor.id] })),
        // After all dates: no undated event may end after its source.
        sources: ['town-news', ...otherSources].map((id) =>
          source({ id, title: `${id} in print`, published: '2021-01-01T00:00:00+08:00' }),
        ),
        events: drafts.map(({ date: [date, kind], isPlaced, cites, title, ...rest }, index) => {
          const { place, ...plain } = event({
            id: `e-${index}`,
            date,
            kind,
            title,
            ...rest,
            citations: [citation(), ...cites.map((source) => citation({ source }))],
          })
          return isPlaced && place !== undefined ? { ...plain, place } : plain
        }),
      }),
    )

export const documents = documentsDated(datesAround2020)

const clauses = (ids: readonly string[]): fc.Arbitrary<Clause[]> =>
  fc.array(fc.record({ any: someOf(ids), exclude: fc.boolean() }), { maxLength: 1 })

const days = fc.option(fc.integer({ min: civilDay(2019, 11, 1), max: civilDay(2020, 5, 1) }), {
  freq: 1,
  nil: null,
})

export const queries: fc.Arbitrary<EventQuery> = fc.record({
  themes: clauses(themes),
  actors: clauses([...actors, 'town']),
  members: fc.constantFrom('include' as const, 'exclude' as const),
  sources: clauses(['town-news', ...otherSources]),
  window: fc.record({
    from: days,
    to: days,
    match: fc.constantFrom('possible' as const, 'certain' as const),
    undated: fc.constantFrom('exclude' as const, 'include' as const),
  }),
  terms: fc.oneof(fc.constant([]), fc.constantFrom(['复工'], ['復工'], ['par'], ['abc', '小镇'])),
  sort: fc.constantFrom(...sorts),
})
