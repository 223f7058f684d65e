// Two dates in one cell: 2020年1月26日、28日 are two events, 1850或1851 is one at either.
import { parseDay } from '../../domain/date/civil-day.ts'
import { parseEdtf } from '../../domain/date/edtf.ts'
import { plain } from '../reasons/reason.ts'
import { open, readingOf, ready, refused, type CellAnswer } from './answer.ts'
import { month } from './spellings.ts'

const either = /.(?:或| or )./
const joined = /^(.+?)(?: ?[、,和及与&] ?| and |(?<=[a-z.])\/(?=[A-Z]))(.+)$/

const certain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

type Read = (cell: string) => CellAnswer

/** A date or a range in figures and signs. */
const figures = `[\\d年月日号./~至到-]*\\d[\\d年月日号./~至到-]*`
const day = `(?:${month} )?(?:the )?\\d{1,2}(?:st|nd|rd|th)?`
/** March 3, 3-5 March 2020 */
const named = `${day}(?: ?(?:-|to) ?${day})?(?:(?: of)? ${month})?(?:,? \\d{4})?`
const inFigures = new RegExp(`^${figures}(?:(?: ?[、,;和及与&] ?|,? and )${figures})+$`)
const inWords = new RegExp(`^${named}(?:(?:,| ?&|,? and) ?${named})+(?:,? \\d{4})?$`, 'i')

/**
 * A list of dates that is none of two: 2020年2月3-5日、8日, March 3, 5 and 8, 2020. A timeline has no date
 * that means all of several, as `{}` of EDTF does.
 */
export const isListOfDates = (cell: string): boolean =>
  /\d{4}/.test(cell) && (inFigures.test(cell) || inWords.test(cell) || /^\{[\d.,X-]+\}$/.test(cell))

/** Null where the cell is no two dates. Of alternatives there may be more: 2020年1月26日、27日或29日. */
export function readTwoDates(cell: string, read: Read): CellAnswer | null {
  const isEither = either.test(cell)
  const match = joined.exec(cell)
  const pieces = isEither ? cell.split(/ ?或者? ?|、| or /) : (match?.slice(1) ?? [])
  const last = pieces.at(-1)
  if (last === undefined || pieces.includes('')) return null
  const lent = isEither ? withMonthOf(last, pieces) : null
  if (lent !== null) {
    const answer = readTwoDates(lent, read)
    return answer?.state === 'ready' ? open(plain('two-months'), answer.readings) : answer
  }
  const [one, ...others] =
    pieces.length === 2
      ? completed(pieces[0] ?? '', last)
      : [...pieces.slice(0, -1).map((piece) => completed(piece, last)[0]), last]
  const first = firstDate(one, others.at(-1) ?? '', read)
  if (first === null) return null
  if (first.state === 'open' && first.readings.length === 0)
    return others.some((other) => read(other).state === 'refused')
      ? null
      : isEither
        ? first
        : refused(plain('two-dates'))
  if (first.state !== 'ready' || !certain.test(first.date)) return null
  // 正月初三或15日: behind a lunar month the day may be of either calendar.
  if (first.rule.rule === 'lunar' && others.some((other) => /^\D{0,3}\d{0,2}[日号]/.test(other)))
    return isEither ? null : refused(plain('two-dates'))
  const isInferred = first.rule.rule !== 'written'
  const dates = [first.date]
  for (const other of others) {
    const before = dates.at(-1) ?? first.date
    const found = secondDate(before, other, read)
    const date = isInferred && found !== null ? nearest(before, found) : found
    if (date === null) return null
    dates.push(date)
  }
  if (!isEither) return refused(plain('two-dates'))
  const told = [...new Set(dates.toSorted())]
  const date = told.length === 1 ? first.date : `[${told.join(',')}]`
  // Of December 3 or March 4, 2018 the first may be of the year before.
  const isBorrowed =
    !isInferred && dates.some((one) => first.date > one) && !/\d{4}/.test(pieces[0] ?? '')
  const isOverNewYear = isInferred && new Set(dates.map((one) => one.slice(0, 4))).size > 1
  return isOverNewYear || isBorrowed
    ? open(plain('two-years'), [readingOf(date, first.rule)])
    : ready(date, first.rule)
}

/** 3日或4月5日: the month may be that of the other. */
function withMonthOf(last: string, pieces: readonly string[]): string | null {
  const month = /^\d{1,2}月(?=\d)/.exec(last)?.[0]
  const areDays = pieces.slice(0, -1).every((piece) => /^\d{1,2}[日号]$/.test(piece))
  return month !== undefined && areDays
    ? [...pieces.slice(0, -1).map((piece) => month + piece), last].join('或')
    : null
}

interface Parts {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
}

/** Day, month and year of an English date; null for other texts. */
function partsOf(text: string): Parts | null {
  const parts: { day?: string; month?: string; year?: string } = {}
  for (const token of text.split(/[ ,]+/)) {
    const part = /^\d{4}$/.test(token)
      ? 'year'
      : /^\d{1,2}(?:st|nd|rd|th)?$/.test(token)
        ? 'day'
        : /^[A-Z][a-z]{2,8}\.?$/.test(token)
          ? 'month'
          : null
    if (part === null || parts[part] !== undefined) {
      if (!/^(?:the|of|on|in)?$/.test(token)) return null
    } else parts[part] = token
  }
  return parts
}

/** March 5 or 8, 2019: each lends the other what it lacks. 2020年2月3或4日: the first lacks the sign. */
function completed(one: string, other: string): [string, string] {
  const [a, b] = [partsOf(one), partsOf(other)]
  if (a !== null && b !== null && (a.month ?? b.month) !== undefined)
    return [printParts(lent(a, b)), printParts(lent(b, a))]
  const sign = /^\d{1,2}([月日号])$/.exec(other)
  const isOpen = sign !== null && /(?:^|\D)\d{1,2}$/.test(one)
  return [isOpen ? `${one}${sign[1]}` : one, other]
}

/** A day borrows its month and year, a month its year: of 3 July or August 2020 the second is a month. */
const lent = (one: Parts, other: Parts): Parts => {
  if (one.day === undefined && one.month === undefined) return one
  const { month = one.day === undefined ? undefined : other.month, year = other.year } = one
  return { ...one, month, year }
}

const printParts = ({ day, month, year }: Parts): string =>
  [day, month, year].filter((part) => part !== undefined).join(' ')

/** 2月3日或2019年3月4日: the year of the second is that of both. */
function firstDate(one: string, other: string, read: Read): CellAnswer | null {
  const first = read(one)
  const second = read(other)
  const isYearBehind = second.state === 'ready' && second.rule.rule === 'written'
  if (first.rule.rule === 'written' || !isYearBehind) return first
  return /^\d{1,2}月/.test(one) ? read(`${second.date.slice(0, 4)}年${one}`) : null
}

/** 28日 lacks the month and year of what stands before it, 2月 the year. */
function secondDate(first: string, other: string, read: Read): string | null {
  const [year = '', month, day] = first.split('-')
  const shared =
    day !== undefined && /^(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,3})[日号]/.test(other)
      ? `${year}年${Number(month)}月${other}`
      : day !== undefined && /^\d{1,2}月\d{1,2}[日号]$/.test(other)
        ? `${year}年${other}`
        : month !== undefined && day === undefined && /^\d{1,2}月$/.test(other)
          ? `${year}年${other}`
          : other
  const second = read(shared)
  const isAlike = second.state === 'ready' && second.date.length === first.length
  return isAlike && certain.test(second.date) ? second.date : null
}

/** The first day of a date. */
const dayOf = (date: string): number => parseDay(`${date}-01-01`.slice(0, 10)) ?? 0

/** The same month and day in the year in which it is nearest to a date. */
function nearest(first: string, second: string): string | null {
  const year = Number(first.slice(0, 4))
  const dates = [year, year - 1, year + 1]
    .map((one) => `${String(one).padStart(4, '0')}${second.slice(4)}`)
    .filter((date) => parseEdtf(date).ok)
  const far = (date: string) => Math.abs(dayOf(date) - dayOf(first))
  return dates.toSorted((a, b) => far(a) - far(b))[0] ?? null
}
