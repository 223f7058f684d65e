// One English name of a date at a place of a text, with what belongs to it: a weekday, another name
// of the same day, a part of the day, a clock time.
import { before, matchAt, type NameRead } from '../../text/sticky.ts'
import type { Name, Statement } from '../stated.ts'
import { ordinalNumber } from '../../text/numerals.ts'
import {
  readDate,
  readDecade,
  readMonth,
  readNumeric,
  readYear,
  readYearAlone,
} from './calendar-names.ts'
import { readTimeAfter, readTimeBefore } from './clock-names.ts'
import { readFeast } from './feast-names.ts'
import {
  readFraction,
  readPart,
  readSeason,
  readSidedMonth,
  readWeekOfMonth,
} from './part-names.ts'
import {
  readCount,
  readDayWord,
  readOrdinalWeekday,
  readPeriod,
  readRecent,
  readWeekday,
  readWeekdayName,
  readWeekFrom,
} from './relative-names.ts'

const weekOf =
  /(?:the )?(?:(?:week|weekend|fortnight) (?:of|beginning|starting|commencing)(?: on)?|w\/[cb]) (?=[A-Z\d]|the )/iy
const weekEnding = /(?:the )?(?:week (?:ending|to)(?: on)?|w\/e) (?=[A-Z\d])/iy

const goesOn = /(?: ?[-–—] ?| (?:to|and|through|&) )(?:[A-Z][a-z]+\.? )?\d/y

function readWeekOf(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(weekOf, text, at) ?? matchAt(weekEnding, text, at)
  if (match === null) return null
  const day = readDay(text, at + match[0].length)
  const stated = day?.value.stated
  if (day === null || stated?.is !== 'calendar' || stated.day === undefined) return null
  // The days of a range say it themselves, with the year that stands behind them.
  if (matchAt(goesOn, text, day.end) !== null) return null
  return {
    value: { is: 'week-of', day: stated, isWeekend: /weekend/i.test(match[0]) },
    end: day.end,
  }
}

const ended =
  /(?:the )?(?:(?:first|second|third|fourth|fiscal|financial|full|half|latest) |(three|six|nine|twelve|12|3|6|9)[- ])*(quarter|half-year|half|months|year)(?:,? (?:which )?(?:ended|ending|to))(?: on)? (?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|\d{1,2}(?:st|nd|rd|th)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/iy
const counts: Readonly<Record<string, number>> = { three: 3, six: 6, nine: 9, twelve: 12 }

/** The quarter ended 31 March 2026, six months to 30 June: so many months up to that day. */
function readEnded(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(ended, text, at)
  if (match === null) return null
  const [whole, count = '', unit = ''] = match
  const day = readDay(text, at + whole.length)
  if (day?.value.stated.is !== 'calendar' || day.value.stated.day === undefined) return null
  const named = { quarter: 3, half: 6, 'half-year': 6, year: 12 }[unit.toLowerCase()]
  const months = named ?? counts[count.toLowerCase()] ?? Number(count)
  if (!(months > 0) || months > 12) return null
  return { value: { is: 'ended', months, day: day.value.stated }, end: day.end }
}

function readStatement(text: string, at: number): NameRead<Statement> | null {
  return (
    readNumeric(text, at) ??
    readWeekOf(text, at) ??
    readEnded(text, at) ??
    readWeekFrom(text, at) ??
    readOrdinalWeekday(text, at) ??
    readDecade(text, at) ??
    readFraction(text, at) ??
    readWeekOfMonth(text, at) ??
    readPart(text, at) ??
    readFeast(text, at) ??
    readSidedMonth(text, at) ??
    readSeason(text, at) ??
    readDate(text, at) ??
    readDayWord(text, at) ??
    readCount(text, at) ??
    readPeriod(text, at) ??
    readWeekday(text, at) ??
    readRecent(text, at) ??
    ordinalDay(text, at) ??
    yearStatement(text, at)
  )
}

function yearStatement(text: string, at: number): NameRead<Statement> | null {
  const year = readYearAlone(text, at)
  return year && { value: { is: 'calendar', year: year.value }, end: year.end }
}

const ordinal =
  /(?:the )?(\d{1,2})(?:st|nd|rd|th)(?![a-z-])(?! (?!(?:and|to|of that|of the same|but|when|after|with|at|in|for|the|it|he|she|they|we|a|an|his|her|its|their|our|no|one|two|some|another|was|were|is|will)\b)[A-Za-z])/iy

/** on the 14th: of the month named last. */
function ordinalDay(text: string, at: number): NameRead<Statement> | null {
  const match = matchAt(ordinal, text, at)
  const day = Number(match?.[1] ?? 0)
  if (match === null || day < 1 || day > 31) return null
  if (
    !/\b(?:on|by|until|till|from|since|in for|set for|booked for|planned for|(?:back|moved|postponed|forward|deferred|off) to) (?:the )?$/i.test(
      before(text, at, 18),
    )
  )
    return null
  const end = at + match[0].length
  const that = matchAt(/ of (?:that|the same) month(?![a-z])/y, text, end)
  if (that === null) return { value: { is: 'calendar', day }, end }
  const month = { from: 'text', add: 0 } as const
  return { value: { is: 'calendar', month, day }, end: end + that[0].length }
}

const namesDay = (stated: Statement): boolean =>
  (stated.is === 'calendar' && stated.day !== undefined) ||
  stated.is === 'numeric' ||
  stated.is === 'weekday' ||
  stated.is === 'ordinal-weekday' ||
  stated.is === 'feast' ||
  (stated.is === 'shift' && stated.unit === 'day')

const gap = /(?:,? (?:the )?|, ?)(?=[A-Z\d])/y
const onThe = /,? (?:on )(?=[A-Z\d])/y
const openParen = / \(/y

/** Another name of the same day: Thursday, 19 February; Tuesday (10/14); a year later, on 4 May 2021. */
function readBeside(text: string, at: number, stated: Statement): NameRead<Statement> | null {
  const paren = matchAt(openParen, text, at)
  if (paren !== null) {
    const inside = readPlainDay(text, at + paren[0].length)
    return inside !== null && text[inside.end] === ')'
      ? { value: inside.value, end: inside.end + 1 }
      : null
  }
  const link = matchAt(stated.is === 'shift' ? onThe : gap, text, at)
  if (link === null) return null
  const place = at + link[0].length
  if (stated.is === 'weekday') return dateOf(text, place) ?? readNumeric(text, place)
  if (stated.is === 'shift') return dateOf(text, place) ?? weekdayOf(text, place)
  return stated.is === 'calendar' ? weekdayOf(text, place) : null
}

function readPlainDay(text: string, at: number): NameRead<Statement> | null {
  return readNumeric(text, at) ?? dateOf(text, at) ?? weekdayOf(text, at)
}

function dateOf(text: string, at: number): NameRead<Statement> | null {
  const date = readDate(text, at)
  return date?.value.day === undefined ? null : date
}

function weekdayOf(text: string, at: number): NameRead<Statement> | null {
  const day = readWeekdayName(text, at, true)
  return day && { value: { is: 'weekday', weekday: day.value }, end: day.end }
}

/** A weekday by its short name, where a date follows: Tue, 5 Mar 2019. */
function shortWeekday(text: string, at: number): NameRead<Statement> | null {
  const day = weekdayOf(text, at)
  if (day === null) return null
  const link = matchAt(gap, text, day.end)
  const place = link === null ? null : day.end + link[0].length
  return place !== null && (dateOf(text, place) ?? readNumeric(text, place)) !== null ? day : null
}

/** A name of a day with what stands beside it, or another name alone. */
function readDay(text: string, at: number): NameRead<Name> | null {
  const stated = shortWeekday(text, at) ?? readStatement(text, at)
  if (stated === null) return null
  const besides: Statement[] = []
  let place = stated.end
  let last = stated.value
  for (let count = 0; count < 3 && mayStandBeside(last); count++) {
    const beside = readBeside(text, place, last)
    if (beside === null) break
    besides.push(beside.value)
    place = beside.end
    last = beside.value
  }
  return { value: { stated: stated.value, besides }, end: place }
}

/** Dates, weekdays, and counts such as 16 months later. */
const mayStandBeside = (stated: Statement): boolean =>
  namesDay(stated) || (stated.is === 'shift' && stated.from === 'text') || stated.is === 'weeks'

export function readName(text: string, at: number): NameRead<Name> | null {
  const time = readTimeBefore(text, at)
  if (time !== null) {
    const day = readDay(text, time.end)
    if (day !== null && namesDay(day.value.stated)) {
      const name = time.value === null ? day.value : { ...day.value, clock: time.value }
      return { value: name, end: day.end }
    }
    return null
  }
  const day = readDay(text, at)
  if (day === null || !namesDay(day.value.stated)) return day
  const after = readTimeAfter(text, day.end)
  if (after === null) return day
  // 10am to 4pm are hours, not a time.
  if (
    after.value !== null &&
    /^ ?(?:-|to|until|till) ?(?:\d|noon|midnight)/.test(text.slice(after.end, after.end + 12))
  )
    return day
  return after.value === null
    ? { ...day, end: after.end }
    : { value: { ...day.value, clock: after.value }, end: after.end }
}

const dayList =
  /(?:the )?(\d{1,2})(?:st|nd|rd|th)?((?:, ?\d{1,2}(?:st|nd|rd|th)?){0,5}),? ?(-|\/|to|and|until|till|through|&|or) ?(?:the )?(?=\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/y
const monthDays =
  /((?:, ?\d{1,2}(?:st|nd|rd|th)?(?![\d:]| ?[ap]\.?m)){0,5}),? ?(-|\/|to|through|and|&|or(?= (?:the )?\d)) ?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?!\d|[:%]|[.,]\d|-\d| ?[ap]\.?m| (?:percent|people|points|votes|(?:minute|hour|day|night|week|month|year)s?\b|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))/y
/** 1926-28, 1907-9, 1914-1918. */
const yearsShort = /(\d{4})(-)(\d{4}|\d{1,2})(?![\d-]|[.,]\d|%)/y
/** Longer stretches are numbers of something. */
const longestYears = 150
const ofTitle =
  /(?:Strategy|Plan|Vision|Agenda|Framework|Programme|Season|season|Nos?\.|pp?\.|[Pp]ages?|[Ll]ines?|[Ll]ots?|[Rr]ooms?|[Nn]umbers?|[Ff]olios?|[Uu]nits?|[Pp]lots?) $/
const yearsLead =
  /\b(?:in|from|during|between|of|for|over|the|since|throughout|circa|c\.) $|[(:;,] ?$|(?:^|\n)$/i

/** 1801-1805 without more words is a stretch of years only where no noun follows: not 1500-1800 people. */
const areYears = (text: string, at: number, end: number): boolean =>
  yearsLead.test(before(text, at, 12)) || !/^ ?[A-Za-z]/.test(text.slice(end, end + 2))
const eraRange = /(?:(AD|A\.D\.) ?)?(\d{1,4})-(\d{1,4})(?: ?(BCE?|CE|AD)(?![A-Za-z]))?/y

export interface SharedRange {
  readonly from: Name
  readonly to: Name
  /** and, or, to: what joins the ends. */
  readonly joint: string
  /** The days of a list, 9, 10 and 11 January, in order. */
  readonly days?: readonly number[]
}

const nameOf = (stated: Statement): Name => ({ stated, besides: [] })

/** Ranges whose ends share a part: 3 to 5 September, Aug. 4-29, 1926-28, AD 117-138. */
export function readSharedRange(text: string, at: number): NameRead<SharedRange> | null {
  return (
    readDayList(text, at) ??
    readMonthDays(text, at) ??
    readYears(text, at) ??
    readDecades(text, at) ??
    readCenturies(text, at) ??
    readMonths(text, at)
  )
}

const decades =
  /(?:the )?((?:1[0-9]|20)\d)0'?s ?(-|to|and|&|\/) ?(?:the )?(?:((?:1[0-9]|20)\d)|'?(\d))0'?s(?![a-z])/iy

const decadeOf = (tens: number): Name => nameOf({ is: 'decade', first: tens * 10 })

/** The 1920s-30s, the 1920s and 30s. The 1920s and 1950s are two. */
function readDecades(text: string, at: number): NameRead<SharedRange> | null {
  const match = matchAt(decades, text, at)
  if (match === null || /[\d$£€]$/.test(before(text, at, 1))) return null
  const [whole, from = '', joint = '', full, short = ''] = match
  const last = Number(full ?? `${from.slice(0, 2)}${short}`)
  const isRange = joint === '-' || joint === 'to' ? last > Number(from) : last === Number(from) + 1
  if (!isRange) return null
  return {
    value: { from: decadeOf(Number(from)), to: decadeOf(last), joint },
    end: at + whole.length,
  }
}

const nth = '(?:twenty-)?[a-z]{3,11}(?:st|nd|rd|th)|\\d{1,2}(?:st|nd|rd|th)'
const centuries = new RegExp(
  `(?:the )?(?:(early|mid|late)[- ](?:the )?)?(${nth})(?:[- ]century(?: (BCE?|B\\.C\\.(?:E\\.)?))?)? ?(-|to|and|&|\\/) ?(?=(?:the )?(?:(?:early|mid|late)[- ](?:the )?)?(?:${nth})[- ]centur(?:y|ies))`,
  'iy',
)

/** The 18th and 19th centuries, late 18th-early 19th century. */
function readCenturies(text: string, at: number): NameRead<SharedRange> | null {
  const match = matchAt(centuries, text, at)
  const number = match === null ? Number.NaN : ordinalNumber(match[2] ?? '')
  if (match === null || !(number >= 1 && number <= 22)) return null
  const to = readDecade(text, at + match[0].length)
  if (to?.value.is !== 'century') return null
  const isBefore = match[3] !== undefined || to.value.century < 0
  const century = isBefore ? -number : number
  const part = match[1]?.toLowerCase() as 'early' | 'mid' | 'late' | undefined
  const from = nameOf({ is: 'century', century, ...(part !== undefined && { part }) })
  const joint = match[4] ?? ''
  const isRange =
    joint === '-' || joint === 'to' ? to.value.century > century : to.value.century === century + 1
  return isRange ? { value: { from, to: nameOf(to.value), joint }, end: to.end } : null
}

/** June/July 2020. */
function readMonths(text: string, at: number): NameRead<SharedRange> | null {
  const first = readMonth(text, at)
  if (first === null || text[first.end] !== '/') return null
  const to = readDate(text, first.end + 1)
  if (to === null || to.value.day !== undefined) return null
  const from = nameOf({ is: 'calendar', month: { at: first.value } })
  return { value: { from, to: nameOf(to.value), joint: '/' }, end: to.end }
}

function readDayList(text: string, at: number): NameRead<SharedRange> | null {
  const list = matchAt(dayList, text, at)
  if (list === null || /[\d/-]$/.test(before(text, at, 1))) return null
  const to = readDay(text, at + list[0].length)
  if (to?.value.stated.is !== 'calendar') return null
  const from = nameOf({ is: 'calendar', day: Number(list[1]) })
  const days = daysOf(list[1], list[2], String(to.value.stated.day ?? ''))
  return { value: { from, to: to.value, joint: list[3] ?? '', days }, end: to.end }
}

const daysOf = (...lists: readonly (string | undefined)[]): number[] =>
  lists.flatMap((list) => [...(list ?? '').matchAll(/\d+/g)].map(Number))

/** Aug. 4-29; after the month of 4 Aug comes no second day. */
function readMonthDays(text: string, at: number): NameRead<SharedRange> | null {
  if (/\d/.test(text.charAt(at))) return null
  const first = readDate(text, at)
  if (first?.value.day === undefined) return null
  const days = matchAt(monthDays, text, first.end)
  if (days === null || first.value.year !== undefined || Number(days[3]) > 31) return null
  const end = first.end + days[0].length
  const year = /^,? (?=\d{4}(?!\d))/.exec(text.slice(end, end + 8))
  const named = year === null ? null : readYear(text, end + year[0].length)
  const given = named === null ? {} : { year: named.value }
  // March 5 and 8: two days, if they lie apart.
  return {
    value: {
      from: nameOf({ ...first.value, ...given }),
      to: nameOf({ is: 'calendar', day: Number(days[3]) }),
      joint: days[2] ?? '',
      days: daysOf(String(first.value.day), days[1], days[3]),
    },
    end: named?.end ?? end,
  }
}

function readYears(text: string, at: number): NameRead<SharedRange> | null {
  const match = matchAt(yearsShort, text, at)
  const start = Number(match?.[1] ?? 0)
  const last = match?.[3] ?? ''
  const short = 10 ** last.length
  const end = start - (start % short) + Number(last)
  const isShort = last.length < 4
  // 1900-2000 may be hours.
  const isHours = start % 100 === 0 && end % 100 === 0
  const isLikely = !isHours && end > start && end - start <= longestYears && end < 2200
  if (match !== null && start >= (isShort ? 1000 : 1500) && isLikely) {
    if (!isShort && !areYears(text, at, at + match[0].length)) return null
    if (/[\d$£€/-]$/.test(before(text, at, 1)) || ofTitle.test(before(text, at, 12))) return null
    return yearRange(start, end, at + match[0].length)
  }
  const era = matchAt(eraRange, text, at)
  if (era === null || (era[1] === undefined && era[4] === undefined)) return null
  const isBefore = (era[4] ?? '').startsWith('B')
  const [a, b] = [Number(era[2]), Number(era[3])].map((year) => (isBefore ? 1 - year : year))
  return yearRange(a ?? 0, b ?? 0, at + era[0].length)
}

function yearRange(a: number, b: number, end: number): NameRead<SharedRange> {
  return {
    value: {
      from: nameOf({ is: 'calendar', year: { at: a } }),
      to: nameOf({ is: 'calendar', year: { at: b } }),
      joint: '-',
    },
    end,
  }
}
