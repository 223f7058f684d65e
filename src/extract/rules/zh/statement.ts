// One statement of a date at a place of a folded Chinese text: written in figures, by name, or relative
// to another day. Nothing beside it is read.
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { Count, MonthPart, Name, Shifted, Statement } from '../stated.ts'
import {
  readDay,
  readMonth,
  readMonthPart,
  readSeasonYear,
  readYearPart,
  type CalendarName,
} from './calendar-names.ts'
import { readReign, readYear } from './year-names.ts'
import { readClock, readDayTime } from './clock-names.ts'
import { readDecade } from './decade-names.ts'
import { calendarName, readFeast, readLunar, readLunarDay } from './feast-names.ts'
import {
  readCount,
  readDayOfYear,
  readDayWord,
  readOrdinalWeekday,
  readRecent,
  readRelativeQuarter,
  readWeek,
  readWeekday,
  readWholeYear,
} from './relative-names.ts'

/** What a reader has to know besides the text. */
export interface NameReading {
  readonly text: string
  /** The year of the source. */
  readonly now: number
}

const separated =
  /(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?(?![\d/.]\d|\d|-\d{1,3}(?!\d)|-\d{4}(?![.]))(?:日)?/y
const timeAfter = /[ T]{1,2}(?=\d{1,2}:\d{2})/y
const offsetAfter = / ?(Z(?![A-Za-z])|[+-]\d{2}:?\d{2}(?!\d))/y

/** 2008.5-2012.3: a dot stands between year and month where two of them make a range. */
const inRange = (text: string, at: number, end: number): boolean =>
  /^ ?[-~至到]{1,2} ?(?:\d{4}\.\d|今)/.test(text.slice(end, end + 10)) ||
  /\d{4}\.\d{1,2} ?[-~至到]{1,2} ?$/.test(before(text, at, 12))

/** 2026-07-16 08:30, 2026/7/16, 2019.3. */
export function readSeparated({ text }: NameReading, at: number): NameRead<Name> | null {
  const match = matchAt(separated, text, at)
  if (match === null || /[\dA-Za-z./]$|[A-Za-z]-$/.test(before(text, at, 2))) return null
  if (
    /(?:编号|号码|电话|文号|案号|型号|房号|学号|批号|热线|专线|订单|工号)[:为是 ]{0,2}$/.test(
      before(text, at, 6),
    )
  )
    return null
  const [whole, year = '', sign, month = '', day] = match
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1)
    return null
  // 2019.3 may be a number, 2019-20 a season.
  if (
    day === undefined &&
    (sign !== '-' || month.length < 2) &&
    !inRange(text, at, at + whole.length)
  )
    return null
  const stated: Statement = {
    is: 'calendar',
    year: { at: Number(year) },
    month: { at: Number(month) },
    ...(day === undefined ? {} : { day: Number(day) }),
  }
  const end = at + whole.length
  const space = day === undefined ? null : matchAt(timeAfter, text, end)
  const time = space && readClock(text, end + space[0].length, '')
  if (time === null) return { value: { stated, besides: [] }, end }
  const zone = matchAt(offsetAfter, text, time.end)
  const offset = zone?.[1]?.replace(/^(.\d\d):?(\d\d)$/, '$1:$2')
  const clock = { ...time.value, ...(offset === undefined ? {} : { offset }) }
  return { value: { stated, besides: [], clock }, end: time.end + (zone?.[0].length ?? 0) }
}

const monthAfter = /的(?=\d{1,2}月|[一二三四五六七八九十]{1,2}月|[春夏秋冬][天季])/y

/** Year, month and day in that order, whatever of them is there. */
export function readCalendar({ text }: NameReading, at: number): NameRead<Statement> | null {
  const lead = matchAt(calendarLead, text, at)
  if (lead !== null) return readLunarYear(text, at + lead[0].length)
  const season = readSeasonYear(text, at)
  if (season !== null) return readInYear(text, season.end, season.value)
  const year = readYear(text, at)
  if (year === null) return readInYear(text, at, undefined)
  // 去年的9月.
  const space = text[year.end] === ' ' || matchAt(monthAfter, text, year.end) !== null ? 1 : 0
  const { count, era } = year.value
  const inYear = readInYear(text, year.end + space, count)
  const flags = era === null ? {} : { era }
  if (inYear !== null) {
    const { value: stated } = inYear
    const value =
      stated.is === 'calendar' || stated.is === 'lunar' ? { ...stated, ...flags } : stated
    return { value, end: inYear.end }
  }
  return { value: { is: 'calendar', year: count, ...flags }, end: year.end }
}

const calendarLead = new RegExp(
  `(?:${calendarName})(?=[\\d〇零一二三四五六七八九今去明]{1,4}年)`,
  'y',
)

/** 农历2020年2月3日: all of it is of the Chinese calendar. */
function readLunarYear(text: string, at: number): NameRead<Statement> | null {
  const year = readYear(text, at)
  const day = year && readLunar(text, year.end, true)
  return day && { value: { ...day.value, year: year.value.count }, end: day.end }
}

export type Year = CalendarName['year']

function readInYear(text: string, at: number, year: Year): NameRead<Statement> | null {
  const given = year === undefined ? {} : { year }
  const lunar = year === undefined ? null : readNamedDay(text, at)
  if (lunar !== null) return { value: { ...lunar.value, ...given } as Statement, end: lunar.end }
  const month = readLunar(text, at)?.value.month === undefined ? readMonth(text, at) : null
  const isCount = month !== null && year === undefined && isMonthsLong(text, month.end)
  if (month !== null && !isCount)
    return readInMonth(text, month.end, { ...given, month: month.value })
  const part = readYearPart(text, at, year === undefined)
  if (part === null || isBound(text, at, year)) return null
  return { value: { is: 'calendar', ...given, yearPart: part.value }, end: part.end }
}

/** 三月内: within three months. */
const isMonthsLong = (text: string, end: number): boolean =>
  /[一二三四五六七八九十]月[之以]?内(?![容部外蒙科])/.test(text.slice(end - 2, end + 3))

/** 上半年 after a name such as 前 is a part of another word. */
const isBound = (text: string, at: number, year: Year): boolean =>
  year === undefined && /[\d.第每近多]$/.test(before(text, at, 1))

/** A lunar day or a feast after a year. */
function readNamedDay(text: string, at: number): NameRead<Statement> | null {
  const the = text.startsWith('的', at) ? 1 : 0
  return readLunar(text, at) ?? readFeast(text, at + the, true)
}

function readInMonth(
  text: string,
  at: number,
  given: Pick<CalendarName, 'year' | 'month'>,
): NameRead<Statement> | null {
  const space = text[at] === ' ' ? 1 : 0
  const { year, month } = given
  const lunarDay = isCounted(month) ? readLunarDay(text, at) : null
  // 同月廿三, 次月初三
  if (lunarDay !== null && isCounted(month))
    return { value: { ...lunarDay.value, on: month.add }, end: lunarDay.end }
  const words = inWordsAt(text, at + space)
  const day = readDay(text, at + space)
  const isInWords = words && (isCounted(month) || inWordsAt(text, at - 2))
  if (day !== null) {
    const value = { is: 'calendar', ...given, day: day.value } as const
    return { value: isInWords ? { ...value, inWords: true } : value, end: day.end }
  }
  const the = text[at] === '的' ? 1 : 0
  const weekday = readOrdinalWeekday(text, at + the)
  if (weekday !== null && month !== undefined && 'at' in month) {
    const dated = { ...weekday.value, month: month.at, ...(year === undefined ? {} : { year }) }
    return { value: { is: 'ordinal-weekday', ...dated }, end: weekday.end }
  }
  const part = readMonthPart(text, at)
  if (part !== null)
    return { value: { is: 'calendar', ...given, monthPart: part.value }, end: part.end }
  const value = { is: 'calendar', ...given } as const
  return { value: inWordsAt(text, at - 2) ? { ...value, inWords: true } : value, end: at }
}

const isCounted = (month: Count | undefined): month is Shifted =>
  month !== undefined && 'from' in month && month.from === 'text'

const inWordsAt = (text: string, at: number): boolean =>
  /[一二三四五六七八九十廿卅]/.test(text.charAt(at))

const bareEnd = /月([初底末])(?![一二三四五六七八九十])/y
const bareTens = /[上中下]旬/y
const bareDayAfter =
  /(?!均|常(?!委|务|州|德)|报(?!道|名|告|到|警|送|考|价|案|出|备)|本(?!报|市|县|区|省|站|台|院|校|届|次|月|周|年|地|土)|子(?!夜|时)|程(?!序)|语|产|内|游|元(?!旦|宵)|照(?!常|例)|历|用(?!于)|来|余|后|线(?!上|下|索|路)|以内|之内|夜游)/y

/** 两年前的3月, 三年后的春天. */
function readCountedYear(text: string, at: number): NameRead<Statement> | null {
  const count = readCount(text, at)
  if (count?.value.is !== 'shift' || count.value.unit !== 'year') return null
  if (matchAt(monthAfter, text, count.end) === null) return null
  const { from, add } = count.value
  return readInYear(text, count.end + 1, { from, add })
}

/** 13日, 月底: of a month that the text or the source names. */
function readBare({ text }: NameReading, at: number): NameRead<Statement> | null {
  const end = matchAt(bareEnd, text, at)
  if (end !== null && !/[\d一二三四五六七八九十个本上下当同次每]$/.test(before(text, at, 1))) {
    const monthPart: MonthPart = end[1] === '初' ? 'early' : 'end'
    return {
      value: { is: 'calendar', month: { from: 'source', add: 0, orText: true }, monthPart },
      end: at + end[0].length,
    }
  }
  const tens = matchAt(bareTens, text, at)
  if (tens !== null && !/[月的]$/.test(before(text, at, 1))) {
    const part = readMonthPart(text, at)
    if (part !== null)
      return {
        value: { is: 'calendar', month: { from: 'text', add: 0 }, monthPart: part.value },
        end: part.end,
      }
  }
  const day = readDay(text, at)
  if (day === null || !isBareDay(text, at, day.end)) return null
  // 廿三日 is mostly said of the Chinese calendar, but notices write it of the civil month, too.
  const value: Statement = /[廿卅]/.test(text.charAt(at))
    ? { is: 'lunar', leap: false, day: day.value, orCivil: true }
    : { is: 'calendar', day: day.value, ...(inWordsAt(text, at) && { inWords: true }) }
  return { value, end: day.end }
}

/** A number and 日 that is no duration, and a number and 号 only where 号 has named a day before. */
function isBareDay(text: string, at: number, end: number): boolean {
  const last = before(text, at, 4)
  if (
    /[\d.第每近约超满逾仅隔]$|[为工历]期$|[历耗用]时$|连续$|提前$|推迟$|过去$|长达$|不足$|[之到]后$|[之期]前$/.test(
      last,
    )
  )
    return false
  if (/[一二三四五六七八九十百千万几数]$/.test(last)) return false
  const words = text.slice(at, end)
  if (/^[一二三四五六七八九十廿卅]/.test(words))
    return (
      // 十一月四日及五日
      /(?:[月旬十一二三四五六七八九]日|初[一二三四五六七八九十]|[十廿卅][一二三四五六七八九]?)[、及和与至到]$/.test(
        last,
      ) ||
      (/^(?:十.|[二三]十.?|[廿卅].?)日$/.test(words) &&
        /(?:^|[,。;、\n])$/.test(before(text, at, 1)) &&
        matchAt(bareDayAfter, text, end) !== null)
    )
  if (words.endsWith('号')) return /\d号[、和至到,及-]{0,1}$/.test(last)
  return matchAt(bareDayAfter, text, end) !== null
}

const weekdayFollowed =
  /(?:[ ]?\(|上午|下午|中午|凌晨|早|晚|清晨|傍晚|夜|[,]|举行|召开|发布|宣布|表示|说|在|将|起|已|就|又|才|仍|还|开(?!放|门|馆)|到|会|要|恢复|公布|宣判|抵达|离开|启程|揭幕|闭幕|出院|返回|前往|签署|通车|复[课工航]|停[课工航]|放榜|前(?![后来往]))/y

/** 周三: where it opens its clause, or a preposition stands before it, and no habit is told. */
function readWeekdayAlone(text: string, at: number): NameRead<Statement> | null {
  const day = readWeekday(text, at)
  if (day === null || matchAt(weekdayFollowed, text, day.end) === null) return null
  return /(?:^|[,。;!?\n\s于在]|定于)$/.test(before(text, at, 1)) ? day : null
}

/** 8时20分，…: of the day named last; 上午7时发生…, without a comma, only of one named just before. */
function readClockAlone(text: string, at: number): NameRead<Statement> | null {
  const isAsOf = /截[至止]$/.test(before(text, at, 2))
  const opens = /(?:^|[,。;!?\n\s“”」』])$/.test(before(text, at, 1))
  const time = readDayTime(text, at)
  if (time?.value.clock === undefined) return null
  const later = text.slice(time.end, time.end + 4)
  if (isAsOf || (opens && /^[,，]|^许,|^左右,|^起(?![来飞火])/.test(later)))
    return { value: { is: 'clock' }, end: at }
  if (!opens && time.value.part === '') return null
  const isHabit =
    /^ ?(?:[至到~-]|前(?!往)|以[前后]|之[前后]|[开闭关]|营业|上[班课]|下[班课])/.test(later) ||
    /(?:[每至到~-]|通常|平时|一般|时间)[^,。;]{0,6}$/.test(before(text, at, 8))
  const isExact = /[分:半]|\d{2}$/.test(text.slice(at, time.end)) || time.value.part !== ''
  const far = opens && isExact ? ({ isFar: true } as const) : {}
  return isHabit ? null : { value: { is: 'clock', isNear: true, ...far }, end: at }
}

const bareSeason = /(1\d{3}|20\d{2})(?=赛季)/y
/** 1873 建校, 1873：建校 at the start of a line: the year of an entry. */
const entryYear = /(1\d{3}|20\d{2})(?= ?: ?\D| {1,2}[^\d\s年人名户元万亿米个吨公家所座辆:-])/y

/** The first of the readers that finds something. */
export function readStatement(reading: NameReading, at: number): NameRead<Statement> | null {
  const { text, now } = reading
  const seasonYear = matchAt(bareSeason, text, at)
  if (seasonYear !== null && !/[\d/-]$/.test(before(text, at, 1)))
    return { value: { is: 'calendar', year: { at: Number(seasonYear[1]) } }, end: at + 4 }
  const entry = /(?:^|\n)[ *·•-]{0,3}$/.test(before(text, at, 4))
    ? matchAt(entryYear, text, at)
    : null
  if (entry !== null)
    return { value: { is: 'calendar', year: { at: Number(entry[1]) } }, end: at + 4 }
  return (
    readReign(text, at) ??
    readDayOfYear(text, at) ??
    readDecade(text, at, now) ??
    readRelativeQuarter(text, at) ??
    readDayWord(text, at) ??
    readCalendar(reading, at) ??
    readWeek(text, at) ??
    readWholeYear(text, at) ??
    readWeekdayAlone(text, at) ??
    readCountedYear(text, at) ??
    readCount(text, at) ??
    readLunar(text, at) ??
    readFeast(text, at, false) ??
    readRecent(text, at) ??
    readBare(reading, at) ??
    readClockAlone(text, at)
  )
}
