// A calendar day that belongs to no event, such as an end of a window, in words.
import { splitDay, type CivilDay } from '../../domain/date/civil-day.ts'
import type { EdtfDate } from '../../domain/date/edtf-date.ts'
import type { DateWriter } from '../writers.ts'

/** The day as the writers of dates take it. */
export const dateOfDay = (day: CivilDay): EdtfDate => ({
  precision: 'day',
  ...splitDay(day),
  qualifier: '',
})

/**
 * A day, month or year; other text stays as it is.
 * @example dayInWords('2020-03-13', enDates) → '13 March 2020'
 */
export function dayInWords(text: string, writer: DateWriter): string {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text)
  if (parts === null) return text
  const [year = 0, month = 0, day = 0] = parts.slice(1).map((part) => Number(part ?? 0))
  const date: EdtfDate = {
    precision: day > 0 ? 'day' : month > 0 ? 'month' : 'year',
    year,
    ...(month > 0 && { month }),
    ...(day > 0 && { day }),
    qualifier: '',
  }
  return writer({ form: 'date', date }, true)
}
