// Days of the Chinese calendar and feasts: 正月初三, 除夕, Easter, the first Saturday of July.
import {
  dayPeriod,
  daysPeriod,
  datePeriod,
  dayOf,
  lastDayOfMonth,
  weekdayOf,
  yearOf,
  dayName,
  type Period,
} from '../period.ts'
import { civilToLunar, lunarToCivil } from '../lunar/lunar-day.ts'
import { solarTermDay } from '../lunar/solar-terms.ts'
import { because, plain } from '../reasons/reason.ts'
import { found, opened, several, type RuleAnswer } from './answer.ts'
import type { Scene, Spot } from './scene.ts'
import type { Count, Statement } from './stated.ts'
import { chooseYear, countedYear, type Make } from './year.ts'

type Feast = Extract<Statement, { is: 'feast' }>
export type Lunar = Extract<Statement, { is: 'lunar' }>

/** The civil day of a lunar day of a lunar year. */
function lunarPeriod({ month, day, leap }: Lunar, year: number, at: number | null): Period | null {
  const found = month ?? at
  if (found === null || found === undefined) return null
  if (day === 'all') return wholeMonth(year, found, leap)
  if (day > 0) return dayPeriod(lunarToCivil({ year, month: found, day, leap }))
  const last = lunarToCivil({ year, month: found, day: 30, leap })
  return dayPeriod(last ?? lunarToCivil({ year, month: found, day: 29, leap }))
}

function wholeMonth(year: number, month: number, leap: boolean): Period | null {
  const first = lunarToCivil({ year, month, day: 1, leap })
  const last = lunarToCivil({ year, month, day: 30, leap })
  if (first === null) return null
  return daysPeriod(first, last ?? first + 28)
}

/** 除夕 of a civil year: the eve of the first month that begins in it. */
function evePeriod(year: number): Period | null {
  const first = lunarToCivil({ year, month: 1, day: 1, leap: false })
  return dayPeriod(first === null ? null : first - 1)
}

export function resolveLunar(lunar: Lunar, scene: Scene, spot: Spot): RuleAnswer {
  const { year, eve } = lunar
  const running = spot.after ?? spot.before
  const shared = running === undefined ? null : civilToLunar(running.first)
  const at = lunar.month ?? shared?.month ?? scene.lunarMonth?.month ?? null
  const make: Make = (one) => (eve === true ? evePeriod(one) : lunarPeriod(lunar, one, at))
  const past = goesOnToNext(lunar, scene, spot)
  if (past !== null) return past
  if (year !== undefined) return inYear(lunar, year, make, scene)
  // A bare 初四 is of the month and the year named last.
  if (lunar.month === undefined && eve !== true && running === undefined) {
    const period = scene.lunarMonth === null ? null : make(scene.lunarMonth.year)
    const one = found(period, because('lunar', { day: period?.from ?? '' }))
    return one === null
      ? { found: [], open: plain('no-date-before') }
      : { found: [one], open: null }
  }
  return because_(chooseYear(make, scene, spot))
}

/** 年廿七…初一: behind the end of a month a day goes on to the next, or back in it. */
function goesOnToNext(lunar: Lunar, { lunarMonth, focus }: Scene, spot: Spot): RuleAnswer | null {
  if (lunar.month !== undefined || lunar.eve === true || lunar.year !== undefined) return null
  if (lunarMonth === null || (spot.after ?? spot.before) !== undefined) return null
  const { year, month } = lunarMonth
  const here = lunarPeriod(lunar, year, month)
  const from = focus?.periods[0]?.first
  if (here === null || from === undefined || here.first >= from) return null
  const next = month === 12 ? lunarPeriod(lunar, year + 1, 1) : lunarPeriod(lunar, year, month + 1)
  const readings = [next, here].map((one) => found(one, because('lunar', { day: one?.from ?? '' })))
  return several(readings, plain('two-months'))
}

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

/** A year beside a lunar day is a civil one or a lunar one; in the twelfth month they part. */
function inYear(lunar: Lunar, year: Count, make: Make, scene: Scene): RuleAnswer {
  const { years, open } = 'at' in year ? { years: [year.at], open: null } : countedYear(year, scene)
  const periods = years.flatMap((one) => {
    const named = make(one)
    if (lunar.eve === true || named === null || yearOf(named.first) === one) return [named]
    // 2020年腊月廿三: of lunar 2019 it lies in 2020, too.
    return [make(one - 1), named]
  })
  const readings = periods.map((period) =>
    found(period, because('lunar', { day: period?.from ?? '' })),
  )
  const answer = several(readings, open ?? plain('two-years'))
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
function inEitherCalendar(year: number, { add = 0 }: Feast): RuleAnswer {
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
  if (old < lastOld) return inEitherCalendar(old, feast)
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
