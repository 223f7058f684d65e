// How many events a list has, in the page and in the element.
import type { TimelineView } from '../view.ts'

/** @example { total: 214, atMost: true } → '≤214' */
export const totalText = ({ total, atMost }: Pick<TimelineView, 'total' | 'atMost'>): string =>
  `${atMost === true ? '≤' : ''}${total}`
