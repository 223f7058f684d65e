// Cells of columns of dates: our own examples, and what holds of every answer.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseEdtf } from '../../src/domain/date/edtf.ts'
import type { ColumnSettings } from '../../src/extract/cell/answer.ts'
import { readCell } from '../../src/extract/cells.ts'

/** `date kind`, `? rule: proposals` or `refused: rule`. */
function answer(cell: string, settings?: ColumnSettings): string {
  const read = readCell(cell, settings)
  if (read.state === 'ready') return `${read.date} ${read.kind}`
  if (read.state === 'refused') return `refused: ${read.rule.rule}`
  return `? ${read.rule.rule}: ${read.readings.map(({ date }) => date).join(' | ')}`
}

const cells: readonly (readonly [cell: string, settings: ColumnSettings, answer: string])[] = [
  ['2020/2/1', {}, '2020-02-01 point'],
  ['2020.2.1', {}, '2020-02-01 point'],
  ['20200201', {}, '2020-02-01 point'],
  ['2020-02-30', {}, 'refused: no-such-date'],
  ['2020年2月1日', {}, '2020-02-01 point'],
  ['２０２０年２月', {}, '2020-02 point'],
  ['4/7/2020', {}, '? two-orders: 2020-04-07 | 2020-07-04'],
  ['4/7/2020', { order: 'mdy' }, '2020-04-07 point'],
  ['4/7/2020', { order: 'dmy' }, '2020-07-04 point'],
  ['14/7/2020', {}, '2020-07-14 point'],
  ['14/7/2020', { order: 'mdy' }, 'refused: no-such-date'],
  ['4/4/2020', {}, '2020-04-04 point'],
  ['4/7/87', { order: 'dmy' }, '? year-of-two-digits: 1987-07-04 | 2087-07-04'],
  ['4/7/87', { order: 'dmy', pivot: 1950 }, '1987-07-04 point'],
  ['20/1/23', { pivot: 2000 }, '? two-orders: 2023-01-20 | 2020-01-23'],
  ['20/1/23', { pivot: 2000, order: 'ymd' }, '2020-01-23 point'],
  ['20-02-03', { pivot: 2000 }, '? two-orders: 2003-02-20 | 2020-02-03'],
  ['20/2/3', {}, '? year-of-two-digits: 1920-02-03 | 2020-02-03'],
  ['20/2/3', { pivot: 2000 }, '2020-02-03 point'],
  ['4/7/2020', { order: 'ymd' }, 'refused: no-such-date'],
  ['1.2.3', {}, 'refused: no-date'],
  ["Sept. '45", {}, '? year-of-two-digits: 1945-09 | 2045-09'],
  ["Sept. '45", { pivot: 1930 }, '1945-09 point'],
  ...['2010-06-01', '2021-03-13', undefined].map(
    (day) =>
      [
        '6-Apr-20',
        day === undefined ? {} : { day },
        '? year-of-two-digits: 1920-04-06 | 2020-04-06',
      ] as const,
  ),
  ['6-Apr-20', { pivot: 2000 }, '2020-04-06 point'],
  ['30-JAN-19', { pivot: 2000 }, '2019-01-30 point'],
  ['6-Apr-99', { day: '2021-03-13' }, '? year-of-two-digits: 1999-04-06 | 2099-04-06'],
  ['6/Apr/20', { pivot: 2000 }, '2020-04-06 point'],
  ['6.Apr.20', { pivot: 2000 }, '2020-04-06 point'],
  ['6 Apr 20', { pivot: 2000 }, '2020-04-06 point'],
  ['April 6, 20', { pivot: 2000 }, '2020-04-06 point'],
  ['6-Apr-20 14:30', { pivot: 2000, timeZone: 'Asia/Shanghai' }, '2020-04-06T14:30+08:00 point'],
  [
    '6-Apr-20 to 9-Apr-20',
    {},
    '? year-of-two-digits: 1920-04-06/1920-04-09 | 2020-04-06/2020-04-09',
  ],
  ['4/16/88 to 4/19/88', { pivot: 1970 }, '1988-04-16/1988-04-19 span'],
  ['29-Feb-00', {}, '2000-02-29 point'],
  ['31-Apr-20', {}, 'refused: no-such-date'],
  ['6-Apr-2020', {}, '2020-04-06 point'],
  ['6 Apr-20', { day: '2021-03-13' }, 'refused: no-date'],
  ['Apr 6-20', { day: '2020-12-31' }, '2020-04-06/2020-04-20 span'],
  [
    'DTSTART;TZID=Custom Zone:20240301T180000',
    { timeZone: 'Europe/London' },
    '? no-zone: 2024-03-01 | 2024-03-01T18:00:00+00:00',
  ],
  ['光绪三十三年八月', {}, '[1907-09-08..1907-10-06] point'],
  ['2024-05-06T12:30:00Z', {}, '2024-05-06T12:30:00Z point'],
  ['4/7', { order: 'dmy' }, '? no-year: '],
  ['4/7', { order: 'dmy', day: '2020-03-01' }, '2019-07-04 point'],
  ['7.2020', {}, 'refused: no-date'],
  ['7/2020', {}, '2020-07 point'],
  ['2020/2/1 8:30', { timeZone: 'Asia/Shanghai' }, '2020-02-01T08:30+08:00 point'],
  ['2020/2/1 8:30', {}, 'refused: no-zone'],
  [
    '4/7/2020 14:30',
    { timeZone: 'Asia/Shanghai' },
    '? two-orders: 2020-04-07T14:30+08:00 | 2020-07-04T14:30+08:00',
  ],
  [
    '4/7/20 14:30',
    { order: 'dmy', timeZone: 'Asia/Shanghai' },
    '? year-of-two-digits: 1920-07-04T14:30+08:00 | 2020-07-04T14:30+08:00',
  ],
  ['4/7/2020 8:30 PM', { order: 'dmy', timeZone: 'Europe/London' }, '2020-07-04T20:30+01:00 point'],
  ['2020-02-01T25:00', { timeZone: 'Asia/Shanghai' }, 'refused: no-such-date'],
  ['43862', {}, '? number-alone: '],
  ['43862', { serials: 'excel' }, '2020-02-01 point'],
  ['43862.5', { serials: 'excel', timeZone: 'Asia/Shanghai' }, '2020-02-01T12:00+08:00 point'],
  // What raises the question what numbers count is what its answer reads.
  ['1', { serials: 'excel' }, 'refused: no-date'],
  ['2020', { serials: 'excel' }, '2020 point'],
  ['2020', { serials: 'unix' }, '2020 point'],
  ['20200105', { serials: 'unix' }, '2020-01-05 point'],
  ['1900-01-00', {}, 'refused: no-such-date'],
  ['2020-02-29 00:00:00', { timeZone: 'UTC' }, '2020-02-29T00:00:00+00:00 point'],
  ['2020-02-29 00:00:00', { midnight: 'day' }, '2020-02-29 point'],
  ['2020-02-29T00:00:00.000', { midnight: 'day' }, '2020-02-29 point'],
  ['14/2/2020 12:00 AM', { midnight: 'day' }, '2020-02-14 point'],
  ['2020-02-29T00:00:00Z', { midnight: 'day' }, '2020-02-29T00:00:00Z point'],
  ['2020-02-01T14:30:05.123Z', {}, '? time-fraction: 2020-02-01T14:30:05Z'],
  [
    '2020-02-01 14:30:05.123456',
    { timeZone: 'Asia/Shanghai' },
    '? time-fraction: 2020-02-01T14:30:05+08:00',
  ],
  ['2020-02-01 14:30 UTC', {}, '2020-02-01T14:30Z point'],
  ['2020-02-01 2:30 PM GMT', {}, '2020-02-01T14:30Z point'],
  ['2020-02-01 14:30 +0800', {}, '2020-02-01T14:30+08:00 point'],
  ['2020-02-01 14:30:00+08', {}, '2020-02-01T14:30:00+08:00 point'],
  ['14/2/2020 14:30 +0530', {}, '2020-02-14T14:30+05:30 point'],
  ['2020-02-01 14:30 CST', { timeZone: 'Asia/Shanghai' }, 'refused: no-date'],
  ['2020-02-01 24:00 UTC', {}, 'refused: no-such-date'],
  [
    '2020-02-01 09:00–12:00',
    { timeZone: 'Asia/Shanghai' },
    '? hours-or-offset: 2020-02-01T09:00+08:00 | 2020-02-01T09:00-12:00',
  ],
  ...[
    '2020-02-01 09:00~12:00',
    '2020-02-01 09:00 - 12:00',
    '2020-02-01 9:00至12:00',
    '2020年2月1日 09:00-12:00',
    '2020年2月1日上午9时至12时',
    '1 Feb 2020 09:00-12:00',
    'Feb 1, 2020 9am-12pm',
    '2020/2/1（周六）9:00~12:00',
  ].map(
    (cell) =>
      [
        cell,
        { timeZone: 'Asia/Shanghai' },
        '? hours: 2020-02-01T09:00+08:00 | 2020-02-01',
      ] as const,
  ),
  ...[
    ['2020/2/1 下午 03:30:00', '2020-02-01T15:30:00+08:00 point'],
    ['2020/2/1 上午 10:05:12', '2020-02-01T10:05:12+08:00 point'],
    ['2020/2/1 上午 12:05:12', '2020-02-01T00:05:12+08:00 point'],
    ['2020-02-01 上午12:05', '? half-of-day: 2020-02-01T00:05+08:00 | 2020-02-01T12:05+08:00'],
    ['2020-02-01 晚上 12:05', '? half-of-day: 2020-02-01'],
    ['14/2/2020 下午3:30', '2020-02-14T15:30+08:00 point'],
    ['2020/2/1（週六）下午 03:30', '2020-02-01T15:30+08:00 point'],
  ].map(([cell = '', date = '']) => [cell, { timeZone: 'Asia/Shanghai' }, date] as const),
  ['2020/2/1 上午 12:00:00', { midnight: 'day' }, '2020-02-01 point'],
  ...[
    '2020-02-01（周六）',
    '2020-02-01 周六',
    '2020/2/1(六)',
    '2020年2月1日（六）',
    '1/2/2020 星期六',
  ].map((cell) => [cell, { order: 'dmy' }, '2020-02-01 point'] as const),
  ['1/2/2020 周六', {}, '2020-02-01 point'],
  ['2020/2/1(日)', {}, '? disagree: 2020-02-01 | 2020-02-02 | 2020-01-26'],
  ['2月1日（周日）', { day: '2020-03-13' }, '? disagree: 2020-02-01 | 2020-02-02 | 2020-01-26'],
  [
    '3月10日（星期三）',
    { day: '2020-03-13' },
    '? disagree: 2020-03-10 | 2020-03-11 | 2020-03-04 | 2021-03-10',
  ],
  ['2020年2月1日、9日', {}, 'refused: two-dates'],
  ['2020年2月1日和3月2日', {}, 'refused: two-dates'],
  ['2020-02-01、2020-02-09', {}, 'refused: two-dates'],
  ['2020年2月1日或2日', {}, '[2020-02-01,2020-02-02] point'],
  ['2020年2月或3月', {}, '[2020-02,2020-03] point'],
  ['1850或1851', {}, '[1850,1851] point'],
  ['1851年或1850年', {}, '[1850,1851] point'],
  ['张三、李四', {}, 'refused: no-date'],
  ['1/26-2/3', {}, '? no-year: '],
  ['1/26-2/3', { day: '2020-03-13' }, '2020-01-26/2020-02-03 span'],
  ['12/26-1/3', { day: '2020-03-13' }, '2019-12-26/2020-01-03 span'],
  ['3/4-5/6', { day: '2020-03-13', order: 'mdy' }, '2020-03-04/2020-05-06 span'],
  ['3/4-5/6', { day: '2020-03-13' }, '? two-orders: 2020-03-04/2020-05-06 | 2019-04-03/2019-06-05'],
  ['1/32-2/3', { day: '2020-03-13' }, 'refused: no-such-date'],
  ['05MAR20', {}, '? year-of-two-digits: 1920-03-05 | 2020-03-05'],
  ['Mar-5-20', { pivot: 2000 }, '2020-03-05 point'],
  ['05MAR2020', {}, '2020-03-05 point'],
  ['2020-02-01T09:00-12:00', {}, '2020-02-01T09:00-12:00 point'],
  ['2020-02-01 09:00-05:00', {}, '2020-02-01T09:00-05:00 point'],
  ['1580515200', { serials: 'unix' }, '2020-02-01T00:00:00Z point'],
  ['109/2/1', { calendar: 'minguo' }, '2020-02-01 point'],
  ['109年2月1日', { day: '2010-03-13' }, '? two-years: 2020-02-01 | 0109-02-01'],
  ['109年2月1日', { day: '2021-03-13', calendar: 'minguo' }, '2020-02-01 point'],
  ['民国一百零九年二月一日', {}, '2020-02-01 point'],
  ['光绪三十年', {}, '1904 point'],
  ['1904年（光绪三十年）', {}, '1904 point'],
  ['2020-W05', {}, '2020-01-27/2020-02-02 span'],
  ['2020-W05', { stretches: 'once' }, '[2020-01-27..2020-02-02] point'],
  ['2020-032', {}, '2020-02-01 point'],
  ['2020-366', {}, '2020-12-31 point'],
  ['2021-366', {}, 'refused: no-such-date'],
  ['1 Feb 2020', {}, '2020-02-01 point'],
  ['Feb 1, 2020', {}, '2020-02-01 point'],
  ['Sat, 1 Feb 2020', {}, '2020-02-01 point'],
  ['Sunday, 1 February 2020', {}, '? disagree: 2020-02-01 | 2020-02-02 | 2020-01-26'],
  ['February 1-9, 2020', {}, '2020-02-01/2020-02-09 span'],
  ['February 1 and 9, 2020', {}, 'refused: two-dates'],
  ['1-Feb-2020', {}, '2020-02-01 point'],
  ['Feb-20', {}, '? month-or-day: '],
  ['2020年2月上旬', {}, '2020-02-01/2020-02-10 span'],
  ['2020年2月上旬', { stretches: 'once' }, '[2020-02-01..2020-02-10] point'],
  ['2020年2月初', {}, '? convention: [2020-02-01..2020-02-10]'],
  ['2020年春', {}, '? convention: 2020-03/2020-05'],
  ['late 1970s', {}, '? convention: [1977..1979]'],
  ['Q2 2020', {}, '2020-04/2020-06 span'],
  ['FY2020', {}, '? fiscal-year: '],
  ['Winter 1950', {}, '? two-winters: 1950-01/1950-02 | 1950-12/1951-02'],
  ['Winter 1950', { stretches: 'once' }, '? two-winters: [1950-01..1950-02] | [1950-12..1951-02]'],
  ['1900s', {}, '? decade-or-century: 190X | 19XX'],
  ['2020年2月1日至9日', {}, '2020-02-01/2020-02-09 span'],
  ['2019年12月—2020年2月', { stretches: 'once' }, '2019-12/2020-02 span'],
  ['1914-18', {}, '? range-or-month: 1914/1918'],
  ['1914–18', {}, '1914/1918 span'],
  ['1914-30', {}, '? range-or-month: 1914/1930'],
  ['2015年至今', {}, '2015/.. since'],
  ['截至2020年2月1日', {}, '../2020-02-01 asOf'],
  ['2020年2月1日前', {}, '../2020-02-01 asOf'],
  ['before 1850', {}, '[..1849] undated'],
  ['after 1850', {}, 'refused: open-bound'],
  ['约1850年', {}, '1850~ point'],
  ['1850年（存疑）', {}, '1850? point'],
  ['c. 1850?', {}, '1850% point'],
  ['1850 or 1851', {}, '[1850,1851] point'],
  ['44 BC', {}, '-0043 point'],
  ['公元前44年', {}, '-0043 point'],
  ['2月1日', {}, '? no-year: '],
  ['2月1日', { day: '2020-03-13' }, '2020-02-01 point'],
  ['12月30日', { day: '2020-03-13' }, '2019-12-30 point'],
  ['昨天', {}, '? no-year: '],
  ['昨天', { day: '2020-03-13' }, '2020-03-12 point'],
  ['农历正月初九', { day: '2020-03-13' }, '2020-02-02 point'],
  ['2020年除夕', {}, '2020-01-24 point'],
  ['## 2020年2月1日 初八', {}, '2020-02-01 point'],
  ['## 2020年2月1日 初九', {}, '? disagree: 2020-02-01'],
  ['2020年2月1日<br>', {}, '2020-02-01 point'],
  ['DTSTART;VALUE=DATE:20200201 DTEND;VALUE=DATE:20200204', {}, '2020-02-01/2020-02-03 span'],
  ['DTSTART:20200201T083000', { timeZone: 'Asia/Shanghai' }, '2020-02-01T08:30:00+08:00 point'],
  ['{"year":"2020","month":"2"}', {}, '2020-02 point'],
  ['{"month":"2"}', {}, 'refused: no-year'],
  ['Sat, 01 Feb 2020 08:30:00 +0800', {}, '2020-02-01T08:30:00+08:00 point'],
  ...[
    'March 5 or 8, 2019',
    '5 or 8 March 2019',
    '5 March or 8 March 2019',
    'March 5 or March 8, 2019',
    '2019年3月5或8日',
    '2019-03-05 or 2019-03-08',
  ].map((cell) => [cell, { day: '2020-03-20' }, '[2019-03-05,2019-03-08] point'] as const),
  ['March 5 or April 8, 2019', { day: '2020-03-20' }, '[2019-03-05,2019-04-08] point'],
  ['December 3 or March 4, 2019', { day: '2020-03-20' }, '? two-years: [2019-03-04,2019-12-03]'],
  ['12月30日或1月2日', { day: '2020-03-20' }, '? two-years: [2019-12-30,2020-01-02]'],
  ['2020年2月3、4日', {}, 'refused: two-dates'],
  ['Jan/Feb 2020', {}, 'refused: two-dates'],
  ['1/26-28', {}, '? no-year: '],
  ...['1/26-28', '1/26~28', '26-28/1', '26/1-28'].map(
    (cell) => [cell, { day: '2020-03-13' }, '2020-01-26/2020-01-28 span'] as const,
  ),
  ...['26-28.1.2020', '26-28/1/2020', '1/26-28/2020', '26.1.-28.1.2020', '26.1.2020-28.1.2020'].map(
    (cell) => [cell, {}, '2020-01-26/2020-01-28 span'] as const,
  ),
  ['1/5-8', { day: '2020-03-13' }, '? two-orders: 2020-01-05/2020-01-08 | 2019-05-01/2019-05-08'],
  ['1/5-8', { day: '2020-03-13', order: 'mdy' }, '2020-01-05/2020-01-08 span'],
  ['5-8/1', { day: '2020-03-13', order: 'dmy' }, '2020-01-05/2020-01-08 span'],
  ['5-8/1', { day: '2020-03-13', order: 'mdy' }, '? two-orders: 2020-01-05/2020-01-08'],
  ['1/5-8/2020', { order: 'dmy' }, '? two-orders: 2020-01-05/2020-01-08'],
  ['3/5/2020-4/6/2020', {}, '? two-orders: 2020-03-05/2020-04-06 | 2020-05-03/2020-06-04'],
  ['3/5/2020-4/6/2020', { order: 'dmy' }, '2020-05-03/2020-06-04 span'],
  ['1/28-26', { day: '2020-03-13' }, 'refused: no-such-date'],
  ...['AM 10:05', '10:05 AM', '10:05 a.m.', '10.05 am', '上午10:05', '10:05 上午'].map(
    (cell) =>
      [
        cell,
        { day: '2020-03-13', timeZone: 'Asia/Shanghai' },
        '? no-date-before: 2020-03-13T10:05+08:00',
      ] as const,
  ),
  ['12am', { day: '2020-03-13', timeZone: 'UTC' }, '? no-date-before: 2020-03-13T00:00+00:00'],
  ['PM 15:05', { day: '2020-03-13', timeZone: 'UTC' }, 'refused: no-date'],
  ...[
    '2020-01-26 PM 03:05',
    '2020-01-26 3:05 p.m.',
    '2020-01-26 3:05 下午',
    '2020年1月26日 PM 3:05',
    '2020年1月26日 3:05 PM',
  ].map((cell) => [cell, { timeZone: 'Asia/Shanghai' }, '2020-01-26T15:05+08:00 point'] as const),
  ['2020-01-26 3pm', { timeZone: 'Asia/Shanghai' }, '2020-01-26T15:00+08:00 point'],
  [
    '26 January 2020 10:05 EST',
    { timeZone: 'Europe/London' },
    '? no-zone: 2020-01-26 | 2020-01-26T10:05-05:00',
  ],
  ['26 January 2020 10:05 GMT', {}, '2020-01-26T10:05Z point'],
  ...[
    '北京时间2020年1月26日15时',
    '2020-01-26 15:00 北京時間',
    '2020年1月26日15:00（北京时间）',
  ].flatMap(
    (cell) =>
      [
        [cell, { timeZone: 'Asia/Shanghai' }, '2020-01-26T15:00+08:00 point'],
        [cell, { timeZone: 'Europe/London' }, '? no-zone: 2020-01-26 | 2020-01-26T15:00+08:00'],
      ] as const,
  ),
  ['当地时间2020年1月26日15时', { timeZone: 'Asia/Shanghai' }, '? no-zone: 2020-01-26'],
  ...['5th of March 2019', 'the 5th March, 2019', '2019 March 5', '2019-Mar-5'].map(
    (cell) => [cell, {}, '2019-03-05 point'] as const,
  ),
  ['Mar. 5–8, 2019', {}, '2019-03-05/2019-03-08 span'],
  ['Jan-2020', {}, '2020-01 point'],
  ...['Sun 2020-01-26', '26/1/20 (Sunday)', '1月26日 Sun', '2020年1月26日（Sun.）'].map(
    (cell) => [cell, { day: '2020-03-13' }, '2020-01-26 point'] as const,
  ),
  ['Sat 2020-01-26', {}, '? disagree: 2020-01-26 | 2020-01-25 | 2020-02-01'],
  ...[
    '中華民國109年2月3日',
    '民國109.2.3',
    '民109/2/3',
    '民國一〇九年二月三日',
    '民國百零九年二月三日',
  ].map((cell) => [cell, {}, '2020-02-03 point'] as const),
  ...['2020 年 2 月', '二〇二〇 年 二 月', '民國 109 年 2 月', '民國109.2'].map(
    (cell) => [cell, {}, '2020-02 point'] as const,
  ),
  ['二〇二〇年二月廿三日', {}, '? civil-or-lunar: 2020-02-23 | 2020-03-16'],
  ['2020年农历二月廿三日', {}, '2020-03-16 point'],
  ...['2020上半年', '2020年H1', 'H1 2020'].map(
    (cell) => [cell, {}, '2020-01/2020-06 span'] as const,
  ),
  ...['2020年Q2', 'Q2/2020'].map((cell) => [cell, {}, '2020-04/2020-06 span'] as const),
  ['2020年2月3日止', {}, '/2020-02-03 until'],
  ...['approx. 1850', '~1850'].map((cell) => [cell, {}, '1850~ point'] as const),
  ['possibly 1850', {}, '1850? point'],
  ...['2020春节', '2020年春节'].map((cell) => [cell, {}, '2020-01-25 point'] as const),
  ['2020年2月某日', {}, '2020-02-XX point'],
  ['2020/2/3號', {}, '2020-02-03 point'],
  ...['20200203-20200208', '20200203-0208'].map(
    (cell) => [cell, {}, '2020-02-03/2020-02-08 span'] as const,
  ),
  ['20200208-0203', {}, 'refused: no-such-date'],
  ...['2020.1-3', '2020/1-3', '2020-1至3月', '2020-01~03'].map(
    (cell) => [cell, {}, '2020-01/2020-03 span'] as const,
  ),
  ['2020.3-1', {}, 'refused: no-date'],
  ['2020年1月26-2月3日', {}, '2020-01-26/2020-02-03 span'],
  [
    '2020年2月3日9-10时',
    { timeZone: 'Asia/Shanghai' },
    '? hours: 2020-02-03T09:00+08:00 | 2020-02-03',
  ],
  ['1850–5', {}, '? range-or-month: 1850/1855 | 1850-05'],
  ['—1850', {}, '? dash-before: /1850 | 1850'],
  ['-1850', {}, '-1850 point'],
  ['2020.2.3—', {}, '2020-02-03/.. since'],
  ['待定', {}, 'refused: no-date'],
  ['n/a', {}, 'refused: no-date'],
  ['12-15人', {}, 'refused: no-date'],
  ['2.1.4', {}, 'refused: no-date'],
  ['', {}, 'refused: no-date'],
]

test.each(cells)('%s with %o', (cell, settings, expected) => {
  expect(answer(cell, settings)).toBe(expected)
})

test('a date of the profile is read as itself', () => {
  for (const date of [
    '2020',
    '2020-02-15',
    '202X',
    '2020-02-XX',
    '[..2020-03-13]',
    '2020-01/2020-02~',
  ])
    expect(readCell(date)).toMatchObject({ state: 'ready', date })
})

const parts = fc.constantFrom(
  ...'1|3|12|31|19|下午|(日)|或|、|2019|2020|/|-|.| |年|月|日|初|底|上旬|March|Mar|5th|,|to|~|?|c. |early |W10|T|14:00|PM|Z|+08:00|BC|AD |农历|正月|初五|民国|至|前|[|]|..|X|{|}|":|DTSTART:|20190305|43862| 00:00|14:00:05.5|+0800'.split(
    '|',
  ),
)
const settings = fc.record(
  {
    order: fc.constantFrom('mdy' as const, 'dmy' as const, 'ymd' as const),
    timeZone: fc.constantFrom('Asia/Shanghai', 'Europe/London'),
    pivot: fc.constant(1970),
    day: fc.constant('2026-07-16'),
    serials: fc.constantFrom('excel' as const, 'excel1904' as const, 'unix' as const),
    calendar: fc.constant('minguo' as const),
    stretches: fc.constantFrom('lasted' as const, 'once' as const),
    midnight: fc.constantFrom('day' as const, 'time' as const),
  },
  { requiredKeys: [] },
)

test('every answer is a date of the profile, or none', () => {
  let ready = 0
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(parts, { maxLength: 8 }).map((some) => some.join('')),
        fc.string(),
      ),
      settings,
      (cell, column) => {
        const read = readCell(cell, column)
        if (read.state === 'ready') ready += 1
        expect(read.state === 'ready').toBe(read.date !== null)
        for (const { date } of read.readings)
          expect(parseEdtf(date), date).toMatchObject({ ok: true })
      },
    ),
    { numRuns: 6000 },
  )
  expect(ready).toBeGreaterThan(50)
})
