// The bins of a picture of bars in words, for the titles of bars and the rows of the table.
import { printDay, splitDay, type CivilDay } from '../../../domain/date/civil-day.ts'
import { binOf, type BinSize } from '../../../domain/query/lanes.ts'
import type { CardContext } from '../../context.ts'

/** @example (the day of -0260-01-01, 'decade', context) → '261 BC–252 BC' */
export function binInWords(start: CivilDay, size: BinSize, { words }: CardContext): string {
  const { year, month } = splitDay(start)
  const last = binOf(start, size)[1] - 1
  // Days of years that few read in figures are in words, as in the span under the title.
  const ofDay = (day: CivilDay): string => {
    const date = splitDay(day)
    return date.year < 1000 ? words.day(date.year, date.month, date.day) : printDay(day)
  }
  switch (size) {
    case 'day':
      return ofDay(start)
    case 'week':
      return `${ofDay(start)}/${ofDay(last)}`
    case 'month':
      return words.month(year, month)
    case 'year':
      return words.year(year)
    case 'decade':
    case 'century':
      return `${words.year(year)}–${words.year(splitDay(last).year)}`
  }
}
