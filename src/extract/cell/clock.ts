// Civil times of cells as instants with the offset that a zone shows.
import { plain, type Reason } from '../reasons/reason.ts'
import { offsetAt } from '../rules/time-zone.ts'
import type { Period } from '../period.ts'
import { oneOf, open, ready, refused, type CellAnswer } from './answer.ts'

export interface CellClock {
  readonly hour: number
  readonly minute: number
  /** null: not written. */
  readonly second: number | null
}

const two = (number: number): string => String(number).padStart(2, '0')

export const printCellClock = ({ hour, minute, second }: CellClock): string =>
  `${two(hour)}:${two(minute)}${second === null ? '' : `:${two(second)}`}`

const time = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)? ?(?:([AaPp])\.?[Mm]\.?)?$/

/** 14:00, 14:00:00, 2:00 PM; null for what no clock shows. */
export function readCellClock(text: string): CellClock | null {
  const match = time.exec(text)
  if (match === null) return null
  const half = match[4]?.toLowerCase()
  const written = Number(match[1])
  if (half !== undefined && (written < 1 || written > 12)) return null
  const hour = half === undefined ? written : (written % 12) + (half === 'p' ? 12 : 0)
  const minute = Number(match[2])
  const second = match[3] === undefined ? null : Number(match[3])
  return hour < 24 && minute < 60 && (second ?? 0) < 60 ? { hour, minute, second } : null
}

const clockAtEnd = /(?<=[ T])\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?: ?[AaPp]\.?[Mm]\.?)?$/

/** True for a cell with a clock time of any form. */
export const hasClock = (cell: string): boolean => /\d:\d{2}|\d ?[时時点點]/.test(cell)

/**
 * The day of a cell whose time is 00:00 without a zone, as programs write days; null for any other cell.
 * @example dayAtMidnight('2020-02-29 00:00:00') → '2020-02-29'
 */
export function dayAtMidnight(cell: string): string | null {
  // What programs write 上午 12:00 is midnight.
  const text = cell.trim().replace(/ ?上午 ?(?:12|0?0)(?=:00(?::00)?$)/, ' 00')
  const match = clockAtEnd.exec(text)
  const clock = match === null ? null : readCellClock(match[0])
  const isMidnight = clock?.hour === 0 && clock.minute === 0 && (clock.second ?? 0) === 0
  const day = text.slice(0, match?.index).replace(/T$/, '').trimEnd()
  return isMidnight && day !== '' ? day : null
}

const zoneAtEnd = /^(.+?)(?: ?(Z|UTC|GMT)| ?([+-]\d{2}):?(\d{2})?)$/i

/**
 * A day with the time that is written after it, with the sign between them: ` 14:30`, `T14:30:05Z`,
 * ` 14:30 +0800`. Null for what is no time.
 */
export function withClock(
  day: Period,
  written: string,
  timeZone: string | undefined,
): CellAnswer | null {
  const text = written.replace(/^[ T]+/, '')
  const fraction = /^(\d{1,2}:\d{2}:\d{2})\.(\d*[1-9]\d*)(.*)$/.exec(text)
  if (fraction !== null) {
    const whole = withClock(day, `T${fraction[1]}${fraction[3]}`, timeZone)
    return whole?.state === 'refused'
      ? whole
      : whole && open(plain('time-fraction'), whole.readings)
  }
  const why = plain('written')
  const local = (clock: CellClock): CellAnswer =>
    atClock({ name: day.from, civil: day.first }, clock, timeZone, why)
  const clock = readCellClock(text)
  if (clock !== null) return local(clock)
  const zoned = zoneAtEnd.exec(text)
  const start = readCellClock(zoned?.[1] ?? '')
  if (zoned === null || start === null)
    return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(zoned?.[1] ?? text)
      ? refused(plain('no-such-date'))
      : null
  const offset = zoned[3] === undefined ? 'Z' : `${zoned[3]}:${zoned[4] ?? '00'}`
  const instant = ready(`${day.from}T${printCellClock(start)}${offset}`, why)
  // 09:00-12:00: hours, unless ISO 8601 joins them to the day.
  const end = /-(\d{2}:\d{2})$/.exec(text)?.[1]
  const mayBeHours = end !== undefined && start.second === null && end > printCellClock(start)
  return mayBeHours && !written.startsWith('T')
    ? open(plain('hours-or-offset'), [...local(start).readings, ...instant.readings])
    : instant
}

/** A day's time in a zone: refused where the clocks skipped it, open where it came twice. */
export function atClock(
  day: { readonly name: string; readonly civil: number },
  clock: CellClock,
  timeZone: string | undefined,
  why: Reason,
): CellAnswer {
  if (timeZone === undefined) return refused(plain('no-zone'))
  const offsets = offsetAt(day.civil, clock.hour * 60 + clock.minute, timeZone)
  const dates = offsets.map((offset) => `${day.name}T${printCellClock(clock)}${offset}`)
  return oneOf(dates, why, plain('two-times'))
}
