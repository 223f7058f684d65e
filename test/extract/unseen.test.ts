// Kinds of errors that thirty articles showed which no rule had seen: chronicles, labels, registers, records
// of sittings, entries of a day. One row a text, with its marks in order as test/support/marks.ts shows them.
import { expect, test } from 'vitest'
import { draftRows } from '../../src/extract/draft/rows.ts'
import { en, read, zh } from '../support/marks.ts'

type Row = readonly [text: string, ...marks: string[]]

const english: readonly Row[] = [
  [
    'Friday, 10 July\n4:30 a.m.: the creek rises.\nAbout 8 a.m.: the bridge goes.\nRoads are closed at 11 a.m. and noon.',
    'Friday, 10 July = 2026-07-10 point -',
    '4:30 a.m. = 2026-07-10T04:30+01:00 point',
    'About 8 a.m. = 2026-07-10 point',
  ],
  [
    'House of Assembly\nWednesday 15 July 2026\n\nThe Minister: I signed it this morning. It was agreed yesterday.',
    'Wednesday 15 July 2026 = 2026-07-15 point',
    'this morning ? two-bases: 2026-07-15 | 2026-07-16',
    'yesterday ? two-bases: 2026-07-14 | 2026-07-15',
  ],
  [
    'On 21 June a hospital told of a fair, held 9 to 18 June. The next day it was closed.',
    '21 June = 2026-06-21 point',
    '9 to 18 June = 2026-06-09/2026-06-18 span',
    'The next day ? two-bases: 2026-06-22 | 2026-06-19',
  ],
  [
    '1801–1805: lent. 1907–9: rebuilt. 1963, January to March: frozen.\nBequeathed 1937. Open 1900–2000; Leisure Strategy 2022–2032.',
    '1801–1805 = 1801/1805 span',
    '1907–9 = 1907/1909 span',
    '1963, January to March = 1963-01/1963-03 span',
    '1937 = 1937 point',
  ],
  [
    'He ruled from 1843 until his death. A lease from 2019 until further notice.',
    'from 1843 ? words-beside: 1843/..',
    'from 2019 ? words-beside: 2019/..',
  ],
  [
    'Rent fell due at Michaelmas 1847, on Lady Day 1790 and on 3 January 1851; probate came in the May following.',
    'Michaelmas 1847 = 1847-09-29 point',
    'Lady Day 1790 = 1790-03-25 point',
    '3 January 1851 = 1851-01-03 point',
    'the May following = 1851-05 point',
  ],
  [
    'The team will leave in August, reach port and be cut from October onwards.',
    'August = 2026-08 point',
    'from October onwards = 2026-10/.. since',
  ],
  [
    'The deadliest accident on any railway in the whole of the state since 1998 was told.',
    'since 1998 = 1998/.. since -',
  ],
  [
    'He died on Palm Sunday 1431; she was born on Whit Sunday 1640, and wed on Easter Monday 1871.',
    'Palm Sunday 1431 = 1431-03-25 point',
    'Whit Sunday 1640 ? two-calendars: 1640-05-24 | 1640-05-27',
    'Easter Monday 1871 = 1871-04-10 point',
  ],
  [
    '3 May 2025: Rain. Tomorrow we sail.\n4 May 2025: Calm. Today we rest.',
    '3 May 2025 = 2025-05-03 point',
    'Tomorrow ? two-bases: 2025-05-04 | 2026-07-17',
    '4 May 2025 = 2025-05-04 point',
    'Today ? two-bases: 2025-05-04 | 2026-07-16',
  ],
  [
    'He lives at 1801-1805 Main Street; see pages 1501–1520. The 1914–1918 war; 1500-1800 people.',
    '1914–1918 = 1914/1918 span',
  ],
]

const chinese: readonly Row[] = [
  [
    '民国十二年至十七年的账册，大正四年至七年窑场收支。105年至107年修复。',
    '民国十二年至十七年 = 1923/1928 span',
    '大正四年至七年 = 1915/1918 span',
    '105年至107年 = 2016/2018 span',
  ],
  [
    '四月二十日至二十三日庆典，十一月四日及五日开放，农历七月十五日建醮，2027年三季度末完工。',
    '四月二十日至二十三日 = 2026-04-20/2026-04-23 span',
    '十一月四日 ? two-years: 2025-11-04 | 2026-11-04',
    '五日 ? from-open: 2025-11-05 | 2026-07-05',
    '农历七月十五日 ? two-years: 2026-08-27 | 2025-09-06',
    '2027年三季度 ? words-beside: 2027-07/2027-09',
  ],
  [
    '在立法会会议上周议员提问，上周公布。',
    '上周 ? words-beside: 2026-07-06/2026-07-12',
    '上周 = 2026-07-06/2026-07-12 span',
  ],
  [
    '1949年\n6月 成立。\n是年冬 开办冬学。\n秋 建水库。\n春节 舞龙。',
    '1949年 = 1949 point -',
    '6月 = 1949-06 point',
    '是年冬 ? two-winters: [1949-12..1950-02]',
    '秋 ? two-years: [1950-09..1950-11] | [1949-09..1949-11]',
    '春节 ? two-years: 1950-02-17 | 1949-01-29',
  ],
  [
    '1873　传教士授课。\n1911-1913　筹建校舍。\n1978：停办。\n1500 人参加。',
    '1873 = 1873 point',
    '1911-1913 = 1911/1913 span',
    '1978 = 1978 point',
  ],
  [
    '7月3日登陆。医院上午7时40分发生火警，每天上午9时开门。',
    '7月3日 = 2026-07-03 point',
    '上午7时40分 ? day-of-clock: 2026-07-03T07:40+08:00',
  ],
  [
    '1921年3月7日离港，五月中旬南归，月底返抵。',
    '1921年3月7日 = 1921-03-07 point',
    '五月中旬 = [1921-05-11..1921-05-20] point',
    '月底 ? two-months: [1921-05-21..1921-05-31] | [2026-07-21..2026-07-31]',
  ],
  [
    '民国五十八年建楼，次年三月登记。七十二年重测。',
    '民国五十八年 = 1969 point',
    '次年三月 = 1970-03 point',
    '七十二年 = 1983 point',
  ],
  [
    '骨灰将于清明撒入江中，12至13世纪的茶盏，1990年代中由外孙整理。',
    '清明 = 2027-04-05 point',
    '12至13世纪的 = 1100/1299 span',
    '1990年代中 ? convention: [1994..1996]',
  ],
  [
    '1938年5月抵达，次年元月复课；1969年7月21日有人登上月球，同月三十日缩编。',
    '1938年5月 = 1938-05 point',
    '次年元月 = 1939-01 point',
    '1969年7月21日 = 1969-07-21 point',
    '同月三十日 = 1969-07-30 point',
  ],
  [
    '一审判10年6月，二审改判8年。民国五十六年生，九十年接任，九十二年至九十五年修谱。',
    '民国五十六年 = 1967 point -',
    '九十年 = 2001 point',
    '九十二年至九十五年 = 2003/2006 span',
  ],
  [
    '嘉庆二十四年中秀才，今年春祭提前，周四恢复通航。',
    '嘉庆二十四年 = 1819 point',
    '今年 = 2026 point',
    '周四 ? two-weekdays: 2026-07-16 | 2026-07-09',
  ],
  [
    '四月五日　晴。今日上山。\n十月三十一日　阴，明日起改营。',
    '四月五日 = 2026-04-05 point',
    '今日 ? two-bases: 2026-04-05 | 2026-07-16',
    '十月三十一日 ? two-years: 2025-10-31 | 2026-10-31',
    '明日起 ? two-bases: 2025-11-01/.. | 2026-07-17/..',
  ],
  [
    '7月10日，渡轮撞堤。\n\n8时19分船长报警，上午9时正救熄。',
    '7月10日 = 2026-07-10 point',
    '8时19分 ? day-of-clock: 2026-07-10T08:19+08:00',
    '上午9时 ? day-of-clock: 2026-07-10T09:00+08:00',
  ],
]

test.each(english)('%s', (text, ...marks) => {
  expect(read(text, en)).toEqual(marks)
})

test.each(chinese)('%s', (text, ...marks) => {
  expect(read(text, zh)).toEqual(marks)
})

test('the heading of dated lines is no row of a draft; one over a story without a date is', () => {
  const words = (text: string) => draftRows(text, zh).map(({ mark }) => mark.words)
  expect(words('1949年\n5月27日 解放。\n\n1954年\n圩堤决口。')).toEqual(['5月27日', '1954年'])
})
