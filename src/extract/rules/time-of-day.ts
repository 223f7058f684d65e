// Times of day: of which day one is that stands alone, of which half of the day after the time that the
// text named before it, and of which zone.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import { dayName, dayPeriod, type Period } from '../period.ts'
import type { DateReading } from '../mark.ts'
import { because, plain, type Reason } from '../reasons/reason.ts'
import { found, opened, settle, several, type RuleAnswer } from './answer.ts'
import type { Grammar } from './grammar.ts'
import { dayAbove, type NamedTime, type Scene, type Spot } from './scene.ts'
import type { Name, Phrase, Statement } from './stated.ts'
import { isSameZone, type ZoneName } from './time-zone.ts'

export function resolveClock(
  { isNear }: Extract<Statement, { is: 'clock' }>,
  scene: Scene,
  spot: Spot,
): RuleAnswer {
  const above = dayAbove(scene, spot)
  if (above !== null)
    return settle(
      dayPeriod(above),
      because('from-text', { date: dayName(above) }),
      plain('no-date-before'),
    )
  return isNear === true && scene.focus?.sentence !== spot.sentence
    ? opened(resolveClockDay(scene), plain('day-of-clock'))
    : resolveClockDay(scene)
}

/** 8时20分: on the day named last. */
function resolveClockDay({ focus, day }: Scene): RuleAnswer {
  const none = plain('no-date-before')
  const base = focus?.periods.filter(({ unit }) => unit === 'day') ?? []
  if (base.length === 0)
    return opened(settle(dayPeriod(day), because('from-source', { day: dayName(day) }), none), none)
  const why = because('from-text', { date: base[0]?.from ?? '' })
  const answer = several(
    base.map((period) => found(dayPeriod(period.last), why)),
    plain('from-open'),
  )
  return answer.found.length === 1 ? { ...answer, open: null } : answer
}

/** The time that a name states, on its day. */
export function atStatedTime(answer: RuleAnswer, { clock }: Name): RuleAnswer {
  if (clock === undefined || !clock.exact) return answer
  const { minute, offset } = clock
  const zone = offset === undefined ? {} : { offset }
  return {
    ...answer,
    found: answer.found.map(({ period, why }) => ({
      period: period.unit === 'day' && minute < wholeDay ? { ...period, minute, ...zone } : period,
      why,
    })),
  }
}

const halfDay = 720
const wholeDay = 2 * halfDay
const evening = 18 * 60
const morning = 6 * 60

/**
 * The answer with all times that it may mean after the one named last on its day. 4时30分 behind 下午3时 is
 * most likely of the afternoon, and 凌晨1时 behind 晚11时 of the next day. The same answer where only one
 * time can be meant.
 */
export function withOtherTimes(answer: RuleAnswer, name: Name, { time }: Scene): RuleAnswer {
  const { clock, stated } = name
  if (clock === undefined || clock.offset !== undefined || time === null) return answer
  const meant = timesAfter(time, clock, stated.is === 'clock')
  if (meant === null) return answer
  const readings = answer.found.flatMap((one) =>
    one.period.unit === 'day' && time.days.includes(one.period.first)
      ? meant.times.flatMap(({ minute, add }) => {
          const day = dayPeriod(one.period.first + add)
          const isTold = clock.exact && minute < wholeDay
          return day === null ? [] : [{ ...one, period: isTold ? { ...day, minute } : day }]
        })
      : [one],
  )
  const isDoubtful = readings.some(({ period }) => !isAmong(period, answer.found))
  if (!isDoubtful) return answer
  const kept = readings.filter(({ period }, place) => !isAmong(period, readings.slice(0, place)))
  return { found: kept, open: answer.open ?? meant.why }
}

const isAmong = ({ first, minute }: Period, all: RuleAnswer['found']): boolean =>
  all.some(({ period }) => period.first === first && period.minute === minute)

interface Times {
  /** Days on, and minutes after midnight. */
  readonly times: readonly { readonly add: number; readonly minute: number }[]
  readonly why: Reason
}

/** `isAlone`: no day stands beside the time, so that it may be of the next one. */
function timesAfter(
  { minute: before, namesHalf }: NamedTime,
  { minute, half }: NonNullable<Name['clock']>,
  isAlone: boolean,
): Times | null {
  if (minute >= before) return null
  const [same, next, later] = [{ add: 0, minute }, { add: 1, minute }, laterHalf(minute)]
  if (half === 'open' && namesHalf) {
    const why = plain('half-of-day')
    if (before >= halfDay && (!isAlone || minute + halfDay >= before))
      return { times: [later, same], why }
    if (!isAlone) return null
    const isNight = before >= evening && minute < morning
    return { times: isNight ? [next, same, later] : [later, same, next], why }
  }
  if (!isAlone) return null
  const isNight = minute + wholeDay - before < halfDay
  const times = isNight ? [next, same] : [same, next]
  // Behind 14时 the hours are those of 24; behind 8时 nobody knows.
  const isOpen = half === 'open' && before < 13 * 60
  return { times: isOpen ? [...times, later] : times, why: plain('day-of-clock') }
}

/** Twelve hours on; 12时 at night ends the day. */
const laterHalf = (minute: number): { readonly add: number; readonly minute: number } =>
  minute + halfDay > wholeDay
    ? { add: 1, minute: minute - halfDay }
    : { add: 0, minute: minute + halfDay }

/** The scene with the time that a phrase told of its days, for the times that follow. */
export function withTimeOf(
  scene: Scene,
  { from: { clock, partFrom }, to, claim }: Phrase,
  { named, open }: { readonly named: readonly Period[]; readonly open: Reason | null },
): Scene {
  const minute = clock?.minute ?? partFrom
  const days = named.filter(({ unit }) => unit === 'day').map(({ first }) => first)
  if (minute === undefined || clock?.offset !== undefined || days.length === 0) return scene
  if (to !== undefined || claim !== 'point' || open?.rule === 'half-of-day') return scene
  // Who once says 下午 counts twelve hours also where the words lack it.
  const isTold = scene.time?.namesHalf === true && scene.time.days.includes(days[0] ?? Number.NaN)
  const namesHalf = clock === undefined || clock.half === 'named' || isTold
  return { ...scene, time: { days, minute, namesHalf } }
}

/** The scene behind a time that is itself in doubt: nothing counts from an hour. */
export const withoutTime = (scene: Scene): Scene =>
  scene.focus === null
    ? scene
    : { ...scene, focus: { ...scene.focus, periods: scene.focus.periods.map(atNoTime) } }

export function atNoTime({ minute: _, offset: __, ...day }: Period): Period {
  return day
}

/** A zone that words name at a phrase or between it and the one before. */
export interface NamedZone {
  /** It is the timeline's, or one whose clocks show the same. */
  readonly isOwn: boolean
  /** It is that of the phrase's own time. */
  readonly isBeside: boolean
  readonly zone: ZoneName
}

/** How far before a phrase its zone may be named, and how long what names it behind the phrase is. */
const [zoneReach, zoneLength] = [200, 40]

/** 纽约时间3月12日下午3时, 下午3时（纽约时间）, 3 p.m. ET: the zone named last, from a place on. */
export function zoneAt(
  text: string,
  { start, end }: Phrase,
  { zoneName, zoneOf }: Grammar,
  { from, day, timeZone }: { from: number; day: CivilDay; timeZone: string },
): NamedZone | null {
  const opening = Math.max(from, start - zoneReach)
  const around = text.slice(opening, end + zoneLength)
  const [own, name] = [start - opening, end - opening]
  let last: NamedZone | null = null
  for (const match of around.matchAll(zoneName)) {
    const [words] = match
    const close = match.index + words.length
    const zone = zoneOf(words)
    const isOwn = isSameZone(zone, timeZone, day)
    if (match.index < name) {
      const isBeside = close > own || /^[ 的]?$/.test(around.slice(close, own))
      last = { isOwn, isBeside, zone }
    } else if (/^ ?\(?$/.test(around.slice(name, match.index))) {
      // 下午3时（北京时间次日凌晨3时）: the time before the bracket is of another zone.
      const isOther = around[match.index - 1] === '(' && around[close] !== ')'
      return { isOwn: isOwn && !isOther, isBeside: true, zone }
    }
  }
  return last
}

/** Whether a text says that all its times are of another zone than the timeline's. */
export function isAllAbroad(
  text: string,
  { zoneOfAll, zoneOf }: Grammar,
  { day, timeZone }: { readonly day: CivilDay; readonly timeZone: string },
): boolean {
  const name = zoneOfAll.exec(text)?.[1]
  // All times are Eastern.
  const names = name === undefined ? [] : [name, `${name} time`]
  return names.length > 0 && !names.some((one) => isSameZone(zoneOf(one), timeZone, day))
}

/** A clock of another zone tells the day at most. */
export const inOtherZone = (phrase: Phrase): Phrase => {
  const { clock } = phrase.from
  if (clock === undefined || clock.offset !== undefined) return phrase
  return { ...phrase, from: { ...phrase.from, clock: { ...clock, exact: false } } }
}

interface Readings {
  readonly readings: readonly DateReading[]
  readonly open: Reason | null
}

/** What a time without a zone may be behind one of another zone: of that day, or the timeline's time. */
export function inEitherZone<R extends Readings>(read: R): R {
  const { readings } = read
  if (!readings.some(({ date }) => date.includes('T'))) return read
  const days = readings.map((one): DateReading => ({ ...one, date: one.date.slice(0, 10) }))
  const both = [...days, ...readings]
  const kept = both.filter(({ date }, at) => both.findIndex((one) => one.date === date) === at)
  return { ...read, readings: kept, open: plain('other-zone') }
}
