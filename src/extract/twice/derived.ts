// What a row says of its date a second time: words for people beside the date itself, or days that follow from
// it. The date counts; where the other says otherwise, the report tells both.
import { printDay } from '../../domain/date/civil-day.ts'
import { resolveDate, type When } from '../../domain/date/when.ts'
import { unguardedCell } from '../../domain/text/spreadsheet-cell.ts'
import { readCell } from '../cells.ts'
import { isOwnTable, type MappedTable } from '../table/mapping.ts'
import type { RowValues } from '../table/values.ts'
import type { ImportWords } from '../words/en.ts'

/** A row and the date that was read from it. */
export interface DatedRow {
  readonly row: RowValues
  readonly date: string | undefined
  readonly kind: When['kind'] | undefined
}

/** One line for each column that says otherwise in some rows. */
export function saidOtherwise(
  rows: readonly DatedRow[],
  { columns, headers }: MappedTable,
  { timeZone, words }: { readonly timeZone: string; readonly words: ImportWords },
): string[] {
  const stated = columns.find(({ field }) => field === 'statedDate')
  const cell = (name: string) => (row: RowValues) =>
    unguardedCell(row.cells[headers.indexOf(name)] ?? '').trim()
  const own: readonly Second[] = isOwnTable(headers)
    ? [
        { header: 'date_in_words', said: cell('date_in_words'), isSame: namesSame(timeZone) },
        { header: 'earliest', said: cell('earliest'), isSame: isDay('earliest') },
        { header: 'latest', said: cell('latest'), isSame: isDay('latest') },
      ]
    : []
  const beside: readonly Second[] =
    stated === undefined
      ? []
      : [{ header: stated.header, said: statedIn, isSame: namesSame(timeZone) }]
  return [...beside, ...own].flatMap(({ header, said, isSame }) => {
    const others = rows.flatMap(({ row, date, kind }) => {
      const when = date === undefined ? null : whenOf({ date, kind }, timeZone)
      const text = said(row)
      return when === null || text === '' || isSame(text, when)
        ? []
        : [{ at: row.at, text, date: when.edtf }]
    })
    return others.length === 0 ? [] : [words.settled.otherwise(header, others)]
  })
}

interface Second {
  readonly header: string
  readonly said: (row: RowValues) => string
  readonly isSame: (text: string, when: When) => boolean
}

/** Of a file of ours only what was edited, or stands beside a date that was. */
const statedIn = (row: RowValues): string => row.known?.stated ?? row.text('statedDate')

/** The bounds of a date do not depend on its source. */
function whenOf(
  { date, kind }: { readonly date: string; readonly kind?: When['kind'] | undefined },
  timeZone: string,
): When | null {
  const when = resolveDate({ date, kind, timeZone, attested: 0 })
  return when.ok ? when.value : null
}

const isDay =
  (side: 'earliest' | 'latest') =>
  (text: string, { [side]: day }: When): boolean =>
    day !== null && text === printDay(day)

/**
 * True for words that name all days of the date, perhaps among others (March for the fifth), and for those that
 * are not read as one date, such as 2月上旬 without its year.
 */
const namesSame =
  (timeZone: string) =>
  (text: string, when: When): boolean => {
    const { state, readings } = readCell(text, { timeZone })
    const [reading] = readings
    if (state !== 'ready' || reading === undefined) return true
    const said = whenOf(reading, timeZone)
    return said === null || namesAllOf(said, when)
  }

/** Of a state or an end, the day that it is of; of what lasted, all of it, and nothing more. */
function namesAllOf(said: When, when: When): boolean {
  const isOther = (side: 'earliest' | 'latest') => (said[side] === null) !== (when[side] === null)
  if (isOther('earliest') || isOther('latest')) return false
  const [own, days] = [said, when].map(({ earliest, latest, named }) =>
    earliest === null || latest === null ? named : ([earliest, latest] as const),
  )
  // Of what is only before its source, the words differ by language.
  if (own === null || own === undefined || days === null || days === undefined) return true
  if (said.kind === 'span' && when.kind === 'point') return own.join() === days.join()
  return own[0] <= days[0] && own[1] >= days[1]
}
