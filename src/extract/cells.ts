// Reads a cell of a column of dates by what was set for the column: a date, an open question with
// proposals, or no date at all. Nothing is guessed: what two readings share is asked. No clock, no I/O.
import { parseDay } from '../domain/date/civil-day.ts'
import { parseEdtf } from '../domain/date/edtf.ts'
import {
  oneOf,
  open,
  readingOf,
  ready,
  refused,
  type CellAnswer,
  type ColumnSettings,
} from './cell/answer.ts'
import { dayAtMidnight } from './cell/clock.ts'
import { readForm } from './cell/forms.ts'
import { readNumbers } from './cell/numeric.ts'
import { isListOfDates, readTwoDates } from './cell/several.ts'
import { readUncertain } from './cell/uncertain.ts'
import { usualSpelling } from './cell/spellings.ts'
import { readHours, readPartOfDay, readWeekdayBehind } from './cell/tails.ts'
import { readWords } from './cell/words.ts'
import { plain } from './reasons/reason.ts'
import { isSameZone } from './rules/time-zone.ts'
import { chinese } from './rules/zh/grammar.ts'
import { fold } from './text/fold.ts'

const bothEnds =
  /[至到—–~～](?!.*[间間](?:某[日天月年])?\s*$)|\b(?:to|through|till|until)\b|\d{4}\s?-\s?\d{4}|\d{1,2}-\d{1,2}月|[全整][年月]\s*(?:\(|（|$)|^\s*(?:all|the whole) of\b|^\s*(?:throughout|all through)\b/i

/**
 * 9月至11月, 2019-2020, 2020年全年: what names both of its ends, or all of it, lasted, whatever is set for
 * stretches. 1900年至1909年间 may be some day within, as between 1900 and 1909.
 */
export const namesBothEnds = (cell: string): boolean => bothEnds.test(cell)

const someDay =
  /(?<=[间間年月])的?(?:某一?|一)[日天月年](?:某日)?(?=\s*$)|^\s*(?:some ?time|at some (?:point|time|date|stage)|(?:some|one) day)\b/i

/** 间某日, sometime in 2020: it happened once, whatever is set for stretches. */
export const namesSomeDay = (cell: string): boolean => someDay.test(cell)

/** `readCell('3/6/2020', { order: 'dmy' })` is 2020-06-03; without the order it is open. */
export function readCell(cell: string, given: ColumnSettings = {}): CellAnswer {
  const dashed = readDashed(cell, given)
  if (dashed !== null) return dashed
  const stretches = namesSomeDay(cell) ? 'once' : namesBothEnds(cell) ? 'lasted' : given.stretches
  const settings: ColumnSettings = stretches === undefined ? given : { ...given, stretches }
  // An en dash joins years; a hyphen may also stand before a month.
  const text = usualSpelling(
    tidy(fold(cell.replace(/^\s*(\d{2})(\d{2})[–—](\d{2})\s*$/, '$1$2-$1$3'))),
  )
  if (text === '') return refused(plain('no-date'))
  const day = settings.midnight === 'day' ? dayAtMidnight(text) : null
  if (day !== null) return readCell(day, settings)
  if (parseEdtf(text).ok) return ready(text, plain('written'))
  const figures = (cell: string) => readNumbers(cell, settings)
  const known =
    readPartOfDay(text, figures) ?? figures(text) ?? readForm(text, settings) ?? refusedRange(text)
  if (known !== null) return known
  const words = readUncertain(text, (cell) => readWords(cell, settings))
  return words.state === 'refused' && /^(?:no-date|two-dates)$/.test(words.rule.rule)
    ? (readComposed(text, settings) ?? words)
    : words
}

/**
 * —2020: until then, or the sign of a list; 2020.2.3—: since then; 1850–5: to 1855, or in May. A hyphen before a
 * number is the sign of a year before Christ.
 */
function readDashed(cell: string, settings: ColumnSettings): CellAnswer | null {
  const years = /^\s*(\d{3})(\d)[–—](\d)\s*$/.exec(cell)
  if (years !== null) {
    const [, decade = '', from = '', to = ''] = years
    const dates = [
      ...(to > from ? [`${decade}${from}/${decade}${to}`] : []),
      `${decade}${from}-0${to}`,
    ]
    return oneOf(dates, plain('written'), plain('range-or-month'))
  }
  const trimmed = cell.trim()
  const isBefore = dashes.includes(trimmed.charAt(0) || ' ')
  const isBehind = dashes.includes(trimmed.at(-1) ?? ' ')
  if (isBefore === isBehind) return null
  const text = isBefore ? trimmed.slice(1) : trimmed.slice(0, -1)
  const { state, readings } = readCell(text, settings)
  const [first] = readings
  if (state !== 'ready' || first?.kind !== 'point' || first.date.includes('T')) return null
  return isBehind
    ? ready(`${first.date}/..`, first.why)
    : open(plain('dash-before'), [readingOf(`/${first.date}`, first.why), first])
}

const dashes = '–—－'

/** A date with a weekday or hours behind it, or two dates. */
function readComposed(text: string, settings: ColumnSettings): CellAnswer | null {
  if (text.length > longest) return null
  const read = (cell: string) => readCell(cell, settings)
  return (
    readNamedZone(text, settings) ??
    readWeekdayBehind(text, read) ??
    readHours(text, read) ??
    readTwoDates(text, read) ??
    (isListOfDates(text) ? refused(plain('two-dates')) : null)
  )
}

const zoneBefore = new RegExp(`^(${chinese.zoneName.source}) ?(?=\\d)`)
const zoneBehind = new RegExp(`^(.*\\d.*?) ?\\(?(${chinese.zoneName.source})\\)?$`)

/** 北京时间2020年1月26日15时, 2020-01-26 15:00（纽约时间）: of another zone the day and the time there are asked. */
function readNamedZone(text: string, settings: ColumnSettings): CellAnswer | null {
  const before = zoneBefore.exec(text)
  const behind = before === null ? zoneBehind.exec(text) : null
  const name = before?.[1] ?? behind?.[2]
  if (name === undefined) return null
  const rest = before === null ? (behind?.[1] ?? '') : text.slice(before[0].length)
  const { timeZone = 'UTC', day = '' } = settings
  const zone = chinese.zoneOf(name)
  const here = readCell(rest, settings)
  if (isSameZone(zone, timeZone, parseDay(day) ?? 0)) return here
  if (here.state === 'refused' || !here.readings.some(({ date }) => date.includes('T'))) return here
  const there = zone === null ? [] : readCell(rest, { ...settings, timeZone: zone }).readings
  const days = here.readings.map(({ date, why }) => readingOf(date.slice(0, 10), why))
  return open(plain('no-zone'), [...days.slice(0, 1), ...there])
}

/** The longest cell that may be one date with what stands behind it. */
const longest = 60

/** Signs of Markdown and HTML around a date, and the space. */
const tidy = (text: string): string =>
  text
    .replace(/^#{1,6} /, '')
    .replace(/<br ?\/?>$/i, '')
    .replace(/ {2,}/g, ' ')
    .trim()

/** An interval of EDTF that is none says so. */
function refusedRange(text: string): CellAnswer | null {
  return /^[\d.X-]+\/[\d.X-]+$/.test(text) && /^\d{4}-/.test(text)
    ? refused(plain('no-such-date'))
    : null
}
