// Dates of Chinese sources that leave something open: one of several days, a day without its month, a
// feast, a time without its ends. Cells and articles read them by the same rules: our own examples.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'
import { read } from '../support/marks.ts'

/** `date kind`, `? rule: proposals` or `refused: rule`. */
function answer(cell: string, settings: ColumnSettings): string {
  const { state, date, kind, rule, readings } = readCell(cell, settings)
  const proposals = readings.map((reading) => reading.date).join(' | ')
  if (state === 'ready') return `${date} ${kind}`
  return state === 'open' ? `? ${rule.rule}: ${proposals}`.trimEnd() : `refused: ${rule.rule}`
}

const march = { day: '2020-03-13' }

const cells: readonly (readonly [cell: string, settings: ColumnSettings, answer: string])[] = [
  ...['3日或5日', '3号或者5号', '三日或五日', '3或5日'].flatMap(
    (cell) =>
      [
        [cell, {}, '? no-year:'],
        [cell, march, '[2020-03-03,2020-03-05] point'],
      ] as const,
  ),
  ...['3月3日或5日', '3月3号或者5号', '3月3或5日', '三月三日或五日', '3月3日或5日晚'].flatMap(
    (cell) =>
      [
        [cell, {}, '? no-year:'],
        [cell, { day: '2020-06-15' }, '[2020-03-03,2020-03-05] point'],
      ] as const,
  ),
  ['3月或4月', {}, '? no-year:'],
  ['3月或4月', { day: '2020-06-15' }, '[2020-03,2020-04] point'],
  ['3日或4月5日', { day: '2020-06-15' }, '? two-months: [2020-04-03,2020-04-05]'],
  ['5日或3日', march, '[2020-03-03,2020-03-05] point'],
  ...['2020年1月26日、27日或29日', '2020年1月26日或27日或29日', '2020年1月26、27或29日'].map(
    (cell) => [cell, {}, '[2020-01-26,2020-01-27,2020-01-29] point'] as const,
  ),
  ['3日、5日', {}, 'refused: two-dates'],
  ['3日、5日', march, 'refused: two-dates'],

  ['5号', march, '2020-03-05 point'],
  ['三日', march, '2020-03-03 point'],
  ['二十三日', {}, '? no-year:'],
  ['二十三日', march, '2020-02-23 point'],
  ['廿三日', {}, '? no-year:'],
  ['廿三日', march, '? civil-or-lunar: 2020-02-23 | 2020-02-16'],
  ['卅日', { day: '2020-06-15' }, '? civil-or-lunar: 2020-05-30 | 2020-05-22'],
  ['初三', {}, '? no-year:'],
  ['初三', march, '? no-month: 2020-02-25'],
  ['次日', march, '? no-date-before:'],

  ['春节', {}, '? no-year:'],
  ['春节', march, '2020-01-25 point'],
  ['国庆节', march, '2019-10-01 point'],
  ...(
    [
      ['春节', '2020-01-25~'],
      ['元宵节', '2020-02-08~'],
      ['五一', '2020-05-01~'],
      ['国庆', '2019-10-01~'],
    ] as const
  ).flatMap(
    ([feast, date]) =>
      [
        [`${feast}期间`, {}, '? no-year:'],
        [`${feast}期间`, { day: '2020-06-15' }, `? convention: ${date}`],
        [`${date.slice(0, 4)}年${feast}期间`, {}, `? convention: ${date}`],
      ] as const,
  ),
  ...['国庆假期', '2020年五一假期', '寒假期间', '春运', '抗战期间', '2020年国庆黄金周'].map(
    (cell) => [cell, march, '? unnamed-period:'] as const,
  ),
]

test.each(cells)('a cell %s (%o) is %s', (cell, settings, expected) => {
  expect(answer(cell, settings)).toBe(expected)
})

test.each<readonly [string, readonly string[]]>([
  ['会议于7月3日或5日举行。', ['7月3日或5日 = [2026-07-03,2026-07-05] point']],
  ['2020年3月或4月开工。', ['2020年3月或4月 = [2020-03,2020-04] point']],
  ['1850或1851年建。', ['1850或1851年 = [1850,1851] point']],
  ['去年3月3日或者5日，他来了。', ['去年3月3日或者5日 = [2025-03-03,2025-03-05] point']],
  [
    '2020年3月3日、4日或5日开会。',
    ['2020年3月3日、4日或5日 = [2020-03-03,2020-03-04,2020-03-05] point'],
  ],
  ['截至7月3日或5日，通车。', ['7月3日或5日 ? words-beside: [2026-07-03,2026-07-05]']],
  ['7月3日或5日起停工。', ['7月3日或5日 ? words-beside: [2026-07-03,2026-07-05]']],
  ['工期3或5日。', ['5日 ? words-beside: 2026-07-05']],
  ['7月3日或次日停工。', ['7月3日 ? words-beside: 2026-07-03', '次日 ? words-beside: 2026-07-04']],
  [
    '2020年3月开工。廿三日停工。',
    ['2020年3月 = 2020-03 point', '廿三日 ? civil-or-lunar: 2020-03-23'],
  ],
  [
    '2020年正月初三开会。廿三日停工。',
    ['2020年正月初三 = 2020-01-27 point', '廿三日 ? civil-or-lunar: 2020-02-16 | 2020-01-23'],
  ],
  ['2020年五一期间停工。', ['2020年五一期间 ? convention: 2020-05-01~']],
])('a text: %s', (text, marks) => {
  expect(read(text)).toEqual(marks)
})

test('two days of a month are one of a set, in cells and in texts', () => {
  const days = fc.subarray(
    Array.from({ length: 31 }, (_, at) => at + 1),
    { minLength: 2, maxLength: 2 },
  )
  fc.assert(
    fc.property(
      days,
      fc.constantFrom('或', '或者'),
      fc.boolean(),
      ([a = 0, b = 0], or, isShort) => {
        const words = `2020年1月${a}${isShort ? '' : '日'}${or}${b}日`
        const date = `[${[a, b].map((day) => `2020-01-${String(day).padStart(2, '0')}`).join(',')}]`
        expect(answer(words, {})).toBe(`${date} point`)
        expect(read(`${words}停工。`)).toEqual([`${words} = ${date} point`])
      },
    ),
  )
})
