// What words are made of: a date whose instant, if it is one, was put on its reader's clock.
import type { Edtf } from './edtf.ts'
import type { EdtfDate } from './edtf-date.ts'

/** What a date says: its form, with an instant as the day and minute that its reader's clock shows. */
export type Spoken =
  | Exclude<Edtf, { form: 'instant' }>
  | { readonly form: 'clock'; readonly date: EdtfDate; readonly minute: number }

/** Writes a date in one language; `withYear` is false only where all its dates have one year and months. */
export type DateWriter = (spoken: Spoken, withYear: boolean) => string

/** The dates that it names, in order. */
export function datesOf(spoken: Spoken): readonly [EdtfDate, ...EdtfDate[]] {
  switch (spoken.form) {
    case 'date':
    case 'clock':
      return [spoken.date]
    case 'list':
      return spoken.dates
    case 'interval':
    case 'within':
      return [spoken.from, spoken.to]
    case 'onwards':
      return [spoken.from]
    case 'until':
    case 'before':
      return [spoken.to]
  }
}

/** True where the dates name months or days of one and the same year. */
export function inOneYear(dates: readonly EdtfDate[]): boolean {
  return dates.every(({ year, month }) => month !== undefined && year === dates[0]?.year)
}

/** True where the dates are unqualified days of one and the same month. */
export function inOneMonth(dates: readonly EdtfDate[]): boolean {
  return (
    inOneYear(dates) &&
    dates.every(
      ({ month, day, qualifier }) =>
        typeof day === 'number' && month === dates[0]?.month && qualifier === '',
    )
  )
}

/** True for 1980s, but not for 1900s, which may mean a hundred years, nor for the odd 870s. */
export function isNamedDecade({ precision, year }: EdtfDate): boolean {
  return precision === 'decade' && year > 1000 && year % 100 !== 0
}
