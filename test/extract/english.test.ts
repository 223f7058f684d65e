// What marks of English texts say: one row a text, with its marks in order as test/support/marks.ts shows
// them. The texts are our own; the source's day is Thursday, 16 July 2026.
import { expect, test } from 'vitest'
import { en, read } from '../support/marks.ts'

const texts: readonly (readonly [text: string, ...marks: string[]])[] = [
  // days and months
  [
    'The plan was approved on 12 June and work will start in September.',
    '12 June = 2026-06-12 point',
    'September = 2026-09 point',
  ],
  [
    'On July 4, 1976, crowds gathered; the following day the bells rang.',
    'July 4, 1976 = 1976-07-04 point',
    'the following day = 1976-07-05 point',
  ],
  [
    'She joined on the 5th of March, 2019, and left on 17th October 2022.',
    'the 5th of March, 2019 = 2019-03-05 point',
    '17th October 2022 = 2022-10-17 point',
  ],
  [
    'The deal was announced on March 3, 2020; it closed May 1.',
    'March 3, 2020 = 2020-03-03 point',
    'May 1 ? two-years: 2026-05-01 | 2020-05-01',
  ],
  [
    'In 1642 war broke out. In August, the king raised his standard.',
    '1642 = 1642 point',
    'August ? two-years: 1642-08 | 2025-08 | 2026-08',
  ],
  [
    'January was the wettest since 2014. May said she might march in protest.',
    'January = 2026-01 span',
    'since 2014 = 2014/.. since -',
  ],
  [
    'The meeting is on 5/6/2026, the report came on 13/6/2026, the vote is on Friday (7/17).',
    '5/6/2026 ? two-orders: 2026-05-06 | 2026-06-05',
    '13/6/2026 = 2026-06-13 point',
    'Friday (7/17) = 2026-07-17 point',
  ],

  // weekdays
  [
    'Officers were called on Tuesday evening. The board meets Monday to set fares.',
    'Tuesday evening = 2026-07-14 point',
    'Monday = 2026-07-20 point',
  ],
  [
    "The festival is planned for Sunday. Saturday's market has been cancelled.",
    'Sunday = 2026-07-19 point',
    'Saturday = 2026-07-18 point -',
  ],
  [
    'He was seen last Friday and will return next Tuesday.',
    'last Friday = 2026-07-10 point',
    'next Tuesday = 2026-07-21 point',
  ],
  [
    "The inquest opened on Thursday. Wednesday's storm was worse.",
    'Thursday ? two-weekdays: 2026-07-16 | 2026-07-09',
    'Wednesday = 2026-07-15 point',
  ],
  [
    'It fell on Friday 10 July, then on Monday, 14 July 2026.',
    'Friday 10 July = 2026-07-10 point',
    'Monday, 14 July 2026 ? disagree: 2026-07-14 | 2026-07-13 | 2026-07-20',
  ],
  ['Shops open Monday to Friday, 9am to 5pm, and on Saturdays; choir meets every Thursday at 7pm.'],

  // counted
  [
    'Three weeks ago the river rose. Two days later it fell. The previous week it had rained.',
    'Three weeks ago = 2026-06-25 point',
    'Two days later = 2026-06-27 point',
    'The previous week = 2026-06-15/2026-06-21 span',
  ],
  [
    'Earlier this month the minister resigned; later this year there will be a vote.',
    'Earlier this month = [2026-07-01..2026-07-16] point',
    'later this year = [2026-07-16..2026-12-31] point',
  ],
  [
    'He moved in May 2004 and left two years later. The following month he was back.',
    'May 2004 = 2004-05 point',
    'two years later = 2006 point',
    'The following month ? no-date-before: ',
  ],
  [
    "It happened yesterday; the day after tomorrow it ends. Last month's figures fell.",
    'yesterday = 2026-07-15 point',
    'the day after tomorrow = 2026-07-18 point',
    'Last month = 2026-06 point',
  ],

  // years, decades, centuries
  [
    'The mill, built in 1868, closed in the late 1980s. In the 1970s it had employed 400.',
    '1868 = 1868 point',
    'the late 1980s ? convention: [1987..1989]',
    'the 1970s = 197X point',
  ],
  [
    'The fort was built c. 520 BC, abandoned around 50 BC and found again in the 19th century. A coin of AD 117-138 was lost.',
    'c. 520 BC = -0519~ point',
    'around 50 BC = -0049~ point',
    'the 19th century = 18XX point',
    'AD 117-138 = 0117/0138 span -',
  ],
  [
    'He won in 2001, 2005 and 2010. In the 1900s it was rare.',
    '2001 = 2001 point',
    '2005 = 2005 point',
    '2010 = 2010 point',
    'the 1900s ? decade-or-century: 190X | 19XX',
  ],
  [
    'The Clean Air Act 1956, the class of 1999, 2026 homes, £2,020, Route 1975, a 24-hour line, Year 7, Court 3.',
  ],

  // ranges
  [
    'From 3 to 5 May; 19 and 20 February; 5 and 20 March; Aug. 4-29; June 30-July 2.',
    'From 3 to 5 May = 2026-05-03/2026-05-05 span',
    '19 and 20 February = 2026-02-19/2026-02-20 span',
    '5 and 20 March ? two-dates: 2026-03-05/2026-03-20',
    'Aug. 4-29 ? two-years: 2026-08-04/2026-08-29 | 2025-08-04/2025-08-29',
    'June 30-July 2 = 2026-06-30/2026-07-02 span',
  ],
  [
    'Between 12 April 2021 and 30 November 2023 it lost money. From April to October 2022 it rained.',
    'Between 12 April 2021 and 30 November 2023 ? lasted-or-once: 2021-04-12/2023-11-30 | [2021-04-12..2023-11-30]',
    'From April to October 2022 = 2022-04/2022-10 span',
  ],
  [
    'From 1995 to 2003 it was shut, and again from September 2010 to 2012, and in 2019-21.',
    'From 1995 to 2003 = 1995/2003 span',
    'from September 2010 to 2012 = 2010-09/2012 span',
    '2019-21 = 2019/2021 span',
  ],
  [
    'The show will run from 5 December 2026 until 28 March 2027.',
    'from 5 December 2026 until 28 March 2027 = 2026-12-05/2027-03-28 span',
  ],

  // kinds
  [
    'As of Monday, 14 were missing. By 24 June, pumps had moved the water. Since January, 40 shops closed.',
    'As of Monday = ../2026-07-13 asOf',
    'By 24 June = ../2026-06-24 asOf',
    'Since January = 2026-01/.. since',
  ],
  [
    'The work must finish by the end of October. Claims are open until 31 August.',
    'by the end of October ? convention: ../2026-10-31',
    'until 31 August = /2026-08-31 until',
  ],
  [
    'Work did not begin until September 14, 2020. The trial was postponed until October.',
    'September 14, 2020 = 2020-09-14 point',
    'October ? two-years: 2026-10 | 2025-10',
  ],
  [
    'He has lived here since 2010. From 1 August onwards fares rise.',
    'since 2010 = 2010/.. since',
    'From 1 August onwards ? two-years: 2026-08-01/.. | 2025-08-01/..',
  ],
  [
    'It recently moved. The fair ran through June 30.',
    'recently = [..2026-07-16] undated',
    'through June 30 = /2026-06-30 until',
  ],

  // parts and seasons
  [
    'Mid-November 2009 was wet; early May was dry; late last year it snowed; in mid-2021 it thawed.',
    'Mid-November 2009 ? convention: [2009-11-11..2009-11-20]',
    'early May ? two-years: [2026-05-01..2026-05-10] | [2009-05-01..2009-05-10]',
    'late last year ? convention: [2025-10..2025-12]',
    'mid-2021 ? convention: [2021-05..2021-08]',
  ],
  [
    'It was promised last autumn, begun in spring 2019, stopped over the winter of 2017-18 and will end in the autumn.',
    'last autumn ? convention: [2025-09..2025-11]',
    'spring 2019 ? convention: [2019-03..2019-05]',
    'the winter of 2017-18 ? convention: 2017-12/2018-02',
    'the autumn ? two-years: [2026-09..2026-11] | [2018-09..2018-11]',
  ],
  [
    'Profits rose in the first quarter of 2026 and in Q4 2025; the first half of 2027 looks better.',
    'the first quarter of 2026 = 2026-01/2026-03 span',
    'Q4 2025 = [2025-10..2025-12] point',
    'the first half of 2027 = [2027-01..2027-06] point',
  ],
  [
    'In the week of 6 July it rained; the week beginning 20 July will be dry.',
    'the week of 6 July = 2026-07-06/2026-07-12 span',
    'the week beginning 20 July = 2026-07-20/2026-07-26 span',
  ],
  [
    'On the first Saturday of August there will be a fair; the last Friday in May 2025 was fine.',
    'the first Saturday of August = 2026-08-01 point',
    'the last Friday in May 2025 = 2025-05-30 point',
  ],

  // feasts
  [
    "On New Year's Eve it flooded, by Easter 2024 it was dry, and on Christmas Day 2025 it froze. The Christmas market opens.",
    "New Year's Eve = 2025-12-31 point",
    'by Easter 2024 = ../2024-03-31 asOf',
    'Christmas Day 2025 = 2025-12-25 point',
  ],

  // clock times
  [
    'A fire broke out at 3:15 a.m. Tuesday. It was out at noon on 8 July. A talk will be held on 3 September at 7pm.',
    '3:15 a.m. Tuesday = 2026-07-14T03:15+01:00 point',
    'noon on 8 July = 2026-07-08T12:00+01:00 point',
    '3 September at 7pm = 2026-09-03T19:00+01:00 point',
  ],

  // events or not
  [
    'LONDON, July 14 (Wire) - Shares fell on Monday.',
    'July 14 = 2026-07-14 point -',
    'Monday = 2026-07-13 point',
  ],
  [
    'If we get rain in August, it will fail. Its fete, postponed from June, will take place on 5 September.',
    'August = 2026-08 point -',
    'June = 2026-06 point -',
    '5 September = 2026-09-05 point',
  ],
  [
    'The cheese was sold between 3 May 2026 and 9 June 2026, with best-by dates of 03/15/26.',
    'between 3 May 2026 and 9 June 2026 = 2026-05-03/2026-06-09 span -',
    '03/15/26 = 2026-03-15 point -',
  ],

  [
    'The pool opened on 5-Mar-20, shut on 31-Jan-19, and again in 6-Apr-20 May.',
    '5-Mar-20 ? year-of-two-digits: 2020-03-05 | 1920-03-05',
    '31-Jan-19 ? year-of-two-digits: 2019-01-31 | 1919-01-31',
    '6-Apr-20 May ? two-years: 2026-04-06/2026-05-20 | 2019-04-06/2019-05-20',
  ],
  [
    'The deed is of 03/15/65, the sale of 03/15/27.',
    '03/15/65 ? year-of-two-digits: 1965-03-15 | 1865-03-15',
    '03/15/27 = 2027-03-15 point',
  ],

  // more forms
  [
    'The council met in March. It voted on the 14th to close the pool.',
    'March = 2026-03 point',
    'the 14th = 2026-03-14 point',
  ],
  [
    'A year ago today the fire broke out. Sales rose over the last week. The last week of May 2025 was dry.',
    'A year ago today = 2025-07-16 point',
    'The last week of May 2025 ? convention: [2025-05-25..2025-05-31]',
  ],
  [
    'Crews worked over the weekend. This weekend there is a fair, and last weekend was calm.',
    'weekend = 2026-07-11/2026-07-12 span',
    'This weekend = 2026-07-18/2026-07-19 span',
    'last weekend = 2026-07-11/2026-07-12 span',
  ],
  [
    '5 and 20 March were dry. On the Black Friday sale the Sunday Times wrote.',
    '5 and 20 March ? two-dates: 2026-03-05/2026-03-20',
  ],

  // found in hard sentences
  [
    'The hall shut in the spring of 2024. Repairs began that August and ended on 4 July this year.',
    'the spring of 2024 ? convention: [2024-03..2024-05]',
    'that August = 2024-08 point',
    '4 July this year = 2026-07-04 point',
  ],
  [
    'The inquiry held its first hearing on 9 March and its last on 30 June. Third-quarter sales rose.',
    '9 March = 2026-03-09 point',
    '30 June = 2026-06-30 point',
    'Third-quarter ? two-years: [2026-07..2026-09] | [2025-07..2025-09]',
  ],
  [
    'The road is closed until at least the end of next week. The weekend of 11 July was busy.',
    'until at least the end of next week ? convention: /2026-07-26',
    'The weekend of 11 July = 2026-07-11/2026-07-12 span',
  ],
  [
    'It was seen at 5:30 p.m. ET on 3 July and on 4 July 2026, 5:30 p.m. ET.',
    '5:30 p.m. ET on 3 July = 2026-07-03 point',
    '4 July 2026, 5:30 p.m. ET = 2026-07-04 point',
  ],
]

test.each(texts)('%s', (text, ...marks) => {
  expect(read(text, en)).toEqual(marks)
})
