// The kinds of claim that an event's date can make, and which forms of date fit which kind.
import { hasX } from './edtf-date.ts'
import type { Edtf } from './edtf.ts'

export const dateKinds = ['point', 'span', 'since', 'asOf', 'until', 'undated'] as const

/**
 * `point`: happened once; `span`: lasted; `since`: began, no end stated; `asOf`: a state measured
 * on a day; `until`: ended then, no start stated; `undated`: only known to be before its source
 * appeared.
 */
export type DateKind = (typeof dateKinds)[number]

export type KindReason =
  | 'form-not-of-kind'
  | 'point-without-earliest'
  | 'x-not-a-point'
  | 'day-not-a-span'

export interface KindProblem {
  readonly reason: KindReason
  readonly message: string
}

const formsOf: Readonly<Record<DateKind, string>> = {
  point: 'a point is a date, an instant, [a..b] or [a,b]',
  span: 'a span is a/b, a month or a year',
  since: 'a since is a/.. or a/',
  asOf: 'an asOf is ../b',
  until: 'an until is /b',
  undated: 'an undated is [..b]',
}

const meaningOf: Readonly<Record<Edtf['form'], string>> = {
  date: 'a date alone is a point',
  instant: 'an instant is a point',
  interval: 'a/b is a span',
  onwards: 'a/.. and a/ are a since',
  upTo: '../b is an asOf, /b is an until',
  within: '[a..b] is a point',
  before: '[..b] is undated',
  list: '[a,b] is a point',
}

/**
 * Why the form of a date does not fit its kind; null if it fits.
 * @example (the date 2020, 'since') → { reason: 'form-not-of-kind', … }
 */
export function kindProblem(edtf: Edtf, kind: DateKind): KindProblem | null {
  if (fits(edtf, kind)) return null
  if (kind === 'point' && (edtf.form === 'upTo' || edtf.form === 'before')) {
    return {
      reason: 'point-without-earliest',
      message: 'a point needs an earliest bound: ../b is an asOf, /b is an until, [..b] is undated',
    }
  }
  if (edtf.form === 'date' && hasX(edtf.date)) {
    return { reason: 'x-not-a-point', message: `X forms are points: ${formsOf[kind]}` }
  }
  if (edtf.form === 'date' && kind === 'span') {
    return {
      reason: 'day-not-a-span',
      message: `one day is a point: ${formsOf.span}`,
    }
  }
  return {
    reason: 'form-not-of-kind',
    message: `form does not fit kind: ${meaningOf[edtf.form]}, ${formsOf[kind]}`,
  }
}

/** A bare month or year may also be a span, which lasted all of it; every other form has one kind. */
function fits(edtf: Edtf, kind: DateKind): boolean {
  if (kind === kindOf(edtf)) return true
  return kind === 'span' && edtf.form === 'date' && edtf.date.day === undefined && !hasX(edtf.date)
}

/**
 * The kind that the form of a date has where none is stated. A bare month or year is then a point:
 * some day in it.
 * @example kindOf(the date 2020-02) → 'point'
 */
export function kindOf(edtf: Edtf): DateKind {
  switch (edtf.form) {
    case 'date':
    case 'instant':
    case 'within':
    case 'list':
      return 'point'
    case 'interval':
      return 'span'
    case 'onwards':
      return 'since'
    case 'upTo':
      return edtf.from === 'open' ? 'asOf' : 'until'
    case 'before':
      return 'undated'
  }
}
