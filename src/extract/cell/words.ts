// Cells in words, read by the rules of extraction: the whole cell has to be one statement.
import { parseDay } from '../../domain/date/civil-day.ts'
import { civilToLunar } from '../lunar/lunar-day.ts'
import { because, plain } from '../reasons/reason.ts'
import { composePhrase, type Composed } from '../rules/compose.ts'
import { english } from '../rules/en/grammar.ts'
import type { Grammar } from '../rules/grammar.ts'
import { openingScene, type Spot } from '../rules/scene.ts'
import { statesYear, type Name, type Phrase, type Statement } from '../rules/stated.ts'
import { inOtherZone, zoneAt } from '../rules/time-of-day.ts'
import { chinese } from '../rules/zh/grammar.ts'
import { dayName, periodParts, yearPeriod, yearsPeriod, type Period } from '../period.ts'
import {
  choiceOf,
  open,
  readingOf,
  ready,
  refused,
  stretchOf,
  type CellAnswer,
  type ColumnSettings,
} from './answer.ts'
import { fullYears } from './numeric.ts'

const spot: Spot = { sentence: 0, paragraph: 0, tense: 'past', opens: true }

/** 5 Mar 20, Mar 5, 20. */
const shortYearAlone =
  /^((?:[A-Z][a-z]{1,8},? )?(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][A-Za-z]{2,8}\.?,?|[A-Z][A-Za-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,)) (\d{2})(?=$| \d{1,2}:)/

/** 05MAR2020, 05MAR20 and Mar-5-20, as programs write them: 5-Mar-20. */
const closeDate =
  /^(?:(\d{1,2})([A-Za-z]{3})|([A-Za-z]{3,9})-(\d{1,2})-)(\d{4}|\d{2})(?=$| \d{1,2}:)/

const dayFirst = (_: string, ...[day, month, name, number, year]: (string | undefined)[]): string =>
  `${day ?? number}-${month ?? name}-${year}`

/** The longest cell that may be one date. */
const longest = 120

/** Whether a cell names several dates, from one to another or one of them. */
export const namesSeveral = (cell: string): boolean =>
  [english, chinese].some((grammar) => wholePhrase(cell, grammar)?.phrase.to !== undefined)

export function readWords(cell: string, settings: ColumnSettings): CellAnswer {
  const special = readYearWords(cell, settings)
  if (special !== null) return special
  // In a cell a number of two digits after a day and its month is a year also without a sign.
  const signed = cell.replace(closeDate, dayFirst).replace(shortYearAlone, "$1 '$2")
  for (const grammar of [english, chinese]) {
    const found = wholePhrase(signed, grammar)
    if (found === null) continue
    const answer = inItsZone(found, grammar, settings)
    return settings.stretches === 'lasted' && within.test(cell) ? lastedWithin(answer) : answer
  }
  return unnamedPeriod.test(cell) ? open(plain('unnamed-period')) : refused(plain('no-date'))
}

/** 国庆假期, 寒假, 抗战期间: whoever knows its days writes them. */
const unnamedPeriod = /期间$|(?:假期?|长假|黄金周|假日|[暑寒][假期]|春运|学期|汛期)$/

/** The statement that takes up a cell from its first to its last character. */
function wholePhrase(cell: string, grammar: Grammar): Found | null {
  if (cell.length > longest) return null
  // After a preposition a year or a month may stand alone.
  const lead = grammar === english ? 'in ' : ''
  const text = grammar.fold(lead + cell)
  const trigger = new RegExp(grammar.trigger.source, grammar.trigger.flags)
  for (let match = trigger.exec(text); match !== null; match = trigger.exec(text)) {
    if (match[0] === '') trigger.lastIndex += 1
    const read = grammar.phraseAt(text, match.index, thisYear)
    if (read === null || 'skipTo' in read) continue
    const rest = text.slice(lead.length, Math.max(read.start, lead.length)).trim()
    const after = text.slice(read.end).replace(/[.,\s]+$/, '')
    if (after !== '') continue
    if (preposition.test(rest)) return { phrase: read, text }
  }
  return null
}

/** On, in the course of, sometime during: they claim no more than the date itself, or a grammar reads them. */
const preposition =
  /^(?:于|在|(?:(?:some ?time|at some (?:point|time|date|stage)|(?:some|one) day),? ?)?(?:(?:on|in|at|during|within|throughout|over|all through|(?:in|over) the course of) ?)?(?:the ?)?(?:year ?)?)$/i

/** Within February, 2月内: what lasted began and ended in it; our own words of `2020-02/2020-02`. */
const within = /\bwithin\b|\bcourse of\b|内\s*$/i

interface Found {
  readonly phrase: Phrase
  readonly text: string
}

/** 26 January 2020 10:05 EST: names of zones are of several places, so that the day and the time there are asked. */
function inItsZone(
  { phrase, text }: Found,
  grammar: Grammar,
  settings: ColumnSettings,
): CellAnswer {
  const { timeZone = 'UTC', day } = settings
  const source = parseDay(day ?? '') ?? 0
  const named = zoneAt(text, phrase, grammar, { from: 0, day: source, timeZone })
  const { clock } = phrase.from
  if (named === null || named.isOwn || clock?.exact !== true || clock.offset !== undefined)
    return answerOf(phrase, settings)
  const days = answerOf(inOtherZone(phrase), settings)
  const { zone } = named
  const there = zone === null ? null : answerOf(phrase, { ...settings, timeZone: zone })
  return days.state === 'refused'
    ? days
    : open(plain('no-zone'), [...days.readings, ...(there?.readings ?? [])])
}

/** Decades of two digits are not read in cells, so that no real clock is needed. */
const thisYear = 2000

function answerOf(found: Phrase, settings: ColumnSettings): CellAnswer {
  const phrase = withoutChoice(found)
  const { day, timeZone, stretches } = settings
  const source = day === undefined ? null : parseDay(day)
  const inCenturies = withCenturies(phrase, settings)
  if (inCenturies.length > 0)
    return choiceOf(
      inCenturies.map((full) => answerOf(full, settings)),
      plain('year-of-two-digits'),
    )
  if (source === null && !standsAlone(phrase)) return open(plain('no-year'))
  const month = source === null ? null : inNearestMonth(phrase, source)
  if (month !== null) return month
  if (phrase.doubt === 'two-dates') return refused(plain('two-dates'))
  if (phrase.claim === 'after') return refused(plain('open-bound'))
  const once = stretches === 'once'
  const told = phrase.claim === 'point' && isStretch(phrase.from) && !once ? 'lasted' : phrase.claim
  const read: Phrase = { ...phrase, claim: once && phrase.claim === 'lasted' ? 'point' : told }
  const scene = openingScene(source ?? 0, true, settings.calendar === 'minguo')
  return stateOf(composePhrase(read, { scene, spot, timeZone: timeZone ?? 'UTC' }))
}

/** Whether it lasted or happened once is asked for the column. */
function withoutChoice(phrase: Phrase): Phrase {
  const { doubt, ...told } = phrase
  return doubt === 'lasted-or-once' ? { ...told, claim: 'lasted' } : phrase
}

/** 初三, 廿三日 alone: the latest such day of the Chinese calendar is proposed, and of the civil month. */
function inNearestMonth(
  { from: { stated, besides }, to }: Phrase,
  source: number,
): CellAnswer | null {
  if (stated.is !== 'lunar' || stated.month !== undefined || stated.eve === true) return null
  if (to !== undefined || besides.length > 0 || stated.day === 'all') return null
  const { day: ofMonth } = stated
  const latest = (fits: (day: number) => boolean) => {
    const day = Array.from({ length: 62 }, (_, ago) => source - ago).find(fits)
    return day === undefined ? null : dayName(day)
  }
  const lunar = latest((day) => civilToLunar(day)?.day === ofMonth)
  const civil = stated.orCivil === true ? latest((day) => periodParts(day).day === ofMonth) : null
  const why = plain(stated.orCivil === true ? 'civil-or-lunar' : 'no-month')
  return open(why, [
    ...(civil === null
      ? []
      : [readingOf(civil, because('month-of-source', { month: civil.slice(0, 7) }))]),
    ...(lunar === null ? [] : [readingOf(lunar, because('lunar', { day: lunar }))]),
  ])
}

/** Sept. '45, 5-Mar-20 with their century: that of the column, if it is settled. */
function withCenturies(phrase: Phrase, settings: ColumnSettings): Phrase[] {
  const { from, to } = phrase
  const stated = [from, ...(to === undefined ? [] : [to])].flatMap((name) => [
    name.stated,
    ...name.besides,
  ])
  if (stated.every((one) => shortYear(one) === null)) return []
  return fullYears(0, settings).map((_, century) => {
    const full = <S extends Statement>(one: S): S => {
      const short = shortYear(one)
      return short === null ? one : { ...one, year: { at: fullYears(short, settings)[century] } }
    }
    const inFull = (name: Name): Name => ({
      ...name,
      stated: full(name.stated),
      besides: name.besides.map(full),
    })
    return { ...phrase, from: inFull(from), ...(to !== undefined && { to: inFull(to) }) }
  })
}

function shortYear(stated: Statement): number | null {
  if (stated.is !== 'calendar' && stated.is !== 'numeric') return null
  return stated.year !== undefined && 'short' in stated.year ? stated.year.short : null
}

function stateOf({ readings, open: why }: Composed): CellAnswer {
  const [first] = readings
  // 次日: a person may know from which day it counts.
  if (first === undefined && (why?.rule === 'no-date-before' || why?.rule === 'fiscal-year'))
    return open(why)
  if (first === undefined)
    return why === null || why.rule === 'no-year' ? refused(plain('no-such-date')) : refused(why)
  if (why !== null || readings.length > 1) return open(why ?? plain('two-years'), readings)
  return ready(first.date, first.why, first.kind)
}

/** Early, a season or ten days are a stretch; by convention those of months are points. */
const isStretch = ({ stated }: Name): boolean =>
  stated.is === 'calendar' &&
  (/-t(?:en|wenty)$/.test(stated.monthPart ?? '') ||
    typeof stated.yearPart === 'object' ||
    /spring|summer|autumn|winter/.test(typeof stated.yearPart === 'string' ? stated.yearPart : ''))

/** True where the words need neither source nor text. */
function standsAlone({ from, to }: Phrase): boolean {
  const names = to === undefined ? [from] : [from, to]
  const stated = names.map((name) => [name.stated, ...name.besides].filter((one) => !leans(one)))
  return stated.every((one) => one.length > 0) && stated.flat().some(statesYear)
}

function leans(stated: Statement): boolean {
  if (stated.is === 'shift' || stated.is === 'weeks' || stated.is === 'quarter') return true
  if (stated.is === 'weekday' || stated.is === 'source' || stated.is === 'recent') return true
  if (stated.is === 'clock' || stated.is === 'day-of-year') return true
  if (stated.is === 'decade') return stated.first === undefined
  if (stated.is === 'years') return stated.isShort === true
  if (stated.is === 'calendar' && stated.month !== undefined && 'from' in stated.month) return true
  return 'year' in stated && typeof stated.year === 'object' && !('at' in stated.year)
}

/** Before 1900, 1900s, FY2019: what only cells say. */
function readYearWords(cell: string, settings: ColumnSettings): CellAnswer | null {
  const before = /^(?:some ?time )?(?:before |prior to |pre[- ])(\d{4})$/i.exec(cell)
  if (before !== null) {
    const last = yearPeriod(Number(before[1]) - 1)
    return last === null
      ? refused(plain('no-such-date'))
      : ready(`[..${last.from}]`, plain('written'))
  }
  const upTo =
    /^(?:(?:on|in) or before|no later than|not later than|不晚于|不迟于|[最至]迟[于在]?|最晚[于在]?) ?(.+)$/i.exec(
      cell,
    ) ?? /^(?!by )(.+?),? at (?:the )?latest$/i.exec(cell)
  if (upTo !== null) return onOrBefore(readWords(upTo[1] ?? '', settings))
  // What a cataloguer supplied: known from elsewhere, or supposed.
  const supplied = /^\[(\d{4})\]$/.exec(cell)?.[1]
  if (supplied !== undefined)
    return open(
      plain('words-beside'),
      [supplied, `${supplied}?`].map((date) => readingOf(date, plain('written'))),
    )
  const whole = /^(?:all|the whole) of (.+)$/i.exec(cell)
  if (whole !== null) return lasted(readWords(whole[1] ?? '', settings))
  if (/^(?:after|later than) \S|\S,? at (?:the )?earliest$/i.test(cell))
    return refused(plain('open-bound'))
  if (/^(?:FY|fiscal(?: year)?|financial year) ?\d{2,4}$/i.test(cell))
    return open(plain('fiscal-year'))
  if (/^[A-Z][a-z]{2}-\d{2}$/.test(cell)) return open(plain('month-or-day'))
  return readWinter(cell, settings)
}

/** On or before 13 March 2020: some day up to it, as before 1900. */
function onOrBefore(answer: CellAnswer): CellAnswer {
  const readings = answer.readings.map(({ date, why }) => readingOf(`[..${date}]`, why))
  const [first] = readings
  if (answer.state === 'refused' || first === undefined || first === null)
    return refused(plain('no-date'))
  return answer.state === 'open' ? open(answer.rule, readings) : ready(first.date, first.why)
}

const isMonthOrYear = (date: string): boolean => /^-?\d{4}(?:-\d{2})?[?~%]?$/.test(date)

/** A month or year in which something lasted for some time. */
function lastedWithin(answer: CellAnswer): CellAnswer {
  const { state, rule } = answer
  const readings = answer.readings.map((reading) =>
    isMonthOrYear(reading.date)
      ? readingOf(`${reading.date}/${reading.date}`, reading.why)
      : reading,
  )
  const [first] = readings
  if (state === 'refused' || first === undefined || first === null) return answer
  return state === 'open' ? open(rule, readings) : ready(first.date, rule, first.kind)
}

/** All of 2020: it lasted through it. */
function lasted(answer: CellAnswer): CellAnswer {
  const { state, rule, readings } = answer
  const [first] = readings
  const isWhole = readings.every(({ date }) => isMonthOrYear(date))
  if (state === 'refused' || first === undefined || !isWhole) return refused(plain('no-date'))
  const spans = readings.map((reading) => ({ ...reading, kind: 'span' as const }))
  return state === 'open' ? open(rule, spans) : ready(first.date, rule, 'span')
}

/** Winter 2019: its first two months, or from December on. */
function readWinter(cell: string, settings: ColumnSettings): CellAnswer | null {
  const match = /^winter (?:of )?(\d{4})$/i.exec(cell)
  if (match === null) return null
  const year = Number(match[1])
  const dates: (Period | null)[] = [yearsPeriod(year, year)]
  if (dates[0] === null) return null
  return open(plain('two-winters'), [
    readingOf(stretchOf(`${year}-01`, `${year}-02`, settings), plain('written')),
    readingOf(stretchOf(`${year}-12`, `${year + 1}-02`, settings), plain('written')),
  ])
}
