// Cells of digits: 2019/3/5, 20190305, 3/6/2020, 108/3/5, serial numbers, ISO weeks and days of the
// year, ranges such as 2020.1.24-2.8.
import { parseDay } from '../../domain/date/civil-day.ts'
import {
  datePeriod,
  dayName,
  dayOf,
  dayPeriod,
  joinPeriods,
  monthPeriod,
  weekPeriod,
  yearOf,
  yearPeriod,
  yearsPeriod,
  type Period,
} from '../period.ts'
import { because, plain, type Reason } from '../reasons/reason.ts'
import {
  choiceOf,
  oneOf,
  open,
  readingOf,
  ready,
  refused,
  stretchOf,
  type CellAnswer,
  type ColumnSettings,
} from './answer.ts'
import { atClock, withClock } from './clock.ts'

type Reader = (cell: string, settings: ColumnSettings) => CellAnswer | null

const written = plain('written')
const noSuchDate = plain('no-such-date')

const named = (period: Period | null, why: Reason = written): CellAnswer => {
  if (period === null) return refused(noSuchDate)
  const { from, to } = period
  return ready(from === to ? from : `${from}/${to}`, why)
}

const yearFirst: Reader = (cell, { timeZone }) => {
  const match =
    /^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?(?:([ T]+\S.*))?$/.exec(cell) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(cell)
  if (match === null) return null
  const [, year = '', , month = '', day, clock] = match
  if (day === undefined) return yearAndMonth(Number(year), month, clock)
  const period = datePeriod(Number(year), Number(month), Number(day))
  if (period === null) return refused(noSuchDate)
  return clock === undefined ? named(period) : withClock(period, clock, timeZone)
}

/** 2019-03 is a month, 2019-20 may be two years, 2019-21 is a season of EDTF. */
function yearAndMonth(year: number, text: string, clock: string | undefined): CellAnswer | null {
  if (clock !== undefined) return null
  const number = Number(text)
  if (number >= 1 && number <= 12) return named(monthPeriod(year, number))
  if (number <= year % 100 || text.length < 2) return refused(noSuchDate)
  if (number >= 21 && number <= 24) return refused(plain('season-code'))
  const years = yearsPeriod(year, year - (year % 100) + number)
  return years === null || number > 12 + 20
    ? named(years)
    : open(plain('range-or-month'), [readingOf(`${years.from}/${years.to}`, written)])
}

const ordered: Reader = (cell, settings) => {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})( +\d.*)?$/.exec(cell)
  if (match === null) return null
  const [, a = '', , b = '', c = '', clock] = match
  const inOrders = orderedDates([a, b, c], settings)
  // Three short numbers may also be those of a version: 1.2.3.
  if (inOrders === null) return null
  const why = settings.order === undefined ? written : because('order', { order: settings.order })
  const isShort = c.length < 4 && settings.pivot === undefined
  const several = plain(isShort ? 'year-of-two-digits' : 'two-orders')
  if (clock === undefined)
    return oneOf(
      inOrders.map(({ from }) => from),
      why,
      several,
    )
  const answers = inOrders.map((period) => withClock(period, clock, settings.timeZone))
  return answers.includes(null)
    ? null
    : choiceOf(
        answers.flatMap((one) => one ?? []),
        several,
      )
}

type Parts = readonly [string, string, string]

/** The dates of 3/6/20: a year of two digits may also stand first. Null where no part can be the year. */
function orderedDates([a, b, c]: Parts, settings: ColumnSettings): Period[] | null {
  const { order } = settings
  const isLast = c.length > 1
  const isFirst = c.length < 4 && a.length === 2
  if (!isLast && !isFirst) return null
  const last = c.length === 4 ? [Number(c)] : fullYears(Number(c), settings)
  const yearLast =
    isLast && order !== 'ymd'
      ? last.flatMap((year) => inOrder(year, Number(a), Number(b), order))
      : []
  const yearFirst =
    isFirst && (order ?? 'ymd') === 'ymd'
      ? fullYears(Number(a), settings).flatMap(
          (year) => datePeriod(year, Number(b), Number(c)) ?? [],
        )
      : []
  return [...yearLast, ...yearFirst]
}

function inOrder(year: number, a: number, b: number, order: ColumnSettings['order']): Period[] {
  const monthFirst = order === 'dmy' ? null : datePeriod(year, a, b)
  const dayFirst = order === undefined || order === 'dmy' ? datePeriod(year, b, a) : null
  return [monthFirst, dayFirst].flatMap((period) => period ?? [])
}

export function fullYears(short: number, { pivot }: ColumnSettings): number[] {
  if (pivot === undefined) return [1900 + short, 2000 + short]
  const inCentury = pivot - (pivot % 100) + short
  return [inCentury < pivot ? inCentury + 100 : inCentury]
}

const withoutYear: Reader = (cell, settings) => {
  const match = /^(\d{1,2})[-/.](\d{1,2})$/.exec(cell)
  if (match === null || /^\d+\.\d+$/.test(cell)) return null
  const [a, b] = [Number(match[1]), Number(match[2])]
  if (inOrder(2000, a, b, settings.order).length === 0) return refused(noSuchDate)
  const source = settings.day === undefined ? null : parseDay(settings.day)
  if (source === null) return open(plain('no-year'))
  const dates = [true, false].flatMap((isMonthFirst) => {
    if (settings.order !== undefined && isMonthFirst === (settings.order === 'dmy')) return []
    const period = latest(source, isMonthFirst ? a : b, isMonthFirst ? b : a)
    return period === null ? [] : [period.from]
  })
  const [first = ''] = dates
  const why = because('nearest-before', { year: Number(first.slice(0, -6)) })
  return oneOf(dates, why, plain('two-orders'))
}

/** The latest day of a month and day that is not after the source. */
function latest(source: number, month: number, day: number): Period | null {
  for (let year = yearOf(source); year > yearOf(source) - 9; year--) {
    const period = datePeriod(year, month, day)
    if (period !== null && period.first <= source) return period
  }
  return null
}

const monthAndYear: Reader = (cell) => {
  const match = /^(\d{1,2})[-/](\d{4})$/.exec(cell)
  return match === null ? null : named(monthPeriod(Number(match[2]), Number(match[1])))
}

const isoWeek: Reader = (cell, settings) => {
  const match = /^(\d{4})-?W(\d{2})(?:-?([1-7]))?$/.exec(cell)
  if (match === null) return null
  // ISO 8601-1: the first week is that of 4 January.
  const week = weekPeriod(dayOf(Number(match[1]), 1, 4), Number(match[2]) - 1)
  const number = Number(match[2])
  if (week === null || number < 1 || number > 53) return refused(noSuchDate)
  return match[3] === undefined
    ? ready(stretchOf(week.from, week.to, settings), written)
    : named(dayPeriod(week.first + Number(match[3]) - 1))
}

const ordinalDay: Reader = (cell) => {
  const match = /^(\d{4})-(\d{3})$/.exec(cell)
  if (match === null) return null
  const year = yearPeriod(Number(match[1]))
  const day = year && year.first + Number(match[2]) - 1
  const exists = year !== null && day !== null && day >= year.first && day <= year.last
  return named(exists ? dayPeriod(day) : null)
}

const minguo: Reader = (cell, { calendar }) => {
  const match = /^(\d{1,3})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell)
  if (match === null || calendar !== 'minguo') return null
  const year = 1911 + Number(match[1])
  return named(datePeriod(year, Number(match[2]), Number(match[3])), because('era', { year }))
}

const epochs = { excel: [1899, 12, 30], excel1904: [1904, 1, 1] } as const

/** A number of fewer digits is a year or nothing; one of eight may be a basic date, which is read before. */
const serial: Reader = (cell, { serials, timeZone }) => {
  if (!/^\d{5,13}(?:\.\d+)?$/.test(cell)) return null
  if (serials === undefined) return open(plain('number-alone'))
  const number = Number(cell)
  const why = because('serial', { system: serials })
  if (serials === 'unix') return unixTime(cell.length > 10 ? number / 1000 : number, why)
  const [year, month, day] = epochs[serials]
  const civil = dayOf(year, month, day) + Math.floor(number)
  const minutes = Math.round((number - Math.floor(number)) * 1440)
  const period = dayPeriod(civil + Math.floor(minutes / 1440))
  if (period === null || minutes % 1440 === 0) return named(period, why)
  const clock = { hour: Math.floor(minutes / 60) % 24, minute: minutes % 60, second: null }
  return atClock({ name: period.from, civil: period.first }, clock, timeZone, why)
}

function unixTime(seconds: number, why: Reason): CellAnswer {
  const day = Math.floor(seconds / 86_400)
  const rest = Math.floor(seconds - day * 86_400)
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60]
  const text = clock.map((part) => String(part).padStart(2, '0')).join(':')
  return ready(`${dayName(day)}T${text}Z`, why)
}

const range: Reader = (cell) => {
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2}) ?(?:-|~|\/|to|至|到) ?(?:(\d{4})\2)?(?:(\d{1,2})\2)?(\d{1,2})$/.exec(
      cell,
    )
  if (match === null) return null
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])]
  const start = datePeriod(year, month, day)
  const end = datePeriod(Number(match[5] ?? year), Number(match[6] ?? month), Number(match[7]))
  if (start === null || end === null) return refused(noSuchDate)
  return named(joinPeriods(start, end))
}

const joint = ' ?(?:-|~|to|至|到) ?'
const monthDays = new RegExp(`^(\\d{1,2})\\/(\\d{1,2})${joint}(?:(\\d{1,2})\\/)?(\\d{1,2})$`)
const daysMonth = new RegExp(
  `^(\\d{1,2})${joint}(\\d{1,2})(?:\\/(\\d{1,2})|([/.])(\\d{1,2})\\4(\\d{4}))$`,
)
const monthDaysYear = new RegExp(`^(\\d{1,2})\\/(\\d{1,2})${joint}(\\d{1,2})\\/(\\d{4})$`)
const whole = new RegExp(
  `^(\\d{1,2})([/.])(\\d{1,2})(?:\\2(\\d{4})|\\.?)${joint}(\\d{1,2})\\2(\\d{1,2})\\2(\\d{4})$`,
)

/** Month and day of both ends. */
type Days = readonly [month: number, day: number, endMonth: number, endDay: number]

interface DayRange {
  /** With the month first, and with the day first; null where it cannot stand so. */
  readonly orders: readonly [Days | null, Days | null]
  readonly years?: readonly [number, number]
}

/** 26-28 of one month; null for 28-26. */
const within = (month: number, day: number, endDay: number): Days | null =>
  day <= endDay ? [month, day, month, endDay] : null

const numbers = (match: RegExpExecArray): number[] => match.slice(1).map(Number)

/** 1/26-2/3, 1/26-28, 26-28/1, 26-28.1.2020, 1/26-28/2020, 26.1.2020-3.2.2020. */
function dayRange(cell: string): DayRange | null {
  const match = monthDays.exec(cell)
  if (match !== null) {
    const [a = 0, b = 0, c = 0, d = 0] = numbers(match)
    // 1/26-28 names the month once.
    if (match[3] === undefined) return { orders: [within(a, b, d), within(b, a, d)] }
    return {
      orders: [
        [a, b, c, d],
        [b, a, d, c],
      ],
    }
  }
  const behind = daysMonth.exec(cell)
  if (behind !== null) {
    const [a = 0, b = 0] = numbers(behind)
    const year = behind[6] === undefined ? null : Number(behind[6])
    const days = within(Number(behind[3] ?? behind[5]), a, b)
    return { orders: [null, days], ...(year !== null && { years: [year, year] }) }
  }
  const before = monthDaysYear.exec(cell)
  if (before !== null) {
    const [a = 0, b = 0, c = 0, year = 0] = numbers(before)
    return { orders: [within(a, b, c), null], years: [year, year] }
  }
  const both = whole.exec(cell)
  if (both === null) return null
  const [a = 0, , b = 0, , c = 0, d = 0, year = 0] = numbers(both)
  const start = both[4] === undefined ? year : Number(both[4])
  return {
    orders: [
      [a, b, c, d],
      [b, a, d, c],
    ],
    years: [start, year],
  }
}

/** In a leap year every day exists. */
const mayBe = (days: Days | null): days is Days =>
  days !== null &&
  datePeriod(2000, days[0], days[1]) !== null &&
  datePeriod(2000, days[2], days[3]) !== null

/** Without a year it began not after the source, on the latest such days. */
const rangeOfDays: Reader = (cell, settings) => {
  const found = dayRange(cell)
  if (found === null) return null
  const { orders, years: stated } = found
  const order = settings.order === undefined ? null : settings.order === 'dmy' ? 1 : 0
  const isOne = orders.includes(null)
  const inOrders = orders.filter(
    (days, place): days is Days => mayBe(days) && (isOne || order === null || order === place),
  )
  if (inOrders.length === 0) return refused(noSuchDate)
  const source = settings.day === undefined ? null : parseDay(settings.day)
  if (source === null && stated === undefined) return open(plain('no-year'))
  const periods = inOrders.flatMap((days) => inYears(days, stated, source) ?? [])
  const dates = periods.map(({ from, to }) => (from === to ? from : `${from}/${to}`))
  const why =
    stated === undefined
      ? because('nearest-before', { year: yearOf(periods[0]?.first ?? source ?? 0) })
      : written
  const several = plain('two-orders')
  // 5-8/3 and 3/5-8/2020 have one order, and their column may have the other.
  const isDoubtful = inOrders.length === 1 && inOrders[0]?.every((number) => number <= 12) === true
  const isOther = isOne && isDoubtful && (order === null || orders[order] === null)
  return isOther
    ? open(
        several,
        dates.map((date) => readingOf(date, why)),
      )
    : oneOf(dates, why, several)
}

function inYears(
  [month, day, endMonth, endDay]: Days,
  stated: DayRange['years'],
  source: number | null,
): Period | null {
  const start =
    stated === undefined ? latest(source ?? 0, month, day) : datePeriod(stated[0], month, day)
  if (start === null) return null
  const year = yearOf(start.first)
  const end = (stated === undefined ? [year, year + 1] : [stated[1]])
    .map((one) => datePeriod(one, endMonth, endDay))
    .find((one) => one !== null && one.first >= start.first)
  return end ? joinPeriods(start, end) : null
}

const years: Reader = (cell) => {
  const match = /^(\d{4})-(\d{4})$/.exec(cell)
  return match && named(yearsPeriod(Number(match[1]), Number(match[2])))
}

const readers: readonly Reader[] = [
  minguo,
  isoWeek,
  ordinalDay,
  yearFirst,
  range,
  rangeOfDays,
  years,
  ordered,
  monthAndYear,
  withoutYear,
  serial,
]

/** Null for cells that are no such numbers. */
export function readNumbers(cell: string, settings: ColumnSettings): CellAnswer | null {
  for (const reader of readers) {
    const answer = reader(cell, settings)
    if (answer !== null) return answer
  }
  return null
}
