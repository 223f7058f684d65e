// Spellings of cells that mean what the rules read in another: 2020 年 2 月, AM 10:05, 2020-Jan-26.
import { chineseNumber } from '../text/numerals.ts'
import { inFigures } from '../text/ordinals.ts'

type Spelling = readonly [RegExp, string | ((...groups: string[]) => string)]

/** 2020.1-3 is January to March; 2020.3-1 stays as it is. */
const monthsOf = (whole = '', year = '', from = '', to = ''): string =>
  Number(from) < Number(to) && Number(to) <= 12 ? `${year}年${from}至${to}月` : whole

/** A name of a month, in whatever case. */
export const month = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const feast =
  '(?:元旦|春节|除夕|元宵|清明|端午|七夕|中秋|国庆|重阳|冬至|圣诞|五一(?:国际)?(?:劳动)?|劳动(?=节))节?'

const spellings: readonly Spelling[] = [
  // 2020 年 2 月 3 日
  [/(?<=[\d〇零一二三四五六七八九十]) (?=[年月日号时点分])/g, ''],
  [/(?<=[年月]) (?=[\d〇一二三四五六七八九十])/g, ''],
  [/^(?:中华(?=民国))?(民国|公元|西元) ?(?=[\d元〇零一二三四五六七八九十百])/, '$1'],
  [/^民国? ?(\d{1,3})([-/.])(\d{1,2})\2(\d{1,2})$/, '民国$1年$3月$4日'],
  [/^民国? ?(\d{1,3})[-/.](\d{1,2})$/, '民国$1年$2月'],
  [/^(\d{4})(?=[上下]半年)/, '$1年'],
  [/^(\d{4})年?[Hh]([12])$/, 'H$2 $1'],
  [/^([12])[Hh] ?(\d{4})$/, 'H$1 $2'],
  [/^([1-4])[Qq] ?(\d{4})$/, 'Q$1 $2'],
  [/^(\d{4})全年$/, '$1年全年'],
  // 2020-至今, 2020年2月—今
  [/^(\d{4})年? ?[-~]{1,2} ?(?:至?今|现在|目前)$/, '$1年至今'],
  [/^(\d{4})[年./-](\d{1,2})月? ?[-~]{1,2} ?(?:至?今|现在|目前)$/, '$1年$2月至今'],
  // 前221年, 前475-前221年, 前5世纪
  [
    /(?<=^|[-~至到] ?|约)前(?=\d{3,4} ?[年~至到-]|[\d一二三四五六七八九十]{1,3}(?:世纪|[至到~-]\d))/g,
    '公元前',
  ],
  [/^公元前(\d{1,4}) ?[-~至到]{1,2} ?(?:公元前)?(\d{1,4})年$/, '公元前$1年至公元前$2年'],
  // 1850,1851或1853年; 1851、或1853年
  [/(?<=\d{4}年?), ?(?=\d{4}(?:年|或|,[^A-Za-z]*[年或]))/g, '、'],
  [/(?<=\d[年月日]?)[、,] ?(?=或)/g, ''],
  // 2020年某月某日
  [/^(\d{4})年的?(?:某月)?(?:某一?|一)[日天月]$/, '$1年'],
  [/^(\d{4}年\d{1,2}月)的?(?:某一?|一)天$/, '$1'],
  [/^(\d{4})年?[Qq]([1-4])$/, '$1年第$2季度'],
  [/^([Qq][1-4])[-/](\d{4})$/, '$1 $2'],
  [/^(\d{4}年.*\d[月日号]|\d{4}年)止$/, '至$1止'],
  [new RegExp(`^(\\d{4})(?=${feast}$)`), '$1年'],
  // 春节, 国庆期间: in a cell of its own the day, or about that day.
  [new RegExp(`^${feast}$`), '$&当天'],
  [new RegExp(`^(${feast})期间$`), '$1前后'],
  // 5号, 三日或五日
  [
    /(?<=^|或者?)(\d{1,2}|[一二三四五六七八九十])[日号](?=$|或)/g,
    (_, day) => `${chineseNumber(day ?? '')}日`,
  ],
  // 2020年2月某日, 2020/2/3号, 20200203-20200208, 20200203-0208
  [
    /^(\d{4})年(\d{1,2})月(?:某|[Xx×]{1,2})日$/,
    (_, year, month) => `${year}-${month?.padStart(2, '0')}-XX`,
  ],
  [/^(\d{4}([-/.])\d{1,2}\2\d{1,2})[日号]$/, '$1'],
  [/^(\d{4})(\d{2})(\d{2}) ?[-~至到] ?(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3~$4-$5-$6'],
  [/^(\d{4})(\d{2})(\d{2}) ?[-~至到] ?(\d{2})(\d{2})$/, '$1-$2-$3~$1-$4-$5'],
  // 2020.1-3, 2020-1至3月, 1月26-2月3日, 2月3日9-10时
  [/^(\d{4})[./](\d{1,2}) ?[-~至到] ?(\d{1,2})月?$/, monthsOf],
  [/^(\d{4})-(\d{1,2}) ?[~至到] ?(\d{1,2})月?$/, monthsOf],
  [/^(.{0,8}月\d{1,2})(?=[-~至到]\d{1,2}月\d{1,2}[日号]$)/, '$1日'],
  [/(?<=[日号] ?(?:上午|下午|晚上|晚)?\d{1,2})(?=[-~至到]\d{1,2}([时点])$)/, '$1'],
  // 2020 Jan 26, 2020-Jan, 2020, January 26
  [
    /^(\d{4})(?:-|,? )([A-Z][a-z]{2,8})\.?(?:[- ](\d{1,2}))?$/,
    (_, year, month, day) => (day === undefined ? `${month} ${year}` : `${day} ${month} ${year}`),
  ],
  [/^(?:approx(?:imately|\.)? |~ ?|ca?\.?(?=\d))(?=\d{3,4}(?!\d))/i, 'c. '],
  [/^(?:c|ca|circa)\.? ?(\d{4}) ?[-~]{1,2} ?(?:c|ca|circa)\.? ?(\d{4})$/i, 'c. $1 to c. $2'],
  // 1920 (c.), 1920 ca., 1920 or so
  [
    /^(\d{3,4}s?),? ?(?:\(?(?:c|ca|circa|approx|approximately)\.?\)?|or so|or thereabouts)$/i,
    'c. $1',
  ],
  // 19th c., 18th-19th cent.
  [/(?<=\d(?:st|nd|rd|th)) c(?:ent)?(?:\.|(?![a-z]))/gi, ' century'],
  // What cataloguers write: [c. 1920], [1920?], [192-], 192-?, [19--], [between 1906 and 1912]
  [
    /^\[((?:c|ca|circa|between|not (?:before|after)|before|after)\b.{3,40}|\d{3,4}s?\?|\d{4} or \d{4})\]$/i,
    '$1',
  ],
  [/^\[?(1[4-9]\d|20\d)-(\??)\]?$/, '$1X$2'],
  [/^\[?(1\d|20)--(\??)\]?$/, '$1XX$2'],
  [/^\? ?(\d{4})$/, '$1?'],
  [/^(?:probably|possibly|perhaps) (.+)$/i, '$1 (?)'],
  // Sun 2020-01-26, 26/1/20 (Sunday), 1月26日 Sun
  [
    /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? (\d[^A-Za-z]{3,20})$/,
    (_, name, day) => behind(day, name),
  ],
  [
    /^(\d[^A-Za-z]{3,20}?)[ ,]*\(?(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?\)?$/,
    (_, day, name) => behind(day, name),
  ],
  // 2020-02-03 15:00 GMT+8
  [
    /(\d{1,2}:\d{2}(?::\d{2})?) ?\(?(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?\)?$/,
    (_, ...[time, sign, hours, minutes]) =>
      `${time}${sign}${hours?.padStart(2, '0')}:${minutes ?? '00'}`,
  ],
  // 3 July 2020, early hours; 3 July 2020 (morning)
  [
    /^(.{6,24}\d{4}),? \(?(early hours|early morning|morning|afternoon|evening|night)\)?$/i,
    '$2 of $1',
  ],
  // PM 03:05, 10:05 上午, 1月26日 10:05 AM, 2020-01-26 10am, and 10 a.m. alone
  [
    /(^|[\d日号]) ?([AaPp])\.?[Mm]\.? ?(\d{1,2}(?::\d{2}){1,2})$/,
    (whole, lead, half, time) => inFullHours(whole, `${lead} `, time, half),
  ],
  [
    /(^|[日号] ?|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2} )(\d{1,2}(?:[:.]\d{2})?(?::\d{2})?) ?([AaPp])\.?[Mm]\.?$/,
    (whole, lead, time, half) => inFullHours(whole, lead, time, half),
  ],
  [/(\d{1,2}(?::\d{2}){1,2}) ?(凌晨|早上|上午|中午|下午|傍晚|晚上)$/, '$2$1'],
]

const weekdays = 'MonTueWedThuFriSatSun'

const behind = (day = '', name = ''): string =>
  `${day} 周${'一二三四五六日'.charAt(weekdays.indexOf(name) / 3)}`

/** A time by the hours of 24; what no clock shows stays as it is. */
function inFullHours(whole: string, lead = '', time = '', half = ''): string {
  const [hour = '', minute = '00', ...second] = time.split(/[:.]/)
  if (Number(hour) < 1 || Number(hour) > 12) return whole
  const hours = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return `${lead}${[String(hours).padStart(2, '0'), minute, ...second].join(':')}`.trimStart()
}

/**
 * A folded cell as the rules read it.
 * @example usualSpelling('2020-01-26 PM 10:05') → '2020-01-26 22:05'
 */
export function usualSpelling(text: string): string {
  return spellings.reduce(
    (read, [form, written]) => read.replace(form, written as typeof written & string),
    inFigures(text).text,
  )
}
