// Parts of months and years, and seasons in English: mid-November 2009, the end of October, spring 2019,
// last autumn, the first half of 2027.
import { ordinalNumber } from '../../text/numerals.ts'
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { DecadePart, MonthPart, Statement, WeekOfMonth, YearPart } from '../stated.ts'
import { readDate, readDecade, readMonth, readYear, type CalendarName } from './calendar-names.ts'
import { readPeriod } from './relative-names.ts'

const part =
  /(?:the )?(?:(very )?(early|middle of|mid(?![a-z])|late|beginning of|start of|end of|turn of|close of)(?: in)?[- ]?(?:the )?)(?=[A-Z\d]|last|this|next|month|year|week|following)/iy

const monthParts: Readonly<Record<string, MonthPart>> = {
  early: 'early',
  beginning: 'early',
  start: 'early',
  turn: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'end',
  close: 'end',
}
const yearParts: Readonly<Record<string, YearPart>> = {
  early: 'start',
  beginning: 'start',
  start: 'start',
  turn: 'start',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'end',
  close: 'end',
}

const decadeParts: Readonly<Record<string, DecadePart>> = {
  early: 'early',
  mid: 'mid',
  middle: 'mid',
  late: 'late',
  end: 'end',
  close: 'end',
}

const weekOfMonth =
  /(?:the )?(first|second|third|fourth|last|final) (?:full )?week (?:of|in) (?=[A-Z])/iy
const weeks: Readonly<Record<string, WeekOfMonth>> = {
  first: 'week-1',
  second: 'week-2',
  third: 'week-3',
  fourth: 'week-4',
  last: 'week-last',
  final: 'week-last',
}

/** the first week of August. */
export function readWeekOfMonth(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(weekOfMonth, text, at)
  const monthPart = weeks[(match?.[1] ?? '').toLowerCase()]
  if (match === null || monthPart === undefined) return null
  const date = readDate(text, at + match[0].length)
  if (date === null || date.value.day !== undefined) return null
  return { value: { ...date.value, monthPart }, end: date.end }
}

/** early May, mid-2021, by the end of the month, late last month. */
export function readPart(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(part, text, at)
  if (match === null) return null
  const word = (match[2] ?? '').toLowerCase().split(' ')[0] ?? ''
  const place = at + match[0].length
  const monthPart = monthParts[word] ?? 'early'
  const yearPart = yearParts[word] ?? 'early'
  const month = readMonth(text, place)
  if (month !== null) {
    const date = readDate(text, place)
    if (date !== null && date.value.day !== undefined) return null
    const given: CalendarName = date?.value ?? { is: 'calendar', month: { at: month.value } }
    return { value: { ...given, monthPart }, end: date?.end ?? month.end }
  }
  const decade = readDecade(text, place)
  if (decade !== null && !('part' in decade.value))
    return {
      value: { ...decade.value, part: decadeParts[word] ?? 'start' } as Statement,
      end: decade.end,
    }
  const year = readYear(text, place)
  if (year !== null) return { value: { is: 'calendar', year: year.value, yearPart }, end: year.end }
  return partOfPeriod(text, place, { monthPart, yearPart })
}

const bareUnit = /(month|year|week)(?![a-z])/iy

function partOfPeriod(
  text: string,
  at: number,
  { monthPart, yearPart }: { readonly monthPart: MonthPart; readonly yearPart: YearPart },
): NameRead<Statement> | null {
  const bare = matchAt(bareUnit, text, at)
  if (bare !== null) {
    const end = at + bare[0].length
    if (/week/i.test(bare[0])) return null
    const from = { from: 'source', add: 0 } as const
    const either = { ...from, orText: true } as const
    return /month/i.test(bare[0])
      ? { value: { is: 'calendar', month: from, monthPart }, end }
      : { value: { is: 'calendar', year: either, yearPart }, end }
  }
  const period = readPeriod(text, at)
  if (period?.value.is !== 'shift') return null
  const { from, add, unit } = period.value
  const { end } = period
  if (unit === 'month') return { value: { is: 'calendar', month: { from, add }, monthPart }, end }
  if (unit === 'year') return { value: { is: 'calendar', year: { from, add }, yearPart }, end }
  if (unit === 'week') return { value: { ...period.value, part: monthPart }, end }
  return null
}

/** in the May following. */
const monthFollowing =
  /the (?:January|February|March|April|May|June|July|August|September|October|November|December) (?:following|next following|after)(?=[ ,.;]|$)/y
const sidedMonth = /(?:the )?(last|next|this|that|following) (?=[A-Z])/iy

/** last November, next May: a month without a day or a year. */
export function readSidedMonth(text: string, at: number): NameRead<Statement> | null {
  const following = matchAt(monthFollowing, text, at)
  const named = following && readMonth(text, at + 4)
  if (following !== null && named !== null)
    return {
      value: { is: 'calendar', month: { at: named.value }, side: 'following' },
      end: at + following[0].length,
    }
  const lead = matchAt(sidedMonth, text, at)
  if (lead === null) return null
  const date = readDate(text, at + lead[0].length)
  const { day, year, month } = date?.value ?? {}
  if (date === null || day !== undefined || month === undefined) return null
  const word = (lead[1] ?? '').toLowerCase()
  // That January is of the year named last.
  if (word === 'that') return { value: date.value, end: date.end }
  if (year !== undefined) return null
  const side = word as 'last' | 'next' | 'this' | 'following'
  return { value: { is: 'calendar', month, side }, end: date.end }
}

const season =
  /(?:(?:the )?(last|next|this|that|following|previous) )?(?:the )?(?:early |late |mid-?)?(spring|summer|autumn|fall|winter)(?: (?:of|in) |,? )?(?=(\d{4})(?:[-/](\d{2,4}))?(?![\d-]))|(?:(last|next|this|that|the next|(?:the )?following) |the |(?:early|late|mid-?) ?)?(spring|summer|autumn|winter)(?![a-z-])/iy

const seasons: Readonly<Record<string, YearPart>> = {
  spring: 'spring',
  summer: 'summer',
  autumn: 'autumn',
  fall: 'autumn',
  winter: 'winter',
}

export function readSeason(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(season, text, at)
  if (match === null) return readFall(text, at)
  const yearPart = seasons[(match[2] ?? match[6] ?? '').toLowerCase()]
  if (yearPart === undefined) return null
  const end = at + match[0].length
  const year = match[3]
  if (year !== undefined) {
    const second = match[4]
    const yearEnd = end + 4 + (second === undefined ? 0 : second.length + 1)
    if (second !== undefined && yearPart === 'winter')
      return { value: { is: 'winter', first: Number(year) }, end: yearEnd }
    return { value: { is: 'calendar', year: { at: Number(year) }, yearPart }, end: yearEnd }
  }
  return seasonAlone(text, { at, end }, yearPart, (match[5] ?? '').toLowerCase())
}

const afterSeason =
  /^(?:'s\b|[\s]*[.,;:!?)”"'\n]|\s*$| (?:and|but|to|when|after|before|as|with|for|that|the|a|an|it|they|we|is|was|were|has|had|by|in|on|at|whether|which|because|if|will|from|until|of)\b)/
const thingOfSeason =
  /^(?:-| (?:holidays?|camps?|schools?|terms?|seasons?|games|sales?|breaks?|transfer|semester|olympics|collection|exhibition|programme)\b)/i

function seasonAlone(
  text: string,
  { at, end }: { readonly at: number; readonly end: number },
  yearPart: YearPart,
  side: string,
): NameRead<Statement> | null {
  const next = text.slice(end, end + 14)
  // summer holidays, winter coat
  if (side === '' ? !afterSeason.test(next) : thingOfSeason.test(next)) return null
  if (side === '') {
    const the = /^(?:the|early|late|mid-?) ?/i.test(text.slice(at, at + 5))
    if (
      !/\b(?:in|by|since|until|during|over|through|before|after) (?:the )?$/i.test(
        before(text, at, 12),
      ) ||
      !the
    )
      return null
    return { value: { is: 'calendar', yearPart }, end }
  }
  // That summer is of the year named last, the next summer comes after the date named last.
  if (side === 'that')
    return { value: { is: 'calendar', year: { from: 'text', add: 0 }, yearPart }, end }
  if (side === 'the next') return { value: { is: 'calendar', yearPart, side: 'following' }, end }
  const named = side.replace('the ', '') as 'last' | 'next' | 'this' | 'following'
  return { value: { is: 'calendar', yearPart, side: named }, end }
}

const fall = /(last|next|this) fall(?![a-z'-])/iy

function readFall(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(fall, text, at)
  if (match === null) return null
  const side = (match[1] ?? '').toLowerCase() as 'last' | 'next' | 'this'
  return { value: { is: 'calendar', yearPart: 'autumn', side }, end: at + match[0].length }
}

const fraction =
  /(?:the )?(first|second|third|fourth|final|last|latter)[- ](half|quarter|(?:three|six|nine|two|four|five) months)(?:,? (?:of |in )?(?:(\d{4})(?![\d-])|(this|last|next) year))?(?![a-z])/iy
const shortQuarter = /(Q[1-4]|H[12]) ?(?:of )?(\d{4})(?!\d)|(\d{4}) ?(Q[1-4]|H[12])(?!\d)/y

/** the first half of 2027, Q3 2024. */
export function readFraction(text: string, at: number): NameRead<Statement> | null {
  const short = matchAt(shortQuarter, text, at)
  if (short !== null) {
    const name = short[1] ?? short[4] ?? 'Q1'
    const months = stretch(name.startsWith('Q') ? 3 : 6, Number(name[1]))
    const year = { at: Number(short[2] ?? short[3]) }
    return { value: { is: 'calendar', year, yearPart: { months } }, end: at + short[0].length }
  }
  const match = matchAt(fraction, text, at)
  if (match === null) return null
  const [whole, nth = '', unit = '', yearText, side] = match
  const months = fractionMonths(nth.toLowerCase(), unit.toLowerCase())
  if (months === null) return null
  const year =
    yearText !== undefined
      ? { year: { at: Number(yearText) } }
      : side === undefined
        ? {}
        : { year: { from: 'source' as const, add: side === 'last' ? -1 : side === 'next' ? 1 : 0 } }
  // The second half of a match is no half of a year.
  if (yearText === undefined && side === undefined && !isOfBusiness(text, at, unit)) return null
  return { value: { is: 'calendar', ...year, yearPart: { months } }, end: at + whole.length }
}

/** Games have quarters, too: without a year one of sales, profits or growth is meant. */
const isOfBusiness = (text: string, at: number, unit: string): boolean =>
  /^(?:quarter|half)$/i.test(unit) &&
  /\b(?:shares?|forecast|tariffs|costs?|dividend|sales|profits?|revenues?|earnings|growth|grew|GDP|economy|economic|output|results|income|loss|orders|exports|inflation|shipments|spending|deliveries|unemployment|figures)\b/i.test(
    text.slice(Math.max(0, at - 80), at + 100),
  )

const stretch = (length: number, nth: number): readonly [number, number] => [
  (nth - 1) * length + 1,
  nth * length,
]

function fractionMonths(nth: string, unit: string): readonly [number, number] | null {
  const last = /final|last|latter/.test(nth)
  if (unit === 'half') return stretch(6, last || nth === 'second' ? 2 : 1)
  if (unit === 'quarter') return stretch(3, last ? 4 : ordinalNumber(nth))
  if (nth !== 'first') return null
  const count = { two: 2, three: 3, four: 4, five: 5, six: 6, nine: 9 }[unit.split(' ')[0] ?? '']
  return count === undefined ? null : [1, count]
}
