// Days and months without their calendar behind a month of the Chinese calendar: they are of that month in
// lists and ranges, asked elsewhere, and never taken for civil ones. Our own examples.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'
import { lunarToCivil } from '../../src/extract/lunar/lunar-day.ts'
import { dayName } from '../../src/extract/period.ts'
import { read, zh } from '../support/marks.ts'

test.each<readonly [string, readonly string[]]>([
  [
    '2020年正月初三开会，二十三日停工。',
    ['2020年正月初三 = 2020-01-27 point', '二十三日 ? civil-or-lunar: 2020-02-16 | 2020-01-23'],
  ],
  [
    '2020年正月初三、十五、廿三开会。',
    ['2020年正月初三 = 2020-01-27 point', '十五 = 2020-02-08 point', '廿三 = 2020-02-16 point'],
  ],
  ['2020年正月初三至十五日放假。', ['2020年正月初三至十五日 = 2020-01-27/2020-02-08 span']],
  ['2020年正月初三至15日放假。', ['2020年正月初三至15日 ? civil-or-lunar: 2020-01-27/2020-02-08']],
  ['2020年正月初三或十五日开工。', ['2020年正月初三或十五日 = [2020-01-27,2020-02-08] point']],
  [
    '2020年闰四月初三开工，二十三日停工。',
    ['2020年闰四月初三 = 2020-05-25 point', '二十三日 ? civil-or-lunar: 2020-06-14 | 2020-05-23'],
  ],
  ['2020年闰四月初三至初五停工。', ['2020年闰四月初三至初五 = 2020-05-25/2020-05-27 span']],
  // A range runs over the end of the year to the month behind it.
  [
    '2020年腊月廿七至初三放假。',
    ['2020年腊月廿七至初三 ? two-years: 2020-01-21/2020-01-27 | 2021-02-08/2021-02-14'],
  ],
  ['廿三至正月初三放假。', ['正月初三 ? words-beside: 2026-02-19']],
  [
    '今年正月开工，二月停工，三月竣工。',
    [
      '今年正月 = [2026-02-17..2026-03-18] point',
      '二月 ? civil-or-lunar: 2026-02 | [2026-03-19..2026-04-16]',
      '三月 ? civil-or-lunar: 2026-03 | [2026-04-17..2026-05-16]',
    ],
  ],
  [
    '今年正月、二月停工。',
    ['今年正月 = [2026-02-17..2026-03-18] point', '二月 = [2026-03-19..2026-04-16] point'],
  ],
  ['今年正月至三月停工。', ['今年正月至三月 = 2026-02-17/2026-05-16 span']],
  [
    '2020年正月初三开工，次月初三停工。',
    ['2020年正月初三 = 2020-01-27 point', '次月初三 = 2020-02-25 point'],
  ],
  [
    '2020年正月初三开工，同月二十三日停工。',
    ['2020年正月初三 = 2020-01-27 point', '同月二十三日 ? civil-or-lunar: 2020-02-16 | 2020-01-23'],
  ],
  [
    '2020年正月初三开工，下旬停工。',
    [
      '2020年正月初三 = 2020-01-27 point',
      '下旬 ? civil-or-lunar: [2020-01-21..2020-01-31] | [2020-02-14..2020-02-22]',
    ],
  ],
  ['2020年正月下旬开工。', ['2020年正月下旬 = [2020-02-14..2020-02-22] point']],
  [
    '2020年正月初三\n十五日开工。',
    ['2020年正月初三 = 2020-01-27 point -', '十五日 ? civil-or-lunar: 2020-02-08 | 2026-07-15'],
  ],
  // Figures are of the civil calendar where the text has told it, too.
  [
    '农历五月初五放假，6月20日开工，21日停工。',
    ['农历五月初五 = 2026-06-19 point', '6月20日 = 2026-06-20 point', '21日 = 2026-06-21 point'],
  ],
  ['2020年春节开工。26日停工。', ['2020年春节 = 2020-01-25 point', '26日 = 2020-01-26 point']],
  // Old eras have the Chinese calendar until another year is named.
  [
    '光绪三十三年正月开工，三月竣工，次年三月开放。',
    [
      '光绪三十三年正月 = [1907-02-13..1907-03-13] point',
      '三月 = [1907-04-13..1907-05-11] point',
      '次年三月 = [1908-04-01..1908-04-29] point',
    ],
  ],
  [
    '光绪二十年三月初五日立碑，二十三日开光。',
    [
      '光绪二十年三月初五日 ? lunar-months: [1894-03..1894-05]',
      '二十三日 ? lunar-months: [1894-03..1894-05]',
    ],
  ],
  [
    '乾隆三十九年开工，四十二年三月竣工。',
    ['乾隆三十九年 = 1774 point', '四十二年三月 ? lunar-months: [1777-03..1777-05]'],
  ],
  ['农历2月3日开会。', ['农历2月3日 = 2026-03-21 point']],
  ['农历2020年2月3日开会。', ['农历2020年2月3日 = 2020-02-25 point']],
  ['2020年正月15日开会。', ['2020年正月15日 = 2020-02-08 point']],
  ['农历庚子年正月初三开工。', ['正月初三 ? words-beside: 2026-02-19']],
])('a text: %s', (text, marks) => {
  expect(read(text)).toEqual(marks)
})

test.each<readonly [string, string | null]>([
  ['2020年正月初三至十五', '2020-01-27/2020-02-08'],
  ['2020年正月初三或十五日', '[2020-01-27,2020-02-08]'],
  ['2020年正月初三或15日', null],
  ['2020年闰四月初三至初五', '2020-05-25/2020-05-27'],
  ['农历2020年2月3日', '2020-02-25'],
  ['2020年农历二月', '[2020-02-23..2020-03-23]'],
])('a cell %s is %s', (cell, date) => {
  expect(readCell(cell, {}).date).toBe(date)
})

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

function inWords(day: number, isShort: boolean): string {
  if (day <= 10) return `初${day === 10 ? '十' : ones[day]}`
  const ten = day < 20 ? '十' : day < 30 ? (isShort ? '廿' : '二十') : '三十'
  return ten + (ones[day % 10] ?? '')
}

const months = '正二三四五六七八九十冬腊'

test('a later day is that of the lunar month or asked, whatever joins the two', () => {
  const lunar = fc.record({
    year: fc.integer({ min: 1950, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    leap: fc.boolean(),
    days: fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 11, max: 29 })),
    isShort: fc.boolean(),
  })
  const joint = fc.constantFrom('、', '和', '至', '或', '开工，', '开工。', '开工，同月', '\n')
  const sign = fc.constantFrom('', '日')
  let seen = 0
  fc.assert(
    fc.property(lunar, joint, sign, ({ year, month, leap, days, isShort }, join, suffix) => {
      const [a, b] = days
      const named = (day: number) => lunarToCivil({ year, month, day, leap })
      const [first, second] = [named(a), named(b)]
      fc.pre(first !== null && second !== null && a < b)
      const start = `农历${year}年${leap ? '闰' : ''}${months[month - 1]}月${inWords(a, isShort)}`
      const text = `${start}${join}${inWords(b, isShort)}${suffix}停工。`
      const [from, to] = [dayName(first), dayName(second)]
      const [mark, ...later] = marksOf(text, zh).map(({ readings }) =>
        readings.map(({ date }) => date),
      )
      const whole = join === '至' ? `${from}/${to}` : join === '或' ? `[${from},${to}]` : from
      expect(mark, text).toContain(whole)
      // Of a mark that is ready this is the only reading.
      for (const dates of later) expect(dates, text).toContain(to)
      seen += later.length
    }),
  )
  expect(seen).toBeGreaterThan(20)
})
