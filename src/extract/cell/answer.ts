// What a cell of a column of dates says, and what was set for the column.
import { parseEdtf } from '../../domain/date/edtf.ts'
import { kindOf, type DateKind } from '../../domain/date/kinds.ts'
import type { DateReading } from '../mark.ts'
import { plain, type Reason } from '../reasons/reason.ts'

export type DateOrder = 'mdy' | 'dmy' | 'ymd'

/** Settled once a column, by a person or by a cell that leaves no choice. */
export interface ColumnSettings {
  /** Of 3/6/2020, and of 20/3/6, which alone may be `ymd`. */
  readonly order?: DateOrder
  /** The timeline's, for times without one. */
  readonly timeZone?: string
  /** With 1970, years of two digits are 1970 to 2069. */
  readonly pivot?: number
  /** The day of the row's source, 2020-03-13: a date without a year is the latest not after it. */
  readonly day?: string
  /** With `day`, a time of 00:00 without a zone is none. */
  readonly midnight?: 'day' | 'time'
  /** What a number alone counts; minguo: the year of 108/3/5. */
  readonly serials?: 'excel' | 'excel1904' | 'unix'
  readonly calendar?: 'minguo'
  /** Ten days, quarters and weeks: lasted through, or some day within. */
  readonly stretches?: 'lasted' | 'once'
}

/** From one date to another: a set where it happened once in there, else an interval. */
export const stretchOf = (from: string, to: string, { stretches }: ColumnSettings): string =>
  stretches === 'once' ? `[${from}..${to}]` : `${from}/${to}`

interface NameRead {
  readonly rule: Reason
  /** The first proposal first. */
  readonly readings: readonly DateReading[]
}

/** `refused`: no date can be read, or none that a timeline can hold. */
export type CellAnswer =
  | (NameRead & { readonly state: 'ready'; readonly date: string; readonly kind: DateKind })
  | (NameRead & { readonly state: 'open' | 'refused'; readonly date: null; readonly kind: null })

/** A date of the profile with the kind of its form; null for any other text. */
export function readingOf(date: string, why: Reason): DateReading | null {
  const parsed = parseEdtf(date)
  if (!parsed.ok) return null
  return { date, kind: kindOf(parsed.value), why }
}

/** `stated`: its kind, where the words say it and the form does not. */
export function ready(date: string, why: Reason, stated?: DateKind): CellAnswer {
  const reading = readingOf(date, why)
  if (reading === null) return refused(plain('no-such-date'))
  const { kind = reading.kind } = { kind: stated }
  return { state: 'ready', date, kind, rule: why, readings: [{ ...reading, kind }] }
}

export const open = (rule: Reason, readings: readonly (DateReading | null)[] = []): CellAnswer => ({
  state: 'open',
  date: null,
  kind: null,
  rule,
  readings: readings.flatMap((reading) => reading ?? []),
})

export const refused = (rule: Reason): CellAnswer => ({
  state: 'refused',
  date: null,
  kind: null,
  rule,
  readings: [],
})

/** One date is ready, several are open, none is refused. */
export function oneOf(dates: readonly string[], why: Reason, several: Reason): CellAnswer {
  const [only, ...more] = [...new Set(dates)]
  if (only === undefined) return refused(plain('no-such-date'))
  if (more.length === 0) return ready(only, why)
  return open(
    several,
    [only, ...more].map((date) => readingOf(date, why)),
  )
}

/** Of several ways to read a cell: what cannot be is no choice. */
export function choiceOf(answers: readonly CellAnswer[], several: Reason): CellAnswer {
  const [only, ...more] = answers.filter(({ state }) => state !== 'refused')
  if (only === undefined) return answers[0] ?? refused(plain('no-such-date'))
  if (more.length === 0) return only
  return open(
    several,
    [only, ...more].flatMap(({ readings }) => readings),
  )
}
