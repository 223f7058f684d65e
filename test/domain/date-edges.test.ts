// Dates at the edge of what is one: each refusal by its rule, instants to the millisecond, months in a row.
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilDateOf } from '../../src/domain/date/civil-date.ts'
import { civilDay, parseDay } from '../../src/domain/date/civil-day.ts'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import { civilTime, instantToMilliseconds, parseInstant } from '../../src/domain/date/instant.ts'
import { monthNumber, monthOf, splitMonth } from '../../src/domain/date/month.ts'
import { dated } from '../support/dates.ts'

test.each([
  ['', 'empty'],
  [' x', 'surrounding-space'],
  ['x\t', 'surrounding-space'],
  ['202X/..', 'x-in-interval'],
  ['../202X', 'x-in-interval'],
  ['[2020-01-01,2020-01-01]', 'set-order'],
  ['[2020-02-01,2020-02]', 'set-order'],
  ['[2020]', 'set-of-one'],
  ['T10:00Z', 'time-without-day'],
  ['XT10:00Z', 'x-elsewhere'],
])('%j is no date: %s', (text, rule) => {
  expect(parseEdtf(text)).toMatchObject({ ok: false, failure: { rule } })
})

test('a list may name days one after the other', () => {
  expect(parseEdtf('[2020-01-01,2020-01-02]').ok).toBe(true)
})

describe('an instant', () => {
  test.each([
    ['2020-03-13T07:45:00+08:00', 1_584_056_700_000],
    ['2020-03-12T23:45Z', 1_584_056_700_000],
    ['2020-03-12T18:15:30-05:30', 1_584_056_730_000],
    ['1969-12-31T23:59:59.5Z', -1_000],
    ['1970-01-01T00:00Z', 0],
  ])('%s is %i milliseconds from 1970', (text, milliseconds) => {
    expect(instantToMilliseconds(text)).toBe(milliseconds)
  })

  test('that is none compares with nothing', () => {
    for (const text of ['', '2020', '2020-02-30T00:00Z'])
      expect(instantToMilliseconds(text)).toBeNaN()
  })

  test.each([
    ['-9999-01-01T00:00Z', '-9999-01-01', 0],
    ['-9999-01-01T00:01Z', '-9999-01-01', 1],
    ['9999-12-31T23:59Z', '9999-12-31', 1_439],
  ])('%s has a day in the first and the last year', (text, day, minute) => {
    const parsed = parseInstant(text)
    expect(parsed.ok && civilTime(parsed.value, 'UTC')).toEqual({
      ok: true,
      value: { day: parseDay(day), minute },
    })
  })

  test.each([
    ['-9999-01-01T00:00Z', 'Etc/GMT+12'],
    ['9999-12-31T23:59Z', 'Etc/GMT-12'],
  ])('%s has none beyond them, in %s', (text, timeZone) => {
    const parsed = parseInstant(text)
    expect(parsed.ok && civilTime(parsed.value, timeZone)).toMatchObject({
      ok: false,
      failure: { rule: 'year-range' },
    })
  })
})

test('a date that was never resolved cannot be read back', () => {
  for (const edtf of ['x', '2020-02-30', '2020-03-13T07:45Z'])
    expect(() => civilDateOf({ edtf, kind: 'point', earliest: null })).toThrow(edtf)
})

test('a span of one day was surely on that day', () => {
  const day = parseDay('2020-02-10')
  expect(dated('2020-02-10/2020-02-10', 'span')).toMatchObject({ sure: [day, day] })
  // It began no later than it ended, and ended no earlier than it began.
  for (const date of ['2020-02/2020-02-10', '2020-02-10/2020-02', '2020-02-10/2020'])
    expect(dated(date, 'span')).toMatchObject({ sure: [day, day] })
  expect(dated('2020-02/2020', 'span')).toMatchObject({ sure: null })
  expect(dated('2020/2020-02', 'span')).toMatchObject({ sure: null })
})

test('months have consecutive numbers, and are read as they are written', () => {
  const months = fc.record({
    year: fc.integer({ min: -9998, max: 9998 }),
    month: fc.integer({ min: 1, max: 12 }),
  })
  fc.assert(
    fc.property(months, ({ year, month }) => {
      const name = monthOf(civilDay(year, month, 15))
      expect(splitMonth(name)).toEqual({ year, month })
      const next = month === 12 ? civilDay(year + 1, 1, 1) : civilDay(year, month + 1, 1)
      expect(monthNumber(monthOf(next))).toBe(monthNumber(name) + 1)
      expect(Math.sign(monthNumber(name))).toBe(Math.sign(year * 12 + month - 1))
    }),
  )
  expect(['0000-01', '0001-01', '2020-02'].map(monthNumber)).toEqual([0, 12, 24_241])
})
