// The date of one row, as the document writes it.
import { printDay } from '../../domain/date/civil-day.ts'
import { parseEdtf, printEdtf, type Edtf } from '../../domain/date/edtf.ts'
import { civilTime, secondsSinceEpoch, type Instant } from '../../domain/date/instant.ts'
import { kindOf, type DateKind } from '../../domain/date/kinds.ts'

export interface RowDate {
  readonly date: string
  /** Only where the form of the date does not decide it. */
  readonly kind?: DateKind
}

/** A kind is written only where the form of the date does not decide it. */
export function withKind(date: string, kind: DateKind | undefined): RowDate {
  const parsed = parseEdtf(date)
  const usual = parsed.ok ? kindOf(parsed.value) : undefined
  return kind === undefined || kind === usual ? { date } : { date, kind }
}

export interface JoinedEnds {
  readonly date: string
  /** A time of day is not in it: a timeline holds none of an end, nor of what lasted for days. */
  readonly losesClock: boolean
}

/**
 * The date of a row with a second column for its end: both must be plain dates or instants. Instants are
 * of the civil days of `timeZone`, and one at midnight ends the day before; those of at most 24 hours
 * are the instant of the start. Null where the end comes before the start.
 * @example joinEnds('2020-01-31T16:00Z', '2020-02-03T16:00Z', 'Asia/Shanghai') → { date: '2020-02-01/2020-02-03', losesClock: true }
 */
export function joinEnds(start: string, end: string, timeZone: string): JoinedEnds | null {
  const [from, to] = [endOf(start, timeZone), endOf(end, timeZone)]
  if (from === null) return null
  if (end === '..') return { date: `${from.date}/..`, losesClock: from.seconds !== null }
  if (to === null) return null
  const losesClock = from.seconds !== null || to.seconds !== null
  const length = (to.seconds ?? Number.NaN) - (from.seconds ?? Number.NaN)
  if (length < 0) return null
  if (length <= daySeconds) return { date: start, losesClock: length > 0 }
  const last = to.date === from.date ? to.date : to.last
  if (from.date === last) return { date: start, losesClock: to.seconds !== null }
  const date = `${from.date}/${last}`
  return parseEdtf(date).ok ? { date, losesClock } : null
}

const daySeconds = 86_400

interface RowEnd {
  readonly date: string
  /** The last day before it, where it is midnight; else its date. */
  readonly last: string
  /** Since 1970; null for what is no instant. */
  readonly seconds: number | null
}

/** Null for forms that begin or end nothing. */
function endOf(text: string, timeZone: string): RowEnd | null {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  const edtf: Edtf = parsed.value
  if (edtf.form === 'instant') return endOfInstant(edtf.instant, timeZone)
  if (edtf.form !== 'date' || text.includes('X')) return null
  const date = printEdtf(edtf)
  return { date, last: date, seconds: null }
}

function endOfInstant(instant: Instant, timeZone: string): RowEnd | null {
  const shown = civilTime(instant, timeZone)
  if (!shown.ok) return null
  const { day, minute } = shown.value
  const isMidnight = minute === 0 && (instant.second ?? 0) === 0
  return {
    date: printDay(day),
    last: printDay(isMidnight ? day - 1 : day),
    seconds: secondsSinceEpoch(instant),
  }
}
