import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sectionOf } from '../../src/domain/date/claims.ts'
import { sectionsOf } from '../../src/domain/query/counts.ts'
import { compareByChange, compareEvents } from '../../src/domain/query/order.ts'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { only, type EventQuery } from '../../src/domain/query/event-query.ts'
import { countsAsSetAside, matches, sourcesOf } from '../../src/domain/query/matches.ts'
import { groupsIn } from '../../src/domain/query/members.ts'
import { searchText } from '../../src/domain/query/search.ts'
import { foldHan } from '../../src/domain/text/fold-han.ts'
import { createHeadReader } from '../../src/edition/head-reader.ts'
import { firstEdition } from '../support/first-edition.ts'
import { documents, queries } from '../support/timelines.ts'

const editions = documents.map((document) => {
  const { head, events } = firstEdition(document)
  const around = {
    textOf: (event: TimelineEvent) => foldHan(searchText(event, head.timeline)),
    groupsOf: groupsIn(head.timeline.actors),
  }
  const folded = (query: EventQuery) => ({ ...query, terms: query.terms.map(foldHan) })
  const plain = (query: EventQuery) =>
    events.filter((event) => matches(event, folded(query), around))
  const setAside = (query: EventQuery) =>
    events.filter((event) => countsAsSetAside(event, folded(query), around))
  return { events, plain, setAside, reader: createHeadReader(head) }
})
const whole = { limit: 1000, after: null } as const

describe('an answer', () => {
  test('is what the plain meaning of the filter gives, in the order asked for', async () => {
    let selected = 0
    await fc.assert(
      fc.asyncProperty(editions, queries, async ({ plain, setAside, reader }, query) => {
        const expected = ordered(plain(query), query)
        const found = await reader.answer(query, whole)
        expect(found.events).toEqual(expected)
        expect(found.total).toBe(expected.length)
        expect(found.next).toBeNull()
        expect(found.setAside).toBe(setAside(query).length)
        selected += found.total
      }),
      { numRuns: 300 },
    )
    expect(selected).toBeGreaterThan(100)
  })

  test('in parts is the whole answer, each event once', async () => {
    await fc.assert(
      fc.asyncProperty(
        editions,
        queries,
        fc.integer({ min: 1, max: 7 }),
        async ({ reader }, query, limit) => {
          const { events } = await reader.answer(query, whole)
          const walked = []
          for (let after: number | null = null; ;) {
            const part = await reader.answer(query, { limit, after })
            expect(part.total).toBe(events.length)
            walked.push(...part.events)
            if (part.next === null) break
            after = part.next
          }
          expect(walked).toEqual(events)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('is counted by theme, actor and source as filters would find it, over all its parts', async () => {
    await fc.assert(
      fc.asyncProperty(editions, queries, async ({ plain, reader }, query) => {
        const { timeline } = reader.facts
        const { facets } = await reader.answer(query, whole, { facets: true })
        const events = plain(query)
        for (const [id, count] of facets.theme)
          expect(count).toBe(events.filter((event) => event.themes.includes(id)).length)
        expect(sum(facets.theme)).toBe(events.flatMap(({ themes }) => themes).length)
        for (const { id } of timeline.actors)
          expect(facets.actor.get(id) ?? 0).toBe(plain(alsoOf(query, id)).length)
        expect(sum(facets.source)).toBe(events.flatMap(sourcesOf).length)
        expect(sum(facets.month) + sum(facets.window) + facets.undated).toBe(events.length)
      }),
      { numRuns: 100 },
    )
  })

  test('by section has the months first and then the rest, also in parts [fault 1.1]', async () => {
    await fc.assert(
      fc.asyncProperty(
        editions,
        queries,
        fc.integer({ min: 1, max: 7 }),
        async ({ plain, reader }, query, limit) => {
          if (query.sort === '-updated') return
          const events = plain(query)
          const { facets } = await reader.answer(query, { limit: 1, after: null }, { facets: true })
          const expected = sectionsOf(facets, query.sort === '-date').flatMap(([section]) =>
            ordered(
              events.filter(({ when }) => sectionOf(when) === section),
              query,
            ),
          )
          const walked = []
          for (let after: number | null = null; ;) {
            const part = await reader.answer(query, { limit, after, bySection: true })
            walked.push(...part.events)
            if (part.next === null) break
            after = part.next
          }
          expect(walked).toEqual(expected)
        },
      ),
      { numRuns: 200 },
    )
  })

  test('tells what another theme, actor or source would lead to', async () => {
    let other = 0
    await fc.assert(
      fc.asyncProperty(editions, queries, async ({ plain, reader }, query) => {
        const { choices } = await reader.answer(query, whole, { choices: true })
        const withoutThemes = plain({ ...query, themes: [] })
        expect(choices.all).toBe(withoutThemes.length)
        expect(sum(choices.theme)).toBe(withoutThemes.flatMap(({ themes }) => themes).length)
        for (const { id } of reader.facts.timeline.actors)
          expect(choices.actor.get(id) ?? 0).toBe(plain({ ...query, actors: [only(id)] }).length)
        const withoutSources = plain({ ...query, sources: [] })
        expect(sum(choices.source)).toBe(withoutSources.flatMap(sourcesOf).length)
        other += withoutThemes.length - plain(query).length
      }),
      { numRuns: 300 },
    )
    expect(other).toBeGreaterThan(10)
  })
})

test('neighbours are the listed events beside one in the total order', async () => {
  let seen = 0
  for (const [edition] of fc.sample(fc.tuple(editions), 20)) {
    const { events, reader } = edition
    const listed = events.filter(({ status }) => status !== 'withdrawn')
    for (const { id, status } of events) {
      const index = listed.findIndex((event) => event.id === id)
      const wanted = status === 'withdrawn' ? [] : [listed[index - 1], listed[index + 1]]
      const { previous, next } = await reader.neighbours(id)
      expect([previous, next]).toEqual([wanted[0], wanted[1]])
      seen++
    }
    expect(await Array.fromAsync(reader.all())).toEqual(events)
  }
  expect(seen).toBeGreaterThan(20)
})

const alsoOf = (query: EventQuery, actor: string): EventQuery => ({
  ...query,
  actors: [...query.actors, only(actor)],
})

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((a, b) => a + b, 0)

function ordered(events: readonly TimelineEvent[], { sort }: EventQuery): readonly TimelineEvent[] {
  const ascending = events.toSorted(compareEvents)
  if (sort === 'date') return ascending
  const descending = ascending.toReversed()
  return sort === '-date' ? descending : descending.toSorted(compareByChange)
}
