// Days in English words, in cells and texts, and cells with lists of dates: our own examples.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'
import { en } from '../support/marks.ts'

/** `date kind`, `open: rule` or `refused: rule`. */
function answer(cell: string, settings: ColumnSettings): string {
  const read = readCell(cell, settings)
  return read.state === 'ready' ? `${read.date} ${read.kind}` : `${read.state}: ${read.rule.rule}`
}

const cells: readonly (readonly [cell: string, settings: ColumnSettings, answer: string])[] = [
  ...[
    '2020年2月3—5日、8日',
    '2020年2月3日至5日，8日',
    '2020年2月3、5、8日',
    '2020年2月3日、3月5日和8日',
    '2020-02-03, 2020-02-05, 2020-02-08',
    '1850、1851、1855年',
    'March 3, 5 and 8, 2020',
    '3–5 and 8 March 2020',
    '3, 5, 8 March 2020',
    'March fifth and eighth, 2019',
    '{2020-02-03,2020-02-05}',
  ].map((cell) => [cell, {}, 'refused: two-dates'] as const),
  ...['March 32, 1900', '3, 5 and others', '镇、村、2020'].map(
    (cell) => [cell, {}, 'refused: no-date'] as const,
  ),
  ...[
    'fifth of March 2019',
    'the fifth of March, 2019',
    'The Fifth of March 2019',
    'the fifth day of March 2019',
    'fifth March 2019',
    'March the fifth, 2019',
    'March fifth, 2019',
    'Mar. fifth 2019',
  ].map((cell) => [cell, {}, '2019-03-05 point'] as const),
  ['Tuesday, the fifth of March 2019', {}, '2019-03-05 point'],
  ['the first of May 1889', {}, '1889-05-01 point'],
  ['the twelfth of May 1889', {}, '1889-05-12 point'],
  ['twenty-first of March 2019', {}, '2019-03-21 point'],
  ['March the thirtieth, 2019', {}, '2019-03-30 point'],
  ['the thirty-first of March 2019', {}, '2019-03-31 point'],
  ['the thirty-first of April 2019', {}, 'refused: no-such-date'],
  ['the fifth to the eighth of March 2019', {}, '2019-03-05/2019-03-08 span'],
  ['March fifth to eighth, 2019', {}, '2019-03-05/2019-03-08 span'],
  ['the fifth of March', {}, 'open: no-year'],
  ['the fifth of March', { day: '2020-03-13' }, '2020-03-05 point'],
  ['second Sunday of March 2019', {}, '2019-03-10 point'],
  ['the fifth of last month', {}, 'refused: no-date'],
]

test.each(cells)('%s with %o', (cell, settings, expected) => {
  expect(answer(cell, settings)).toBe(expected)
})

const monthNames =
  'January February March April May June July August September October November December'.split(' ')
const ones = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ')
const teens =
  'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  )
const dayNames = [
  ...ones,
  ...teens,
  'twentieth',
  ...ones.map((one) => `twenty-${one}`),
  'thirtieth',
]

test('days in words are read as in figures, in cells and in texts', () => {
  const day = fc.integer({ min: 1, max: 30 })
  const form = fc.constantFrom<(day: string, month: string) => string>(
    (day, month) => `the ${day} of ${month} 2019`,
    (day, month) => `${month} the ${day}, 2019`,
    (day, month) => `${month} ${day}, 2019`,
  )
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 12 }), form, (number, month, written) => {
      fc.pre(month !== 2 || number < 29)
      const words = written(dayNames[number - 1] ?? '', monthNames[month - 1] ?? '')
      const date = `2019-${String(month).padStart(2, '0')}-${String(number).padStart(2, '0')}`
      expect(answer(words, {})).toBe(`${date} point`)
      const text = `🚂 On ${words}, it closed, and on 8 July 2020, it opened.`
      const [mark, next] = marksOf(text, en)
      expect(mark).toMatchObject({ words, date, start: 5, end: 5 + words.length })
      expect(next).toMatchObject({ words: '8 July 2020', date: '2020-07-08' })
    }),
  )
})

test.each<readonly [string, readonly string[]]>([
  ['It ran from the fifth to the eighth of March 2019.', ['2019-03-05/2019-03-08']],
  ['On March the fifth, the shop closed.', ['2026-03-05']],
  ['By the thirty-first of December 2018 all was sold.', ['../2018-12-31']],
  ['In March the first shop opened.', ['2026-03']],
  ['In March the first, second and third shops opened.', ['2026-03']],
  ['In March the first 20 shops opened.', ['2026-03']],
  ['In May second graders came.', ['2026-05']],
  ['The first March storm came.', []],
])('a text: %s', (text, dates) => {
  expect(marksOf(text, en).map(({ readings }) => readings[0]?.date)).toEqual(dates)
})

test('a part of a month is no day', () => {
  for (const text of ['A third of March sales were lost.', 'On the first of March’s days it fell.'])
    expect(marksOf(text, en).filter(({ state }) => state === 'ready')).toEqual([])
})
