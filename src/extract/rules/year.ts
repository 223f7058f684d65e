// Which year a date without one lies in: the one that the text named, or the one nearest to the
// source on the side that the sentence looks to.
import { yearOf, type Period } from '../period.ts'
import { because, plain, type Reason } from '../reasons/reason.ts'
import { found, settle, several, type RuleAnswer, type FoundDate } from './answer.ts'
import { goesBack, type Scene, type Spot } from './scene.ts'
import type { Shifted, ShortYear, YearOfEra } from './stated.ts'

export type Make = (year: number) => Period | null

const noYear = plain('no-year')

/** With one date this near and the other this far, both are likely: who means another year says so. */
const soon = 95
const longAgo = 270
const halfYear = 183

/** Readings of what `make` makes of a year. */
export function chooseYear(make: Make, scene: Scene, spot: Spot): RuleAnswer {
  if (spot.after !== undefined) return within(make, spot.after, 1)
  if (spot.before !== undefined) return within(make, spot.before, -1)
  const near = nearest(make, scene, spot)
  const { behind } = spot
  const shared = behind === undefined ? null : found(make(behind), plain('shared-part'))
  // What is told as past and would lie ahead is not of that year.
  if (shared !== null && (shared.period.first <= scene.day || spot.tense === 'ahead')) {
    const [only, ...more] = near.found
    const isSame = more.length === 0 && only?.period.from === shared?.period.from
    return isSame ? near : several([shared, ...near.found], plain('two-years'))
  }
  const told = named(make, scene, spot)
  if (told === null || told.found === null) return orYearBefore(make, near, scene, spot)
  const [first] = near.found
  if (first?.period.from === told.found.period.from && near.found.length === 1) return near
  if (told.settles) return { found: [told.found], open: told.open }
  if ('isPassed' in told && scene.heading !== null) {
    const year = scene.heading.year + 1
    const next = found(make(year), because('year-of-heading', { year }))
    return several([next, told.found], plain('two-years'))
  }
  const readings = told.leads ? [told.found, ...near.found] : [...near.found, told.found]
  return several(readings, plain('two-years'))
}

/** Of a day more than half a year ago its writer says the year, unless it was named just before. */
function orYearBefore(make: Make, near: RuleAnswer, { year, day }: Scene, spot: Spot): RuleAnswer {
  const [only] = near.found
  if (near.open !== null || only === undefined || day - only.period.first <= halfYear) return near
  const isNear = year?.paragraph === spot.paragraph && spot.sentence - year.sentence <= 1
  if (!isNear || year.year >= yearOf(only.period.first)) return near
  const told = found(make(year.year), because('year-goes-on', { year: year.year }))
  return several([only, told], plain('two-years'))
}

/** The other end of a range is as near as can be: it begins before it ends. */
function within(make: Make, other: Period, step: 1 | -1): RuleAnswer {
  const start = yearOf(step === 1 ? other.first : other.last)
  for (let add = 0; add < 2; add++) {
    const period = make(start + add * step)
    const fits =
      period !== null && (step === 1 ? period.last >= other.first : period.first <= other.last)
    if (fits) return settle(period, plain('shared-part'), noYear)
  }
  return { found: [], open: noYear }
}

/** The year that a heading or the text before named. */
function named(make: Make, scene: Scene, spot: Spot) {
  const { sentence, paragraph, tense, opens: starts } = spot
  const { year, heading, carries, focus, day } = scene
  if (year !== null && year.paragraph === paragraph) {
    const one = found(make(year.year), because('year-goes-on', { year: year.year }))
    const isSame = year.sentence === sentence
    // A narrative goes on in time: what would go back is less likely.
    const from = focus?.periods[0]?.first ?? Infinity
    // Of half a year its start counts: behind 去年11月18日, 下半年 is not that of last year.
    const onwards =
      one !== null && (isLong(one.period) ? one.period.first : one.period.last) >= from
    // A year to come goes on in its sentence: the next may be of the source's own again.
    const opens = year.year <= yearOf(day) ? year.opens : tense === 'ahead' && isSame
    // A paragraph that tells of years long past goes on in them.
    const isLongPast = year.firm && yearOf(day) - year.year > 3
    const leads =
      (onwards && opens && (carries || starts)) || (carries && onwards && (isSame || isLongPast))
    if (year.heads && onwards) return { found: one, settles: true, leads: true, open: null }
    const settles = isSame && carries && onwards && year.firm
    // English names another year than the source's own, but for a narrative in it.
    if (!carries && !(onwards && (isSame || year.opens))) return beside(one, scene, spot)
    return { found: one, settles, leads, open: year.open ? plain('from-open') : null }
  }
  if (heading === null) return null
  const one = found(make(heading.year), because('year-of-heading', { year: heading.year }))
  const isBack = spot.isEntry === true && one !== null && goesBack(heading, one.period.first)
  const isPassed = heading.isPassed || isBack
  return { found: one, settles: !isPassed, leads: true, open: null, isPassed }
}

/** Days around a date in which another of the same story most likely lies. */
const sameStory = 45

/** English: the year of a date just before may hold, though the nearest is likelier unless both are close. */
function beside(told: FoundDate | null, { year, focus, day }: Scene, { sentence, tense }: Spot) {
  if (told === null || year === null || focus === null || year.year >= yearOf(day)) return null
  const isNear = sentence - year.sentence <= (tense === 'past' ? 1 : 0)
  if (!isNear || tense === 'ahead' || !year.firm || focus.bounds) return null
  const from = focus.periods[0]?.first ?? 0
  const leads = Math.abs(told.period.first - from) <= sameStory
  return { found: told, settles: false, leads, open: null }
}

const isLong = ({ first, last }: Period): boolean => last - first > 40

const either = (first: FoundDate, second: FoundDate): RuleAnswer =>
  several([first, second], plain('two-years'))

function nearest(make: Make, { day }: Scene, { tense }: Spot): RuleAnswer {
  const year = yearOf(day)
  const before = latest(make, year + 1, (period) => period.first <= day)
  const after = earliest(make, year - 1, (period) => period.last >= day)
  const past = before && found(before, because('nearest-before', { year: yearOf(before.first) }))
  const future = after && found(after, because('nearest-after', { year: yearOf(after.first) }))
  if (past === null || future === null) return several([past, future], noYear)
  const [ago, to] = [day - past.period.last, future.period.first - day]
  // Of a stretch under way the past is told seldom: the one before may be meant.
  if (
    past.period.unit === 'days' &&
    past.period.last >= day &&
    tense !== 'ahead' &&
    isLong(past.period)
  ) {
    const earlier = make(yearOf(past.period.first) - 1)
    const last = found(earlier, because('nearest-before', { year: yearOf(past.period.first) - 1 }))
    return several([past, last], plain('two-years'))
  }
  if (tense === 'unsure') return ago < to ? either(past, future) : either(future, past)
  if (tense === 'ahead')
    return to > longAgo && ago <= soon
      ? either(past, future)
      : settle(future.period, future.why, noYear)
  if (ago <= longAgo || to > soon) {
    // Nothing tells which side is meant: the other is nearer, or half a year may be told or planned.
    const isEither = (ago > halfYear && to < ago) || isLong(past.period)
    return tense === null && isEither ? either(past, future) : settle(past.period, past.why, noYear)
  }
  return tense === 'past' ? either(past, future) : either(future, past)
}

function latest(make: Make, year: number, fits: (period: Period) => boolean): Period | null {
  for (let add = 0; add < 9; add++) {
    const period = make(year - add)
    if (period !== null && fits(period)) return period
  }
  return null
}

function earliest(make: Make, year: number, fits: (period: Period) => boolean): Period | null {
  for (let add = 0; add < 9; add++) {
    const period = make(year + add)
    if (period !== null && fits(period)) return period
  }
  return null
}

/** The years that words like 去年 and 次年 name, with the reason. */
export function countedYear(
  count: Shifted | ShortYear | YearOfEra,
  { day, focus, heading, era, isMinguo }: Scene,
): { readonly years: readonly number[]; readonly why: Reason; readonly open: Reason | null } {
  if ('inEra' in count && (count.orShort === 'minguo' || count.orShort === 'number')) {
    const year = (era?.first ?? minguo) + count.inEra - 1
    const why = because('era', { year })
    if (era !== null) return { years: [year], why, open: null }
    if (count.orShort === 'number') return { years: [year], why, open: plain('number-alone') }
    // 109年2月: few but writers of Taiwan write so; the year may also be that of antiquity.
    return isMinguo
      ? { years: [year], why, open: null }
      : { years: [year, count.inEra], why, open: plain('two-years') }
  }
  if ('inEra' in count && count.orShort !== undefined) {
    const short = shortYears({ short: count.inEra }, yearOf(day))
    if (era === null) return short
    const years = [era.first + count.inEra - 1, ...short.years.slice(0, 1)]
    return { years, why: because('era', { year: years[0] ?? 0 }), open: plain('two-years') }
  }
  if ('inEra' in count) {
    const years = era === null ? [] : [era.first + count.inEra - 1]
    const why = because('era', { year: years[0] ?? 0 })
    return { years, why, open: era === null ? plain('no-date-before') : null }
  }
  if ('short' in count) return shortYears(count, yearOf(day))
  if (count.from === 'source') {
    const year = yearOf(day) + count.add
    return { years: [year], why: because('from-source', { day: String(yearOf(day)) }), open: null }
  }
  const named = focus?.periods ?? []
  // 1984年冬…，次年: the winter is of the year in which it begins.
  const years = [
    ...new Set(named.map(({ first, last }) => yearOf(last - first < 120 ? first : last))),
  ]
  if (years.length === 0 && heading !== null) years.push(heading.year)
  const why = because('from-text', { date: years.join(', ') })
  const open = years.length === 0 ? 'no-date-before' : years.length > 1 ? 'from-open' : null
  return { years: years.map((year) => year + count.add), why, open: open && plain(open) }
}

/** The first year of the Minguo era. */
const minguo = 1912

/** The latest years with such digits that are not after the source: 1958 and 1858. */
function shortYears({ short }: ShortYear, now: number): ReturnType<typeof countedYear> {
  const here = now - (now % 100) + short
  const latest = here > now ? here - 100 : here
  const why = because('nearest-before', { year: latest })
  return { years: [latest, latest - 100], why, open: plain('year-of-two-digits') }
}
