// Numbers of events, in pages and in the element.
import type { TimelineView } from '../view.ts'

/**
 * One that may be an upper bound, with the sign for it. Of none there are none.
 * @example (12, true) → '≤12'
 */
export const boundedText = (count: number, atMost = false): string =>
  `${atMost && count > 0 ? '≤' : ''}${count}`

/** @example { total: 214, atMost: true } → '≤214' */
export const totalText = ({ total, atMost }: Pick<TimelineView, 'total' | 'atMost'>): string =>
  boundedText(total, atMost)
