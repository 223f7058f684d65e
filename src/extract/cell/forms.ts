// Dates as other programs write them: iCalendar (RFC 5545), TimelineJS, RFC 2822 of mails and feeds.
import {
  datePeriod,
  dayName,
  monthPeriod,
  yearPeriod,
  joinPeriods,
  type Period,
} from '../period.ts'
import { because, plain } from '../reasons/reason.ts'
import { isTimeZone } from '../rules/time-zone.ts'
import { open, readingOf, ready, refused, type CellAnswer, type ColumnSettings } from './answer.ts'
import { atClock } from './clock.ts'

const noSuchDate = plain('no-such-date')
const months = 'JanFebMarAprMayJunJulAugSepOctNovDec'
const from = (form: string) => because('form', { form })

const property =
  /^DTSTART(?:;(?:VALUE=DATE|TZID=([^:;]{1,200})))?:(\d{8})(?:T(\d{6})(Z)?)?(?:\s+DTEND(?:;VALUE=DATE)?:(\d{8}))?$/

const basic = (text: string): Period | null =>
  datePeriod(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8)))

function readCalendar(cell: string, settings: ColumnSettings): CellAnswer | null {
  const match = property.exec(cell)
  if (match === null) return null
  const [, zone, date = '', time, utc, end] = match
  const day = basic(date)
  if (day === null) return refused(noSuchDate)
  const why = from('iCalendar')
  if (time === undefined) return days(day, end)
  const [hour, minute, second] = [time.slice(0, 2), time.slice(2, 4), time.slice(4)].map(Number)
  if (utc !== undefined)
    return ready(`${day.from}T${time.replace(/(..)(..)(..)/, '$1:$2:$3')}Z`, why)
  const clock = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 }
  const place = { name: day.from, civil: day.first }
  if (zone === undefined || isTimeZone(zone))
    return atClock(place, clock, zone ?? settings.timeZone, why)
  // A zone that only the calendar itself describes: the day, or the time by the timeline's clock.
  const here = atClock(place, clock, settings.timeZone, why).readings
  return open(plain('no-zone'), [readingOf(day.from, why), ...here])
}

/** RFC 5545, 3.6.1: DTEND is the day after the last one. */
function days(day: Period, end: string | undefined): CellAnswer {
  const after = end === undefined ? null : basic(end)
  const last = after === null ? day.first : after.first - 1
  if (last < day.first) return refused(noSuchDate)
  const date = last === day.first ? day.from : `${day.from}/${dayName(last)}`
  return ready(date, from('iCalendar'))
}

type Part = string | number | undefined

function periodOf(year: Part, month: Part, day: Part): Period | null {
  const given = (part: Part): number | null =>
    part === undefined || String(part).trim() === '' ? null : Number(part)
  const [y, m, d] = [given(year), given(month), given(day)]
  if (y === null || Number.isNaN(y)) return null
  if (m === null) return yearPeriod(y)
  return d === null ? monthPeriod(y, m) : datePeriod(y, m, d)
}

interface TimelineDate {
  readonly year?: Part
  readonly month?: Part
  readonly day?: Part
}

function readTimeline(cell: string): CellAnswer | null {
  const old = /^(-?\d{1,4}),(\d{1,2})(?:,(\d{1,2}))?$/.exec(cell)
  const why = from('TimelineJS')
  if (old !== null) return answerOf(periodOf(old[1], old[2], old[3]))
  if (!cell.startsWith('{')) return null
  const value = parseJson(cell)
  if (value === null) return null
  const start = value.start_date ?? value
  const first = periodOf(start.year, start.month, start.day)
  const end = value.end_date
  const last = end === undefined ? null : periodOf(end.year, end.month, end.day)
  if (first === null) return refused(plain('no-year'))
  if (last === null || last.from === first.from) return answerOf(first)
  const joined = joinPeriods(first, last)
  return joined === null ? refused(noSuchDate) : ready(`${joined.from}/${joined.to}`, why)
}

const answerOf = (period: Period | null): CellAnswer =>
  period === null ? refused(noSuchDate) : ready(period.from, from('TimelineJS'))

type TimelineCell = TimelineDate & {
  readonly start_date?: TimelineDate
  readonly end_date?: TimelineDate
}

function parseJson(cell: string): TimelineCell | null {
  try {
    const value: unknown = JSON.parse(cell)
    return typeof value === 'object' && value !== null ? value : null
  } catch {
    return null
  }
}

const mail =
  /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}(?::\d{2})?) (GMT|UTC|Z|[+-]\d{4})$/

/** Tue, 05 Mar 2019 14:00:00 GMT. */
function readMail(cell: string): CellAnswer | null {
  const match = mail.exec(cell)
  if (match === null) return null
  const [, day, month = '', year, time, zone = ''] = match
  const place = months.indexOf(month)
  const period = datePeriod(Number(year), place / 3 + 1, Number(day))
  if (place < 0 || period === null) return refused(noSuchDate)
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(3)}` : 'Z'
  return ready(`${period.from}T${time}${offset}`, from('RFC 2822'))
}

export const readForm = (cell: string, settings: ColumnSettings): CellAnswer | null =>
  readCalendar(cell, settings) ?? readTimeline(cell) ?? readMail(cell)
