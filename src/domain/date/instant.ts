// Instants with an offset (RFC 3339; ISO 8601-1, 5.4.2.1) and their civil day and clock time in a
// time zone. Used when a timeline is published. Does not read the clock or parse with Date.
import { broken } from '../broken-rule.ts'
import { civilDay, firstDay, lastDay, printYear, twoDigits } from './civil-day.ts'
import { civilTimeAt, type CivilTime } from './clock.ts'
import { parseDate } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'
import { failed, ok, type Result } from '../result.ts'

export interface Instant {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  /** Null if not written. */
  readonly second: number | null
  /** As written: `Z`, `+08:00` or `+08`. */
  readonly offset: string
}

const clock = /^(\d{2}):(\d{2})(?::(\d{2}))?(Z|[+-]\d{2}(?::\d{2})?)$/

/**
 * Reads `2020-03-13T07:45:00+08:00`, with or without seconds.
 * @example parseInstant('2020-03-13T07:45Z') → ok({ …, hour: 7, minute: 45, second: null, … })
 */
export function parseInstant(text: string): Result<Instant, EdtfProblem> {
  const split = text.indexOf('T')
  if (split < 1) return failed(broken('time-without-day'))
  const date = parseDate(text.slice(0, split))
  if (!date.ok) return date
  const { year, month, day, qualifier } = date.value
  if (month === undefined || typeof day !== 'number' || qualifier !== '') {
    return failed(broken('time-without-day'))
  }
  const time = text.slice(split + 1)
  const match = clock.exec(time)
  if (match === null) return failed(offClock(time))
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)]
  // A leap second (60) is refused too: time zone data and readers of our formats do not support it.
  if (hour > 23 || minute > 59 || second > 59) return failed(broken('no-time'))
  const offset = match[4] ?? 'Z'
  if (!isOffset(offset)) return failed(broken('no-offset'))
  return ok({
    year,
    month,
    day,
    hour,
    minute,
    second: match[3] === undefined ? null : second,
    offset,
  })
}

/** ISO 8601-1, 4.3.13 has no offset -00:00. */
function isOffset(offset: string): boolean {
  if (offset === 'Z') return true
  const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4))]
  return hours <= 23 && minutes <= 59 && (offset.startsWith('+') || hours + minutes > 0)
}

function offClock(time: string): EdtfProblem {
  if (/^\d{2}:\d{2}(?::\d{2})?$/.test(time)) return broken('time-without-offset')
  if (/[?~%]$/.test(time)) return broken('qualified-instant')
  if (/^\d{2}:\d{2}:\d{2}[.,]/.test(time)) return broken('time-fraction')
  if (/^\d{4}|[+-]\d{4}$/.test(time)) return broken('basic-format')
  return broken('time-digits')
}

/** The exact inverse of `parseInstant`. */
export function printInstant({ year, month, day, hour, minute, second, offset }: Instant): string {
  const date = `${printYear(year)}-${twoDigits(month)}-${twoDigits(day)}`
  const seconds = second === null ? '' : `:${twoDigits(second)}`
  return `${date}T${twoDigits(hour)}:${twoDigits(minute)}${seconds}${offset}`
}

/** Unix time: leap seconds are not counted. */
export function secondsSinceEpoch({
  year,
  month,
  day,
  hour,
  minute,
  second,
  offset,
}: Instant): number {
  const sign = offset.startsWith('-') ? -1 : 1
  const offsetMinutes = sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
  return (
    civilDay(year, month, day) * 86_400 + (hour * 60 + minute - offsetMinutes) * 60 + (second ?? 0)
  )
}

/**
 * The local date and time of an instant in an IANA time zone. Refuses instants whose local day is
 * outside the years -9999 to 9999.
 */
export function civilTime(instant: Instant, timeZone: string): Result<CivilTime, EdtfProblem> {
  const { day, minute } = civilTimeAt(secondsSinceEpoch(instant), timeZone)
  return day < firstDay || day > lastDay ? failed(broken('year-range')) : ok({ day, minute })
}

/** True for an existing instant of RFC 3339, optionally with a fraction of a second. */
export function isInstant(text: string): boolean {
  return parseInstant(wholeSeconds(text)).ok
}

/**
 * Milliseconds since 1970; NaN if the text is not an instant, so that every comparison fails.
 * @example '2020-03-13T07:45:00+08:00' → 1584056700000
 */
export function instantToMilliseconds(text: string): number {
  const instant = parseInstant(wholeSeconds(text))
  return instant.ok ? secondsSinceEpoch(instant.value) * 1000 : Number.NaN
}

const wholeSeconds = (text: string): string => text.replace(/\.\d{1,9}(?=[Z+-])/, '')
