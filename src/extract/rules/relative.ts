// Dates counted from another: 昨天, 次日, 两天后, three weeks ago, last month, 上周五, Monday.
import {
  addMonths,
  dayName,
  dayPeriod,
  daysPeriod,
  joinPeriods,
  monthPeriod,
  monthsPeriod,
  periodParts,
  weekPeriod,
  weekdayOf,
  yearOf,
  yearPeriod,
  type Period,
} from '../period.ts'
import { because, plain, type Reason } from '../reasons/reason.ts'
import { found, opened, settle, several, type RuleAnswer, type FoundDate } from './answer.ts'
import { monthPartPeriod } from './calendar-date.ts'
import type { Scene, Spot } from './scene.ts'
import type { Statement } from './stated.ts'

type Shift = Extract<Statement, { is: 'shift' }>
type Weekday = Extract<Statement, { is: 'weekday' }>

const noBase = plain('no-date-before')

/** The periods from which words of a base are counted. */
function basesOf(from: 'source' | 'text', { day, focus }: Scene) {
  if (from === 'source') {
    const source = dayPeriod(day)
    return {
      periods: source === null ? [] : [source],
      why: because('from-source', { day: dayName(day) }),
      open: null,
    }
  }
  const periods = focus?.periods ?? []
  const why = because('from-text', { date: periods[0]?.to ?? '' })
  const open = periods.length === 0 ? noBase : periods.length > 1 ? plain('from-open') : null
  return { periods, why, open }
}

function each(
  periods: readonly Period[],
  make: (period: Period) => Period | null,
  why: Reason,
  open: Reason | null,
): RuleAnswer {
  const answer = several(
    periods.map((period) => found(make(period), why)),
    open ?? noBase,
  )
  return answer.found.length === 1 && open === null ? { ...answer, open: null } : answer
}

export function resolveShift(shift: Shift, scene: Scene, spot: Spot): RuleAnswer {
  // 数据将于一年后公开: from today, or from the date that stands before?
  if (shift.amount === true && spot.tense === 'ahead' && scene.focus?.sentence !== spot.sentence) {
    const { amount: _, ...counted } = shift
    const from = (base: 'source' | 'text') =>
      resolveShift({ ...counted, from: base }, scene, spot).found
    return several([...from('source'), ...from('text')], plain('two-bases'))
  }
  const { periods, why, open } = basesOf(shift.from, scene)
  const answer = each(periods, (base) => shifted(shift, base), why, open)
  const exact = shift.part === undefined || !/^(?:early|mid|late|end)$/.test(shift.part)
  // Three hours after a day without a time are most likely still that day.
  if (shift.unit === 'hour' && periods.some(({ minute }) => minute === undefined))
    return opened(answer, plain('from-open'))
  return exact ? answer : opened(answer, plain('convention'))
}

function shifted({ unit, add, part, from }: Shift, base: Period): Period | null {
  switch (unit) {
    case 'hour':
      return hoursOn(base, add)
    case 'day':
      // Of a month or ten days nobody knows the day after.
      return base.unit === 'day' ? dayPeriod(base.last + add) : null
    case 'week':
      if (isPartly(part)) return partly(weekPeriod(base.last, add), base, part)
      return from === 'source' ? weekPeriod(base.last, add) : null
    case 'month':
      return monthsOn(base, add, part)
    case 'year': {
      if (part === 'same-day') return dayPeriod(addMonths(base.last, add * 12))
      const year = yearPeriod(yearOf(base.last) + add)
      return isPartly(part) ? partly(year, base, part) : year
    }
  }
}

type Partly = 'so-far' | 'earlier' | 'to-come'

const isPartly = (part: Shift['part']): part is Partly =>
  part === 'so-far' || part === 'earlier' || part === 'to-come'

/** From the start of a period to the base in it, or from there to its end. */
function partly(whole: Period | null, base: Period, part: Partly): Period | null {
  if (whole === null) return null
  return part === 'to-come'
    ? joinPeriods(base, { ...whole, to: dayName(whole.last) })
    : joinPeriods({ ...whole, from: dayName(whole.first) }, base)
}

function hoursOn(base: Period, hours: number): Period | null {
  if (base.minute === undefined) return hours < 12 && base.unit === 'day' ? base : null
  const minutes = base.minute + hours * 60
  const days = Math.floor(minutes / 1440)
  const day = dayPeriod(base.last + days)
  return day && { ...day, minute: minutes - days * 1440 }
}

function monthsOn(base: Period, add: number, part: Shift['part']): Period | null {
  // Of a year alone nobody knows the month after.
  if (base.last - base.first > 31) return null
  const { year, month } = periodParts(addMonths(base.last, add))
  if (part === undefined || part === 'same-day') return monthPeriod(year, month)
  if (isPartly(part)) return partly(monthPeriod(year, month), base, part)
  return monthPartPeriod(year, month, part)
}

/** 上周, 两周后, the following week: a week, or the day so many weeks on. */
export function resolveWeeks(shift: Shift, scene: Scene, exactDay: boolean): RuleAnswer {
  const { periods, why, open } = basesOf(shift.from, scene)
  const make = (base: Period): Period | null =>
    exactDay
      ? base.unit === 'day'
        ? dayPeriod(base.last + shift.add * 7)
        : null
      : base.last - base.first > 31
        ? null
        : weekPeriod(base.last, shift.add)
  return each(periods, make, why, open)
}

export function resolveQuarter(
  { from, add }: { readonly from: 'source' | 'text'; readonly add: number },
  scene: Scene,
): RuleAnswer {
  const { periods, why, open } = basesOf(from, scene)
  const make = (base: Period): Period | null => {
    const { year, month } = periodParts(base.last)
    const count = year * 4 + Math.floor((month - 1) / 3) + add
    const quarter = count - Math.floor(count / 4) * 4
    return monthsPeriod(Math.floor(count / 4), quarter * 3 + 1, quarter * 3 + 3)
  }
  return each(periods, make, why, open)
}

const weekend = 6.5

/** The weekday in the week that begins with a Monday. */
function inWeek(monday: number, weekday: number): Period | null {
  return weekday === weekend ? daysPeriod(monday + 5, monday + 6) : dayPeriod(monday + weekday - 1)
}

export function resolveWeekday(stated: Weekday, scene: Scene, spot: Spot): RuleAnswer {
  const { weekday, week, side, onWeeks } = stated
  if (onWeeks !== undefined) return weeksOnFrom(weekday, onWeeks, scene.day)
  if (week !== undefined) {
    const { periods, why, open } = basesOf(week.from, scene)
    const make = (base: Period) => inWeek(weekPeriod(base.last, week.add)?.first ?? 0, weekday)
    return each(periods, make, why, open)
  }
  if (side === 'following') {
    const { periods, why, open } = basesOf('text', scene)
    const narrow = (base: Period) =>
      base.last - base.first > 31 ? null : after(base.last, weekday)
    return each(periods, narrow, why, open)
  }
  return besideSource(weekday, side, scene.day, spot)
}

/** Monday week said on a Monday may count from that day or from the next. */
function weeksOnFrom(weekday: number, weeks: number, day: number): RuleAnswer {
  const why = because('weekday-after', { day: dayName(day) })
  const next = after(day, weekday)?.first ?? day
  const bases = weekdayOf(day) === weekday ? [day, next] : [next]
  const answer = several(
    bases.map((base) => found(dayPeriod(base + weeks * 7), why)),
    plain('two-weekdays'),
  )
  return bases.length > 1 ? answer : { ...answer, open: null }
}

const after = (day: number, weekday: number): Period | null =>
  weekday === weekend
    ? inWeek(day + 8 - weekdayOf(day) - (weekdayOf(day) < 6 ? 7 : 0), weekday)
    : dayPeriod(day + ((((weekday - weekdayOf(day) - 1) % 7) + 7) % 7) + 1)

const before = (day: number, weekday: number): Period | null =>
  weekday === weekend
    ? inWeek(day - weekdayOf(day) + 1 - 7, weekday)
    : dayPeriod(day - ((((weekdayOf(day) - weekday - 1) % 7) + 7) % 7) - 1)

function besideSource(
  weekday: number,
  side: Weekday['side'],
  day: number,
  { tense, after: start, before: end }: Spot,
): RuleAnswer {
  if (start !== undefined) return settle(after(start.first, weekday), plain('shared-part'), noBase)
  if (end !== undefined) return settle(before(end.last, weekday), plain('shared-part'), noBase)
  const past = found(before(day, weekday), because('weekday-before', { day: dayName(day) }))
  const future = found(after(day, weekday), because('weekday-after', { day: dayName(day) }))
  if (side === 'last') return lastWeekday(day, past)
  if (side === 'next') return nextWeekday(day, future)
  const today = weekdayOf(day) === weekday ? dayPeriod(day) : null
  const same = found(today, because('from-source', { day: dayName(day) }))
  if (same !== null) {
    const other = tense === 'ahead' ? future : past
    return several([same, other], plain('two-weekdays'))
  }
  // This Monday said on a Thursday may be over.
  if (side === 'this' && weekday < weekdayOf(day))
    return several(tense === 'ahead' ? [future, past] : [past, future], plain('two-weekdays'))
  const chosen = tense === 'ahead' || side === 'this' ? future : past
  if ((tense === null || tense === 'unsure') && side !== 'this')
    return several([past, future], plain('two-weekdays'))
  return chosen === null ? { found: [], open: noBase } : { found: [chosen], open: null }
}

/** last Friday said on a Saturday or Sunday may be yesterday's or that of the week before. */
function lastWeekday(day: number, past: FoundDate | null): RuleAnswer {
  if (past === null) return { found: [], open: noBase }
  if (day - past.period.first >= weekdayOf(day)) return { found: [past], open: null }
  const earlier = found(dayPeriod(past.period.first - 7), past.why)
  return several([past, earlier], plain('two-weekdays'))
}

/** next Friday said on a Monday may be this week's or that of the next. */
function nextWeekday(day: number, future: FoundDate | null): RuleAnswer {
  if (future === null) return { found: [], open: noBase }
  if (future.period.first - day > 7 - weekdayOf(day)) return { found: [future], open: null }
  const later = found(dayPeriod(future.period.first + 7), future.why)
  return several([later, future], plain('two-weekdays'))
}
