import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everything, only, type EventQuery } from '../../src/domain/query/event-query.ts'
import { foundUnder, groupsAsked, groupsIn, through } from '../../src/domain/query/members.ts'
import { matches } from '../../src/domain/query/matches.ts'
import { timelineEvent } from '../support/feed.ts'

/** wang is a member of two groups; li of the firm, which is a member of both unions. */
const actors = [
  { id: 'wang', memberOf: ['firm', 'choir'] },
  { id: 'li', memberOf: ['firm'] },
  { id: 'firm', memberOf: ['union', 'league'] },
  { id: 'union', memberOf: ['league'] },
  { id: 'league' },
  { id: 'choir' },
  { id: 'constructor', memberOf: ['toString'] },
  { id: 'toString' },
]
const groupsOf = groupsIn(actors)
const by = (...ids: string[]) => timelineEvent({ actors: ids })
const asking = (...clauses: EventQuery['actors']): EventQuery => ({
  ...everything,
  actors: clauses,
})
const finds = (query: EventQuery, ...ids: string[]) =>
  matches(by(...ids), query, { textOf: () => '', groupsOf })

describe('an actor stands for its members at any depth [fault 5.4]', () => {
  test('of each group that they belong to', () => {
    expect(groupsOf('wang').toSorted()).toEqual(['choir', 'firm', 'league', 'union'])
    expect(groupsOf('league')).toEqual([])
    expect(groupsOf('constructor')).toEqual(['toString'])
    expect(groupsOf('unknown')).toEqual([])
  })

  test('and not for its groups', () => {
    expect(finds(asking(only('league')), 'li')).toBe(true)
    expect(finds(asking(only('choir')), 'li')).toBe(false)
    expect(finds(asking(only('li')), 'league')).toBe(false)
  })

  test('unless members are excluded', () => {
    const alone = { ...asking(only('league')), members: 'exclude' as const }
    expect(finds(alone, 'li')).toBe(false)
    expect(finds(alone, 'li', 'league')).toBe(true)
  })

  test('and excludes them, too', () => {
    const without = asking({ any: ['union'], exclude: true })
    expect(finds(without, 'li')).toBe(false)
    expect(finds(without, 'choir')).toBe(true)
    expect(finds({ ...without, members: 'exclude' }, 'li')).toBe(true)
  })

  test('as a place does', () => {
    const event = timelineEvent({ actors: [], place: 'firm' })
    expect(foundUnder(event, everything, groupsOf)).toEqual(['firm', 'union', 'league'])
  })
})

describe('an event found through members', () => {
  test.each([
    ['names them', asking(only('union')), ['li', 'choir'], ['li']],
    ['names all of them', asking(only('firm')), ['li', 'wang'], ['li', 'wang']],
    ['names none if the actor takes part itself', asking(only('firm')), ['li', 'firm'], []],
    [
      'names none if another of the choice takes part',
      asking({ any: ['firm', 'choir'], exclude: false }),
      ['li', 'choir'],
      [],
    ],
    [
      'names those of each condition',
      asking(only('choir'), only('firm')),
      ['wang', 'li'],
      ['wang', 'li'],
    ],
    ['names none for what is excluded', asking({ any: ['firm'], exclude: true }), ['choir'], []],
    [
      'names none where members are excluded',
      { ...asking(only('firm')), members: 'exclude' as const },
      ['li'],
      [],
    ],
  ])('%s', (_what, query, ids, expected) => {
    expect(through(by(...ids), query, groupsOf)).toEqual(expected)
  })
})

test('only groups that have members make a difference', () => {
  const query = asking({ any: ['li', 'firm'], exclude: false }, { any: ['union'], exclude: true })
  expect(groupsAsked(query, actors)).toEqual(['firm', 'union'])
})

test('circles in stored editions come to an end', () => {
  const links = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c')))
  fc.assert(
    fc.property(links, (pairs) => {
      const circular = ['a', 'b', 'c'].map((id) => ({
        id,
        memberOf: pairs.filter(([member]) => member === id).map(([, group]) => group),
      }))
      for (const id of ['a', 'b', 'c']) expect(groupsIn(circular)(id)).not.toContain(id)
    }),
  )
})
