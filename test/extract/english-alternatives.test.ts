// One of several dates in English, and words such as c. before them, in articles and cells; in Chinese what those
// words leave open. Our own examples.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'
import { en, read } from '../support/marks.ts'

test.each<readonly [string, readonly string[]]>([
  ['It opened on 3 or 8 July.', ['3 or 8 July = [2026-07-03,2026-07-08] point']],
  ['It opened on July 3 or 8.', ['July 3 or 8 = [2026-07-03,2026-07-08] point']],
  ['It opened on 8 or 3 July.', ['8 or 3 July = [2026-07-03,2026-07-08] point']],
  // Neighbouring days, too, are one of them, no stretch.
  ['It opened on 3 or 4 July.', ['3 or 4 July = [2026-07-03,2026-07-04] point']],
  [
    'It opened on 3, 5 or 8 July 2020.',
    ['3, 5 or 8 July 2020 = [2020-07-03,2020-07-05,2020-07-08] point'],
  ],
  ['It opened in June or July 2020.', ['June or July 2020 = [2020-06,2020-07] point']],
  ['It opened in either June or July 2020.', ['June or July 2020 = [2020-06,2020-07] point']],
  [
    'It opened in June, July or August 2020.',
    ['June, July or August 2020 = [2020-06,2020-07,2020-08] point'],
  ],
  [
    'It opened on July 3 or August 5, 2020.',
    ['July 3 or August 5, 2020 = [2020-07-03,2020-08-05] point'],
  ],
  ['It opened in 1850, 1851 or 1853.', ['1850, 1851 or 1853 = [1850,1851,1853] point']],
  [
    'It opened on the third or eighth of July 2020.',
    ['the third or eighth of July 2020 = [2020-07-03,2020-07-08] point'],
  ],
  ['It had opened by 3 or 8 July.', ['3 or 8 July ? words-beside: [2026-07-03,2026-07-08]']],
  ['It opened between 3 or 8 July.', ['3 or 8 July ? words-beside: [2026-07-03,2026-07-08]']],
  [
    'It opened in June 2020 or 2021.',
    ['June 2020 ? words-beside: 2020-06', '2021 ? words-beside: 2021'],
  ],
  [
    'It opened c. January or February 2020.',
    ['c. January or February 2020 ? scope-of-mark: [2020-01~,2020-02~] | [2020-01~,2020-02]'],
  ],
  [
    'It opened around 3 or 5 May.',
    ['around 3 or 5 May ? scope-of-mark: [2026-05-03~,2026-05-05~] | [2026-05-03~,2026-05-05]'],
  ],
  [
    'It ran from c. 1850 to 1855.',
    ['from c. 1850 to 1855 ? scope-of-mark: 1850~/1855~ | 1850~/1855'],
  ],
  ['It ran from 1850 to about 1855.', ['from 1850 to about 1855 = 1850/1855~ span']],
  ['It ran from 1850 to at least 1855.', ['from 1850 to at least 1855 ? words-beside: 1850/1855']],
])('a text: %s', (text, marks) => {
  expect(read(text, en)).toEqual(marks)
})

test.each<readonly [string, string]>([
  [
    '约2020年1月或2月开工。',
    '约2020年1月或2月 ? scope-of-mark: [2020-01~,2020-02~] | [2020-01~,2020-02]',
  ],
  [
    '2020年1月或2月左右开工。',
    '2020年1月或2月左右 ? scope-of-mark: [2020-01~,2020-02~] | [2020-01,2020-02~]',
  ],
  ['2020年1月或约2月开工。', '2020年1月或约2月 = [2020-01,2020-02~] point'],
  [
    '约2020年1月至3月停工。',
    '约2020年1月至3月 ? scope-of-mark: 2020-01~/2020-03~ | 2020-01~/2020-03',
  ],
  ['2020年1月至约3月停工。', '2020年1月至约3月 = 2020-01/2020-03~ span'],
  ['截至约2019年，已通车。', '截至约2019年 = ../2019~ asOf'],
  ['约自2019年起停工。', '约自2019年起 = 2019~/.. since'],
])('a text: %s', (text, mark) => {
  expect(read(text)).toEqual([mark])
})

/** `date`, or `? rule: proposals`. */
const answer = (cell: string): string => {
  const { date, rule, readings } = readCell(cell, {})
  return date ?? `? ${rule.rule}: ${readings.map((reading) => reading.date).join(' | ')}`.trimEnd()
}

test.each([
  ['3 or 8 July 2020', '[2020-07-03,2020-07-08]'],
  ['3 or 4 July 2020', '[2020-07-03,2020-07-04]'],
  ['July 3, 5 or 8, 2020', '[2020-07-03,2020-07-05,2020-07-08]'],
  ['June, July or August 2020', '[2020-06,2020-07,2020-08]'],
  ['3 July or August 2020', '? no-date:'],
  ['in 2020 or on 24 August 2021', '[2020,2021-08-24]'],
  ['June 2020 or 2021', '? no-date:'],
  ['c. January or February 2020', '? scope-of-mark: [2020-01~,2020-02~] | [2020-01~,2020-02]'],
  ['c. 1850 or c. 1851', '[1850~,1851~]'],
  ['c. 1850–1855', '? scope-of-mark: 1850~/1855~ | 1850~/1855'],
  ['约2020年1月或2月', '? scope-of-mark: [2020-01~,2020-02~] | [2020-01~,2020-02]'],
  ['3 or 8 July 2020 (?)', '? scope-of-mark: [2020-07-03?,2020-07-08?] | [2020-07-03,2020-07-08?]'],
  ['1850-1855 (?)', '? scope-of-mark: 1850?/1855? | 1850/1855?'],
  // A sign of doubt is never lost.
  ['自2020年1月起（存疑）', '2020-01?/..'],
  ['2020年2月上旬（不詳）', '2020-02-01?/2020-02-10?'],
  ['不晚于2020年3月13日（存疑）', '[..2020-03-13?]'],
])('a cell %s is %s', (cell, expected) => {
  expect(answer(cell)).toBe(expected)
})

test('days of a month in whatever form are one of a set, in cells and in texts', () => {
  const days = fc.subarray(
    Array.from({ length: 31 }, (_, at) => at + 1),
    { minLength: 2, maxLength: 4 },
  )
  const form = fc.constantFrom<(days: string) => string>(
    (days) => `${days} January 2020`,
    (days) => `January ${days}, 2020`,
  )
  fc.assert(
    fc.property(days, form, (numbers, written) => {
      const words = written(`${numbers.slice(0, -1).join(', ')} or ${numbers.at(-1)}`)
      const date = `[${numbers.map((day) => `2020-01-${String(day).padStart(2, '0')}`).join(',')}]`
      expect(answer(words)).toBe(date)
      const marks = marksOf(`It closed on ${words}.`, en)
      expect(marks).toMatchObject([{ words, date, kind: 'point' }])
    }),
  )
})
