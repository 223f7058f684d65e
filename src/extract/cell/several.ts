// Two dates in one cell: 2020年1月26日、28日 are two events, 1850或1851 is one at either.
import { plain } from '../reasons/reason.ts'
import { ready, refused, type CellAnswer } from './answer.ts'

const joined = /^(.+?)(?: ?([、,和及与或&]) ?| (and|or) )(.+)$/

const certain = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Null where the cell is no two dates. */
export function readTwoDates(cell: string, read: (cell: string) => CellAnswer): CellAnswer | null {
  const match = joined.exec(cell)
  if (match === null) return null
  const [, one = '', sign, word, other = ''] = match
  const first = read(one)
  if (first.state !== 'ready' || !certain.test(first.date)) return null
  const second = secondDate(first.date, other, read)
  if (second === null) return null
  if (sign !== '或' && word !== 'or') return refused(plain('two-dates'))
  const [from, to] = [first.date, second].toSorted()
  return ready(from === to ? first.date : `[${from},${to}]`, plain('written'))
}

/** 28日 lacks the month and year of what stands before it, 2月 the year. */
function secondDate(
  first: string,
  other: string,
  read: (cell: string) => CellAnswer,
): string | null {
  const [year = '', month, day] = first.split('-')
  const shared =
    day !== undefined && /^\d{1,2}[日号]$/.test(other)
      ? `${year}年${Number(month)}月${other}`
      : day !== undefined && /^\d{1,2}月\d{1,2}[日号]$/.test(other)
        ? `${year}年${other}`
        : month !== undefined && day === undefined && /^\d{1,2}月$/.test(other)
          ? `${year}年${other}`
          : other
  const second = read(shared)
  const isAlike = second.state === 'ready' && second.date.length === first.length
  return isAlike && certain.test(second.date) ? second.date : null
}
