// Cells with days in English words, and lists of dates: our own examples.
import { expect, test } from 'vitest'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'

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
