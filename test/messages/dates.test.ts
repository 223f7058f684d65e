import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DateKind } from '../../src/domain/date/when.ts'
import { hasShortWords } from '../../src/messages/dates.ts'
import { dated, shortWordsOf, wordsOf } from '../support/dates.ts'

type Said = readonly [date: string, kind: DateKind, hans: string, hant: string, en: string]

const said: Readonly<Record<string, readonly Said[]>> = {
  'one date': [
    ['2020-01-26', 'point', '2020年1月26日', '2020年1月26日', '26 January 2020'],
    ['2020-02', 'point', '2020年2月', '2020年2月', 'February 2020'],
    ['2020-02-XX', 'point', '2020年2月', '2020年2月', 'February 2020'],
  ],
  'all of a month or year, unlike some time in it [fault 1.8]': [
    ['2020-02', 'span', '2020年2月整月', '2020年2月整月', 'all of February 2020'],
    ['2020', 'span', '2020年全年', '2020年全年', 'all of 2020'],
    ['-0043', 'span', '公元前44年全年', '西元前44年全年', 'all of 44 BC'],
    ['1980%', 'span', '约1980年全年(存疑)', '約1980年全年(存疑)', 'all of c. 1980 (uncertain)'],
    ['2020', 'point', '2020年', '2020年', '2020'],
    ['2020-02/2020-02', 'span', '2020年2月内', '2020年2月內', 'within February 2020'],
  ],
  'an era on each date where one is before Christ [fault 1.6]': [
    [
      '-2069/1912',
      'span',
      '公元前2070年至公元1912年',
      '西元前2070年至西元1912年',
      '2070 BC – AD 1912',
    ],
    [
      '[-0043-03-15..1500]',
      'point',
      '公元前44年3月15日至公元1500年间某日',
      '西元前44年3月15日至西元1500年間某日',
      'between 15 March 44 BC and AD 1500',
    ],
    [
      '[-0043,0014,2000]',
      'point',
      '公元前44年、公元14年或公元2000年',
      '西元前44年、西元14年或西元2000年',
      '44 BC, AD 14 or AD 2000',
    ],
  ],
  'an instant on the clock of the time zone': [
    [
      '2020-03-12T23:45:00Z',
      'point',
      '2020年3月13日 07:45',
      '2020年3月13日 07:45',
      '13 March 2020, 07:45',
    ],
    [
      '2020-03-12T16:00Z',
      'point',
      '2020年3月13日 00:00',
      '2020年3月13日 00:00',
      '13 March 2020, 00:00',
    ],
  ],
  'decades, and centuries as ranges': [
    ['198X', 'point', '1980年代', '1980年代', '1980s'],
    ['198X%', 'point', '约1980年代(存疑)', '約1980年代(存疑)', 'c. 1980s (uncertain)'],
    ['190X', 'point', '1900年至1909年间', '1900年至1909年間', 'between 1900 and 1909'],
    [
      '087X',
      'point',
      '公元870年至公元879年间',
      '西元870年至西元879年間',
      'between AD 870 and AD 879',
    ],
    ['19XX', 'point', '1900年至1999年间', '1900年至1999年間', 'between 1900 and 1999'],
    [
      '19XX%',
      'point',
      '约1900年至1999年间(存疑)',
      '約1900年至1999年間(存疑)',
      'between c. 1900 and c. 1999 (uncertain)',
    ],
    [
      '-004X',
      'point',
      '公元前50年至公元前41年间',
      '西元前50年至西元前41年間',
      'between 50 and 41 BC',
    ],
    ['000X', 'point', '公元前1年至公元9年间', '西元前1年至西元9年間', 'between 1 BC and AD 9'],
  ],
  'years before 1000, and before Christ': [
    ['-0043-03-15', 'point', '公元前44年3月15日', '西元前44年3月15日', '15 March 44 BC'],
    ['0000', 'point', '公元前1年', '西元前1年', '1 BC'],
    ['0001', 'point', '公元1年', '西元1年', 'AD 1'],
    ['0079-08-24', 'point', '公元79年8月24日', '西元79年8月24日', '24 August AD 79'],
    ['0999-12', 'point', '公元999年12月', '西元999年12月', 'December AD 999'],
    ['1000', 'point', '1000年', '1000年', '1000'],
    ['-0043/-0030', 'span', '公元前44年至公元前31年', '西元前44年至西元前31年', '44–31 BC'],
    ['-0026/0014', 'span', '公元前27年至公元14年', '西元前27年至西元14年', '27 BC – AD 14'],
  ],
  'what is approximate or uncertain': [
    ['2020-02~', 'point', '约2020年2月', '約2020年2月', 'c. February 2020'],
    [
      '2020-01-26?',
      'point',
      '2020年1月26日(存疑)',
      '2020年1月26日(存疑)',
      '26 January 2020 (uncertain)',
    ],
    ['1980%', 'point', '约1980年(存疑)', '約1980年(存疑)', 'c. 1980 (uncertain)'],
  ],
  'what lasted': [
    [
      '2020-02-01/2020-02-10',
      'span',
      '2020年2月1日至10日',
      '2020年2月1日至10日',
      '1–10 February 2020',
    ],
    ['2020-02-01/2020-02-01', 'span', '2020年2月1日', '2020年2月1日', '1 February 2020'],
    [
      '2020-03-07/2020-12-31',
      'span',
      '2020年3月7日至12月31日',
      '2020年3月7日至12月31日',
      '7 March – 31 December 2020',
    ],
    [
      '2021-12-28/2022-01-03',
      'span',
      '2021年12月28日至2022年1月3日',
      '2021年12月28日至2022年1月3日',
      '28 December 2021 – 3 January 2022',
    ],
    ['2020-03/2020-05', 'span', '2020年3月至5月', '2020年3月至5月', 'March–May 2020'],
    ['2019/2021', 'span', '2019年至2021年', '2019年至2021年', '2019–2021'],
    ['2019/2020-03', 'span', '2019年至2020年3月', '2019年至2020年3月', '2019 – March 2020'],
    ['2020/2020-03', 'span', '2020年至2020年3月', '2020年至2020年3月', '2020 – March 2020'],
    [
      '2020-03-15/2020-05',
      'span',
      '2020年3月15日至5月',
      '2020年3月15日至5月',
      '15 March 2020 – May 2020',
    ],
    [
      '2020-02-01~/2020-02-10',
      'span',
      '约2020年2月1日至2月10日',
      '約2020年2月1日至2月10日',
      'c. 1 February – 10 February 2020',
    ],
    [
      '2020-02-01?/2020-02-10',
      'span',
      '2020年2月1日(存疑)至2月10日',
      '2020年2月1日(存疑)至2月10日',
      '1 February 2020 (uncertain) – 10 February 2020',
    ],
    [
      '2019-10~/2021~',
      'span',
      '约2019年10月至约2021年',
      '約2019年10月至約2021年',
      'c. October 2019 – c. 2021',
    ],
  ],
  'what ended': [
    ['/1985', 'until', '至1985年为止', '至1985年為止', 'until 1985'],
    ['/2020-02~', 'until', '约至2020年2月为止', '約至2020年2月為止', 'until c. February 2020'],
    [
      '/2020-02-24?',
      'until',
      '至2020年2月24日为止(存疑)',
      '至2020年2月24日為止(存疑)',
      'until 24 February 2020 (uncertain)',
    ],
  ],
  'what began': [
    [
      '2020-01-24/..',
      'since',
      '自2020年1月24日起',
      '自2020年1月24日起',
      'from 24 January 2020 onwards',
    ],
    [
      '1980%/..',
      'since',
      '约自1980年起(存疑)',
      '約自1980年起(存疑)',
      'from c. 1980 onwards (uncertain)',
    ],
    [
      '2020-01-24/',
      'since',
      '自2020年1月24日起，结束时间不详',
      '自2020年1月24日起，結束時間不詳',
      'from 24 January 2020, end unknown',
    ],
  ],
  'a state on a day': [
    ['../2020-02-24', 'asOf', '截至2020年2月24日', '截至2020年2月24日', 'as of 24 February 2020'],
    ['../2020-02~', 'asOf', '截至约2020年2月', '截至約2020年2月', 'as of c. February 2020'],
  ],
  'what is only known to lie before its source': [
    [
      '[..2020-03-13]',
      'undated',
      '不晚于2020年3月13日',
      '不晚於2020年3月13日',
      'on or before 13 March 2020',
    ],
    ['[..2020-03]', 'undated', '不晚于2020年3月', '不晚於2020年3月', 'in or before March 2020'],
  ],
  'one day of a set': [
    [
      '[2020-01-27..2020-03-13]',
      'point',
      '2020年1月27日至3月13日间某日',
      '2020年1月27日至3月13日間某日',
      'between 27 January and 13 March 2020',
    ],
    [
      '[2020-01-26..2020-01-27]',
      'point',
      '2020年1月26日至27日间某日',
      '2020年1月26日至27日間某日',
      'between 26 and 27 January 2020',
    ],
    ['[2020-01-26..2020-01-26]', 'point', '2020年1月26日', '2020年1月26日', '26 January 2020'],
    [
      '[2019-10..2020-01-26]',
      'point',
      '2019年10月至2020年1月26日间某日',
      '2019年10月至2020年1月26日間某日',
      'between October 2019 and 26 January 2020',
    ],
    [
      '[2020-01-26,2020-01-27,2020-01-29]',
      'point',
      '2020年1月26日、27日或29日',
      '2020年1月26日、27日或29日',
      '26, 27 or 29 January 2020',
    ],
    [
      '[2020-01-26,2020-02-03]',
      'point',
      '2020年1月26日或2月3日',
      '2020年1月26日或2月3日',
      '26 January or 3 February 2020',
    ],
    [
      '[1667,1668,1670]',
      'point',
      '1667年、1668年或1670年',
      '1667年、1668年或1670年',
      '1667, 1668 or 1670',
    ],
    [
      '[2020,2021-02]',
      'point',
      '2020年某日或2021年2月某日',
      '2020年某日或2021年2月某日',
      'in 2020 or in February 2021',
    ],
    [
      '[2020-01-26,2020-02]',
      'point',
      '2020年1月26日或2月某日',
      '2020年1月26日或2月某日',
      'on 26 January 2020 or in February 2020',
    ],
    [
      '[2020-01~,2020-02-03?,2020-03]',
      'point',
      '约2020年1月某日、2月3日(存疑)或3月某日',
      '約2020年1月某日、2月3日(存疑)或3月某日',
      'in c. January 2020, on 3 February 2020 (uncertain) or in March 2020',
    ],
    [
      '[-0043-03-15,0014]',
      'point',
      '公元前44年3月15日或公元14年某日',
      '西元前44年3月15日或西元14年某日',
      'on 15 March 44 BC or in AD 14',
    ],
    [
      '[2020-01-26..2020-02]',
      'point',
      '2020年1月26日至2月间某日',
      '2020年1月26日至2月間某日',
      'between 26 January 2020 and February 2020',
    ],
  ],
}

/** Lists of dates that are in order and apart, of at least two precisions. */
const mixedLists = fc
  .subarray(
    '2018 2019-01 2019-02-03 2019-02-04~ 2019-03? 2019-12-31 2020-01-26 2020-02 2020-03~ 2020-04-01? 2021 2022-05%'.split(
      ' ',
    ),
    { minLength: 2 },
  )
  .filter((dates) => new Set(dates.map((date) => date.split('-').length)).size > 1)

describe('dates in words', () => {
  test.each(Object.entries(said))('tell %s', (_what, cases) => {
    expect(cases.length).toBeGreaterThan(0)
    for (const [date, kind, hans, hant, en] of cases) {
      expect(wordsOf(dated(date, kind)), date).toEqual({ 'zh-Hans': hans, 'zh-Hant': hant, en })
    }
  })

  test.each<Said>([
    ['2020-01-26', 'point', '1月26日', '1月26日', '26 January'],
    ['2020-02~', 'point', '约2月', '約2月', 'c. February'],
    ['2020-03-12T23:45Z', 'point', '3月13日 07:45', '3月13日 07:45', '13 March, 07:45'],
    ['2020-02-01/2020-02-10', 'span', '2月1日至10日', '2月1日至10日', '1–10 February'],
    ['2020-03/2020-05', 'span', '3月至5月', '3月至5月', 'March–May'],
    ['2020-01-24/..', 'since', '自1月24日起', '自1月24日起', 'from 24 January onwards'],
    ['../2020-02-24', 'asOf', '截至2月24日', '截至2月24日', 'as of 24 February'],
    ['/2020-02-24', 'until', '至2月24日为止', '至2月24日為止', 'until 24 February'],
    ['[..2020-03-13]', 'undated', '不晚于3月13日', '不晚於3月13日', 'on or before 13 March'],
    [
      '[2020-01-27..2020-03-13]',
      'point',
      '1月27日至3月13日间某日',
      '1月27日至3月13日間某日',
      'between 27 January and 13 March',
    ],
    [
      '[2020-01-26,2020-02-03]',
      'point',
      '1月26日或2月3日',
      '1月26日或2月3日',
      '26 January or 3 February',
    ],
    [
      '[2020-01-26,2020-02]',
      'point',
      '1月26日或2月某日',
      '1月26日或2月某日',
      'on 26 January or in February',
    ],
    [
      '2020-02-01?/2020-02-10',
      'span',
      '2月1日(存疑)至2月10日',
      '2月1日(存疑)至2月10日',
      '1 February (uncertain) – 10 February',
    ],
    ['-0043-03-15', 'point', '3月15日', '3月15日', '15 March'],
  ])('leave out a year that stands above them: %s', (date, kind, ...short) => {
    const when = dated(date, kind)
    expect(Object.values(shortWordsOf(when))).toEqual(short)
    expect(hasShortWords(when)).toBe(true)
  })

  test.each<[string, DateKind]>([
    ['2020', 'span'],
    ['198X', 'point'],
    ['2021-12-28/2022-01-03', 'span'],
    ['2020/2020-03', 'span'],
    ['[2019-10-27..2020-01-26]', 'point'],
  ])('keep the years of %s', (date, kind) => {
    const when = dated(date, kind)
    expect(hasShortWords(when)).toBe(false)
    expect(shortWordsOf(when)).toEqual(wordsOf(when))
  })

  test('of dates of several precisions each is readable without the others', () => {
    fc.assert(
      fc.property(mixedLists, (dates) => {
        const { en, ...chinese } = wordsOf(dated(`[${dates.join(',')}]`, 'point'))
        const alone = dates.map((date) => wordsOf(dated(date, 'point')))
        const isDay = (date = '') => /-\d\d-\d\d/.test(date)
        expect(en.split(/, | or /)).toEqual(
          alone.map((words, at) => `${isDay(dates[at]) ? 'on' : 'in'} ${words.en}`),
        )
        for (const [language, words] of Object.entries(chinese)) {
          const parts = words.split(/、|或/)
          expect(parts).toHaveLength(dates.length)
          // Each names a day, and at most lacks the year and month of the one before it.
          for (const [at, part] of parts.entries()) {
            const whole = alone[at]?.[language as keyof typeof chinese] ?? ''
            const named = isDay(dates[at]) ? whole : whole.replace(/(?=\(|$)/, '某日')
            expect(named.replace(/^[约約]/, '').endsWith(part.replace(/^[约約]/, ''))).toBe(true)
          }
        }
      }),
    )
  })
})
