// The numbers with which people write a date, in the calendar and era that they count in: -0220 is 221
// before Christ, 198X are the 1980s or the 80s, an instant lies on a civil day.
import { civilDateIn, datesOf } from './civil-date.ts'
import { splitDay } from './civil-day.ts'
import { daysOf, lastYearOf, type EdtfDate } from './edtf-date.ts'
import { parseEdtf } from './edtf.ts'

export interface DateNumbers {
  readonly years: ReadonlySet<number>
  readonly months: ReadonlySet<number>
  readonly days: ReadonlySet<number>
  /** Its other numbers: of a century or decade (20, 80), of a clock (7, 45). */
  readonly others: ReadonlySet<number>
  /** The same of the days before and after: 2月1日前 is up to 31 January. */
  readonly beside: Pick<DateNumbers, 'years' | 'months' | 'days'>
}

/**
 * Null for a text that is no date. Without a time zone an instant is read by UTC: its civil day is that
 * day, or the one before or after.
 * @example ('-0043-03-15', 'UTC') → { years: 44, months: 3, days: 15, … }
 */
export function numbersOfDate(date: string, timeZone: string | undefined): DateNumbers | null {
  const parsed = parseEdtf(date)
  const civil = parsed.ok ? civilDateIn(parsed.value, timeZone ?? 'UTC') : parsed
  if (!civil.ok) return null
  const dates = datesOf(civil.value)
  const { value } = civil
  const clock = value.form === 'clock' ? [Math.floor(value.minute / 60), value.minute % 60] : []
  const near = dates.filter(isDay).flatMap((one) => {
    const [day] = daysOf(one)
    return [splitDay(day - 1), splitDay(day + 1)]
  })
  return {
    years: new Set(dates.flatMap((one) => [counted(one.year), counted(lastYearOf(one))])),
    months: new Set(dates.flatMap(({ month }) => month ?? [])),
    days: new Set(dates.flatMap(({ day }) => (typeof day === 'number' ? day : []))),
    others: new Set([...dates.flatMap(partsOfCentury), ...clock]),
    beside: {
      years: new Set(near.map(({ year }) => counted(year))),
      months: new Set(near.map(({ month }) => month)),
      days: new Set(near.map(({ day }) => day)),
    },
  }
}

const isDay = ({ day }: EdtfDate): boolean => typeof day === 'number'

/** There is no year 0: 0000 is 1 BC. */
const counted = (year: number): number => (year > 0 ? year : 1 - year)

/** 198X: the 80s of the 20th century. */
function partsOfCentury({ precision, year }: EdtfDate): number[] {
  if (precision !== 'decade' && precision !== 'century') return []
  const century = Math.floor((year > 0 ? year : -year) / 100) + 1
  return precision === 'decade' ? [century, counted(year) % 100] : [century]
}
