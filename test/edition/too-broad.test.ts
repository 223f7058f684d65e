// Who asks for more than can be read is told which condition it is that needs most.
import { describe, expect, test } from 'vitest'
import { everything, only, type EventQuery } from '../../src/domain/query/event-query.ts'
import { createPartCache } from '../../src/edition/packed/part-cache.ts'
import { createSegmentAccess, QueryTooBroad } from '../../src/edition/packed/segment-access.ts'
import { conditionSets, type NamedActors } from '../../src/edition/packed/sets.ts'
import { actorKey, gramKey, sourceKey, themeKey } from '../../src/edition/segment/keys.ts'
import { DamagedPart, noParts } from '../../src/edition/segment/parts.ts'
import { problemInWords, thrownProblem } from '../../src/http/problem.ts'

const ids = Array.from({ length: 170 }, (_, index) => `n${String(index).padStart(3, '0')}`)
/** Each term is in a part of its own. */
const terms = [
  ...ids.map(actorKey),
  ...ids.map((id) => gramKey(`un${id}`)),
  ...ids.map(sourceKey),
  ...ids.map(themeKey),
]
const root = { segment: 's', form: 2, events: 10, edition: 1, terms }

const named: NamedActors = {
  actors: [],
  groupsOf: () => [],
  groups: new Set(),
  isAsPacked: () => true,
  holding: () => ({ roles: [], places: [] }),
}

/** The error that the sets of a query throw. */
const thrownBy = (query: Partial<EventQuery>): Promise<unknown> =>
  conditionSets(
    createSegmentAccess(root, noParts, createPartCache()),
    { ...everything, ...query },
    named,
  ).then(
    () => undefined,
    (error: unknown) => error,
  )

const all = [{ any: ids, exclude: false }]

describe('a query that needs too many parts', () => {
  test.each<[string, Partial<EventQuery>]>([
    ['theme', { themes: all, terms: ['复工'] }],
    ['actor', { actors: all, sources: ids.slice(0, 9).map(only), terms: ['复工'] }],
    ['source', { sources: [{ any: ids, exclude: true }] }],
    // Neither alone is too much.
    ['actor', { actors: ids.slice(0, 100).map(only), themes: ids.slice(0, 80).map(only) }],
    ['q', { terms: ['疫'], themes: [only('n001')] }],
  ])('blames %s', async (parameter, query) => {
    const error = await thrownBy(query)
    expect(error).toBeInstanceOf(QueryTooBroad)
    const problem = thrownProblem(error)
    const rule = parameter === 'q' ? 'too-broad' : 'names-too-broad'
    expect(problem).toMatchObject({ errors: [{ parameter, broken: { rule } }] })
  })

  test('blames nothing where no condition is too broad', () => {
    const problem = thrownProblem(new QueryTooBroad())
    expect(problem).toEqual({ type: 'query-too-broad' })
    expect(problem && problemInWords(problem, 'en')).not.toHaveProperty('errors')
  })
})

test('a part that is not there is no breadth', async () => {
  expect(await thrownBy({ themes: [only('n001')] })).toBeInstanceOf(DamagedPart)
})
