// Dates by year, month and day, and their parts: 去年11月初, 7月中旬, 第三季度, mid-2021, 13日.
import {
  datePeriod,
  dayPeriod,
  daysPeriod,
  joinPeriods,
  dayOf,
  monthPeriod,
  monthsPeriod,
  periodParts,
  yearOf,
  yearPeriod,
  type Period,
} from '../period.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { civilToLunar, dayOfLunarMonth, endOfLunarMonth, lunarToCivil } from '../lunar/lunar-day.ts'
import { because, plain, type Reason } from '../reasons/reason.ts'
import { found, opened, settle, several, type RuleAnswer } from './answer.ts'
import type { Scene, Spot } from './scene.ts'
import {
  isLunarEra,
  isLunarYear,
  type MonthPart,
  type Shifted,
  type Statement,
  type YearPart,
} from './stated.ts'
import { chooseYear, countedYear, type Make } from './year.ts'

export type NumberedDate = Extract<Statement, { is: 'calendar' }>

const tens: Readonly<Record<MonthPart, readonly [number, number]>> = {
  'first-ten': [1, 10],
  'first-twenty': [1, 20],
  'last-twenty': [11, 31],
  'week-1': [1, 7],
  'week-2': [8, 14],
  'week-3': [15, 21],
  'week-4': [22, 28],
  'week-last': [25, 31],
  early: [1, 10],
  'second-ten': [11, 20],
  mid: [11, 20],
  'last-ten': [21, 31],
  late: [21, 31],
  end: [21, 31],
}

const monthsOf: Readonly<Record<Exclude<YearPart, object>, readonly [number, number]>> = {
  start: [1, 3],
  early: [1, 3],
  mid: [5, 8],
  late: [10, 12],
  end: [11, 12],
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 14],
}

/** A part of the month from one day to another, civil or lunar. */
export function partOfMonth(first: CivilDay, last: CivilDay, part: MonthPart): Period | null {
  const [from, to] = tens[part]
  const end = Math.min(last, first + to - 1)
  return daysPeriod(part === 'week-last' ? end - 6 : first + from - 1, end)
}

export function monthPartPeriod(year: number, month: number, part: MonthPart): Period | null {
  const whole = monthPeriod(year, month)
  return whole && partOfMonth(whole.first, whole.last, part)
}

export function yearPartPeriod(year: number, part: YearPart): Period | null {
  const [from, to] = typeof part === 'object' ? part.months : monthsOf[part]
  return monthsPeriod(year, from, to)
}

/** What is meant by early, 底, autumn is agreed by convention only; 上旬 and quarters are exact. */
export function isConvention({ monthPart, yearPart }: NumberedDate): boolean {
  return isVaguePart(monthPart) || typeof yearPart === 'string'
}

export const isVaguePart = (part: MonthPart | undefined): boolean =>
  part !== undefined && !/-t(?:en|wenty)$/.test(part)

const noDay = plain('no-such-date')

export function resolveCalendar(date: NumberedDate, scene: Scene, spot: Spot): RuleAnswer {
  const answer = withoutConvention(date, scene, spot)
  const rule = date.yearPart === 'winter' ? 'two-winters' : 'convention'
  return isConvention(date) ? opened(answer, plain(rule)) : answer
}

function withoutConvention(date: NumberedDate, scene: Scene, spot: Spot): RuleAnswer {
  const { year, month } = date
  if (date.side !== undefined) return beside(date, date.side, scene)
  if (month !== undefined && 'from' in month) return inCountedMonth(date, month, scene, spot)
  const make = makerOf(date)
  const old = inEraGoingOn(date, scene, spot)
  if (old !== null) return old
  if (year === undefined)
    return make === null ? bareDay(date.day ?? 0, scene, spot) : chooseYear(make, scene, spot)
  const inYear: Make = make ?? yearPeriod
  if ('at' in year && isLunarEra(date)) return inLunarEra(date, year.at)
  if ('at' in year) {
    const why = date.era !== undefined ? because('era', { year: year.at }) : plain('written')
    return settle(inYear(year.at), why, noDay)
  }
  if ('orText' in year && scene.year?.paragraph === spot.paragraph) {
    // Founded in 1921, it has moved until the end of the year: what looks ahead is of the source's own.
    const years = [scene.year.year, yearOf(scene.day)]
    const isAhead = spot.tense === 'ahead' || spot.tense === 'unsure'
    const readings = (isAhead ? years.toReversed() : years).map((one) =>
      found(inYear(one), because('year-goes-on', { year: one })),
    )
    return several(readings, plain('two-years'))
  }
  const { years, why, open } = countedYear(year, scene)
  return oneOf(
    years.map((one) => inYear(one)),
    why,
    open,
  )
}

/**
 * 同治十三年十一月: a month of the Chinese calendar begins some weeks behind the civil month of its number.
 * Before 1901 there is no table, and the days between which it must lie are proposed.
 */
function inLunarEra({ month, day, monthPart }: NumberedDate, year: number): RuleAnswer {
  const at = month !== undefined && 'at' in month ? month.at : 1
  const first = lunarToCivil({ year, month: at, day: 1, leap: false })
  if (first !== null) {
    const period = inLunarMonth(first, { day: day ?? 'all', part: monthPart })
    return settle(period, because('lunar', { day: period?.from ?? '' }), noDay)
  }
  return monthsBeforeTable(year, at)
}

export const monthsBeforeTable = (year: number, month: number): RuleAnswer =>
  several(
    [found(monthsPeriod(year, month, month + 2), because('era', { year }))],
    plain('lunar-months'),
  )

/** A day, a part or the whole of the lunar month that begins on a day; day 0 is its last. */
export function inLunarMonth(
  first: CivilDay,
  { day, part }: { readonly day: number | 'all'; readonly part?: MonthPart | undefined },
): Period | null {
  const last = endOfLunarMonth(first)
  if (day === 'all')
    return part === undefined ? daysPeriod(first, last) : partOfMonth(first, last, part)
  return dayPeriod(day === 0 ? last : dayOfLunarMonth(first, day))
}

/** 光绪三十三年正月…三月, 次年三月, 四十二年三月: an old era goes on, and with it its calendar. */
function inEraGoingOn(date: NumberedDate, scene: Scene, spot: Spot): RuleAnswer | null {
  const { era, focus } = scene
  const { year, month } = date
  if (era === null || month === undefined || !('at' in month)) return null
  const from = spot.after ?? focus?.periods[0]
  if (year !== undefined) {
    if ('at' in year) return null
    const { years, open } = countedYear(year, scene)
    const [only, ...more] = years
    const isOld = only !== undefined && isLunarYear(era.first, only)
    return isOld ? opened(inLunarEra(date, only), more.length > 0 ? open : null) : null
  }
  if (from === undefined || (spot.after === undefined && scene.year?.paragraph !== spot.paragraph))
    return null
  const told = civilToLunar(from.first)?.year ?? yearOf(from.first)
  if (!isLunarYear(era.first, told)) return null
  const here = inLunarEra(date, told)
  const isBehind = here.found.every(({ period }) => period.last >= from.first)
  if (isBehind) return here
  const next = inLunarEra(date, told + 1)
  return spot.after === undefined
    ? several([...next.found, ...here.found], plain('two-years'))
    : next
}

function oneOf(periods: readonly (Period | null)[], why: Reason, open: Reason | null): RuleAnswer {
  const answer = several(
    periods.map((period) => found(period, why)),
    open ?? noDay,
  )
  return answer.found.length === 1 && open === null ? { ...answer, open: null } : answer
}

/** What the date is in a year; null for a bare day. */
export function makerOf({ month, day, monthPart, yearPart }: NumberedDate): Make | null {
  const at = month !== undefined && 'at' in month ? month.at : null
  if (at === null) {
    return yearPart === undefined ? null : (year) => yearPartPeriod(year, yearPart)
  }
  if (day !== undefined) return (year) => datePeriod(year, at, day)
  if (monthPart !== undefined) return (year) => monthPartPeriod(year, at, monthPart)
  return (year) => monthPeriod(year, at)
}

/** A range of dates without a year, in the year in which it begins; null where a year is told. */
export function rangeMaker(from: Statement, to: Statement): Make | null {
  if (from.is !== 'calendar' || to.is !== 'calendar') return null
  if (from.year !== undefined || to.year !== undefined) return null
  if (from.side !== undefined || to.side !== undefined) return null
  const [start, end] = [makerOf(from), makerOf(to)]
  if (start === null || end === null) return null
  return (year) => {
    const first = start(year)
    const last = [year, year + 1]
      .map(end)
      .find((one) => one !== null && first !== null && one.last >= first.first)
    return first && last ? joinPeriods(first, last) : null
  }
}

/** The first one after the date named last. */
function afterFocus(make: Make, { focus }: Scene): RuleAnswer {
  const bases = focus?.periods ?? []
  const why = because('from-text', { date: bases[0]?.to ?? '' })
  const open = bases.length === 0 ? plain('no-date-before') : null
  const next = ({ last }: Period): Period | null =>
    [0, 1].flatMap((add) => make(yearOf(last) + add) ?? []).find(({ first }) => first > last) ??
    null
  return oneOf(bases.map(next), why, open)
}

/** last autumn is over, next spring is to come. */
function beside(
  date: NumberedDate,
  side: NonNullable<NumberedDate['side']>,
  scene: Scene,
): RuleAnswer {
  const { day } = scene
  const make = makerOf(date) ?? yearPeriod
  if (side === 'following') return afterFocus(make, scene)
  const year = yearOf(day)
  const near = [year - 2, year - 1, year, year + 1, year + 2].flatMap((one) => make(one) ?? [])
  const this_ = near.find(({ first }) => yearOf(first) === year) ?? null
  const chosen =
    side === 'last'
      ? near.findLast(({ last }) => last < day)
      : side === 'next'
        ? near.find(({ first }) => first > day)
        : this_
  const why = because('from-source', { day: String(year) })
  // Last March said in November may be of this year or of the last.
  if (date.month !== undefined && side !== 'this' && chosen && yearOf(chosen.first) === year) {
    const other = make(side === 'last' ? year - 1 : year + 1)
    return several([found(chosen, why), found(other, why)], plain('two-years'))
  }
  return settle(chosen ?? null, why, noDay)
}

/** 3月7日离港，…月底返抵: of the month that the text tells of, or of the source's own. */
function partOfToldMonth(
  date: NumberedDate,
  { day, month: told }: Scene,
  { paragraph }: Spot,
): RuleAnswer | null {
  if (told === null || told.paragraph !== paragraph) return null
  const here = periodParts(day)
  const isPast = dayOf(told.year, told.month, 1) <= day
  const months = isPast ? [told, here] : [here, told]
  const readings = months.map(({ year, month }) => {
    const why = because('month-goes-on', { month: monthPeriod(year, month)?.from ?? '' })
    return found(makerOf({ ...date, month: { at: month } })?.(year) ?? null, why)
  })
  const answer = several(readings, plain('two-months'))
  return answer.found.length > 1 ? answer : null
}

/** 上月, 本月10日, 同月22日, 次月. */
function inCountedMonth(date: NumberedDate, month: Shifted, scene: Scene, spot: Spot): RuleAnswer {
  const { day, focus } = scene
  if (month.orText === true && date.monthPart !== undefined) {
    const answer = partOfToldMonth(date, scene, spot)
    if (answer !== null) return answer
  }
  const bases = month.from === 'source' ? [day] : (focus?.periods ?? []).map(({ last }) => last)
  const make = (base: number): Period | null => {
    const { year, month: at } = periodParts(base)
    const whole = monthPeriod(year, at)
    if (whole === null) return null
    const next = periodParts(whole.first + 14 + Math.round(month.add * 30.44))
    return makerOf({ ...date, month: { at: next.month } })?.(next.year) ?? null
  }
  const why =
    month.from === 'source'
      ? because('from-source', { day: monthName(day) })
      : because('from-text', { date: bases.slice(0, 1).map(monthName).join('') })
  const open = bases.length === 0 ? plain('no-date-before') : null
  const answer = oneOf(bases.map(make), why, open)
  return month.from === 'text' && focus?.open === true && answer.found.length > 1
    ? { ...answer, open: plain('from-open') }
    : answer
}

const monthName = (day: number): string => {
  const { year, month } = periodParts(day)
  return monthPeriod(year, month)?.from ?? ''
}

/** 13日: of the month named last, or of the one that is nearest to the source. */
function bareDay(day: number, scene: Scene, spot: Spot): RuleAnswer {
  const other = spot.after ?? spot.before
  if (other !== undefined) return daySharingMonth(day, other, spot.after !== undefined)
  const near = nearestDay(day, scene, spot)
  const { month, heading } = scene
  const told =
    month !== null && month.paragraph === spot.paragraph
      ? month
      : heading !== null && heading.month !== null
        ? { year: heading.year, month: heading.month, open: heading.isPassed }
        : null
  if (told === null) return near
  const period = datePeriod(told.year, told.month, day)
  const why = because('month-goes-on', { month: monthPeriod(told.year, told.month)?.from ?? '' })
  if (period === null) return opened(near, plain('two-months'))
  if (told.open) return several([found(period, why), ...near.found], plain('from-open'))
  const backwards = (scene.focus?.periods[0]?.first ?? period.first) > period.last
  // 将于8月1日并入，15日举行校庆: the month to come need not go on.
  const [nearest] = near.found
  if (
    period.first > scene.day &&
    spot.tense !== 'ahead' &&
    nearest !== undefined &&
    nearest.period.first <= scene.day
  ) {
    const readings = [found(period, why), ...near.found]
    return several(spot.tense === 'past' ? readings.toReversed() : readings, plain('two-months'))
  }
  const agrees = near.open === null && near.found[0]?.period.first === period.first
  if (agrees || !backwards) return settle(period, why, noDay)
  // 5月21日夜…8日: the story goes on in time.
  const from = scene.focus?.periods[0]?.first ?? period.first
  const onwards = near.open === null && (near.found[0]?.period.first ?? from) > from
  const readings = [found(period, why), ...near.found]
  return several(onwards ? readings.toReversed() : readings, plain('two-months'))
}

function daySharingMonth(day: number, other: Period, after: boolean): RuleAnswer {
  const { year, month } = periodParts(after ? other.first : other.last)
  const here = datePeriod(year, month, day)
  if (here !== null && (after ? here.last >= other.first : here.first <= other.last))
    return settle(here, plain('shared-part'), noDay)
  return { found: [], open: noDay }
}

const whyOf = (period: Period): Reason =>
  because('month-of-source', { month: monthName(period.first) })

function nearestDay(day: number, { day: source }: Scene, { tense }: Spot): RuleAnswer {
  const { year, month } = periodParts(source)
  const near = [-2, -1, 0, 1, 2].flatMap((add) => {
    const { year: y, month: m } = periodParts(dayOf(year, month, 15) + add * 30)
    return datePeriod(y, m, day) ?? []
  })
  const past = near.findLast(({ first }) => first <= source) ?? null
  const future = near.find(({ first }) => first >= source) ?? null
  const chosen = tense === 'ahead' ? future : past
  if (chosen === null) return { found: [], open: noDay }
  if (past === null || future === null) return settle(chosen, whyOf(chosen), noDay)
  const [ago, to] = [source - past.first, future.first - source]
  const isDoubtful =
    tense === 'unsure' || (tense === 'ahead' ? ago <= 7 && to > 14 : tense === null && ago >= 15)
  if (!isDoubtful) return settle(chosen, whyOf(chosen), noDay)
  const readings = [found(past, whyOf(past)), found(future, whyOf(future))]
  return several(to < ago ? readings.toReversed() : readings, plain('two-months'))
}
