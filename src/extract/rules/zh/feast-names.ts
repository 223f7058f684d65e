// Days of the Chinese calendar and feasts in Chinese words: 农历三月初三, 大年初二, 除夕, 元旦.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { Statement, YearPart } from '../stated.ts'
import { readMonthPart } from './calendar-names.ts'

export type LunarName = Extract<Statement, { is: 'lunar' }>

const dayWords =
  '初[一二三四五六七八九十]|[二三]十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅'
export const calendarName = '农历|阴历|旧历|夏历|古历'
const figure = '3[01]|[12]\\d|0?[1-9]'
const lunarDate = new RegExp(
  `(${calendarName})?(闰)?(正|腊|冬|十[一二]?|[一二三四五六七八九]|(?:1[0-2]|0?[1-9])(?=月))月(?:(${dayWords})(?![号天年个余多月一二三四五六七八九十])|(${figure}|[一二三四五六七八九])日)`,
  'y',
)
const newYearDay =
  /大年(初[一二三四五六七八九十]|三十|二十九|廿九)|年(廿[一二三四五六七八九]|初[一二三四五六七八九十]|三十|卅)(?!年)/y
const bareDay =
  /(?:农历)?(初[一二三四五六七八九十])(?!一(?!天)|[二三四五六七八九十中级年步学生班])/y

const feasts: Readonly<Record<string, LunarName | Statement>> = {
  除夕: { is: 'lunar', leap: false, day: 0, eve: true, by: 'feast' },
  春节: lunarFeast(1, 1),
  农历新年: lunarFeast(1, 1),
  农历年: lunarFeast(1, 1),
  元宵: lunarFeast(1, 15),
  端午: lunarFeast(5, 5),
  七夕: lunarFeast(7, 7),
  中秋: lunarFeast(8, 15),
  重阳: lunarFeast(9, 9),
  腊八: lunarFeast(12, 8),
  元旦: fixed(1, 1),
  国庆: fixed(10, 1),
  五一: fixed(5, 1),
  劳动: fixed(5, 1),
  儿童: fixed(6, 1),
  妇女: fixed(3, 8),
  植树: fixed(3, 12),
  建军: fixed(8, 1),
  教师: fixed(9, 10),
  平安夜: fixed(12, 24),
  圣诞: fixed(12, 25),
}

function lunarFeast(month: number, day: number): LunarName {
  return { is: 'lunar', month, leap: false, day, by: 'feast' }
}

function fixed(month: number, day: number): Statement {
  return { is: 'calendar', month: { at: month }, day }
}

const feast =
  /(除夕|春节|农历新年|农历年(?=前(?!后))|元宵|端午|七夕|中秋|重阳|腊八|元旦|国庆|五一(?=劳动节|国际劳动节|当|前|之前|节|期间)|平安夜|圣诞|(?:劳动|儿童|妇女|植树|建军|教师)(?=节))(?:国际)?(?:劳动)?(?:节|夜|(?<=圣诞)日)?(?!假|连假|长假|小长假|黄金周|档|晚会|临近|联欢|文艺|快乐|购物|促销|老人|树|气氛|氛围|习俗|文化节|路(?!上)|村|街(?!上|头)|广场)/y

/** Words that make a bare feast a day of this year. */
const dayOfFeast =
  /^(?:当天|当日|当晚|这天|那天|前后|前夕|一早|上午|下午|中午|[晚夜]|凌晨|清晨|前(?![后夕来往])|之前|起|以来|过后|至|到|\((?:\d|农历|周|星期))/

/** Solar terms; those that are other words, too (大雪, 小满), only where it is said that a day is meant. */
const solarTerm =
  /(立[春夏秋冬]|惊蛰|[春秋]分(?!之)|清明|谷雨|芒种|[夏冬]至(?![\d今于])|处暑|白露|寒露|霜降|(?:小满|雨水|[大小][暑寒雪])(?=节气|当[天日晚]|[这那]天|日(?!子)|\())(?:节气|节)?(?:日(?!子|照))?(?!假|连假|长假|小长假|期间|习俗|文化节|路(?!上)|村|街(?!上|头)|广场|茶|粽|祭扫|扫墓)/y

const entrySeason = /([春夏秋冬])[天日季]?(?=[,: ])/y
const entrySeasons: Readonly<Record<string, YearPart>> = {
  春: 'spring',
  夏: 'summer',
  秋: 'autumn',
  冬: 'winter',
}

/** 春，…; 中秋，…: opens an entry of a chronicle. */
export function readEntry(text: string, at: number): NameRead<Statement> | null {
  if (!/(?:^|[\n。;])\s?$/.test(before(text, at, 2))) return null
  const match = matchAt(entrySeason, text, at)
  const yearPart = entrySeasons[match?.[1] ?? '']
  if (match !== null && yearPart !== undefined)
    return { value: { is: 'calendar', yearPart }, end: at + match[0].length }
  const day = readFeast(text, at, true)
  return day !== null && /^[,: ]/.test(text.slice(day.end, day.end + 1)) ? day : null
}

const termOf = (term: string): Statement => ({ is: 'feast', name: 'solar-term', term })

/** `named`: a year or a date stands before it. */
export function readFeast(text: string, at: number, named: boolean): NameRead<Statement> | null {
  const term = matchAt(solarTerm, text, at)
  const match = term ?? matchAt(feast, text, at)
  const found = term === null ? feasts[match?.[1] ?? ''] : termOf(term[1] ?? '')
  if (match === null || found === undefined) return null
  const end = at + match[0].length
  // 将于清明举行: a preposition of time tells it.
  const isOn = /[于在]$/.test(before(text, at, 1))
  if (!named && !isOn && !/.[夜日]$/.test(match[0]) && !dayOfFeast.test(text.slice(end, end + 3)))
    return null
  if (!named && /[每逢往]年?$/.test(before(text, at, 3))) return null
  return { value: found, end }
}

/** `isSaid`: words before it say that it is of the Chinese calendar. */
export function readLunar(text: string, at: number, isSaid = false): NameRead<LunarName> | null {
  return (
    readLunarDate(text, at, isSaid) ??
    readLunarMonth(text, at, isSaid) ??
    readNewYearDay(text, at) ??
    readBareDay(text, at)
  )
}

const lunarMonth = new RegExp(
  `(${calendarName})?(闰)?(正|腊|冬|十[一二]?|[一二三四五六七八九]|(?:1[0-2]|0?[1-9])(?=月))月(?!初[一二三四五六七八九十]|[一二三四五六七八九十廿卅\\d]|肉|八|半|里的)`,
  'y',
)

/** 农历七月, 腊月, 正月下旬: the whole month or a part of it. */
function readLunarMonth(text: string, at: number, isSaid: boolean): NameRead<LunarName> | null {
  const match = matchAt(lunarMonth, text, at)
  if (match === null) return null
  const [, calendar, isLeap, name = ''] = match
  const leap = isLeap !== undefined
  if (!isSaid && calendar === undefined && !leap && !/[正腊]/.test(name)) return null
  const month = chineseNumber(name)
  const end = at + match[0].length
  const part = readMonthPart(text, end)
  const value = { is: 'lunar', month, leap, day: 'all' } as const
  return part === null ? { value, end } : { value: { ...value, part: part.value }, end: part.end }
}

function readLunarDate(text: string, at: number, isSaid: boolean): NameRead<LunarName> | null {
  const match = matchAt(lunarDate, text, at)
  if (match === null) return null
  const [whole, calendar, leap, month = '', words, figures] = match
  const day = words ?? figures ?? ''
  const saysLunar = isSaid || calendar !== undefined || leap !== undefined || /[正腊冬]/.test(month)
  // 八月十五 is a lunar day without more words; 三月二十 may be either, 三月二十日 is of the civil month.
  const isNumbered = words !== undefined && text.startsWith('日', at + whole.length)
  if (!saysLunar && !/[初廿卅]/.test(day) && (day !== '十五' || isNumbered)) return null
  if (/[\d第每]$/.test(before(text, at, 1))) return null
  const orCivil = isNumbered && !saysLunar && /[廿卅]/.test(day)
  return {
    value: {
      is: 'lunar',
      ...(orCivil ? { orCivil } : {}),
      month: chineseNumber(month),
      leap: leap !== undefined,
      day: chineseNumber(day.replace('初', '')),
    },
    end: at + whole.length + (isNumbered ? 1 : 0),
  }
}

function readNewYearDay(text: string, at: number): NameRead<LunarName> | null {
  const match = matchAt(newYearDay, text, at)
  if (match === null) return null
  if (match[1] === undefined && /[\d今去明前后〇零一二三四五六七八九]$/.test(before(text, at, 1)))
    return null
  const day = match[1] ?? match[2] ?? ''
  const end = at + match[0].length
  if (day === '三十' || day === '卅')
    return { value: { is: 'lunar', leap: false, day: 0, eve: true, by: 'new-year' }, end }
  const month = day.startsWith('初') ? 1 : 12
  const number = chineseNumber(day.replace('初', ''))
  return { value: { is: 'lunar', month, leap: false, day: number, by: 'new-year' }, end }
}

const listedDay = new RegExp(
  `(${dayWords})(?![号日天年个余多月点时分刻名人件处次元岁一二三四五六七八九十])`,
  'y',
)
const behindLunarDay = new RegExp(
  `(?:[月年](?:${dayWords})|(?:${dayWords}))日?(?:、|以?及|和|与|或者?)$`,
)
const lunarLead = new RegExp(`初[一二三四五六七八九十]|[廿卅]|[正腊冬]月|闰.月|${calendarName}`)

/** 正月初三、十五、廿三: behind such a day, or one of its list, a number is a day. */
function readListedDay(text: string, at: number): NameRead<LunarName> | null {
  const match = matchAt(listedDay, text, at)
  const words = before(text, at, 24)
  if (match === null || !behindLunarDay.test(words)) return null
  const list = words.split(/[,。;:!?\s]/).at(-1) ?? ''
  return lunarLead.test(list) ? readLunarDay(text, at) : null
}

/** A day of the Chinese calendar without its month, where one stands before it: 十五, 廿三, 初五. */
export function readLunarDay(text: string, at: number): NameRead<LunarName> | null {
  const match = matchAt(listedDay, text, at)
  const day = chineseNumber((match?.[1] ?? '').replace('初', ''))
  return match && { value: { is: 'lunar', leap: false, day }, end: at + match[0].length }
}

/** 初四: of the month named last; without one it is a class at school. */
function readBareDay(text: string, at: number): NameRead<LunarName> | null {
  const listed = readListedDay(text, at)
  if (listed !== null) return listed
  const match = matchAt(bareDay, text, at)
  if (match === null || /[月年]$/.test(before(text, at, 1))) return null
  const day = chineseNumber((match[1] ?? '').replace('初', ''))
  return { value: { is: 'lunar', leap: false, day }, end: at + match[0].length }
}
