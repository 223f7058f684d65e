// Days of the Chinese calendar and feasts: 正月初三, 除夕, Easter, the first Saturday of July.
import {
  dayPeriod,
  datePeriod,
  dayOf,
  lastDayOfMonth,
  weekdayOf,
  yearOf,
  dayName,
  type Period,
} from '../period.ts'
import { lunarMonthOn, lunarToCivil, startOfLunarMonth } from '../lunar/lunar-day.ts'
import { mayBeLunar } from '../lunar/running-month.ts'
import { solarTermDay } from '../lunar/solar-terms.ts'
import { because, plain } from '../reasons/reason.ts'
import { found, opened, settle, several, type FoundDate, type RuleAnswer } from './answer.ts'
import {
  inLunarMonth,
  isVaguePart,
  monthsBeforeTable,
  resolveCalendar,
  type NumberedDate,
} from './calendar-date.ts'
import type { Scene, Spot } from './scene.ts'
import type { Count, Statement } from './stated.ts'
import { chooseYear, countedYear, type Make } from './year.ts'

type Feast = Extract<Statement, { is: 'feast' }>
export type Lunar = Extract<Statement, { is: 'lunar' }>

/** What a statement names in a lunar year. */
function inLunarYear(lunar: Lunar, year: number): Period | null {
  const { month, leap } = lunar
  const first = month === undefined ? null : lunarToCivil({ year, month, day: 1, leap })
  return first === null ? null : inLunarMonth(first, lunar)
}

/** 除夕 of a civil year: the eve of the first month that begins in it. */
function evePeriod(year: number): Period | null {
  const first = lunarToCivil({ year, month: 1, day: 1, leap: false })
  return dayPeriod(first === null ? null : first - 1)
}

export function resolveLunar(lunar: Lunar, scene: Scene, spot: Spot): RuleAnswer {
  const { year, eve, month, part } = lunar
  const open = isVaguePart(part) ? plain('convention') : null
  if (month === undefined && eve !== true)
    return opened(
      lunar.on === undefined && (spot.after ?? spot.before) !== undefined
        ? besideOther(lunar, spot)
        : inMonthBefore(lunar, scene),
      open,
    )
  const make: Make = (one) => (eve === true ? evePeriod(one) : inLunarYear(lunar, one))
  const answer =
    year === undefined ? because_(chooseYear(make, scene, spot)) : inYear(lunar, year, make, scene)
  return opened(answer, open)
}

const foundLunar = (period: Period | null): FoundDate | null =>
  found(period, because('lunar', { day: period?.from ?? '' }))

/** 正月初三至十五, 年廿七至初三: in the month of the other end, or in the one next to it. */
function besideOther(lunar: Lunar, { after, before }: Spot): RuleAnswer {
  const first = startOfLunarMonth(after?.first ?? before?.last ?? 0)
  const months = first === null ? [] : [first, lunarMonthOn(first, after === undefined ? -1 : 1)]
  const period = months
    .flatMap((one) => (one === null ? [] : (inLunarMonth(one, lunar) ?? [])))
    .find((one) => (after ? one.last >= after.first : one.first <= (before?.last ?? 0)))
  return settle(period ?? null, plain('shared-part'), plain('no-such-date'))
}

/** 初四, 同月廿三, 次月初三: counted from the month named last. */
function inMonthBefore(lunar: Lunar, { lunarMonth, focus }: Scene): RuleAnswer {
  const { on } = lunar
  const told = focus?.periods ?? []
  // 3月5日…，次月初三: of the lunar month that holds the date before.
  const isBorrowed = lunarMonth === null && on !== undefined
  const firsts = isBorrowed
    ? told.flatMap(({ first }) => startOfLunarMonth(first) ?? [])
    : (lunarMonth?.firsts ?? [])
  const none = plain(lunarMonth === null ? 'no-date-before' : 'lunar-months')
  if (firsts.length === 0) return { found: [], open: none }
  let open = lunarMonth?.open === true ? plain('from-open') : null
  if (isBorrowed) open = plain('civil-or-lunar')
  const readings = firsts.flatMap((month) => {
    const first = lunarMonthOn(month, on ?? 0)
    const here = first === null ? null : inLunarMonth(first, lunar)
    const from = told.find((one) => startOfLunarMonth(one.first) === month) ?? told[0]
    if (on !== undefined || first === null || from === undefined) return [foundLunar(here)]
    if (here !== null && here.last >= from.first) return [foundLunar(here)]
    // 年廿七…初一: behind the end of a month a day goes on to the next, or back in it.
    open ??= plain('two-months')
    const next = lunarMonthOn(first, 1)
    return [next === null ? null : foundLunar(inLunarMonth(next, lunar)), foundLunar(here)]
  })
  const answer = several(readings, open ?? none)
  return open === null && answer.found.length === 1 ? { ...answer, open: null } : answer
}

/**
 * 二月廿三日, 廿三日: of the civil month, as notices write it, or of the Chinese calendar; of old years that, and
 * in a list or range of such days.
 */
export function inEitherCalendar(
  stated: Lunar,
  civil: NumberedDate,
  scene: Scene,
  spot: Spot,
): RuleAnswer {
  const lunar = resolveLunar(stated, scene, spot)
  const goesOn = mayBeLunar(scene, spot, true)
  const isShared = goesOn && (spot.isListed === true || spot.after !== undefined)
  if (isShared && civil.inWords === true) return lunar
  if (stated.day === 'all' && stated.part === undefined && !goesOn) return lunar
  if (lunar.found.some(isOld)) return lunar
  // Of an old era there are no days to count: it lies near the date before.
  if (goesOn && lunar.found.length === 0 && scene.lunarMonth?.firsts.length === 0) {
    const near = scene.focus?.periods ?? []
    const readings = near.map((one) => found(one, because('from-text', { date: one.from })))
    return several(readings, plain('lunar-months'))
  }
  const read = resolveCalendar(civil, scene, spot)
  // 正月初三…廿三日: a day without a month is likelier of the calendar named before.
  const isBare = stated.month === undefined && lunar.found.length > 0 && civil.inWords === true
  const readings = isBare
    ? [...lunar.found, ...read.found.slice(0, 1)]
    : [...read.found, ...lunar.found]
  return several(readings, plain('civil-or-lunar'))
}

/** Up to 1911 days were of the Chinese calendar. */
const isOld = ({ period }: FoundDate): boolean => yearOf(period.first) < 1912

const because_ = (answer: RuleAnswer): RuleAnswer =>
  answer.open === null
    ? {
        found: answer.found.map(({ period }) => ({
          period,
          why: because('lunar', { day: period.from }),
        })),
        open: null,
      }
    : answer

const isInTable = (year: number): boolean =>
  lunarToCivil({ year, month: 1, day: 1, leap: false }) !== null

/** A year beside a lunar day is a civil one or a lunar one; in the twelfth month they part. */
function inYear(lunar: Lunar, year: Count, make: Make, scene: Scene): RuleAnswer {
  const { years, open } = 'at' in year ? { years: [year.at], open: null } : countedYear(year, scene)
  const periods = years.flatMap((one) => {
    const named = make(one)
    if (lunar.eve === true || named === null || yearOf(named.first) === one) return [named]
    // 2020年腊月廿三: of lunar 2019 it lies in 2020, too.
    return [make(one - 1), named]
  })
  const [only] = years
  if (only !== undefined && lunar.month !== undefined && !isInTable(only))
    return monthsBeforeTable(only, lunar.month)
  const answer = several(periods.map(foundLunar), open ?? plain('two-years'))
  return answer.found.length === 1 && open === null ? { ...answer, open: null } : answer
}

/** Easter Sunday of the Gregorian calendar (the anonymous computus of 1876). */
function easter(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = century - Math.floor(century / 4)
  const moon = (skipped - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const correction =
    Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const full = moon - correction
  const weekday = (year + Math.floor(year / 4) + full + 2 - skipped) % 7
  const days = full - weekday
  const month = 3 + Math.floor((days + 40) / 44)
  return dayOf(year, month, days + 28 - 31 * Math.floor(month / 4))
}

/** Easter by the Julian calendar, as it was kept everywhere before 1583. */
function julianEaster(year: number): number {
  const moon = (19 * (year % 19) + 15) % 30
  const weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
  const days = moon + weekday + 114
  return dayOf(year, Math.floor(days / 31), (days % 31) + 1)
}

export function nthWeekday(year: number, month: number, nth: number, weekday: number): number {
  if (nth < 0) {
    const last = lastDayOfMonth(year, month)
    return last - ((weekdayOf(last) - weekday + 7) % 7)
  }
  const first = dayOf(year, month, 1)
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7
}

/** The first Sunday of Advent is the one nearest to 30 November. */
function adventSunday(year: number): number {
  const day = dayOf(year, 11, 27)
  return day + ((7 - weekdayOf(day)) % 7)
}

export function feastDay(
  { name, add = 0, term = '' }: Pick<Feast, 'name' | 'add' | 'term'>,
  year: number,
): number | null {
  switch (name) {
    case 'easter':
      return easter(year) + add
    case 'thanksgiving':
      return nthWeekday(year, 11, 4, 4)
    case 'advent':
      return adventSunday(year)
    case 'solar-term':
      return solarTermDay(term, year)
  }
}

/** Britain kept the Julian calendar until 1752. */
const lastOld = 1753

/** Whitsun 1640 was another day in England than in France. */
function byEitherComputus(year: number, { add = 0 }: Feast): RuleAnswer {
  const days = year < 1583 ? [julianEaster(year)] : [julianEaster(year), easter(year)]
  const readings = days.map((day) =>
    found(dayPeriod(day + add), because('feast', { day: dayName(day + add) })),
  )
  const answer = several(readings, plain('two-calendars'))
  return answer.found.length === 1 ? { ...answer, open: null } : answer
}

export function resolveFeast(feast: Feast, scene: Scene, spot: Spot): RuleAnswer {
  const { year, side } = feast
  const make: Make = (one) => dayPeriod(feastDay(feast, one))
  const old = feast.name === 'easter' && year !== undefined && 'at' in year ? year.at : lastOld
  if (old < lastOld) return byEitherComputus(old, feast)
  return side === undefined ? inCount(make, year, scene, spot) : besideSource(make, side, scene)
}

/** Last Easter is over, next Easter is to come; this year's may be either. */
function besideSource(make: Make, side: 'last' | 'next' | 'this', { day }: Scene): RuleAnswer {
  const year = yearOf(day)
  const near = [year - 1, year, year + 1].flatMap((one) => make(one) ?? [])
  const period =
    side === 'last'
      ? near.findLast(({ last }) => last < day)
      : side === 'next'
        ? near.find(({ first }) => first > day)
        : near.find(({ first }) => yearOf(first) === year)
  const one = found(period ?? null, because('from-source', { day: dayName(day) }))
  return one === null ? { found: [], open: plain('no-year') } : { found: [one], open: null }
}

export function resolveOrdinalWeekday(
  stated: Extract<Statement, { is: 'ordinal-weekday' }>,
  scene: Scene,
  spot: Spot,
): RuleAnswer {
  const { month, nth, weekday, year, side } = stated
  const make: Make = (one) => {
    const day = dayPeriod(nthWeekday(one, month, nth, weekday))
    return day !== null && datePeriod(one, month, 1)?.from.slice(0, 7) === day.from.slice(0, 7)
      ? day
      : null
  }
  if (side !== undefined) return besideSource(make, side, scene)
  return inCount(make, year, scene, spot)
}

function inCount(make: Make, year: Count | undefined, scene: Scene, spot: Spot): RuleAnswer {
  if (year === undefined) return opened(named(chooseYear(make, scene, spot)), null)
  const { years, open } = 'at' in year ? { years: [year.at], open: null } : countedYear(year, scene)
  const readings = years.map((one) => {
    const period = make(one)
    return found(period, because('feast', { day: period === null ? '' : dayName(period.first) }))
  })
  const answer = several(readings, open ?? plain('no-year'))
  return answer.found.length === 1 && open === null ? { ...answer, open: null } : answer
}

const named = (answer: RuleAnswer): RuleAnswer =>
  answer.open !== null
    ? answer
    : {
        found: answer.found.map(({ period }) => ({
          period,
          why: because('feast', { day: period.from }),
        })),
        open: null,
      }
