// From a phrase to its readings: EDTF and kind by what the words around the name claim.
import {
  dayName,
  dayPeriod,
  endName,
  joinPeriods,
  monthHolding,
  startName,
  type Period,
} from '../period.ts'
import { asLunar } from '../lunar/running-month.ts'
import { plain, type Reason } from '../reasons/reason.ts'
import type { DateKind } from '../../domain/date/kinds.ts'
import type { DateReading } from '../mark.ts'
import type { FoundDate, RuleAnswer } from './answer.ts'
import { isConvention, rangeMaker } from './calendar-date.ts'
import { resolveName } from './resolve.ts'
import { afterStart, type Scene, type Spot } from './scene.ts'
import type { Name, Phrase, Statement } from './stated.ts'
import { atNoTime, withOtherTimes } from './time-of-day.ts'
import { offsetAt } from './time-zone.ts'
import { chooseYear, type Make } from './year.ts'

export interface Composed {
  readonly readings: readonly DateReading[]
  readonly open: Reason | null
  /** What the text has named, for what is counted from it. */
  readonly named: readonly Period[]
  readonly namedOpen: boolean
}

export interface Place {
  readonly scene: Scene
  readonly spot: Spot
  readonly timeZone: string
}

export function composePhrase(phrase: Phrase, place: Place): Composed {
  if (phrase.doubt === 'scope-of-mark') return composeMarked(phrase, place)
  if (phrase.doubt === 'lasted-or-once') return composeOnce(phrase, place)
  if (phrase.to !== undefined) return composeRange(phrase, phrase.to, place)
  const plainly = resolveName(phrase.from, place.scene, place.spot)
  const timed = withOtherTimes(plainly, phrase.from, place.scene)
  const answer = namesMore(timed, plainly, phrase, place.timeZone) ? timed : plainly
  const readings = readingsOf(answer, phrase, place.timeZone)
  const several = readings.length > answer.found.length ? plain('two-times') : null
  const doubt = phrase.doubt === undefined ? null : plain(phrase.doubt)
  const open =
    answer.open ?? several ?? doubt ?? (phrase.claim === 'after' ? plain('open-bound') : null)
  return {
    readings,
    open: readings.length === 0 ? (open ?? plain('no-year')) : open,
    named: phrase.from.stated.is === 'recent' ? [] : namedBy(plainly, answer),
    namedOpen: plainly.open !== null && plainly.found.length > 1,
  }
}

const marked = (name: Name): Name => ({ ...name, about: true })

/** 约1月或2月: all of them, or the one at which the word stands. */
function composeMarked({ doubt: _, ...phrase }: Phrase, place: Place): Composed {
  const { from, others, to } = phrase
  const all: Phrase = {
    ...phrase,
    from: marked(from),
    ...(others && { others: others.map(marked) }),
    ...(to && { to: marked(to) }),
  }
  return eitherOf(composePhrase(all, place), composePhrase(phrase, place), plain('scope-of-mark'))
}

/** Between March and May, 光绪年间: it went on through that time, or happened on one day of it. */
const composeOnce = ({ doubt: _, ...phrase }: Phrase, place: Place): Composed =>
  eitherOf(
    composePhrase({ ...phrase, claim: 'lasted' }, place),
    composePhrase({ ...phrase, claim: 'point' }, place),
    plain('lasted-or-once'),
  )

/** The readings of both; a day of one is no choice. */
function eitherOf(first: Composed, second: Composed, why: Reason): Composed {
  const dates = new Set(first.readings.map(({ date }) => date))
  const others = second.readings.filter(({ date }) => !dates.has(date))
  return { ...first, readings: [...first.readings, ...others], open: first.open ?? why }
}

function readingsOf({ found }: RuleAnswer, phrase: Phrase, timeZone: string): DateReading[] {
  const dates = new Map<string, DateReading>()
  for (const { period, why } of found)
    for (const { date, kind } of composePeriod(period, phrase, timeZone))
      if (!dates.has(date)) dates.set(date, { date, kind, why })
  return [...dates.values()]
}

/** Of 截至下午4时 and the like only the day is told: the half of it does not matter. */
function namesMore(timed: RuleAnswer, plainly: RuleAnswer, phrase: Phrase, zone: string): boolean {
  if (timed === plainly) return false
  const dates = readingsOf(plainly, phrase, zone).map(({ date }) => date)
  return readingsOf(timed, phrase, zone).some(({ date }) => !dates.includes(date))
}

/** From a time that may be of either half of its day, no hours are counted. */
const namedBy = (plainly: RuleAnswer, answer: RuleAnswer): Period[] =>
  plainly.found.map(({ period }) => (answer === plainly ? period : atNoTime(period)))

const qualifier = ({ about, uncertain }: Name): string =>
  about === true ? (uncertain === true ? '%' : '~') : uncertain === true ? '?' : ''

interface Dated {
  readonly date: string
  readonly kind: DateKind
}

/** A period under a claim; two where a clock time came twice. */
export function composePeriod(
  period: Period,
  { from: name, claim }: Pick<Phrase, 'from' | 'claim'>,
  timeZone: string,
): Dated[] {
  const sign = qualifier(name)
  if (name.stated.is === 'recent') return [{ date: `[..${period.to}]`, kind: 'undated' }]
  switch (claim) {
    case 'since':
    case 'onwards':
    case 'after':
      return [{ date: `${startName(period)}${sign}/..`, kind: 'since' }]
    case 'asOf':
    case 'by':
      return [{ date: `../${endOf(period, name.stated)}${sign}`, kind: 'asOf' }]
    case 'until':
      return [{ date: `/${endOf(period, name.stated)}${sign}`, kind: 'until' }]
    case 'lasted':
      return [lasted(period, sign)]
    case 'point':
    case 'either':
      return point(period, sign, timeZone)
  }
}

/** A deadline at the end of a stretch is its last day; of a bare month or year it is that. */
function endOf(period: Period, stated: Statement): string {
  const part = stated.is === 'calendar' && isConvention(stated)
  const days = stated.is === 'shift' && stated.part !== undefined
  return part || days ? dayName(period.last) : endName(period)
}

function lasted(period: Period, sign: string): Dated {
  const { unit, from, to } = period
  if (unit === 'day') return { date: from + sign, kind: 'point' }
  if (unit === 'month' || unit === 'year') return { date: from + sign, kind: 'span' }
  const [start, end] = from === to ? [startName(period), endName(period)] : [from, to]
  return { date: `${start}${sign}/${end}${sign}`, kind: 'span' }
}

function point(period: Period, sign: string, timeZone: string): Dated[] {
  const { from, to, minute } = period
  if (minute !== undefined && sign === '') {
    const { offset: stated } = period
    const offsets = stated === undefined ? offsetAt(period.first, minute, timeZone) : [stated]
    const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
    return offsets.map((offset) => ({ date: `${from}T${clock}${offset}`, kind: 'point' }))
  }
  if (from === to) return [{ date: from + sign, kind: 'point' }]
  return [{ date: `[${from}${sign}..${to}${sign}]`, kind: 'point' }]
}

const hasYear = ({ stated }: Name): boolean =>
  (stated.is === 'calendar' &&
    (stated.year !== undefined || (stated.month !== undefined && 'from' in stated.month))) ||
  (stated.is === 'lunar' && stated.year !== undefined) ||
  stated.is === 'shift' ||
  stated.is === 'decade' ||
  stated.is === 'years' ||
  (stated.is === 'numeric' && stated.year !== undefined)

/** 20日 in 7月18日至20日, 次日: nothing without the start. */
const leansOnStart = ({ stated }: Name): boolean =>
  (stated.is === 'calendar' && stated.month === undefined && stated.day !== undefined) ||
  ('from' in stated && stated.from === 'text') ||
  (stated.is === 'calendar' &&
    stated.year !== undefined &&
    'from' in stated.year &&
    stated.year.from === 'text') ||
  (stated.is === 'weekday' && stated.week === undefined && stated.side === undefined) ||
  (stated.is === 'lunar' && stated.month === undefined && stated.eve !== true)

/** Each end lends the other what that lacks. */
function composeRange(phrase: Phrase, to: Name, { scene, spot }: Place): Composed {
  const { from } = phrase
  const together = rangeMaker(from.stated, to.stated)
  const isPlain = from.besides.length === 0 && to.besides.length === 0
  if (together !== null && isPlain && asLunar(from.stated, scene, spot) === null)
    return composeTogether(phrase, to, { scene, spot }, together)
  const endFirst = !hasYear(from) && !leansOnStart(to) && (hasYear(to) || !goesOn(scene, spot))
  const ends = endFirst ? fromEnd(from, to, scene, spot) : fromStart(from, to, scene, spot)
  const found = ends.pairs.flatMap(({ start, end }) => {
    const joined = joinPeriods(start.period, end.period)
    return joined === null ? [] : [{ period: joined, why: start.why, end: end.period }]
  })
  const readings = found.flatMap(({ period, why }) =>
    rangeDate(period, phrase, to, { scene, spot }).map((dated) => ({ ...dated, why })),
  )
  const fault = readings.length === 0 ? plain('disagree') : null
  const doubt = phrase.doubt === undefined ? null : plain(phrase.doubt)
  const open = ends.open ?? fault ?? doubt ?? (readings.length > 1 ? plain('two-years') : null)
  return {
    readings,
    open,
    named: found.map(({ end }) => end),
    namedOpen: readings.length > 1,
  }
}

/** Of a range without a year both ends choose it: it may begin soon, or be over long since. */
function composeTogether(
  phrase: Phrase,
  to: Name,
  { scene, spot }: Pick<Place, 'scene' | 'spot'>,
  make: Make,
): Composed {
  const answer = chooseYear(make, scene, spot)
  const part = [phrase.from, to].some(
    ({ stated }) => stated.is === 'calendar' && isConvention(stated),
  )
  const doubt = phrase.doubt === undefined ? null : plain(phrase.doubt)
  return {
    readings: answer.found.flatMap(({ period, why }) =>
      rangeDate(period, phrase, to, { scene, spot }).map((dated) => ({ ...dated, why })),
    ),
    open: answer.open ?? doubt ?? (part ? plain('convention') : null),
    named: answer.found.flatMap(({ period }) => endOfRange(period)),
    namedOpen: answer.found.length > 1,
  }
}

/** What goes on from a range is its end. */
function endOfRange(period: Period): Period[] {
  const end = period.to.length === 7 ? monthHolding(period.last) : dayPeriod(period.last)
  return end === null ? [] : [end]
}

const goesOn = ({ year, heading, carries }: Scene, { paragraph }: Spot): boolean =>
  heading !== null || (carries && year !== null && year.paragraph === paragraph)

type At = Pick<Place, 'scene' | 'spot'>

/** From the first date of a phrase to its last; none where a date between them lies elsewhere. */
function rangeDate(period: Period, phrase: Phrase, to: Name, at: At): Dated[] {
  const { from, claim } = phrase
  const [a, b] = [period.from + qualifier(from), period.to + qualifier(to)]
  if (claim === 'either') {
    const others = datesBetween(period, phrase.others ?? [], at)
    return others === null ? [] : [{ date: `[${[a, ...others, b].join(',')}]`, kind: 'point' }]
  }
  if (claim === 'since') return [{ date: `${period.from}/${period.to}`, kind: 'span' }]
  if (claim === 'point') return [{ date: `[${a}..${b}]`, kind: 'point' }]
  return [{ date: `${a}/${b}`, kind: 'span' }]
}

/** Of 3日、4日或5日 what stands between: each behind the one before it. */
function datesBetween(period: Period, others: readonly Name[], { scene, spot }: At) {
  let before = period.first
  const dates: string[] = []
  for (const name of others) {
    const [one] = resolveName(name, scene, { ...spot, after: period }).found
    if (one === undefined || one.period.first <= before || one.period.last >= period.last)
      return null
    before = one.period.last
    dates.push(one.period.from + qualifier(name))
  }
  return dates
}

interface Ends {
  readonly pairs: readonly { readonly start: FoundDate; readonly end: FoundDate }[]
  readonly open: Reason | null
}

function fromStart(from: Name, to: Name, scene: Scene, spot: Spot): Ends {
  const starts = resolveName(from, scene, spot)
  let open = starts.open
  const pairs = starts.found.flatMap((start) => {
    const begun = afterStart(scene, from, start.period, spot)
    const ends = resolveName(to, begun, { ...spot, after: start.period })
    open ??= ends.open
    return ends.found.slice(0, 1).map((end) => ({ start, end }))
  })
  return { pairs, open }
}

function fromEnd(from: Name, to: Name, scene: Scene, spot: Spot): Ends {
  const ends = resolveName(to, scene, spot)
  let open = ends.open
  const pairs = ends.found.flatMap((end) => {
    const starts = resolveName(from, scene, { ...spot, before: end.period })
    open ??= starts.open
    return starts.found.slice(0, 1).map((start) => ({ start, end }))
  })
  return { pairs, open }
}
