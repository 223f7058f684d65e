// The dates of an article whose day of publication may be known only as a month or a year: what counts
// from that day is then open, since nobody may invent it.
import { printDay } from '../../domain/date/civil-day.ts'
import { daysOf, parseDate } from '../../domain/date/edtf-date.ts'
import { draftRows, type DraftRow } from '../../extract/draft/rows.ts'
import type { DateReading, Mark } from '../../extract/mark.ts'
import type { SourceSetting } from '../../extract/marks.ts'
import { because, plain } from '../../extract/reasons/reason.ts'

/** The first and the last day of a date, month or year (EDTF); null of what is none. */
export function daysOfPublication(published: string): readonly [string, string] | null {
  const date = parseDate(published)
  if (!date.ok) return null
  const [first, last] = daysOf(date.value)
  return [printDay(first), printDay(last)]
}

/**
 * @example ('昨天开工。', '1948-12', …) → one open row, which proposes [1948-11-30..1948-12-30]; 近日 is
 * `[..1948-12-31]`, as of an article of that day
 */
export function rowsByPublication(
  text: string,
  published: string,
  setting: Omit<SourceSetting, 'day'>,
): readonly DraftRow[] {
  const [first, last] = daysOfPublication(published) ?? [published, published]
  const rows = draftRows(text, { ...setting, day: last })
  if (first === last) return rows
  const early = new Map(
    draftRows(text, { ...setting, day: first }).map(({ mark }) => [mark.start, mark]),
  )
  return rows.map((row) => ({
    ...row,
    mark: between(early.get(row.mark.start), row.mark, published),
  }))
}

/**
 * Of the marks of both days what holds on every day between them: a later source never has words read as
 * an earlier date, so that what is equal at both ends is equal between them.
 */
function between(early: Mark | undefined, late: Mark, published: string): Mark {
  // Before the last day at the latest: no later than the source, whichever day it has.
  if (late.kind === 'undated' || isSame(early, late)) return late
  const readings = [...(early?.readings ?? []), ...late.readings]
  const [one, other] = [early?.date, late.date]
  const isOfYear = readings.every(({ date }) => date.slice(4) === late.readings[0]?.date.slice(4))
  const why = isOfYear ? plain('two-years') : because('from-source', { day: published })
  const isBetween = !isOfYear && isOfOneDay.test(one ?? '') && isOfOneDay.test(other ?? '')
  const open = { ...late, state: 'open', date: null, kind: null, rule: why } as const
  if (isBetween) return { ...open, readings: [{ date: `[${one}..${other}]`, kind: 'point', why }] }
  return { ...open, readings: readings.filter(isFirst) }
}

const isSame = (early: Mark | undefined, late: Mark): boolean =>
  early?.date === late.date && keysOf(early) === keysOf(late)

const keysOf = ({ readings }: Mark): string => readings.map(keyOf).join(' ')
const keyOf = ({ date, kind }: DateReading): string => `${date} ${kind}`

const isFirst = (one: DateReading, index: number, all: readonly DateReading[]): boolean =>
  all.findIndex((other) => keyOf(other) === keyOf(one)) === index

/** A day or a month: of two such, what lies between them is a date, too. */
const isOfOneDay = /^-?\d{4}-\d\d(?:-\d\d)?$/
