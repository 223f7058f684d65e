// Dates as people type them (2019-3-5, 5/3/2019, 500 BC, 2019年3月5日): what is wrong with them, and
// how the profile writes what they surely mean. What could mean several things gets several
// proposals, or none; a proposal never claims more than the text.
import { broken } from '../broken-rule.ts'
import { printYear, twoDigits } from './civil-day.ts'
import { parseDate } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'

/**
 * For a text that is no date of the profile; null if it is not known as a typed date either.
 * @example typedDate('2019-3-5') → { rule: 'typed-date', values: {}, proposals: ['2019-03-05'] }
 */
export function typedDate(text: string): EdtfProblem | null {
  const plain = text
    .normalize('NFKC')
    .replaceAll(/[‐‑‒–—−]/g, '-')
    .trim()
  if (plain === '') return null
  if (parseDate(plain).ok) return sameDate(text, plain)
  for (const [form, read] of formsOf()) {
    const match = form.exec(plain)
    const problem = match === null ? null : read(match.slice(1).map((part) => part ?? ''))
    if (problem !== null) return problem
  }
  const compact = plain.replaceAll(/\s+/g, '')
  if (compact !== plain && parseDate(compact).ok) return propose('inner-space', [compact])
  return /[^\d\sXxTtZzWwYyEe:+./,~?%[\]{}-]/.test(plain) ? broken('not-a-date') : null
}

type TypedRule =
  | 'typed-date'
  | 'day-or-month'
  | 'decade-or-century'
  | 'surrounding-space'
  | 'inner-space'
  | 'not-ascii'
  | 'small-x'
  | 'zero-part'
  | 'two-digits'
  | 'basic-format'

/** With the texts that are dates as proposals; without any, that there is no such day or month, or null. */
function propose(rule: TypedRule, texts: readonly string[]): EdtfProblem | null {
  const proposals: string[] = []
  const failures: EdtfProblem[] = []
  for (const text of new Set(texts)) {
    const date = parseDate(text)
    if (date.ok) proposals.push(text)
    else failures.push(date.failure)
  }
  if (proposals.length > 0) return { ...broken(rule), proposals }
  // 30/2/2021 is meant to be in February, not in month 30.
  const no = (which: 'no-day' | 'no-month') => failures.find((failure) => failure.rule === which)
  return no('no-day') ?? no('no-month') ?? null
}

/** A date in full-width characters, or with spaces around it. */
const sameDate = (text: string, plain: string): EdtfProblem | null =>
  propose(text.trim() === plain ? 'surrounding-space' : 'not-ascii', [plain])

type Read = (parts: readonly string[]) => EdtfProblem | null

/** Parts of a date, from the year on; 00 ends it, since nobody means a day 0. */
function written(year: string, ...parts: readonly string[]): string {
  const known = parts.map(Number)
  const end = known.findIndex((part) => part === 0)
  const kept = end < 0 ? known : known.slice(0, end)
  return [printYear(Number(year)), ...kept.map(twoDigits)].join('-')
}

function yearFirst([year = '', ...parts]: readonly string[]): EdtfProblem | null {
  const given = parts.filter((part) => part !== '')
  const isZero = given.some((part) => Number(part) === 0)
  // The year 0 of 0000-00-00 is no year before Christ.
  if (isZero && Number(year) === 0) return broken('no-year')
  return propose(isZero ? 'zero-part' : 'typed-date', [written(year, ...given)])
}

const hyphenated: Read = (parts) => {
  const problem = yearFirst(parts)
  return problem?.rule === 'typed-date' ? { ...problem, rule: 'two-digits' } : problem
}

/** 5/3/2019 is in March or in May; 25/3/2019 is not in month 25. */
function yearLast([a = '', b = '', year = '']: readonly string[]): EdtfProblem | null {
  if (Number(year) === 0) return broken('no-year')
  const both = [written(year, b, a), written(year, a, b)]
  const isOpen = a !== b && Number(a) <= 12 && Number(b) <= 12
  return propose(isOpen ? 'day-or-month' : 'typed-date', both)
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthName =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const monthOf = (name: string): string => String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1)

const decade: Read = ([tens = '']) =>
  tens.endsWith('0')
    ? propose('decade-or-century', [`${tens}X`, `${tens.slice(0, 2)}XX`])
    : propose('typed-date', [`${tens}X`])

/** Years before Christ count from 0: 1 BC is 0000. There is no year 0 of either era. */
const beforeChrist: Read = ([year = '']) => ofEra(year, 1 - Number(year))
const afterChrist: Read = ([year = '']) => ofEra(year, Number(year))
const ofEra = (written: string, year: number): EdtfProblem | null =>
  Number(written) === 0 ? broken('no-year') : propose('typed-date', [printYear(year)])
const approximate: Read = ([year = '']) => propose('typed-date', [`${year}~`])

/** 2019-2021 is from year to year; 2019-1231 is a day without its hyphen. */
const years: Read = ([from = '', to = '']) => (to > from ? broken('range-alone') : null)

const season = '(?:spring|summer|autumn|fall|winter)'

/**
 * Each is linear in the length of the text, which is at most 200. Made on demand, so that bundles that
 * only print dates have nothing of them.
 */
const formsOf = (): readonly (readonly [RegExp, Read])[] => [
  [/^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/, hyphenated],
  [/^(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?$/, yearFirst],
  [/^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/, yearLast],
  [/^\d{1,2}[-/.]\d{1,2}[-/.]\d{2}$/, () => broken('short-year')],
  [
    /^(\d{4})(\d{2})(\d{2})$/,
    ([year = '', month = '', day = '']) => propose('basic-format', [`${year}-${month}-${day}`]),
  ],
  [/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号號])?)?$/, yearFirst],
  [/^公?元前(\d{1,4})年?$/, beforeChrist],
  [/^西元前(\d{1,4})年?$/, beforeChrist],
  [/^(?:公元|西元)(\d{1,4})年?$/, afterChrist],
  [/^(\d{1,4})\s?(?:BCE?|B\.C\.(?:E\.)?)$/i, beforeChrist],
  [/^(\d{1,4})\s?(?:AD|CE|A\.D\.|C\.E\.)$/i, afterChrist],
  [/^(?:AD|A\.D\.)\s?(\d{1,4})$/i, afterChrist],
  [/^(\d{3})0(?:'?s|年代)$/i, decade],
  [/^(?:c\.|ca\.?|circa|about|around|approx\.|约|約|大约|大約)\s?(\d{4})年?$/i, approximate],
  [/^(\d{4})年?(?:前后|前後|左右)$/, approximate],
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)? ${monthName},? (\\d{4})$`, 'i'),
    ([day = '', month = '', year = '']) => yearFirst([year, monthOf(month), day]),
  ],
  [
    new RegExp(`^${monthName} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'i'),
    ([month = '', day = '', year = '']) => yearFirst([year, monthOf(month), day]),
  ],
  [
    new RegExp(`^${monthName},? (\\d{4})$`, 'i'),
    ([month = '', year = '']) => yearFirst([year, monthOf(month)]),
  ],
  [
    new RegExp(`^(?:(?:early|mid|late)[- ])?${season}(?: of)?,? \\d{4}$`, 'i'),
    () => broken('season'),
  ],
  [/^\d{4}年?[春夏秋冬][天季]?$/, () => broken('season')],
  [/^\d{4}年.*(?:[上中下]旬|[上下]半[年月]|季度)/, () => broken('exact-part')],
  [/^(?:\d{4}[- ]?[qh][1-4]|[qh][1-4][ ,]+\d{4})$/i, () => broken('exact-part')],
  [
    /^(?:the )?(?:first|second|third|fourth|last) (?:half|quarter)\b.*\d{4}$/i,
    () => broken('exact-part'),
  ],
  [/^(?:early|mid|late)\b.*\d/i, () => broken('unbounded-part')],
  [/^\d{4}年.*(?:初|中|底|末|年代)/, () => broken('unbounded-part')],
  [/^\d{1,2}月/, () => broken('without-year')],
  [new RegExp(`^(?:\\d{1,2} )?${monthName}(?: \\d{1,2})?$`, 'i'), () => broken('without-year')],
  [/^(?:2\d|3\d|4\d|5\d)\d{3}$/, () => broken('serial-number')],
  [/^(\d{3}x|\d{2}xx)$/, ([text = '']) => propose('small-x', [text.toUpperCase()])],
  [/^(\d{4}) ?- ?(\d{4})$/, years],
]
