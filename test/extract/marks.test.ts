// What holds of every mark, whatever the text: tried on texts made of the words of dates and of noise.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import type { Mark } from '../../src/extract/mark.ts'
import { marksOf } from '../../src/extract/marks.ts'
import { en, read, zh } from '../support/marks.ts'

const chineseParts =
  '2026年|去年|明年|次年|同年|民国三十八年|公元前221年|3月|12月|上月|本月|5日|31日|上旬|初|底|末|至|到|—|、|，|。|；|（|）|自|从|截至|起|以来|前|之前|后|间|昨天|今晚|当日|次日|两天后|三年前|上周五|周三|近日|正月初三|大年三十|除夕|中秋节当天|上世纪|80年代|19世纪|第三季度|上半年|春|冬|上午9时|20时30分|许|约|左右|将|已|原定|《|》|每|“|”|\n|\r\n|🚂|𠮷|8-10家|3·15|2026-07-01|2019.3|1|23|十五|日前|不久前|至今|为止|期间|生产的|如果|比'
const englishParts =
  "2026|1998|March|May|Sept.|5|31|19th|Monday|Friday|last|next|this|the|following|week|month|year|early |mid-|late |end of |by |since |until |from |to |and |between |-|, |. |; |(|)|yesterday|tomorrow|a day later|three weeks ago|recently|1990s|19th century|c. |BC|AD |summer |winter of |first quarter of |Easter |New Year's Eve|3pm|noon on |7.15am|10/14|03/15/26|will |was |held |if |not |every |\n|\r\n|🚂|£|Act |in |on |of |s|’s|“|”|2017-18|Q3 |first Saturday of "

const textOf = (parts: string, gap: string) =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...parts.split('|')), fc.string({ unit: 'grapheme', maxLength: 3 })),
      {
        maxLength: 25,
      },
    )
    .map((words) => words.join(gap))

const languages = [
  ['Chinese', zh, textOf(chineseParts, '')],
  ['English', en, fc.oneof(textOf(englishParts, ''), textOf(englishParts, ' '))],
] as const

const kinds: Readonly<Record<string, readonly string[]>> = {
  point: ['date', 'instant', 'within', 'list'],
  span: ['date', 'interval'],
  since: ['onwards'],
  asOf: ['upTo'],
  until: ['upTo'],
  undated: ['before'],
}

function expectWhole(text: string, marks: readonly Mark[]): void {
  const characters = Array.from(text)
  let last = 0
  for (const mark of marks) {
    expect(mark.start).toBeGreaterThanOrEqual(last)
    expect(mark.end).toBeGreaterThan(mark.start)
    expect(characters.slice(mark.start, mark.end).join('')).toBe(mark.words)
    last = mark.end
  }
}

test.each(languages)('marks of %s give their words back and never overlap', (_, setting, texts) => {
  fc.assert(
    fc.property(texts, (text) => expectWhole(text, marksOf(text, setting))),
    { numRuns: 1500 },
  )
})

/** Whether date, kind and number of readings are as the state wants. */
const isWhole = ({ state, date, kind, readings: [first, ...more] }: Mark): boolean =>
  state === 'open'
    ? date === null && kind === null
    : more.length === 0 && first !== undefined && first.date === date && first.kind === kind

test.each(languages)(
  'an open mark of %s has no date, a ready one has one reading',
  (_, setting, texts) => {
    const seen = { ready: 0, open: 0 }
    fc.assert(
      fc.property(texts, (text) => {
        for (const mark of marksOf(text, setting)) {
          seen[mark.state] += 1
          expect(isWhole(mark), JSON.stringify(mark)).toBe(true)
        }
      }),
      { numRuns: 1500 },
    )
    expect(Math.min(seen.ready, seen.open)).toBeGreaterThan(50)
  },
)

test.each(languages)(
  'every reading of %s is a date of the profile that fits its kind',
  (_, setting, texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { date, kind } of marksOf(text, setting).flatMap(({ readings }) => readings)) {
          const parsed = parseEdtf(date)
          const form = parsed.ok ? parsed.value.form : parsed.failure.rule
          expect(kinds[kind], `${date} ${kind}`).toContain(form)
        }
      }),
      { numRuns: 1500 },
    )
  },
)

test.each(languages)('the readings of a mark of %s differ', (_, setting, texts) => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const { readings } of marksOf(text, setting)) {
        const dates = readings.map(({ date }) => date)
        expect(dates).toEqual([...new Set(dates)])
      }
    }),
    { numRuns: 800 },
  )
})

test('what follows from an open date is open', () => {
  expect(read('该厂2015年成立。3月5日，工人停工；次日复工；8日结束。')).toEqual([
    '2015年 = 2015 point',
    '3月5日 ? two-years: 2026-03-05 | 2015-03-05',
    '次日 ? from-open: 2026-03-06 | 2015-03-06',
    '8日 ? from-open: 2026-03-08 | 2026-07-08',
  ])
})

test('code points are counted, and a line ends with CRLF as with LF', () => {
  const text = '🚂🚂3月5日通车。\r\n🚂次日停运。'
  const marks = marksOf(text, zh)
  expect(marks.map(({ start, end, words }) => [start, end, words])).toEqual([
    [2, 6, '3月5日'],
    [12, 14, '次日'],
  ])
  const lines = '1985年\n3月 县政府迁址。\n7月12日 暴雨。'
  expect(read(lines.replaceAll('\n', '\r\n'))).toEqual(read(lines))
})

test('full-width and traditional characters are read as the others', () => {
  expect(read('２０２６年３月５日')).toEqual(['２０２６年３月５日 = 2026-03-05 point'])
  expect(read('上週五、後天、農曆五月初五')).toEqual([
    '上週五 = 2026-07-10 point',
    '後天 = 2026-07-18 point',
    '農曆五月初五 = 2026-06-19 point',
  ])
})

test('the day of the source decides what relative words mean', () => {
  const on = (day: string) => read('昨天', { ...zh, day })
  expect(on('2026-03-01')).toEqual(['昨天 = 2026-02-28 point'])
  expect(on('2024-03-01')).toEqual(['昨天 = 2024-02-29 point'])
  expect(() => marksOf('昨天', { ...zh, day: 'yesterday' })).toThrow(RangeError)
})

test('clock times have the offset of the time zone on that day', () => {
  const at = (timeZone: string) =>
    read('2026-07-01 08:30，2026-01-05 08:30', { ...zh, timeZone }).map(
      (line) => line.split(' = ')[1],
    )
  expect(at('Europe/London')).toEqual([
    '2026-07-01T08:30+01:00 point',
    '2026-01-05T08:30+00:00 point',
  ])
  expect(at('Asia/Shanghai')).toEqual([
    '2026-07-01T08:30+08:00 point',
    '2026-01-05T08:30+08:00 point',
  ])
})

test('a clock time that came twice is open', () => {
  expect(read('2019-10-27 01:30', { ...en, language: 'zh' })).toEqual([
    '2019-10-27 01:30 ? two-times: 2019-10-27T01:30+01:00 | 2019-10-27T01:30+00:00',
  ])
})

test('what stands behind a heading of other news is perhaps not of the article', () => {
  const asides = (text: string, setting: typeof zh | typeof en) =>
    marksOf(text, setting).map(({ words, isAside }) => [words, isAside])
  expect(asides('7月5日开工。\n【新闻推荐】\n7月6日停电。', zh)).toEqual([
    ['7月5日', false],
    ['7月6日', true],
  ])
  expect(asides('It fell on 5 July.\nRelated stories:\nIt rose on 6 July.', en)).toEqual([
    ['5 July', false],
    ['6 July', true],
  ])
})

test('words that only may look ahead leave the year, the month or the week open', () => {
  expect(read('7月5日，公司将产品下架。')).toEqual(['7月5日 ? two-years: 2026-07-05 | 2027-07-05'])
  expect(read('13日，县里将响应提升至二级。')).toEqual([
    '13日 ? two-months: 2026-07-13 | 2026-08-13',
  ])
  expect(read('8月10日，大会将开幕。')).toEqual(['8月10日 = 2026-08-10 point'])
})

test('a date in brackets is not what the text goes on from', () => {
  expect(read('7月10日，公司（2015年3月1日成立）停产。次日，员工返岗。').at(-1)).toBe(
    '次日 = 2026-07-11 point',
  )
})

const timesOfADay: readonly (readonly [text: string, ...marks: string[]])[] = [
  [
    '7月10日下午2时，委员会开会；5时20分，散会。三小时后，发布纪要。',
    '7月10日下午2时 = 2026-07-10T14:00+08:00 point',
    '5时20分 ? half-of-day: 2026-07-10T17:20+08:00 | 2026-07-10T05:20+08:00',
    '三小时后 ? from-open: 2026-07-10',
  ],
  [
    '7月10日晚9时许，厂房起火，10时15分，扑灭。',
    '7月10日晚9时许 = 2026-07-10 point',
    '10时15分 ? half-of-day: 2026-07-10T22:15+08:00 | 2026-07-10T10:15+08:00',
  ],
  [
    '7月10日下午，委员会开会；7月10日5时，散会。',
    '7月10日下午 = 2026-07-10 point',
    '7月10日5时 ? half-of-day: 2026-07-10T17:00+08:00 | 2026-07-10T05:00+08:00',
  ],
  [
    '昨晚7时，开演；9时40分，散场。',
    '昨晚7时 = 2026-07-15T19:00+08:00 point',
    '9时40分 ? half-of-day: 2026-07-15T21:40+08:00 | 2026-07-15T09:40+08:00',
  ],
  [
    '7月10日晚10时，开船；凌晨2时，靠岸；截至3时，无人下船。',
    '7月10日晚10时 = 2026-07-10T22:00+08:00 point',
    '凌晨2时 ? day-of-clock: 2026-07-11T02:00+08:00 | 2026-07-10T02:00+08:00',
    '截至3时 ? half-of-day: ../2026-07-11 | ../2026-07-10',
  ],
  [
    '7月10日22时，开船；2时30分，靠岸；7月12日5时，返航。',
    '7月10日22时 = 2026-07-10T22:00+08:00 point',
    '2时30分 ? day-of-clock: 2026-07-11T02:30+08:00 | 2026-07-10T02:30+08:00',
    '7月12日5时 = 2026-07-12T05:00+08:00 point',
  ],
  [
    '7月10日中午12时，开饭；12时30分，收摊；14时，午休；截至4时，未醒。',
    '7月10日中午12时 = 2026-07-10T12:00+08:00 point',
    '12时30分 = 2026-07-10T12:30+08:00 point',
    '14时 = 2026-07-10T14:00+08:00 point',
    '截至4时 = ../2026-07-10 asOf',
  ],
  [
    '7月10日上午8时，开工；11时20分，停工。',
    '7月10日上午8时 = 2026-07-10T08:00+08:00 point',
    '11时20分 = 2026-07-10T11:20+08:00 point',
  ],
]

test.each(timesOfADay)('times of one day go on from each other: %s', (text, ...marks) => {
  expect(read(text)).toEqual(marks)
})

test('times of one day go on from each other in English', () => {
  expect(read('10 July\n2 p.m. -- opened\n4:10 -- closed\n22:30 -- home\n1:15 -- up', en)).toEqual([
    '10 July = 2026-07-10 point -',
    '2 p.m. = 2026-07-10T14:00+01:00 point',
    '4:10 ? half-of-day: 2026-07-10T16:10+01:00 | 2026-07-10T04:10+01:00',
    '22:30 = 2026-07-10T22:30+01:00 point',
    '1:15 ? half-of-day: 2026-07-11T01:15+01:00 | 2026-07-10T01:15+01:00 | 2026-07-10T13:15+01:00',
  ])
  expect(read('It fell on 10 July in the evening at 8:30.', en)).toEqual([
    '10 July in the evening at 8:30 = 2026-07-10T20:30+01:00 point',
  ])
})

const partsOfDay = fc.constantFrom('', '凌晨', '上午', '中午', '下午', '傍晚', '晚')
const hours = fc.integer({ min: 1, max: 12 })

test('no time alone is ready that lies before the one named last', () => {
  let open = 0
  fc.assert(
    fc.property(partsOfDay, hours, partsOfDay, hours, (part, hour, secondPart, second) => {
      const text = `7月10日${part}${hour}时，开会；${secondPart}${second}时，散会。`
      const [before, after] = marksOf(text, zh)
      if (before?.state !== 'ready' || after === undefined) return
      const { date } = before
      const isLater = after.state === 'ready' && after.date >= date.slice(0, after.date.length)
      expect(after.state === 'open' || isLater).toBe(true)
      if (after.state === 'open') open += 1
      const isAfternoon = part !== '' && date.slice(11, 13) >= '12'
      const isBare = secondPart === '' && second < 12 && hour < 12
      expect(isAfternoon && isBare && after.state === 'ready').toBe(false)
    }),
  )
  expect(open).toBeGreaterThan(5)
})

test('a weekday that a date without a year does not have leaves it open', () => {
  expect(read('周六（7月10日）停工。')).toEqual([
    '周六（7月10日） ? disagree: 2026-07-10 | 2026-07-11 | 2026-07-04 | 2027-07-10',
  ])
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.constantFrom('一', '二', '三', '四', '五', '六', '日'),
      (month, day, weekday) => {
        const [alone] = marksOf(`${month}月${day}日停工。`, zh)
        const [beside] = marksOf(`${month}月${day}日（周${weekday}）停工。`, zh)
        const known = alone?.readings.map(({ date }) => date) ?? []
        const isSettled = beside?.state === 'ready' && known.includes(beside.date)
        expect(isSettled || (beside?.readings.length ?? 0) > 1).toBe(true)
      },
    ),
  )
})

test.each([
  ['2026-07-10（周六）停工。', '2026-07-10（周六）'],
  ['2026/7/10(Sat)停工。', '2026/7/10(Sat)'],
  ['2026.7.10 星期六 停工。', '2026.7.10 星期六'],
  ['2026-07-10（五月廿七）停工。', '2026-07-10（五月廿七）'],
  ['2026年7月10日（六）停工。', '2026年7月10日（六）'],
  ['周六 2026-07-10 停工。', '周六 2026-07-10'],
  ['星期六，2026年7月10日，停工。', '星期六，2026年7月10日'],
  ['周六2026年7月10日停工。', '周六2026年7月10日'],
])(
  'a weekday or lunar day that does not fit is asked, however the date is written: %s',
  (text, words) => {
    const [first, ...more] = read(text)
    expect(first?.startsWith(`${words} ? disagree: 2026-07-10 | `)).toBe(true)
    expect(more).toEqual([])
    const fitting = text.replace('六', '五').replace('Sat', 'Fri').replace('廿七', '廿六')
    expect(read(fitting)).toEqual([expect.stringMatching(/ = 2026-07-10 point$/)])
  },
)

test.each([
  ['二月廿三日开会。', '二月廿三日 ? civil-or-lunar: 2026-02-23 | 2026-04-10'],
  ['二〇二〇年二月廿三日开会。', '二〇二〇年二月廿三日 ? civil-or-lunar: 2020-02-23 | 2020-03-16'],
  ['光绪三十年二月廿三日开会。', '光绪三十年二月廿三日 = 1904-04-08 point'],
  ['正月廿三日开会。', '正月廿三日 = 2026-03-11 point'],
  ['民国一〇九年二月三日开会。', '民国一〇九年二月三日 = 2020-02-03 point'],
  ['2020 年 2 月开工。', '2020 年 2 月 = 2020-02 point'],
])('%s', (text, mark) => {
  expect(read(text)).toEqual([mark])
})

test('of two dates of which one holds, none is ready', () => {
  for (const text of ['7月3日或次日停工。', '7月4日或3日停工。', '6月或7月3日停工。'])
    expect(read(text).filter((one) => one.includes(' = '))).toEqual([])
  for (const text of ['It fell on 3 July or 8 people.', 'In 2019 or early 2020 it fell.'])
    expect(read(text, en).filter((one) => one.includes(' = '))).toEqual([])
})

test('a month is joined with its year by a hyphen', () => {
  expect(read('It opened in Jan-2020.', en)).toEqual(['Jan-2020 = 2020-01 point'])
})

test.each(['Sat 2026-07-10', 'Saturday, 2026-07-10', '2026-07-10 (Sat)', 'Saturday 10/7/2026'])(
  'a weekday that does not fit is asked in English, too: %s',
  (words) => {
    const [mark, ...more] = read(`On ${words} it closed.`, en)
    expect(mark).toMatch(/ \? (?:disagree|two-orders): .*2026-07-10/)
    expect(more).toEqual([])
    const [fitting] = read(
      `On ${words.replace('Satur', 'Fri').replace('Sat', 'Fri')} it closed.`,
      en,
    )
    expect(fitting).toMatch(/ = 2026-07-10 point$/)
  },
)

test('half a range of dates is no date', () => {
  expect(read('2026-07-10至07-12停工。')).toEqual(['2026-07-10 ? words-beside: 2026-07-10'])
})

test('a year of three digits is of the Republic of China only where something says so', () => {
  const both = '109年2月3日 ? two-years: 2020-02-03 | 0109-02-03'
  expect(read('公元105年造纸。109年2月3日，病逝。')).toContain(both)
  expect(read('109年2月3日，开会。', { ...zh, language: 'zh-Hans' })).toEqual([both])
  const ready = ['109年2月3日 = 2020-02-03 point']
  expect(read('109年2月3日，開會。', { ...zh, language: 'zh-Hant' })).toEqual(ready)
  expect(read('按民國紀年，109年2月3日，開會。').slice(-1)).toEqual(ready)
})
