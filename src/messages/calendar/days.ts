// A calendar day that belongs to no event, such as an end of a window, in words.
import { splitDay, type CivilDay } from '../../domain/date/civil-day.ts'
import type { TimeSpan } from '../../domain/date/claims.ts'
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

/**
 * Both ends of a span of time; in words where the first is before the year 1000, which few read in figures.
 * @example { first: '-0043-03-15', last: '2020-03-13' } → ['15 March 44 BC', '13 March 2020']
 */
export const toldSpan = (
  { first, last }: TimeSpan,
  writer: DateWriter,
): readonly [first: string, last: string] =>
  /^[-0]/.test(first) ? [dayInWords(first, writer), dayInWords(last, writer)] : [first, last]

/**
 * The same, for readers of pages: a year that both have in figures is said once.
 * @example { first: '2020-01-24', last: '2020-03-13' } → ['2020-01-24', '03-13']
 */
export function shortSpan(span: TimeSpan, writer: DateWriter): readonly [string, string] {
  const [first, last] = toldSpan(span, writer)
  const year = /^\d{4}-/.exec(first)?.[0]
  const isSameYear =
    year !== undefined && last.startsWith(year) && last.length === first.length && last !== first
  return [first, isSameYear ? last.slice(year.length) : last]
}
