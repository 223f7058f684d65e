// What follows from a date, as our files say it beside the date: words, days, a time. True or false for what a file
// says; an empty text says nothing.
import { printClock, printDay } from '../../domain/date/civil-day.ts'
import { resolveDate, type When } from '../../domain/date/when.ts'
import { readCell } from '../cells.ts'

/** Our own words for a date, in full and in short, in every language of the service. */
export type OwnDateWords = (when: When) => readonly string[]

/** The bounds of a date do not depend on its source. */
export function whenOf(
  { date, kind }: { readonly date: string; readonly kind?: When['kind'] | undefined },
  timeZone: string,
): When | null {
  const when = resolveDate({ date, kind, timeZone, attested: 0 })
  return when.ok ? when.value : null
}

const day = (one: number | null | undefined): string =>
  one === null || one === undefined ? '' : printDay(one)

/** What follows from a date, by the names of columns and members (docs/formats.md). */
const following: Readonly<Record<string, (when: When) => string>> = {
  earliest: ({ earliest }) => day(earliest),
  latest: ({ latest }) => day(latest),
  'named.from': ({ named }) => day(named?.[0]),
  'named.to': ({ named }) => day(named?.[1]),
  anchor: ({ anchor }) => day(anchor),
  time: ({ minute }) => (minute === undefined ? '' : printClock(minute)),
  precision: ({ precision }) => precision,
  approximate: ({ approximate }) => String(approximate),
  uncertain: ({ uncertain }) => String(uncertain),
}

export interface SaidText {
  readonly name: string
  readonly text: string
}

export interface DateSetting {
  readonly timeZone: string
  /** Without it, words that are not read as a date are taken for ours. */
  readonly dateWords?: OwnDateWords | undefined
}

/** What is said otherwise, by the names of columns and members. */
export function dateOtherwise(
  said: (name: string) => string,
  when: When,
  setting: DateSetting,
): readonly SaidText[] {
  const inWords = said('date_in_words')
  return [
    ...(inWords === '' || isOwnWords(inWords, when, setting)
      ? []
      : [{ name: 'date_in_words', text: inWords }]),
    ...Object.entries(following).flatMap(([name, follows]) => {
      const text = said(name)
      return text === '' || isWritten(text, follows(when)) ? [] : [{ name, text }]
    }),
  ]
}

/** True for a value as we write it, or as a spreadsheet shows it: 2020/2/5, 7:45:00, TRUE. */
function isWritten(text: string, value: string): boolean {
  if (text.toLowerCase() === value) return true
  if (/^-?\d{4,}-\d\d-\d\d$/.test(text) || !/^[\d/.:-]+$/.test(text)) return false
  return numbersIn(text) === numbersIn(value)
}

/** In one order, without those that are 0. */
const numbersIn = (text: string): string =>
  (text.match(/\d+/g) ?? [])
    .map(Number)
    .filter((number) => number > 0)
    .toSorted((a, b) => a - b)
    .join()

/** True for our words for the date, and for others that name it. */
export function isOwnWords(
  text: string,
  when: When,
  { timeZone, dateWords }: DateSetting,
): boolean {
  if (dateWords === undefined) return namesSame(text, when, timeZone)
  return (
    dateWords(when).includes(text) ||
    readCell(text, { timeZone }).readings.some((reading) => {
      const said = whenOf(reading, timeZone)
      return said !== null && namesAllOf(said, when)
    })
  )
}

/**
 * True for words that name all days of the date, perhaps among others (March for the fifth), and for those that
 * are not read as one date, such as 2月上旬 without its year.
 */
export function namesSame(text: string, when: When, timeZone: string): boolean {
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
