// Why a text is not a date of the profile (docs/dates.md). The reasons are stable; the messages say
// what to write instead and repeat nothing of the input except digits that were understood.
import { daysInMonth, twoDigits } from './civil-day.ts'

const messages = {
  empty: 'empty: write a date such as 2020-01-26',
  'too-long': 'longer than 200 characters',
  'surrounding-space': 'surrounding space: write the date alone',
  'inner-space': 'a date has no space inside',
  'not-ascii': 'only digits, signs and letters of ASCII: write 2020-01-26',
  'not-a-date': 'not a date: write a year, month or day such as 2020, 2020-02 or 2020-02-15',
  'basic-format': 'basic format: hyphens and colons are needed, as in 2020-01-26 and 07:45',
  'year-digits': 'a year has four digits: 0987, or 198X for a decade and 19XX for a century',
  'year-range': 'years run from -9999 to 9999, in four digits',
  'no-year': 'no such year: -0000; 1 BC is 0000',
  'no-month': 'no such month: months run from 01 to 12',
  'no-day': 'no such day',
  'two-digits': 'months and days have two digits: write 2020-01-06',
  season:
    'seasons have no agreed bounds: write [2020-03..2020-05] for what happened once in these months, 2020-03/2020-05 for what lasted',
  week: 'not in the profile: write the days of the week, [2020-01-27..2020-02-02] for what happened once in it, 2020-01-27/2020-02-02 for what lasted',
  'ordinal-day': 'not in the profile: write month and day instead of the day of the year',
  'x-elsewhere':
    'not in the profile: X stands for the last one or two digits of a year alone, or XX for the whole day',
  'small-x': 'write X as a capital letter',
  'unspecified-part': 'not in the profile',
  'qualifier-place': 'not in the profile: ? ~ % stand once, at the end of a date; % is both',
  'time-without-offset': 'a time needs Z or an offset: 2020-03-13T07:45:00+08:00',
  'time-without-day': 'a time needs a whole day: 2020-03-13T07:45:00+08:00',
  'time-digits': 'a time has hours and minutes of two digits: 2020-03-13T07:45:00+08:00',
  'time-fraction': 'not in the profile: no fractions of a second',
  'no-time': 'no such time: hours run from 00 to 23, minutes and seconds from 00 to 59',
  'no-offset': 'no such offset: write Z, or hours up to 23 and minutes up to 59 such as +08:00',
  'qualified-instant': 'not in the profile: an instant has no ? ~ %',
  'time-in-interval': 'no times in intervals: write days',
  'x-in-interval': 'X forms are points: an interval has whole dates at its ends',
  'interval-without-bound': 'an interval needs a date at one end',
  'interval-parts': 'an interval has one slash, and a day is written with hyphens: 2020-01-26',
  'ends-before-start': 'ends before it starts',
  'range-alone':
    '.. is an end of an interval or stands in a set: a/b, a/.. or ../b for what lasted, [a..b] or [..b] for what happened once',
  'all-of-set': 'not in the profile: write an event for each date instead of { }',
  'set-bracket': 'a set begins with [ and ends with ], with nothing after it',
  'set-empty': 'a set needs dates: [a..b], [..b] or [a,b]',
  'set-of-one': 'a set of one date: write the date alone',
  'set-without-end': 'not in the profile: a set needs a latest date, [a..b]',
  'set-mixed': 'not in the profile: a set is a range, [a..b], or a list, [a,b]',
  'set-order': 'the dates of a list stand in order and do not overlap',
  'time-in-set': 'no times in a set: write days',
  'x-in-set': 'X forms are points: a set has whole dates',
} as const

export type EdtfReason = keyof typeof messages
export const edtfReasons = /* @__PURE__ */ Object.keys(messages) as readonly EdtfReason[]

export interface EdtfProblem {
  readonly reason: EdtfReason
  readonly message: string
}

export function edtfProblem(reason: EdtfReason, detail?: string): EdtfProblem {
  const message = messages[reason]
  return { reason, message: detail === undefined ? message : `${message}: ${detail}` }
}

/** Patterns that explain why a text is not a date; the first match wins. */
const signs: readonly (readonly [RegExp, EdtfReason])[] = [
  [/\s/, 'inner-space'],
  [/[^\x21-\x7e]/, 'not-ascii'],
  [/\.\./, 'range-alone'],
  [/^-?\d{4}-?[wW]/, 'week'],
  [/^-?\d{4}-\d{3}$/, 'ordinal-day'],
  [/^(?:\d{6}|\d{8}|-?\d{4}-\d{4})$/, 'basic-format'],
  [/^[+Yy]-?\d|^-?\d{5}/, 'year-range'],
  [/[?~%]./, 'qualifier-place'],
  [/^[^X]*x/, 'small-x'],
  [/X/, 'x-elsewhere'],
  [/^-?\d{1,3}(?:-|$)/, 'year-digits'],
  [/^-?\d{4}-\d{1,2}(?:-\d{1,2})?$/, 'two-digits'],
]

/** Explains why a text does not match the grammar of a single date. */
export function offGrammar(text: string): EdtfProblem {
  if (text === '') return edtfProblem('empty')
  return (
    unspecifiedPart(text) ??
    edtfProblem(signs.find(([sign]) => sign.test(text))?.[1] ?? 'not-a-date')
  )
}

/** For ISO 8601-2 forms with an X that the profile lacks: how the profile writes them. */
function unspecifiedPart(text: string): EdtfProblem | null {
  const match = /^(-?\d{4})-(?:(XX)(?:-XX)?|([01])X|(\d{2})-([0-3])X)$/.exec(text)
  if (match === null) return null
  const [, year = '', anyMonth, monthTens, month, dayTens] = match
  if (anyMonth !== undefined) return instead(year)
  if (monthTens !== undefined)
    return instead(range(`${year}-`, monthTens === '0' ? [1, 9] : [10, 12]))
  if (Number(month) < 1 || Number(month) > 12) return edtfProblem('no-month')
  const days = daysInMonth(Number(year), Number(month))
  const first = Number(dayTens) * 10
  if (first > days) return edtfProblem('no-day', `${year}-${month} has ${days} days`)
  return instead(range(`${year}-${month}-`, [Math.max(first, 1), Math.min(first + 9, days)]))
}

const instead = (text: string): EdtfProblem => ({
  reason: 'unspecified-part',
  message: `${messages['unspecified-part']}: write ${text}`,
})

function range(start: string, [first, last]: readonly [number, number]): string {
  if (first === last) return start + twoDigits(first)
  return `[${start}${twoDigits(first)}..${start}${twoDigits(last)}]`
}
