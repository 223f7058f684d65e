// What words around a date claim of it: that it was on one day of that time, that it went on through it, or
// either. Nothing is ready of which the words have two readings.
import { expect, test } from 'vitest'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'
import { marksOf } from '../../src/extract/marks.ts'

const settings: ColumnSettings = { timeZone: 'Asia/Shanghai', day: '2026-07-16' }

function cell(text: string, stretches?: 'once' | 'lasted'): string {
  const given = stretches === undefined ? settings : { ...settings, stretches }
  const { state, rule, readings } = readCell(text, given)
  const dates = readings.map(({ date, kind }) => `${date} ${kind}`).join(' | ')
  return state === 'ready' ? dates : `${state} ${rule.rule}: ${dates}`
}

test.each([
  ['2020年2月内', '2020-02 point', '2020-02/2020-02 span'],
  ['2020年2月之内', '2020-02 point', '2020-02/2020-02 span'],
  ['2020年2月以內', '2020-02 point', '2020-02/2020-02 span'],
  ['2020年内', '2020 point', '2020/2020 span'],
  ['within February 2020', '2020-02 point', '2020-02/2020-02 span'],
  ['in the course of 2020', '2020 point', '2020/2020 span'],
  ['between 1850 and 1853', '[1850..1853] point', '1850/1853 span'],
  ['1850年至1853年间', '[1850..1853] point', '1850/1853 span'],
  ['June/July 2020', '[2020-06..2020-07] point', '2020-06/2020-07 span'],
  ['1920s/30s', '[1920..1939] point', '1920/1939 span'],
  ['sometime in 2020', '2020 point', '2020 point'],
  ['sometime between 1850 and 1853', '[1850..1853] point', '[1850..1853] point'],
  ['1850年至1853年间某年', '[1850..1853] point', '[1850..1853] point'],
  ['throughout 2020', '2020 span', '2020 span'],
])('the cell %s once, and lasting', (text, once, lasted) => {
  expect([cell(text, 'once'), cell(text, 'lasted')]).toEqual([once, lasted])
})

test.each([
  ['2月内', 'open day-or-count: 2026-02 point'],
  ['二三十年代', '1920/1939 span'],
  ['民国九、十或十二年', '[1920,1921,1923] point'],
  ['光绪二十三或二十四年', '[1897,1898] point'],
  ['1850，1851或1853年', '[1850,1851,1853] point'],
  ['2020年2月底3月初', 'open convention: 2020-02-21/2020-03-10 span'],
  ['最迟2020年2月', '[..2020-02] undated'],
  ['1920 at the latest', '[..1920] undated'],
  ['pre-1920', '[..1919] undated'],
  ['不早于2020年2月', 'refused open-bound: '],
  ['1920s–30s', '1920/1939 span'],
  ['18th–19th centuries', '1700/1899 span'],
  ['公元前5至3世纪', '-0499/-0200 span'],
  ['公元1世纪', '[0001..0099] point'],
  ['last quarter of the 19th century', 'open convention: [1875..1899] point'],
  ['late 5th century BC', 'open convention: [-0429..-0400] point'],
  ['20世纪上半叶', 'open convention: [1900..1949] point'],
  ['c1920', '1920~ point'],
  ['1920 (c.)', '1920~ point'],
  ['[c. 1920]', '1920~ point'],
  ['[192-?]', '192X? point'],
  ['19--', '19XX point'],
  ['19th c.', '18XX point'],
  ['前221年', '-0220 point'],
  ['2020—今', '2020/.. since'],
  ['2020年某月某日', '2020 point'],
  ['2020-02-03 15:00 GMT+8', '2020-02-03T15:00+08:00 point'],
  ['overnight 3–4 July 2020', '2020-07-03/2020-07-04 span'],
  ['3 July 2020, early hours', '2020-07-03 point'],
  ['2020财年', 'open fiscal-year: '],
  ['[1920]', 'open words-beside: 1920 point | 1920? point'],
  ['2020年5月的一天', '2020-05 point'],
  ['公元前475—前221年', '-0474/-0220 span'],
  ['c. 1920–c. 1930', '1920~/1930~ span'],
  ['2nd half of the 19th century', 'open convention: [1850..1899] point'],
  ['sometime before 1920', '[..1919] undated'],
])('the cell %s', (text, read) => {
  expect(cell(text)).toBe(read)
})

test('decades without a century are asked where no source tells it', () => {
  expect(readCell('二三十年代', {}).state).toBe('open')
})

function marks(text: string): string[] {
  const language = /[一-龥]/.test(text) ? 'zh' : 'en'
  return marksOf(text, { day: '2026-07-16', language, timeZone: 'UTC' }).map(
    ({ words, state, rule, readings }) => {
      const dates = readings.map(({ date, kind }) => `${date} ${kind}`).join(' | ')
      return state === 'ready' ? `${words} = ${dates}` : `${words} ? ${rule.rule}: ${dates}`
    },
  )
}

test.each([
  ['该馆2020年2月内完成搬迁。', '2020年2月内 = 2020-02 point'],
  ['2020年间，桥梁垮塌。', '2020年间 = 2020 point'],
  ['The mill closed during 2020.', '2020 = 2020 point'],
  [
    'It was built between 1850 and 1853.',
    'between 1850 and 1853 ? lasted-or-once: 1850/1853 span | [1850..1853] point',
  ],
  ['It was built sometime between 1850 and 1853.', 'between 1850 and 1853 = [1850..1853] point'],
  [
    '1850年至1853年间，寺院重建。',
    '1850年至1853年间 ? lasted-or-once: 1850/1853 span | [1850..1853] point',
  ],
  ['1850年至1853年间，先后三次重修。', '1850年至1853年间 = 1850/1853 span'],
  ['大正年间，车站启用。', '大正年间 ? lasted-or-once: 1912/1926 span | [1912..1926] point'],
  ['学校于1850、1851或1853年创办。', '1850、1851或1853年 = [1850,1851,1853] point'],
  ['他于2018、2019和2021年来访。', '2018 = 2018 point', '2019 = 2019 point', '2021年 = 2021 point'],
  ['2020、2021年度报告发布。'],
  ['They met on the weekend of 7–8 March 2020.', '7–8 March 2020 = 2020-03-07/2020-03-08 span'],
  ['On the weekend of March 7-8, 2020 it fell.', 'March 7-8, 2020 = 2020-03-07/2020-03-08 span'],
  ['The weekend of 11 July was busy.', 'The weekend of 11 July = 2026-07-11/2026-07-12 span'],
  ['On the weekend of the storm it shut.', 'weekend ? words-beside: 2026-07-11/2026-07-12 span'],
  [
    'It shut over the weekend before the vote.',
    'weekend ? words-beside: 2026-07-11/2026-07-12 span',
  ],
  ['Last week of the season it rained.', 'Last week ? words-beside: 2026-07-06/2026-07-12 span'],
  ['It shut on Monday of the strike.', 'Monday ? words-beside: 2026-07-13 point'],
  [
    'Between the 18th and 19th centuries it moved.',
    'Between the 18th and 19th centuries ? lasted-or-once: 1700/1899 span | [1700..1899] point',
  ],
  ['工程不晚于2020年2月开工。', '不晚于2020年2月 = ../2020-02 asOf'],
  ['工程不早于2020年2月开工。', '不早于2020年2月 ? open-bound: 2020-02/.. since'],
  ['The hall opened after 1920.', 'after 1920 ? open-bound: 1920/.. since'],
  [
    'It opened shortly after 3 p.m. on 5 May 2026.',
    'shortly after 3 p.m. on 5 May 2026 = 2026-05-05 point',
  ],
  ['From 1920 onwards the hall was a library.', 'From 1920 onwards = 1920/.. since'],
  [
    'From the 18th to the 19th century it stood.',
    'From the 18th to the 19th century = 1700/1899 span',
  ],
  ['It grew in the 1920s and 30s.', 'the 1920s and 30s ? two-dates: 1920/1939 span'],
  [
    'In June/July 2020 the dig began.',
    'June/July 2020 ? lasted-or-once: 2020-06/2020-07 span | [2020-06..2020-07] point',
  ],
  [
    'On 3/4 July 2020 the dig began.',
    '3/4 July 2020 ? lasted-or-once: 2020-07-03/2020-07-04 span | [2020-07-03..2020-07-04] point',
  ],
  [
    'It burned on the night of 3/4 July 2020.',
    'the night of 3/4 July 2020 = 2020-07-03/2020-07-04 span',
  ],
  ['A jug from the 5th century BC was found.', 'the 5th century BC ? words-beside: -04XX point'],
  ['The chapel dates from c.1850.', 'c.1850 = 1850~ point'],
  ['They met the Tuesday before last.', 'Tuesday ? words-beside: 2026-07-14 point'],
])('%s', (text, ...read) => {
  expect(marks(text)).toEqual(read)
})
