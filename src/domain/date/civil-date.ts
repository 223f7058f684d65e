// A date ready to be put into words: an instant has become the civil time of the timeline's time
// zone. The words themselves are made elsewhere.
import { failed, ok, type Result } from '../result.ts'
import { splitDay, type CivilDay } from './civil-day.ts'
import { parseEdtf, type Edtf } from './edtf.ts'
import type { EdtfDate } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'
import { civilTime } from './instant.ts'
import type { DateKind } from './kinds.ts'

/**
 * A parsed date, with an instant as the day and minute that the clock shows, and a month or year that
 * something lasted as a form of its own.
 */
export type CivilDate =
  | Exclude<Edtf, { form: 'instant' }>
  | { readonly form: 'whole'; readonly date: EdtfDate }
  | { readonly form: 'clock'; readonly date: EdtfDate; readonly minute: number }

/** The stored fields of a date that are needed to put it into words; every `When` has them. */
export interface WrittenDate {
  readonly edtf: string
  readonly kind?: DateKind
  /** For an instant: the day and minute that the clock showed. */
  readonly earliest?: CivilDay | null
  readonly minute?: number
}

/** The date, with an instant converted to civil time in the time zone. */
export function civilDateIn(edtf: Edtf, timeZone: string): Result<CivilDate, EdtfProblem> {
  if (edtf.form !== 'instant') return ok(edtf)
  const shown = civilTime(edtf.instant, timeZone)
  return shown.ok ? ok(clockOf(shown.value.day, shown.value.minute)) : failed(shown.failure)
}

/**
 * Reads back a date that was resolved when it was published. Throws on a text that is not a date.
 * @example civilDateOf({ edtf: '2020-02', kind: 'span' }) → { form: 'whole', date: { precision: 'month', … } }
 */
export function civilDateOf({ edtf, kind, earliest, minute }: WrittenDate): CivilDate {
  if (typeof earliest === 'number' && minute !== undefined) return clockOf(earliest, minute)
  const parsed = parseEdtf(edtf)
  if (!parsed.ok || parsed.value.form === 'instant') throw new Error(`no resolved date: ${edtf}`)
  const { value } = parsed
  return kind === 'span' && value.form === 'date' ? { form: 'whole', date: value.date } : value
}

const clockOf = (day: CivilDay, minute: number): CivilDate => ({
  form: 'clock',
  date: { precision: 'day', ...splitDay(day), qualifier: '' },
  minute,
})

/** All dates in it, in order. */
export function datesOf(civil: CivilDate): readonly [EdtfDate, ...EdtfDate[]] {
  switch (civil.form) {
    case 'date':
    case 'whole':
    case 'clock':
      return [civil.date]
    case 'list':
      return civil.dates
    case 'interval':
    case 'within':
      return [civil.from, civil.to]
    case 'onwards':
      return [civil.from]
    case 'upTo':
    case 'before':
      return [civil.to]
  }
}

/** True if some of the dates are before Christ and others are not: then each needs its era. */
export const isAcrossEras = (dates: readonly EdtfDate[]): boolean =>
  dates.some(({ year }) => year < 1) && dates.some(({ year }) => year >= 1)

/**
 * True if some dates are days and others months or years. Each is then written whole: of 26 January or
 * February 2020 a reader would take 26 February.
 */
export const isMixed = (dates: readonly EdtfDate[]): boolean =>
  dates.some(({ precision }) => precision !== dates[0]?.precision)

/** True if all dates are months or days of the same year. */
export function inOneYear(dates: readonly EdtfDate[]): boolean {
  return dates.every(({ year, month }) => month !== undefined && year === dates[0]?.year)
}

/** True if all dates are unqualified days of the same month. */
export function inOneMonth(dates: readonly EdtfDate[]): boolean {
  return (
    inOneYear(dates) &&
    dates.every(
      ({ month, day, qualifier }) =>
        typeof day === 'number' && month === dates[0]?.month && qualifier === '',
    )
  )
}

/** True for 1980s, but not for 1900s, which may mean a century, nor for the unusual 870s. */
export function isNamedDecade({ precision, year }: EdtfDate): boolean {
  return precision === 'decade' && year > 1000 && year % 100 !== 0
}
