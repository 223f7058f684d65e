import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  civilDay,
  daysInMonth,
  firstDay,
  lastDay,
  parseDay,
  printClock,
  printDay,
  splitDay,
  weekday,
} from '../../src/domain/date/civil-day.ts'

const days = fc.integer({ min: firstDay, max: lastDay })

describe('a civil day', () => {
  test('counts from 1970-01-01', () => {
    expect(civilDay(1970, 1, 1)).toBe(0)
    expect(civilDay(2020, 1, 26)).toBe(18_287)
    expect(civilDay(0, 3, 1)).toBe(-719_468)
  })

  test('agrees with the calendar walked day by day over all years', () => {
    const misplaced: string[] = []
    let day = firstDay
    for (let year = -9999; year <= 9999; year++) {
      for (let month = 1; month <= 12; month++) {
        const length = daysInMonth(year, month)
        const last = splitDay(day + length - 1)
        const placed =
          civilDay(year, month, 1) === day && civilDay(year, month, length) === day + length - 1
        const split = last.year === year && last.month === month && last.day === length
        if (!placed || !split) misplaced.push(`${year}-${month}`)
        day += length
      }
    }
    expect(misplaced).toEqual([])
    expect(day - 1).toBe(lastDay)
  })

  test('splits into the numbers that built it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const split = splitDay(day)
        expect(civilDay(split.year, split.month, split.day)).toBe(day)
      }),
    )
  })

  test('agrees with the proleptic Gregorian calendar of ECMAScript', () => {
    fc.assert(
      fc.property(days, (day) => {
        const date = new Date(day * 86_400_000)
        expect(splitDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        })
        expect(weekday(day)).toBe(date.getUTCDay() || 7)
      }),
    )
  })

  test('knows the leap years of centuries and of 1 BC', () => {
    expect([2020, 2000, 0, -4, -400].map((year) => daysInMonth(year, 2))).toEqual([
      29, 29, 29, 29, 29,
    ])
    expect([2021, 1900, 100, -1, -100].map((year) => daysInMonth(year, 2))).toEqual([
      28, 28, 28, 28, 28,
    ])
  })
})

describe('a day as text (ISO 8601-1, 5.2.2.1)', () => {
  test.each(['2020-01-26', '2020-02-29', '-0043-03-15', '0000-01-01', '-9999-01-01', '9999-12-31'])(
    '%s is read and printed',
    (text) => {
      const day = parseDay(text)
      expect(day).not.toBeNull()
      expect(printDay(day!)).toBe(text)
    },
  )

  test.each(['2021-02-29', '2020-13-01', '2020-00-01', '2020-01-00', '2020-01-32', '-0000-01-01'])(
    '%s does not exist',
    (text) => expect(parseDay(text)).toBeNull(),
  )

  test.each([
    '',
    '2020-01',
    '20200126',
    ' 2020-01-26',
    '2020-01-26\n',
    '12020-01-26',
    '2020-1-6',
    '2020-01-26Z',
  ])('%j is no day', (text) => expect(parseDay(text)).toBeNull())

  test('is never longer than the years go', () => {
    expect(() => printDay(lastDay + 1)).toThrow(RangeError)
    expect(() => printDay(firstDay - 1)).toThrow(RangeError)
    expect(() => printDay(0.5)).toThrow(RangeError)
  })

  test('sorts as numbers where text would not', () => {
    expect(parseDay('-0100-01-01')!).toBeLessThan(parseDay('-0044-01-01')!)
  })
})

test('minutes print as a clock shows them', () => {
  expect([0, 465, 1439].map(printClock)).toEqual(['00:00', '07:45', '23:59'])
})
