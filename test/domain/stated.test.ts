// Numeric words of a source that only repeat the date, and those that say another day.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDay, printClock, printDay } from '../../src/domain/date/civil-day.ts'
import { repeatsDate } from '../../src/domain/date/stated.ts'
import { resolveDate, type When } from '../../src/domain/date/when.ts'
import { datesAround2020, dated, instantsAround2020, wordsOf } from '../support/dates.ts'

test.each([
  ['2020-03-12T23:45Z', '2020-03-13', true],
  ['2020-03-12T23:45Z', '2020/03/13 07:45', true],
  ['2020-03-12T23:45Z', '2020-03-12', false],
  ['2020-03-13T23:45-05:00', '2020-03-13 23:45', false],
  ['2020-03-13T23:45-05:00', '2020-03-14 12:45', true],
  ['2020-03-13', '2020.03.13', true],
  ['2020-03-13', '2020-03-13 07:45', false],
  ['-0043-03-15', '0043-03-15', false],
  ['-0043-03-15', '-0043-03-15', true],
  ['[2020-01-02..2020-01-09]', '2020-01-02', false],
  ['2020-01-02/2020-01-09', '2020-01-02', false],
  // The words are a day, the date is not one.
  ['2020-01-26~', '2020-01-26', false],
  ['2020-01-26?', '2020-01-26', false],
])('of %s the words %s: repeated %s', (date, words, expected) => {
  const when = resolveDate({ date, timeZone: 'Asia/Shanghai', attested: 18_334 })
  expect(when.ok && repeatsDate(words, when.value, [])).toBe(expected)
})

test.each([
  ['2020-01-26', '26 January 2020', true],
  ['2020-01-26', '2020', true],
  ['2020-01-26~', '26 January 2020', false],
  ['2020-01-26~', 'c. 26 January 2020', true],
  ['2020-01-26?', '26 January 2020', false],
  ['2020-01-26%', '26 January', false],
  ['2020-01-26%', 'c. 26 January 2020 (uncertain)', true],
  ['2020-01', '2020', false],
])('of %s the English words %s: repeated %s', (date, words, expected) => {
  const when = dated(date, 'point')
  expect(repeatsDate(words, when, [wordsOf(when).en])).toBe(expected)
})

test('numeric words repeat only the civil day, and the time, that are shown', () => {
  const dates = fc.oneof(datesAround2020, instantsAround2020)
  const repeated = (
    { kind, earliest, latest, minute, approximate, uncertain }: When,
    day: string,
    clock: string,
  ) =>
    kind === 'point' &&
    earliest === latest &&
    !approximate &&
    !uncertain &&
    parseDay(day) === earliest &&
    (clock === '' || (minute !== undefined && clock === ` ${printClock(minute)}`))
  fc.assert(
    fc.property(
      dates,
      fc.integer({ min: -1, max: 1 }),
      fc.constantFrom('', ' 07:45', ' same'),
      ([date, kind], away, time) => {
        const when = dated(date, kind)
        const day = printDay((when.earliest ?? when.latest ?? 0) + away)
        const clock = time === ' same' ? ` ${printClock(when.minute ?? 0)}` : time
        expect(repeatsDate(day + clock, when, [])).toBe(repeated(when, day, clock))
      },
    ),
  )
})
