// Civil times of cells as instants with the offset that a zone shows.
import { plain, type Reason } from '../reasons/reason.ts'
import { offsetAt } from '../rules/time-zone.ts'
import { oneOf, refused, type CellAnswer } from './answer.ts'

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
