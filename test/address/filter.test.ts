// Filters as text: what is written is read back, and what cannot be read is told by name.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  filterText,
  readCanonical,
  sorts,
  writeFilter,
  writeSearch,
} from '../../src/address/canonical.ts'
import {
  maxClauses,
  readClause,
  readFilter,
  resolveNames,
  type FilterValues,
  type NamedClause,
} from '../../src/address/filter.ts'
import { parseDay } from '../../src/domain/date/civil-day.ts'
import { everything, type Clause, type EventQuery } from '../../src/domain/query/event-query.ts'
import { nameIndexOf } from '../../src/domain/query/names.ts'
import { timeline } from '../support/feed.ts'

const day = (text: string): number => parseDay(text)!

const id = fc
  .string({ unit: fc.constantFrom('a', 'b', '-', '1'), minLength: 1, maxLength: 4 })
  .filter((text) => !text.startsWith('-'))
const clauses: fc.Arbitrary<readonly Clause[]> = fc.array(
  fc.record({ any: fc.array(id, { minLength: 1, maxLength: 3 }), exclude: fc.boolean() }),
  { maxLength: 3 },
)
const days = fc.option(fc.integer({ min: day('-0099-01-01'), max: day('2099-12-31') }))
const queries: fc.Arbitrary<EventQuery> = fc.record({
  themes: clauses,
  actors: clauses,
  sources: clauses,
  members: fc.constantFrom('include', 'exclude'),
  window: fc.record({
    from: days,
    to: days,
    match: fc.constantFrom('possible', 'certain'),
    undated: fc.constantFrom('exclude', 'include'),
  }),
  terms: fc.array(fc.constantFrom('复工', 'a&b', 'c++', '100%', "o'clock", 'x=y', '#1'), {
    maxLength: 3,
  }),
  sort: fc.constantFrom(...sorts),
})

describe('a filter', () => {
  test('that is written is read back, from pairs and from the text of an address', () => {
    fc.assert(
      fc.property(queries, (query) => {
        const pairs = writeFilter(query)
        expect(readCanonical(pairs)).toEqual(query)
        expect(readCanonical([...new URLSearchParams(filterText(query))])).toEqual(query)
        expect(writeSearch(pairs)).toBe(pairs.length === 0 ? '' : `?${filterText(query)}`)
      }),
    )
  })

  test('is written in one order, without what is the default', () => {
    expect(writeSearch(writeFilter(everything))).toBe('')
    expect(
      filterText({
        themes: [{ any: ['a', 'b'], exclude: true }],
        actors: [{ any: ['c'], exclude: false }],
        sources: [{ any: ['d'], exclude: false }],
        members: 'exclude',
        window: {
          from: day('2020-01-01'),
          to: day('-0043-03-15'),
          match: 'certain',
          undated: 'include',
        },
        terms: ['a:b/c', 'é&'],
        sort: '-updated',
      }),
    ).toBe(
      'theme=-a,b&actor=c&source=d&members=exclude&from=2020-01-01&to=-0043-03-15&match=certain&undated=include&q=a:b/c%20%C3%A9%26&sort=-updated',
    )
  })

  test('takes no other parameter into account, and no other value of an order', () => {
    expect(
      readCanonical([
        ['limit', '5'],
        ['sort', 'title'],
        ['', 'x'],
      ]),
    ).toEqual(everything)
  })
})

describe('a clause', () => {
  test.each([
    ['a', ['a'], false],
    ['a,b', ['a', 'b'], false],
    ['-a,b', ['a', 'b'], true],
    ['a-', ['a-'], false],
    ['--a', ['-a'], true],
    ['a,-b', ['a', '-b'], false],
    ['', [''], false],
    ['-', [''], true],
  ])('%j has the names %j, left out: %s', (text, names, exclude) => {
    expect(readClause(text)).toEqual({ ok: true, value: { names, exclude } })
  })

  test('has at most so many names', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `n${at}`).join()
    expect(readClause(names(maxClauses)).ok).toBe(true)
    expect(readClause(`-${names(maxClauses)}`).ok).toBe(true)
    expect(readClause(names(maxClauses + 1))).toMatchObject({
      ok: false,
      failure: { rule: 'too-many-names', values: { max: maxClauses } },
    })
  })
})

const nothing: FilterValues = {
  theme: [],
  actor: [],
  source: [],
  members: undefined,
  from: undefined,
  to: undefined,
  match: undefined,
  undated: undefined,
  q: undefined,
  sort: undefined,
}
const named = (...names: readonly string[]): NamedClause => ({ names, exclude: false })
const without = (...names: readonly string[]): NamedClause => ({ names, exclude: true })

describe('the values of a filter', () => {
  test('that are absent are those of the query for everything', () => {
    expect(readFilter(nothing)).toEqual({ ok: true, value: everything })
  })

  test('that are given are those of the query', () => {
    const window = { from: 1, to: 1, match: 'certain', undated: 'include' } as const
    const rest = { members: 'exclude', sort: '-date' } as const
    const asked = { theme: [named('a')], actor: [named('b')], source: [named('c')], q: ['x'] }
    expect(readFilter({ ...nothing, ...window, ...rest, ...asked })).toEqual({
      ok: true,
      value: {
        themes: [named('a')],
        actors: [named('b')],
        sources: [named('c')],
        terms: ['x'],
        window,
        ...rest,
      },
    })
  })

  test('may repeat a parameter so often; all faults are told at once', () => {
    const many = (count: number) => Array.from({ length: count }, () => named('a'))
    const most = many(maxClauses)
    expect(readFilter({ ...nothing, theme: most, actor: most, source: most }).ok).toBe(true)
    const more = many(maxClauses + 1)
    const read = readFilter({ ...nothing, theme: more, actor: more, source: more, from: 2, to: 1 })
    const told = read.ok ? [] : read.failure
    expect(told.map(({ parameter, broken }) => [parameter, broken.rule, broken.values])).toEqual([
      ['theme', 'too-many-clauses', { max: maxClauses }],
      ['actor', 'too-many-clauses', { max: maxClauses }],
      ['source', 'too-many-clauses', { max: maxClauses }],
      ['to', 'ends-first', {}],
    ])
  })
})

describe('the names of a filter', () => {
  const resolved = async (values: Partial<FilterValues>) => {
    const read = readFilter({ ...nothing, ...values })
    if (!read.ok) throw new Error('unread')
    return resolveNames(read.value, nameIndexOf(timeline()))
  }

  test('become ids; equal clauses count once, and clauses and ids are in order', async () => {
    const query = await resolved({
      theme: [
        named('Reopening', '疫情防控', 'reopening'),
        without('Prevention'),
        named('reopening'),
        named('prevention', 'reopening'),
        named('prevention'),
      ],
      actor: [named('李明'), named('Town committee'), named('li-ming')],
      source: [without('小镇日报')],
    })
    expect(query).toMatchObject({
      ok: true,
      value: {
        themes: [
          { any: ['prevention'], exclude: true },
          { any: ['prevention'], exclude: false },
          { any: ['prevention', 'reopening'], exclude: false },
          { any: ['reopening'], exclude: false },
        ],
        actors: [
          { any: ['committee'], exclude: false },
          { any: ['li-ming'], exclude: false },
        ],
        sources: [{ any: ['town-news'], exclude: true }],
      },
    })
  })

  test('that there are not are told by their parameters, all at once', async () => {
    const none = [named('nobody', 'nothing')]
    const told = await resolved({ theme: none, actor: none, source: none })
    expect(told).toMatchObject({
      ok: false,
      failure: [
        { parameter: 'theme', broken: { rule: 'no-such-theme' } },
        { parameter: 'actor', broken: { rule: 'no-such-actor' } },
        { parameter: 'source', broken: { rule: 'no-such-source' } },
      ],
    })
  })
})
