// The span of events of which only the counts by time are known.
import { civilDay, daysInMonth, splitDay, type CivilDay } from '../date/civil-day.ts'
import type { Spanned } from '../date/claims.ts'
import { splitMonth } from '../date/month.ts'
import type { TimeCounts } from './counts.ts'

/**
 * What a span is made of where only counts are known: months, and what is known to lie within a year, decade or century.
 * @example { month: Map { '2020-02' → 3 }, window: Map { '2021-01/2021-12' → 1 }, … } → that month and that year
 */
export const spannedBy = ({ month, window }: TimeCounts): Spanned[] => [
  ...Array.from(month.keys(), (id) => ({ named: daysOf(id, id), precision: 'month' as const })),
  ...Array.from(window.keys(), (id): Spanned => {
    const [from = '', to = ''] = id.split('/')
    const named = daysOf(from, to)
    const isOfYears = from.endsWith('-01') && to.endsWith('-12')
    const years = splitDay(named[1]).year - splitDay(named[0]).year + 1
    // So many years have a name of their own; others are a set.
    const isNamed = isOfYears && [1, 10, 100].includes(years)
    return { named, precision: isNamed ? 'year' : 'window' }
  }),
]

/** From the first day of a month to the last of another. */
function daysOf(from: string, to: string): readonly [CivilDay, CivilDay] {
  const [first, last] = [splitMonth(from), splitMonth(to)]
  const end = daysInMonth(last.year, last.month)
  return [civilDay(first.year, first.month, 1), civilDay(last.year, last.month, end)]
}
