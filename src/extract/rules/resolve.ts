// What a name of a date means at its place in a text: every reading with its reason, and why it is
// open if it is. The meaning of each form of statement is in the files beside this one.
import {
  addMonths,
  centuryPeriod,
  datePeriod,
  dayName,
  dayPeriod,
  daysPeriod,
  decadePeriod,
  lastDayOfMonth,
  periodParts,
  weekPeriod,
  weekdayOf,
  yearOf,
  yearsPeriod,
  monthsPeriod,
  type Period,
} from '../period.ts'
import { civilToLunar } from '../lunar/lunar-day.ts'
import { asLunar } from '../lunar/running-month.ts'
import { because, plain } from '../reasons/reason.ts'
import { found, opened, settle, several, type RuleAnswer } from './answer.ts'
import { resolveCalendar, type NumberedDate } from './calendar-date.ts'
import {
  feastDay,
  inEitherCalendar,
  resolveFeast,
  resolveLunar,
  resolveOrdinalWeekday,
  type Lunar,
} from './feasts.ts'
import { resolveQuarter, resolveShift, resolveWeekday, resolveWeeks } from './relative.ts'
import type { Scene, Spot } from './scene.ts'
import type { CenturyPart, DecadePart, Name, ShortYear, Statement } from './stated.ts'
import { resolveClock, atStatedTime } from './time-of-day.ts'
import { chooseYear, countedYear, type Make } from './year.ts'

const none = plain('no-date-before')

export function resolveStatement(stated: Statement, scene: Scene, spot: Spot): RuleAnswer {
  switch (stated.is) {
    case 'calendar': {
      const lunar = asLunar(stated, scene, spot)
      return lunar === null
        ? resolveCalendar(stated, scene, spot)
        : inEitherCalendar(lunar, stated, scene, spot)
    }
    case 'shift':
      return stated.unit === 'week' && stated.part === undefined
        ? resolveWeeks(stated, scene, false)
        : resolveShift(stated, scene, spot)
    case 'weeks':
      return resolveWeeks({ ...stated, is: 'shift', unit: 'week' }, scene, true)
    case 'quarter':
      return resolveQuarter(stated, scene)
    case 'weekday':
      return resolveWeekday(stated, scene, spot)
    case 'lunar':
      return stated.orCivil === true
        ? inEitherCalendar(stated, asCivil(stated), scene, spot)
        : resolveLunar(stated, scene, spot)
    case 'feast':
      return resolveFeast(stated, scene, spot)
    case 'ordinal-weekday':
      return resolveOrdinalWeekday(stated, scene, spot)
    case 'decade':
      return resolveDecade(stated, scene)
    case 'century':
      return resolveCentury(stated.century, stated.part)
    case 'years':
      return settle(
        yearsPeriod(stated.first, stated.last),
        stated.era === true ? because('era', { year: stated.first }) : plain('written'),
        none,
      )
    case 'winter':
      return opened(
        settle(monthsPeriod(stated.first, 12, 14), plain('written'), none),
        plain('convention'),
      )
    case 'week-of':
      return weeksOf(resolveStatement(stated.day, scene, spot), stated.isWeekend)
    case 'fiscal':
      return { found: [], open: plain('fiscal-year') }
    case 'ended':
      return monthsUpTo(resolveStatement(stated.day, scene, spot), stated.months)
    case 'day-of-year':
      return dayOfYear(stated.day, scene)
    case 'numeric':
      return resolveNumeric(stated, scene, spot)
    case 'source':
      return settle(dayPeriod(scene.day), because('from-source', { day: dayName(scene.day) }), none)
    case 'recent':
      return settle(dayPeriod(scene.day), plain('recent'), none)
    case 'clock':
      return resolveClock(stated, scene, spot)
  }
}

/** A lunar day or month as if it were of the civil calendar. */
const asCivil = ({ year, month, day, part }: Lunar): NumberedDate => ({
  is: 'calendar',
  ...(month !== undefined && { month: { at: month } }),
  ...(day !== 'all' && { day }),
  ...(part !== undefined && { monthPart: part }),
  ...(year && { year }),
  inWords: true,
})

const thirds: Readonly<Record<DecadePart, readonly [number, number]>> = {
  start: [0, 3],
  early: [0, 3],
  mid: [4, 6],
  late: [7, 9],
  end: [7, 9],
  'first-half': [0, 4],
  'second-half': [5, 9],
}

export function decadeStretch(first: number, part: DecadePart | undefined): Period | null {
  if (part === undefined) return decadePeriod(first)
  const [from, to] = thirds[part]
  return yearsPeriod(first + from, first + to)
}

function resolveDecade(stated: Extract<Statement, { is: 'decade' }>, scene: Scene): RuleAnswer {
  const { first, short, part } = stated
  const open = part === undefined ? null : plain('convention')
  if (first !== undefined && first % 100 === 0 && part === undefined) {
    const readings = [decadePeriod(first), centuryPeriod(first / 100 + 1)]
    const why = plain('written')
    return several(
      readings.map((period) => found(period, why)),
      plain('decade-or-century'),
    )
  }
  if (first !== undefined)
    return opened(settle(decadeStretch(first, part), plain('written'), none), open)
  const latest = decadeBefore(short ?? 0, yearOf(scene.day))
  const inCentury = scene.century === null ? latest : scene.century * 100 + (short ?? 0)
  const told = inCentury > yearOf(scene.day) ? latest : inCentury
  const readings = [told, latest].map((year) =>
    found(
      decadeStretch(year, part),
      year === told ? because('year-goes-on', { year }) : because('nearest-before', { year }),
    ),
  )
  const answer = several(readings, plain('two-centuries'))
  return opened(answer.found.length === 1 ? { ...answer, open: null } : answer, open)
}

const decadeBefore = (short: number, year: number): number => {
  const here = Math.floor(year / 100) * 100 + short
  return here > year ? here - 100 : here
}

const centuryParts: Readonly<Record<CenturyPart, readonly [number, number]>> = {
  start: [0, 9],
  early: [0, 29],
  mid: [30, 69],
  late: [70, 99],
  end: [90, 99],
  'first-half': [0, 49],
  'second-half': [50, 99],
  'quarter-1': [0, 24],
  'quarter-2': [25, 49],
  'quarter-3': [50, 74],
  'quarter-4': [75, 99],
}

function resolveCentury(century: number, part: CenturyPart | undefined): RuleAnswer {
  if (part === undefined) return settle(centuryPeriod(century), plain('written'), none)
  // The 5th before Christ begins with 500 BC.
  const start = century < 0 ? century * 100 + 1 : (century - 1) * 100
  const [from, to] = centuryParts[part]
  return opened(
    settle(yearsPeriod(start + from, start + to), plain('written'), none),
    plain('convention'),
  )
}

function weeksOf(answer: RuleAnswer, isWeekend: boolean): RuleAnswer {
  return {
    ...answer,
    found: answer.found.flatMap(({ period, why }) => {
      const week = weekPeriod(period.first, 0)
      const days = week && isWeekend ? daysPeriod(week.last - 1, week.last) : week
      return days === null ? [] : [{ period: days, why }]
    }),
  }
}

/** So many months up to a day: exact where that ends a month, else some firms count whole weeks. */
function monthsUpTo(answer: RuleAnswer, months: number): RuleAnswer {
  let isExact = true
  const periods = answer.found.flatMap(({ period, why }) => {
    const { year, month } = periodParts(period.last)
    const endsMonth = period.last === lastDayOfMonth(year, month)
    isExact &&= endsMonth
    const from = month - months + 1
    const whole =
      from < 1 ? monthsPeriod(year - 1, from + 12, month + 12) : monthsPeriod(year, from, month)
    const days = daysPeriod(addMonths(period.last, -months) + 1, period.last)
    const stretch = endsMonth ? whole : days
    return stretch === null ? [] : [{ period: stretch, why }]
  })
  const stretches = { ...answer, found: periods }
  return isExact ? stretches : opened(stretches, plain('convention'))
}

function dayOfYear(day: number, scene: Scene): RuleAnswer {
  const year = yearOf(scene.day)
  const first = datePeriod(year, 1, 1)?.first ?? 0
  return settle(dayPeriod(first + day - 1), because('day-of-year', { day, year }), none)
}

function resolveNumeric(
  { numbers: [a, b], year }: Extract<Statement, { is: 'numeric' }>,
  scene: Scene,
  spot: Spot,
): RuleAnswer {
  const inYear = (month: number, day: number): RuleAnswer =>
    year === undefined
      ? chooseYear((one) => datePeriod(one, month, day), scene, spot)
      : inNumericYear(year, (one) => datePeriod(one, month, day), scene)
  const monthFirst = inYear(a, b)
  const dayFirst = inYear(b, a)
  if (a === b || dayFirst.found.length === 0) return monthFirst
  if (monthFirst.found.length === 0) return dayFirst
  return several([...monthFirst.found, ...dayFirst.found], plain('two-orders'))
}

/** Farther from the source, two digits alone do not name a year. */
const nearYears = 10

/** 03/15/26 is of the year with such digits near the source; 5/13/65 may be of either century. */
function inNumericYear(year: { readonly at: number } | ShortYear, make: Make, scene: Scene) {
  if ('at' in year) return settle(make(year.at), plain('written'), none)
  const now = yearOf(scene.day)
  const here = now - (now % 100) + year.short
  const near = [here - 100, here, here + 100].find((one) => Math.abs(one - now) <= nearYears)
  if (near !== undefined) return settle(make(near), plain('written'), none)
  const { years, why, open } = countedYear(year, scene)
  const answer = several(
    years.map((one) => found(make(one), why)),
    open ?? none,
  )
  return opened(answer, open)
}

/** Whether another name of a day fits it; null where it cannot be compared. */
function fits(period: Period, other: Statement, scene: Scene, spot: Spot): boolean | null {
  if (other.is === 'weekday') {
    if (period.unit !== 'day') return null
    const weekday = weekdayOf(period.first)
    const named = other.weekday === 6.5 ? weekday > 5 : weekday === other.weekday
    if (!named || other.week === undefined) return named
  }
  if (other.is === 'lunar') {
    const lunar = civilToLunar(period.first)
    if (lunar === null || other.day === 'all') return null
    if (other.eve === true || other.day === 0) return civilToLunar(period.first + 1)?.day === 1
    const month =
      other.month === undefined || (lunar.month === other.month && lunar.leap === other.leap)
    return month && lunar.day === other.day
  }
  if (other.is === 'feast') return feastDay(other, yearOf(period.first)) === period.first
  if (
    other.is === 'calendar' &&
    other.year === undefined &&
    other.month !== undefined &&
    'at' in other.month
  ) {
    const { month, day } = periodParts(period.first)
    return month === other.month.at && (other.day === undefined || day === other.day)
  }
  if (other.is === 'calendar' && other.month === undefined && other.day !== undefined)
    return periodParts(period.first).day === other.day
  if (other.is === 'numeric') {
    const { month, day } = periodParts(period.first)
    const [a, b] = other.numbers
    return (month === a && day === b) || (month === b && day === a)
  }
  const answer = resolveStatement(other, scene, spot)
  return answer.found.length === 0
    ? null
    : answer.found.some(({ period: one }) => one.first <= period.first && one.last >= period.last)
}

/** Statements that name a day by themselves come before those that only check one. */
const rank = (stated: Statement): number =>
  stated.is === 'calendar'
    ? stated.year === undefined
      ? 2
      : 3
    : stated.is === 'weekday' && stated.week === undefined && stated.side === undefined
      ? 0
      : stated.is === 'numeric' || ('from' in stated && stated.from === 'text')
        ? 1
        : 2

/** All names of one date side by side: where they agree, it is settled. */
export function resolveName(name: Name, scene: Scene, spot: Spot): RuleAnswer {
  const all = [name.stated, ...name.besides].toSorted((a, b) => rank(b) - rank(a))
  const [first = name.stated, ...others] = all
  const answer = resolveStatement(first, scene, spot)
  const [second, ...rest] = others
  // 此前一天 may count from nothing; the date beside it stands by itself.
  if (answer.found.length === 0 && second !== undefined)
    return resolveName({ ...name, stated: second, besides: rest }, scene, spot)
  if (others.length === 0) return atStatedTime(answer, name)
  return atStatedTime(agreed(first, answer, others, { scene, spot }), name)
}

function agreed(
  first: Statement,
  answer: RuleAnswer,
  others: readonly Statement[],
  { scene, spot }: { readonly scene: Scene; readonly spot: Spot },
): RuleAnswer {
  const fitting = (period: Period) =>
    others.every((other) => fits(period, other, scene, spot) !== false)
  const fit = answer.found.filter(({ period }) => fitting(period))
  const [only, ...more] = fit
  if (only !== undefined && more.length === 0)
    return { found: [{ period: only.period, why: plain('agree') }], open: null }
  if (only !== undefined) return { found: fit, open: answer.open ?? plain('two-years') }
  const [named] = answer.found
  const theirs = others.flatMap((other) =>
    other.is === 'weekday' && other.week === undefined && named !== undefined
      ? nearestWeekdays(named.period.first, other.weekday)
      : other.is === 'calendar' && other.month === undefined && named !== undefined
        ? nearestDays(named.period.first, other.day ?? 0)
        : resolveStatement(other, scene, spot).found,
  )
  // 上周二（15日）: where the week begins is a habit, the number is not.
  const byNumber = others.some(({ is }) => is === 'calendar')
  const readings = byNumber ? [...theirs, ...answer.found] : [...answer.found, ...theirs]
  // A weekday is mistyped more often than a year is meant that nothing else tells.
  const elsewhere = otherYears(first, scene).filter(({ period }) => fitting(period))
  return several([...readings, ...elsewhere], plain('disagree'))
}

/** The weekday that a date does not fall on, nearest to it on either side. */
function nearestWeekdays(day: number, weekday: number): RuleAnswer['found'] {
  const ahead = (Math.ceil(weekday) - weekdayOf(day) + 7) % 7
  const days = ahead <= 3 ? [ahead, ahead - 7] : [ahead - 7, ahead]
  return days.flatMap((add) => {
    const period = dayPeriod(day + add)
    return period === null ? [] : [{ period, why: plain('disagree') }]
  })
}

/** The day of that number nearest to a date. */
function nearestDays(day: number, ofMonth: number): RuleAnswer['found'] {
  const days = [-31, 0, 31].flatMap((add) => {
    const { year, month } = periodParts(day + add)
    return datePeriod(year, month, ofMonth) ?? []
  })
  const [nearest] = days.toSorted((a, b) => Math.abs(a.first - day) - Math.abs(b.first - day))
  return nearest === undefined ? [] : [{ period: nearest, why: plain('disagree') }]
}

/** The same month and day in years about the source, of which one may have the weekday or lunar day. */
function otherYears(first: Statement, scene: Scene): RuleAnswer['found'] {
  if (first.is !== 'calendar' || first.year !== undefined) return []
  const { month, day } = first
  if (month === undefined || !('at' in month) || day === undefined) return []
  const year = yearOf(scene.day)
  return [year, year - 1, year + 1].flatMap((one) => {
    const period = datePeriod(one, month.at, day)
    return period === null ? [] : [{ period, why: plain('agree') }]
  })
}
