// The axis of the picture of time: where days stand, what is cut, and which labels it has.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDay } from '../../src/domain/date/civil-day.ts'
import { binSizeFor } from '../../src/domain/query/lanes.ts'
import { messages } from '../../src/messages/languages.ts'
import { axisOf } from '../../src/picture/axis.ts'
import { narrowest } from '../../src/picture/lanes.ts'
import { ticksOf } from '../../src/picture/ticks.ts'
import { day } from '../support/feed.ts'

describe('the axis', () => {
  test('keeps the order of days, from one end to the other', () => {
    const range = fc.tuple(fc.integer({ min: -400_000, max: 40_000 }), fc.nat(500))
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 12 }), (ranges) => {
        const axis = axisOf(ranges.map(([from, length]) => [from, from + length] as const))
        if (axis === null) throw new Error('no axis')
        const days = ranges
          .flatMap(([from, length]) => [from, from + length])
          .toSorted((a, b) => a - b)
        const places = days.map(axis.at)
        expect(places.toSorted((a, b) => a - b)).toEqual(places)
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(0)
          expect(place).toBeLessThanOrEqual(1)
        }
        for (const { from, to } of axis.cuts)
          expect(days.some((one) => one > from && one < to)).toBe(false)
      }),
    )
  })

  test('cuts an empty stretch of more than half of the time, and tells both years', () => {
    const axis = axisOf(
      [day('1805-01-10'), day('1805-06-01'), day('1904-10-10'), day('1905-03-13')].map(
        (one) => [one, one] as const,
      ),
    )
    expect(axis?.cuts.length).toBe(1)
    const words = { ...messages.en.list, ...messages.en.list.picture }
    const labels =
      axis && ticksOf(axis, null, words, narrowest.titled).minor.map(({ text }) => text)
    expect(labels).toEqual(['1806', '1903'])
  })

  const labelsOf = (days: readonly string[], kind: keyof typeof narrowest = 'titled') => {
    const axis = axisOf(days.map((one) => [day(one), day(one)] as const))
    const words = { ...messages.en.list, ...messages.en.list.picture }
    return axis === null
      ? []
      : ticksOf(axis, null, words, narrowest[kind]).major.map(({ text }) => text)
  }

  test('has several labels on a phone, where of every second year no fifth is one', () => {
    const years = Array.from({ length: 14 }, (_, i) => `${2010 + i}-06-01`)
    expect(labelsOf(years, 'bare')).toEqual(['2012', '2016', '2020'])
  })

  test.each([
    [['2020-02-03', '2020-02-10'], ['February 2020']],
    [
      ['2019-12-20', '2020-02-10'],
      ['Dec', 'January 2020', 'Feb'],
    ],
    [
      ['2018-05-01', '2020-03-01', '2019-04-01'],
      ['2018', '2019', '2020'],
    ],
    [
      ['1911-10-10', '1923-01-01', '1936-01-01', '1949-10-01'],
      ['1915', '1920', '1925', '1930', '1935', '1940', '1945'],
    ],
  ])('of %j names %j', (days, expected) => {
    expect(labelsOf(days)).toEqual(expect.arrayContaining(expected))
  })

  test('has bins of one size, at most 120', () => {
    expect(binSizeFor(day('2020-01-01'), day('2020-03-01'))).toBe('day')
    expect(binSizeFor(day('2010-01-01'), day('2018-05-01'))).toBe('month')
    expect(binSizeFor(day('0900-01-01'), day('2000-05-01'))).toBe('decade')
  })

  test('of many years has labels at regular years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1900 }),
        fc.integer({ min: 4, max: 4000 }),
        fc.constantFrom('bare', 'titled', 'wide'),
        (first, years, kind) => {
          const days = [first, first + years].map((year) => civilDay(year, 6, 1))
          // Events all along, so that nothing is cut.
          const axis = axisOf([[days[0] ?? 0, days[1] ?? 0]])
          const words = { ...messages.en.list, ...messages.en.list.picture }
          const labels = axis ? ticksOf(axis, null, words, narrowest[kind]).major : []
          const ticks = labels.flatMap(({ tick }) => tick ?? [])
          const apart = ticks.slice(1).map((tick, i) => tick - (ticks[i] ?? 0))
          expect(ticks.length).toBeGreaterThan(0)
          expect(Math.max(0, ...apart) - Math.min(1, ...apart)).toBeLessThan(0.02)
        },
      ),
    )
  })

  test.each([
    ['zh-Hans', 'bare', '除夕 24日'],
    ['zh-Hans', 'wide', '除夕 24日'],
    ['en', 'wide', 'Lunar New Year’s Eve 24'],
    ['en', 'bare', '24'],
  ] as const)('in %s, %s, has the name that a day has if there is room', (ui, kind, text) => {
    const eve = day('2020-01-24')
    const axis = axisOf([[eve, day('2020-03-13')]])
    const { list } = messages[ui]
    const names = new Map([[eve, list.picture.feasts.newYearsEve]])
    const words = { ...list, ...list.picture, names }
    const horizon = day('2020-03-13')
    const minor = axis ? ticksOf(axis, horizon, words, narrowest[kind]).minor : []
    expect(minor.filter(({ tick }) => tick === axis?.at(eve)).map((label) => label.text)).toEqual([
      text,
    ])
  })

  test.each([
    ['2000-01-01', '2020-01-01', '2000年'],
    ['2020-01-01', '2020-04-01', '2020年1月'],
  ])('that begins with a year or month has its name and a line there (%s)', (from, to, name) => {
    const axis = axisOf([[day(from), day(to)]])
    const words = { ...messages['zh-Hans'].list, ...messages['zh-Hans'].list.picture }
    const ticks = axis && ticksOf(axis, null, words, narrowest.bare)
    const begin = axis?.at(day(from))
    expect(ticks?.major[0]).toMatchObject({ text: name, at: begin, tick: begin })
    expect(ticks?.lines[0]).toBe(begin)
  })

  test('of one day names it', () => {
    const axis = axisOf([[day('2020-03-01'), day('2020-03-01')]])
    const words = { ...messages['zh-Hans'].list, ...messages['zh-Hans'].list.picture }
    const ticks = axis && ticksOf(axis, null, words, narrowest.bare)
    expect(ticks?.major.map(({ text }) => text)).toEqual(['2020年3月'])
    expect(ticks?.minor.map(({ text }) => text)).toEqual(['1日'])
  })
})
