// The kinds of claim that an event's date can make, and which forms of date fit which kind.
import { hasX } from './edtf-date.ts'
import type { Edtf } from './edtf.ts'

export const dateKinds = ['point', 'span', 'since', 'asOf', 'undated'] as const

/**
 * `point`: happened once; `span`: lasted; `since`: began, no end stated; `asOf`: a state measured
 * on a day; `undated`: only known to be before its source appeared.
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
  undated: 'an undated is [..b]',
}

const kindOf: Readonly<Record<Edtf['form'], string>> = {
  date: 'a date alone is a point',
  instant: 'an instant is a point',
  interval: 'a/b is a span',
  onwards: 'a/.. and a/ are a since',
  until: '../b is an asOf',
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
  if (kind === 'point' && (edtf.form === 'until' || edtf.form === 'before')) {
    return {
      reason: 'point-without-earliest',
      message: 'a point needs an earliest bound: ../b is an asOf, [..b] is undated',
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
  if (edtf.form === 'until' && edtf.from === 'unknown') {
    return {
      reason: 'form-not-of-kind',
      message: 'form does not fit kind: /b fits none, write ../b',
    }
  }
  return {
    reason: 'form-not-of-kind',
    message: `form does not fit kind: ${kindOf[edtf.form]}, ${formsOf[kind]}`,
  }
}

function fits(edtf: Edtf, kind: DateKind): boolean {
  switch (edtf.form) {
    case 'date':
      return (
        kind === 'point' || (kind === 'span' && edtf.date.day === undefined && !hasX(edtf.date))
      )
    case 'instant':
    case 'within':
    case 'list':
      return kind === 'point'
    case 'interval':
      return kind === 'span'
    case 'onwards':
      return kind === 'since'
    case 'until':
      return kind === 'asOf' && edtf.from === 'open'
    case 'before':
      return kind === 'undated'
  }
}
