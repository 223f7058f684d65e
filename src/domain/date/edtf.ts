// Parser and printer of the profile of EDTF (ISO 8601-2:2019, annex A) in docs/dates.md: levels 0 and
// 1 without seasons, and "one of a set" of level 2. Linear in the text's length; no Date, no I/O.
import { broken, type EdtfRule } from '../broken-rule.ts'
import { daysOf, hasX, parseDate, printDate, type EdtfDate } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'
import { parseInstant, printInstant, type Instant } from './instant.ts'
import { failed, ok, type Result } from '../result.ts'
import { typedDate } from './typed-date.ts'

/** `open` is `..`: no end, or none stated; `unknown` is empty: an end that was not recorded. */
export type NoDate = 'open' | 'unknown'

export type Edtf =
  | { readonly form: 'date'; readonly date: EdtfDate }
  | { readonly form: 'instant'; readonly instant: Instant }
  /** `a/b`: it lasted from a to b. */
  | { readonly form: 'interval'; readonly from: EdtfDate; readonly to: EdtfDate }
  /** `a/..` or `a/`. */
  | { readonly form: 'onwards'; readonly from: EdtfDate; readonly to: NoDate }
  /** `../b` or `/b`. */
  | { readonly form: 'upTo'; readonly from: NoDate; readonly to: EdtfDate }
  /** `[a..b]`: it happened on one day of this range. */
  | { readonly form: 'within'; readonly from: EdtfDate; readonly to: EdtfDate }
  /** `[..b]`: it happened on one day up to b. */
  | { readonly form: 'before'; readonly to: EdtfDate }
  /** `[a,b]`: it happened on one of these. */
  | { readonly form: 'list'; readonly dates: readonly [EdtfDate, EdtfDate, ...EdtfDate[]] }

/** In UTF-16 code units. */
export const maxDateLength = 200

/** @example parseEdtf('2020-02/..') → ok({ form: 'onwards', from: the date 2020-02, to: 'open' }) */
export function parseEdtf(text: string): Result<Edtf, EdtfProblem> {
  if (text.length > maxDateLength) return failed(broken('too-long', { max: maxDateLength }))
  const parsed = parseForm(text)
  return parsed.ok ? parsed : failed(typedDate(text) ?? parsed.failure)
}

function parseForm(text: string): Result<Edtf, EdtfProblem> {
  if (text === '') return refuse('empty')
  if (text.trim() !== text) return refuse('surrounding-space')
  if (text.startsWith('{')) return refuse('all-of-set')
  if (text.startsWith('[')) return parseSet(text)
  if (text.includes('/')) return parseInterval(text)
  if (text.includes('T')) {
    const instant = parseInstant(text)
    return instant.ok ? ok({ form: 'instant', instant: instant.value }) : instant
  }
  const date = parseDate(text)
  return date.ok ? ok({ form: 'date', date: date.value }) : date
}

type PlainEdtfRule = Exclude<EdtfRule, 'no-day' | 'too-long'>

const refuse = (rule: PlainEdtfRule) => failed(broken(rule))

function parseInterval(text: string): Result<Edtf, EdtfProblem> {
  if (text.includes('T')) return refuse('time-in-interval')
  const [fromText = '', toText = '', ...more] = text.split('/')
  if (more.length > 0) return refuse('interval-parts')
  const from = noDate(fromText)
  const to = noDate(toText)
  if (from === null && to === null) return parseRange('interval', fromText, toText)
  if (from !== null && to !== null) return refuse('interval-without-bound')
  const date = parseWhole(from === null ? fromText : toText, 'x-in-interval')
  if (!date.ok) return date
  if (from !== null) return ok({ form: 'upTo', from, to: date.value })
  return ok({ form: 'onwards', from: date.value, to: to ?? 'open' })
}

function noDate(text: string): NoDate | null {
  if (text === '..') return 'open'
  return text === '' ? 'unknown' : null
}

function parseRange(
  form: 'interval' | 'within',
  fromText: string,
  toText: string,
): Result<Edtf, EdtfProblem> {
  const xRule = form === 'interval' ? 'x-in-interval' : 'x-in-set'
  const from = parseWhole(fromText, xRule)
  if (!from.ok) return from
  const to = parseWhole(toText, xRule)
  if (!to.ok) return to
  if (daysOf(to.value)[1] < daysOf(from.value)[0]) return refuse('ends-before-start')
  return ok({ form, from: from.value, to: to.value })
}

function parseSet(text: string): Result<Edtf, EdtfProblem> {
  if (text.indexOf(']') !== text.length - 1) return refuse('set-bracket')
  const inside = text.slice(1, -1)
  if (inside === '' || inside === '..' || inside === ',') return refuse('set-empty')
  if (inside.includes('T')) return refuse('time-in-set')
  if (inside.includes('/')) return refuse('set-mixed')
  if (inside.includes(',')) return parseList(inside)
  const dots = inside.indexOf('..')
  if (dots < 0) return refuse('set-of-one')
  if (dots + 2 === inside.length) return refuse('set-without-end')
  const [fromText, toText] = [inside.slice(0, dots), inside.slice(dots + 2)]
  if (fromText !== '') return parseRange('within', fromText, toText)
  const to = parseWhole(toText, 'x-in-set')
  return to.ok ? ok({ form: 'before', to: to.value }) : to
}

function parseList(inside: string): Result<Edtf, EdtfProblem> {
  if (inside.includes('..')) return refuse('set-mixed')
  const dates: EdtfDate[] = []
  for (const text of inside.split(',')) {
    const date = parseWhole(text, 'x-in-set')
    if (!date.ok) return date
    const before = dates.at(-1)
    if (before !== undefined && daysOf(before)[1] >= daysOf(date.value)[0])
      return refuse('set-order')
    dates.push(date.value)
  }
  const [first, second, ...others] = dates
  if (first === undefined || second === undefined) return refuse('set-of-one')
  return ok({ form: 'list', dates: [first, second, ...others] })
}

/** A date without X: interval ends and set members must be such dates. */
function parseWhole(text: string, xRule: PlainEdtfRule): Result<EdtfDate, EdtfProblem> {
  const date = parseDate(text)
  if (!date.ok) return date
  return hasX(date.value) ? refuse(xRule) : date
}

/** The exact inverse of `parseEdtf`. */
export function printEdtf(edtf: Edtf): string {
  switch (edtf.form) {
    case 'date':
      return printDate(edtf.date)
    case 'instant':
      return printInstant(edtf.instant)
    case 'interval':
      return `${printDate(edtf.from)}/${printDate(edtf.to)}`
    case 'onwards':
      return `${printDate(edtf.from)}/${edtf.to === 'open' ? '..' : ''}`
    case 'upTo':
      return `${edtf.from === 'open' ? '..' : ''}/${printDate(edtf.to)}`
    case 'within':
      return `[${printDate(edtf.from)}..${printDate(edtf.to)}]`
    case 'before':
      return `[..${printDate(edtf.to)}]`
    case 'list':
      return `[${edtf.dates.map(printDate).join(',')}]`
  }
}
