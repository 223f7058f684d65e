// The kinds of claim that an event's date can make, and which forms of date fit which kind.
import { hasX } from './edtf-date.ts'
import type { Edtf } from './edtf.ts'
import { broken, type BrokenRule } from '../broken-rule.ts'

export const dateKinds = ['point', 'span', 'since', 'asOf', 'until', 'undated'] as const

/**
 * `point`: happened once; `span`: lasted; `since`: began, no end stated; `asOf`: a state measured
 * on a day; `until`: ended then, no start stated; `undated`: only known to be before its source
 * appeared.
 */
export type DateKind = (typeof dateKinds)[number]

export type KindProblem = BrokenRule<
  'form-not-of-kind' | 'point-without-earliest' | 'x-not-a-point' | 'day-not-a-span'
>

/**
 * Why the form of a date does not fit its kind; null if it fits.
 * @example (the date 2020, 'since') → { rule: 'form-not-of-kind', … }
 */
export function kindProblem(edtf: Edtf, kind: DateKind): KindProblem | null {
  if (fits(edtf, kind)) return null
  if (kind === 'point' && (edtf.form === 'upTo' || edtf.form === 'before'))
    return broken('point-without-earliest')
  if (edtf.form === 'date' && hasX(edtf.date)) return broken('x-not-a-point', { kind })
  if (edtf.form === 'date' && kind === 'span') return broken('day-not-a-span')
  return broken('form-not-of-kind', { form: edtf.form, kind })
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
