// The two ends of a stored date, each as precise as the source gave it. Does not parse the whole
// EDTF text again: the date was parsed and checked when it was published.
import { printYear, splitDay, type CivilDay } from '../domain/date/civil-day.ts'
import type { When } from '../domain/date/when.ts'

/** ISO 8601 dates to the year, month or day; for an instant, with time and offset. */
export interface DateEnds {
  readonly first: string
  /** The same as `first` if the date names a single day, month or year. */
  readonly last: string
}

/** If one end of the date is open, both are the known end. */
export function dateEnds({ edtf, precision, earliest, latest }: When): DateEnds {
  if (precision === 'instant') return { first: edtf, last: edtf }
  if (precision === 'decade' || precision === 'century') {
    return { first: yearOf(earliest), last: yearOf(latest) }
  }
  const dates = edtf.match(/-?\d{4}(?:-\d{2}){0,2}/g) ?? []
  return { first: dates[0] ?? '', last: dates.at(-1) ?? '' }
}

const yearOf = (day: CivilDay | null): string => (day === null ? '' : printYear(splitDay(day).year))

/** True for an EDTF set, one of several dates: `[a..b]`, `[a,b]`, `[..b]`. */
export const isSet = ({ edtf }: When): boolean => edtf.startsWith('[')
