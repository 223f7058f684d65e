// One Chinese name of a date at a place of a folded text, with what belongs to it: other names of
// the same day beside it, a part of the day, a clock time.
import { chineseNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { StatedClock, Name, Statement } from '../stated.ts'
import { readDay, readMonth, type CalendarName } from './calendar-names.ts'
import { readYear } from './year-names.ts'
import { readDayTime, startOfPart } from './clock-names.ts'
import { readFeast, readLunar } from './feast-names.ts'
import { readDayWord, readNumberedWord, readWeek, readWeekday } from './relative-names.ts'
import {
  readSeparated,
  readCalendar,
  readStatement,
  type NameReading,
  type Year,
} from './statement.ts'

const weekdayAfter = /(?:[ ,]?\(?)(?=周|星期|礼拜)/y
const openParen = / ?\(/y
const separator = /[,、; ]{1,2}/y
const thatIs = /,?(?:即|也就是|亦即|恰逢|正值|时逢|适逢) ?/y

/** Names of the same day side by side, in brackets or after 即. */
function readBesides(reading: NameReading, at: number): NameRead<Statement[]> | null {
  return readInParens(reading, at) ?? readDirectly(reading, at)
}

function readInParens(reading: NameReading, at: number): NameRead<Statement[]> | null {
  const { text } = reading
  const open = matchAt(openParen, text, at)
  if (open === null) return null
  const names: Statement[] = []
  let place = at + open[0].length
  for (let count = 0; count < 4; count++) {
    const name = readBeside(reading, place)
    if (name === null) break
    names.push(name.value)
    place = name.end
    if (text[place] === ')') return { value: names, end: place + 1 }
    place += matchAt(separator, text, place)?.[0].length ?? 0
  }
  return null
}

function readBeside(reading: NameReading, at: number): NameRead<Statement> | null {
  const { text } = reading
  return (
    readNumberedDay(text, at) ??
    readWeekday(text, at) ??
    readShortWeekday(text, at) ??
    separatedDay(reading, at) ??
    readLunar(text, at) ??
    readFeast(text, at, true) ??
    readCalendar(reading, at) ??
    readDayWord(text, at) ??
    readWeek(text, at) ??
    plainDay(text, at)
  )
}

const bareYear = /(?:公元)?(\d{3,4})(?=\))/y

/** 民国十二年（1923）. */
function readNumberedDay(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(bareYear, text, at)
  if (match === null || Number(match[1]) > 2200) return null
  return { value: { is: 'calendar', year: { at: Number(match[1]) } }, end: at + match[0].length }
}

const shortWeekday =
  /(?:([一二三四五六日])|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s?day|nesday|rsday|urday|s|rs|r)?\.?)(?=\))/y
const englishWeekdays = 'MonTueWedThuFriSatSun'

/** 1月26日（日）, 2020-01-26 (Sun). */
function readShortWeekday(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(shortWeekday, text, at)
  if (match === null) return null
  const [{ length }, chinese, english = ''] = match
  const place =
    chinese === undefined ? englishWeekdays.indexOf(english) / 3 : weekdays.indexOf(chinese)
  return { value: { is: 'weekday', weekday: place + 1 }, end: at + length }
}

const weekdays = '一二三四五六日'

/** 周日（2020-01-26）. */
const separatedDay = (reading: NameReading, at: number): NameRead<Statement> | null => {
  const date = readSeparated(reading, at)
  return date === null || date.value.clock !== undefined
    ? null
    : { value: date.value.stated, end: date.end }
}

function plainDay(text: string, at: number): NameRead<Statement> | null {
  const day = readDay(text, at)
  return day && { value: { is: 'calendar', day: day.value }, end: day.end }
}

function readDirectly(reading: NameReading, at: number): NameRead<Statement[]> | null {
  const { text } = reading
  const gap = matchAt(weekdayAfter, text, at)
  const weekday =
    gap === null || gap[0].includes('(') ? null : readWeekday(text, at + gap[0].length)
  if (weekday !== null) return { value: [weekday.value], end: weekday.end }
  const space = text[at] === ' ' ? 1 : 0
  const day = readLunar(text, at + space) ?? readFeast(text, at + space, true)
  if (day !== null && day.end > at) return { value: [day.value], end: day.end }
  const link = matchAt(thatIs, text, at)
  if (link === null) return null
  const place = at + link[0].length
  const name =
    readLunar(text, place) ?? readFeast(text, place, true) ?? readCalendar(reading, place)
  return name && { value: [name.value], end: name.end }
}

/** Statements of one day, to which weekdays, lunar days and clock times may be added. */
const namesDay = (stated: Statement): boolean =>
  stated.is === 'lunar' ||
  stated.is === 'feast' ||
  stated.is === 'clock' ||
  (stated.is === 'weekday' && stated.weekday !== 6.5) ||
  (stated.is === 'shift' && stated.unit === 'day') ||
  (stated.is === 'calendar' && stated.day !== undefined)

const namesYear = (stated: Statement): boolean =>
  stated.is === 'calendar' && stated.year !== undefined && stated.month === undefined

/** 星期日 2020年1月26日, 周日，1月26日: a weekday and then its day. */
function readBehindWeekday(reading: NameReading, at: number): NameRead<Name> | null {
  const { text } = reading
  const weekday = readWeekday(text, at)
  if (weekday === null || /[^,。;:!?\s于在(]$/.test(before(text, at, 1))) return null
  const place = weekday.end + (matchAt(/[ ,]{0,2}/y, text, weekday.end)?.[0].length ?? 0)
  const day = separatedDay(reading, place) ?? readCalendar(reading, place)
  if (day?.value.is !== 'calendar' || day.value.month === undefined || day.value.day === undefined)
    return null
  const name = readAround(reading, day.value, day.end)
  return { ...name, value: { ...name.value, besides: [weekday.value, ...name.value.besides] } }
}

const thatDay = /(?:这|那|当)[天日]|当(?=[晚夜])/y

export function readName(reading: NameReading, at: number): NameRead<Name> | null {
  const separatedDate = readSeparated(reading, at)
  if (separatedDate !== null) {
    const { stated, clock } = separatedDate.value
    return clock === undefined ? readAround(reading, stated, separatedDate.end) : separatedDate
  }
  const led = readBehindWeekday(reading, at)
  if (led !== null) return led
  const numbered = readNumberedWord(reading.text, at)
  if (numbered !== null) {
    const { word, day } = numbered.value
    const name = readAround(reading, word, numbered.end)
    return { ...name, value: { ...name.value, besides: [day, ...name.value.besides] } }
  }
  const stated = readStatement(reading, at)
  if (stated === null) return null
  return readAround(reading, stated.value, stated.end)
}

/** Other names of a day; of a year only one in brackets: 1898年（光绪二十四年）. */
function allBesides(reading: NameReading, stated: Statement, at: number): NameRead<Statement[]> {
  const besides: Statement[] = []
  let end = at
  if (namesDay(stated)) {
    for (let count = 0; count < 3; count++) {
      const beside = readBesides(reading, end)
      if (beside === null) break
      besides.push(...beside.value)
      end = beside.end
    }
  } else if (stated.is === 'calendar' && stated.month === undefined) {
    const beside = readInParens(reading, end)
    if (beside !== null && beside.value.every(namesYear)) return beside
  }
  return { value: besides, end }
}

/** A name with all that stands beside it. */
export function readAround(reading: NameReading, stated: Statement, at: number): NameRead<Name> {
  const { text } = reading
  const isDay = namesDay(stated)
  const { value: besides, end } = allBesides(reading, stated, at)
  let place = end
  if (!isDay) return { value: { stated, besides }, end: place }
  place += matchAt(thatDay, text, place)?.[0].length ?? 0
  const time = readDayTime(text, place)
  const evening = matchAt(/[晚夜晨早]/y, text, place - 1) === null ? '' : (text[place - 1] ?? '')
  const part = (time?.value.part ?? '') + evening
  const clock = withEvening(time?.value.clock, part)
  const told = clock !== null ? { clock } : part === '' ? {} : { partFrom: startOfPart(part) }
  return {
    value: { stated, besides, ...told },
    end: time?.end ?? place,
  }
}

/** 昨晚8时: the word of the day says which half of it is meant. */
function withEvening(clock: StatedClock | undefined, part: string): StatedClock | null {
  if (clock === undefined) return null
  const named = part === '' ? clock : { ...clock, half: 'named' as const }
  return /^[晚夜]$/.test(part) && clock.minute < 720 && clock.minute >= 240
    ? { ...named, minute: clock.minute + 720 }
    : named
}

const listEnd =
  /(\d{1,4}|[一二三四五六七八九十]{1,3}) ?(?:至|到|-{1,2}|~|或者?) ?(?=(?:\d{1,4}|[一二三四五六七八九十]{1,3}) ?(月|日|号)(?!代|来|间|以上|左右|以内|内|龄))/y
const monthList = /(\d{1,2})、(?=(\d{1,2})月)/y
const centuries =
  /([公西]元前)?(\d{1,2}|[一二三四五六七八九十]{1,3}) ?(?:-{1,2}|~|至|到) ?(?=(\d{1,2}|[一二三四五六七八九十]{1,3})世纪)/y
const yearShort = /(\d{4}) ?(?:-{1,2}|~|至|到|或者?) ?(?=\d{4} ?年)/y

/** 4至6月, 2003至2005年, 3月5-8日: the first number lacks the sign that the second has. */
export function readSharedStart(reading: NameReading, at: number): NameRead<Name> | null {
  const { text } = reading
  if (/[\d.第每近约·/-]$/.test(before(text, at, 1))) return null
  const years = matchAt(yearShort, text, at)
  if (years !== null)
    return nameOf({ is: 'calendar', year: { at: Number(years[1]) } }, at + years[0].length)
  const century = matchAt(centuries, text, at)
  if (century !== null) {
    const number = chineseNumber(century[2] ?? '')
    const value = century[1] === undefined ? number : -number
    return nameOf({ is: 'century', century: value }, at + century[0].length)
  }
  const year = readYear(text, at)
  const yearEnd = year === null ? at : year.end
  const month = matchAt(listEnd, text, yearEnd) === null ? readMonth(text, yearEnd) : null
  const match = matchAt(listEnd, text, month === null ? yearEnd : month.end)
  if (match === null) return month === null ? neighbours(text, yearEnd, year?.value.count) : null
  const given = {
    ...(year === null ? {} : { year: year.value.count }),
    ...(month === null ? {} : { month: month.value }),
  }
  return sharedName(text, match, given)
}

/** 7、8月: two months that follow each other. */
function neighbours(text: string, at: number, year: Year | undefined): NameRead<Name> | null {
  const match = matchAt(monthList, text, at)
  if (match === null || Number(match[2]) !== Number(match[1]) + 1) return null
  const given = year === undefined ? {} : { year }
  const stated: Statement = { is: 'calendar', ...given, month: { at: Number(match[1]) } }
  return readMonth(text, at + match[0].length) === null
    ? null
    : nameOf(stated, at + match[0].length)
}

function sharedName(
  text: string,
  match: RegExpExecArray,
  given: Pick<CalendarName, 'year' | 'month'>,
): NameRead<Name> | null {
  const number = chineseNumber(match[1] ?? '')
  const end = match.index + match[0].length
  if (match[2] === '月') {
    const fits =
      given.month === undefined && number >= 1 && number <= 12 && readMonth(text, end) !== null
    return fits ? nameOf({ is: 'calendar', ...given, month: { at: number } }, end) : null
  }
  // 3或5日 alone may be a length of time.
  if (given.month === undefined && match[0].includes('或')) return null
  const fits = number >= 1 && number <= 31 && readDay(text, end) !== null
  return fits && (given.year === undefined || given.month !== undefined)
    ? nameOf({ is: 'calendar', ...given, day: number }, end)
    : null
}

const nameOf = (stated: Statement, end: number): NameRead<Name> => ({
  value: { stated, besides: [] },
  end,
})
