import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TimelineEvent } from '../../src/domain/document/event.ts'
import { compareEvents, inOrderOf } from '../../src/domain/query/order.ts'
import type { DateKind } from '../../src/domain/date/when.ts'
import { dated, datesAround2020 } from '../support/dates.ts'
import { timelineEvent } from '../support/feed.ts'

const event = (
  id: string,
  position: number,
  [date, kind]: readonly [string, DateKind],
): TimelineEvent => timelineEvent({ id, position, when: dated(date, kind) })

const sorted = (dates: readonly (readonly [string, DateKind])[]) =>
  dates
    .map((date, index) => event(`e${index}`, index, date))
    .toSorted(compareEvents)
    .map(({ when }) => when.edtf)

/** Events whose dates and places often coincide; their ids never do. */
const events = fc
  .array(fc.tuple(datesAround2020, fc.integer({ min: 0, max: 3 })), { minLength: 2, maxLength: 12 })
  .map((drawn) => drawn.map(([date, position], index) => event(`e${index}`, position, date)))

describe('the order of events', () => {
  test('goes by anchor, then latest with no bound last', () => {
    expect(
      sorted([
        ['2020-02-02', 'point'],
        ['2020-02-01/..', 'since'],
        ['2020-02-01/2020-02-10', 'span'],
        ['2020-02-01', 'point'],
        ['[2020-01-05..2020-01-31]', 'point'],
        ['-0043', 'point'],
        ['-0099', 'point'],
      ]),
    ).toEqual([
      '-0099',
      '-0043',
      '[2020-01-05..2020-01-31]',
      '2020-02-01',
      '2020-02-01/2020-02-10',
      '2020-02-01/..',
      '2020-02-02',
    ])
  })

  test('puts a day without clock time before its hours', () => {
    expect(
      sorted([
        ['2020-03-13T07:45+08:00', 'point'],
        ['2020-03-12T16:00Z', 'point'],
        ['2020-03-13', 'point'],
      ]),
    ).toEqual(['2020-03-13', '2020-03-12T16:00Z', '2020-03-13T07:45+08:00'])
    const [hour, day] = [
      event('hour', 0, ['2020-03-12T16:00Z', 'point']),
      event('day', 1, ['2020-03-13', 'point']),
    ]
    expect([compareEvents(hour, day), compareEvents(day, hour)].map(Math.sign)).toEqual([1, -1])
  })

  test('knows which of two clock times came first when clocks are put back [fault 1.7]', () => {
    const on = (date: string, position: number) =>
      timelineEvent({
        id: `e${position}`,
        position,
        when: dated(date, 'point', { timeZone: 'America/New_York' }),
      })
    const later = on('2020-11-01T01:10-05:00', 0)
    const earlier = on('2020-11-01T01:50-04:00', 1)
    const seconds = on('2020-11-01T01:50:30-04:00', 2)
    expect([later, seconds, earlier].toSorted(compareEvents)).toEqual([earlier, seconds, later])
  })

  test('ends with the place in the document, then the id by code units', () => {
    const on = (id: string, position: number) => event(id, position, ['2020-02-01', 'point'])
    const order = [on('b', 1), on('a10', 2), on('b', 2), on('a2', 2)].toSorted(compareEvents)
    expect(order.map(({ id, position }) => `${id}@${position}`)).toEqual([
      'b@1',
      'a10@2',
      'a2@2',
      'b@2',
    ])
  })

  test('is total and strict: one way round for two, and none for an event and itself', () => {
    fc.assert(
      fc.property(events, (list) => {
        for (const a of list) {
          for (const b of list) {
            const there = Math.sign(compareEvents(a, b))
            expect(Math.abs(there)).toBe(a === b ? 0 : 1)
            expect(there + Math.sign(compareEvents(b, a))).toBe(0)
          }
        }
      }),
    )
  })

  test('is transitive: every shuffle sorts alike, and backwards to the exact reverse', () => {
    fc.assert(
      fc.property(
        events.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          const order = list.toSorted(compareEvents)
          expect(shuffled.toSorted(compareEvents)).toEqual(order)
          expect(shuffled.toSorted((a, b) => compareEvents(b, a))).toEqual(order.toReversed())
        },
      ),
    )
  })
})

describe('the order of a query', () => {
  const instants = [
    '2026-10-03T00:00:00.000Z',
    '2026-10-02T00:00:00.000Z',
    '2026-10-01T00:00:00.000Z',
  ]
  const editions = [3, 2, 1]
  const changedEvents = events.chain((list) =>
    fc
      .array(fc.tuple(fc.constantFrom(...editions), fc.constantFrom(...instants)), {
        minLength: list.length,
        maxLength: list.length,
      })
      .map((drawn) =>
        list.map((one, index) => {
          const [edition, instant] = drawn[index]!
          return { ...one, revision: { edition, instant } }
        }),
      ),
  )

  test('is by date, backwards, or by change: edition, instant, then backwards by date', () => {
    fc.assert(
      fc.property(changedEvents, (list) => {
        const byDate = list.toSorted(compareEvents)
        const backwards = byDate.toReversed()
        const byChange = editions.flatMap((edition) =>
          instants.flatMap((instant) =>
            backwards.filter(
              ({ revision }) => revision.edition === edition && revision.instant === instant,
            ),
          ),
        )
        expect(list.toSorted(inOrderOf('date'))).toEqual(byDate)
        expect(list.toSorted(inOrderOf('-date'))).toEqual(backwards)
        expect(list.toSorted(inOrderOf('-updated'))).toEqual(byChange)
      }),
    )
  })
})
