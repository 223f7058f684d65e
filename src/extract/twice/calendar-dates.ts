// The date of our own calendars, which stands there twice: as EDTF in X-EDTF, and as the days that a calendar
// shows. Calendar programs move an event by its days, and keep X-EDTF as it was.
import { parseDay, type CivilDay } from '../../domain/date/civil-day.ts'
import { shownDays } from '../../domain/shown-days.ts'
import { resolveDate } from '../../domain/date/when.ts'
import type { Asker } from '../table/asker.ts'
import type { RowValues } from '../table/values.ts'

interface Setting {
  readonly timeZone: string
  readonly asker: Asker
}

interface Dated {
  readonly rows: readonly RowValues[]
  /** In words. */
  readonly settled: readonly string[]
}

/** An event that is on other days than its X-EDTF. */
interface Moved {
  readonly at: number
  readonly edtf: string
  readonly days: string
  /** True of a time that is on its day in another time zone. */
  readonly mayBeOfZone: boolean
}

/**
 * The rows with X-EDTF as their date, where our own calendars show it on these days: else the event was moved,
 * and its days count. Of a time whose day depends on the zone of the calendar, a person says which it is.
 */
export function withEdtf(rows: readonly RowValues[], { timeZone, asker }: Setting): Dated {
  const moved = rows.flatMap((row) => movedOf(row, timeZone) ?? [])
  const doubtful = moved.filter(({ mayBeOfZone }) => mayBeOfZone)
  const [example] = doubtful
  const { questions, choices, settled } = asker.words
  const answer =
    example === undefined
      ? null
      : asker.ask({
          id: 'moved',
          words: questions.moved(doubtful.length, example),
          choices: (['days', 'edtf'] as const).map((value) => ({
            value,
            words: choices.moved[value],
          })),
        })
  const left = answer === 'edtf' ? moved.filter(({ mayBeOfZone }) => !mayBeOfZone) : moved
  const isMoved = new Set(left.map(({ at }) => at))
  return {
    rows: rows.map((row) =>
      row.text('edtf') === '' || isMoved.has(row.at) ? row : datedByEdtf(row),
    ),
    settled: left.length === 0 ? [] : [settled.moved(left)],
  }
}

const datedByEdtf = (row: RowValues): RowValues => ({
  ...row,
  text: (field) => (field === 'endDate' ? '' : row.text(field === 'date' ? 'edtf' : field)),
})

/** Null for an event that is where its X-EDTF is, and for one without it, or with nothing else. */
function movedOf(row: RowValues, timeZone: string): Moved | null {
  const [edtf, date, end] = [row.text('edtf'), row.text('date'), row.text('endDate')]
  if (edtf === '' || (date === '' && end === '')) return null
  const days = [date, end].filter((text) => text !== '').join('/')
  const shown = [parseDay(date), parseDay(end === '' ? date : end)] as const
  const isShownIn = (zone: string): boolean => isShown(edtf, zone, shown)
  if (isShownIn(timeZone)) return null
  return { at: row.at, edtf, days, mayBeOfZone: /T/.test(edtf) && outermost.some(isShownIn) }
}

/** In one of them it is each day that a time has anywhere. */
const outermost = ['Etc/GMT+12', 'Etc/UTC', 'Etc/GMT-14']

/** True if our own calendar of a timeline in this zone shows the date on these days. */
function isShown(
  date: string,
  timeZone: string,
  [first, last]: readonly [CivilDay | null, CivilDay | null],
): boolean {
  if (first === null || last === null) return false
  // A month that something lasted is on the same days as a day in it, and a source changes none of them.
  const when = resolveDate({ date, timeZone, attested: last })
  const days = when.ok ? shownDays(when.value, true) : null
  return days !== null && days.start === first && days.end === last + 1
}
