// Why a text is not a date of the profile (docs/dates.md), with what may have been meant.
import { broken, type BrokenRule, type EdtfRule } from '../broken-rule.ts'
import { daysInMonth, twoDigits } from './civil-day.ts'

export type EdtfProblem = BrokenRule<EdtfRule>

/** Patterns that explain why a text is not a date; the first match wins. */
const signs: readonly (readonly [RegExp, Exclude<EdtfRule, 'no-day' | 'too-long'>])[] = [
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
  if (text === '') return broken('empty')
  return (
    signedYear(text) ??
    unspecifiedPart(text) ??
    broken(signs.find(([sign]) => sign.test(text))?.[1] ?? 'not-a-date')
  )
}

/** A year of four digits behind the sign of longer ones. */
function signedYear(text: string): EdtfProblem | null {
  const [, date] = /^[+Yy](\d{4}(?:-\d{2}){0,2})$/.exec(text) ?? []
  return date === undefined ? null : { ...broken('not-a-date'), proposals: [date] }
}

/** For ISO 8601-2 forms with an X that the profile lacks: how the profile writes them. */
function unspecifiedPart(text: string): EdtfProblem | null {
  const match = /^(-?\d{4})-(?:(XX)(?:-XX)?|([01])X|(\d{2})-([0-3])X)$/.exec(text)
  if (match === null) return null
  const [, year = '', anyMonth, monthTens, month, dayTens] = match
  if (anyMonth !== undefined) return instead(year)
  if (monthTens !== undefined)
    return instead(range(`${year}-`, monthTens === '0' ? [1, 9] : [10, 12]))
  if (Number(month) < 1 || Number(month) > 12) return broken('no-month')
  const days = daysInMonth(Number(year), Number(month))
  const first = Number(dayTens) * 10
  if (first > days) return broken('no-day', { month: `${year}-${month}`, days })
  return instead(range(`${year}-${month}-`, [Math.max(first, 1), Math.min(first + 9, days)]))
}

const instead = (text: string): EdtfProblem => ({
  ...broken('unspecified-part'),
  proposals: [text],
})

function range(start: string, [first, last]: readonly [number, number]): string {
  if (first === last) return start + twoDigits(first)
  return `[${start}${twoDigits(first)}..${start}${twoDigits(last)}]`
}
