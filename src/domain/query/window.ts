// The date filter: which events lie in a window of civil days (docs/dates.md, "Filters"). Compares
// stored days; only the window's own dates are parsed.
import type { CivilDay } from '../date/civil-day.ts'
import { daysOf, hasX } from '../date/edtf-date.ts'
import type { EdtfProblem } from '../date/edtf-problem.ts'
import { broken, type BrokenRule } from '../broken-rule.ts'
import { parseEdtf } from '../date/edtf.ts'
import { failed, ok, type Result } from '../result.ts'
import type { When } from '../date/when.ts'

export interface DateWindow {
  /** Inclusive; null means no bound. */
  readonly from: CivilDay | null
  readonly to: CivilDay | null
  /** Whether an event may have been, or certainly was, in the window. */
  readonly match: 'possible' | 'certain'
  readonly undated: 'exclude' | 'include'
}

export type WindowDayProblem = EdtfProblem | BrokenRule<'not-a-window-day'>

/**
 * Reads `2020-02-15`, or takes the first or last day of `2020-02` and `2020`.
 * @example parseWindowDay('2020-02', 'last') → ok(the civil day of 2020-02-29)
 */
export function parseWindowDay(
  text: string,
  end: 'first' | 'last',
): Result<CivilDay, WindowDayProblem> {
  const parsed = parseEdtf(text)
  if (!parsed.ok) return failed(ofWindow(parsed.failure))
  if (
    parsed.value.form !== 'date' ||
    parsed.value.date.qualifier !== '' ||
    hasX(parsed.value.date)
  ) {
    return failed(broken('not-a-window-day'))
  }
  return ok(daysOf(parsed.value.date)[end === 'first' ? 0 : 1])
}

/**
 * A day that does not exist, or one that was written in another way, is told as it is for an event;
 * advice on the other forms of dates would lead astray.
 */
function ofWindow(problem: EdtfProblem): WindowDayProblem {
  const { proposals = [] } = problem
  const fitting = proposals.filter((text) => parseWindowDay(text, 'first').ok)
  if (
    /^(?:empty|too-long|no-|day-or-month|without-year|short-year|year-|serial-number)/.test(
      problem.rule,
    )
  )
    return problem
  if (fitting.length === 0) return broken('not-a-window-day')
  return { ...problem, proposals: fitting }
}

/** True if from or to is given. */
export const isBounded = ({ from, to }: DateWindow): boolean => from !== null || to !== null

/**
 * The window that shows a part of a list, such as a month or a bar of its picture: what the list's own
 * window has of these days, `last` inclusive; null where they do not meet. Without days of its own,
 * `match` and `undated` leave out and add nothing, and do so in no part. A certain window stays whole:
 * what is certainly in it is not always certainly in a part of it.
 * @example (from 2020-02-10, the days of 2020-02-01 and 2020-02-29) → from 2020-02-10 to 2020-02-29
 */
export function windowOfPart(
  window: DateWindow,
  [first, last]: readonly [first: CivilDay, last: CivilDay],
): DateWindow | null {
  if (!isBounded(window)) return { from: first, to: last, match: 'possible', undated: 'exclude' }
  const from = Math.max(first, window.from ?? first)
  const to = Math.min(last, window.to ?? last)
  if (from > to) return null
  return window.match === 'certain' ? window : { ...window, from, to }
}

/**
 * A window without bounds contains everything, whatever its match.
 * @example isInWindow(when, { from: null, to: null, … }) → true
 */
export function isInWindow(when: When, window: DateWindow): boolean {
  if (!isBounded(window)) return true
  if (when.range === null) return isPossiblyIn(when, window)
  if (!touches(when.range, window)) return false
  return window.match === 'possible' || isSurelyIn(when, when.range, window)
}

/** True for an undated event that a bounded window leaves out; readers are told how many. */
export function isSetAside(when: When, window: DateWindow): boolean {
  return when.range === null && isBounded(window) && !takesUndated(window)
}

/** Whether undated events are compared with the window; certainly in it they never are. */
export const takesUndated = ({ undated, match }: DateWindow): boolean =>
  undated === 'include' && match === 'possible'

/** An undated event may have happened on any day up to its latest. */
function isPossiblyIn({ latest }: When, window: DateWindow): boolean {
  if (!takesUndated(window)) return false
  return touches([-Infinity, latest ?? Infinity], window)
}

type Days = readonly [from: CivilDay, to: CivilDay]

function isSurelyIn(when: When, range: Days, window: DateWindow): boolean {
  if (when.approximate || when.uncertain) return false
  switch (when.kind) {
    case 'span':
      return within(range, window) || (when.sure !== null && touches(when.sure, window))
    case 'since':
      return when.sure !== null && within(when.sure, window)
    default:
      return within(range, window)
  }
}

/** Always false for a window that ends before it starts. */
const touches = ([first, last]: Days, { from, to }: DateWindow): boolean =>
  Math.max(first, from ?? -Infinity) <= Math.min(last, to ?? Infinity)

const within = ([first, last]: Days, { from, to }: DateWindow): boolean =>
  (from === null || first >= from) && (to === null || last <= to)
