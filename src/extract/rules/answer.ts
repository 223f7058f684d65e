// How a statement may be read: periods with reasons, the first proposal first.
import type { Period } from '../period.ts'
import type { Reason } from '../reasons/reason.ts'

export interface FoundDate {
  readonly period: Period
  readonly why: Reason
}

export interface RuleAnswer {
  readonly found: readonly FoundDate[]
  /** Why a person must settle it; null where one reading stands. */
  readonly open: Reason | null
}

/** A day that does not exist is no reading at all. */
export const settle = (period: Period | null, why: Reason, none: Reason): RuleAnswer =>
  period === null ? { found: [], open: none } : { found: [{ period, why }], open: null }

export function several(found: readonly (FoundDate | null)[], open: Reason): RuleAnswer {
  const kept: FoundDate[] = []
  for (const one of found) {
    const twin = kept.some(
      ({ period }) => period.from === one?.period.from && period.to === one.period.to,
    )
    if (one !== null && !twin) kept.push(one)
  }
  return { found: kept, open }
}

export const found = (period: Period | null, why: Reason): FoundDate | null =>
  period === null ? null : { period, why }

/** Open for another reason too, which does not hide the first. */
export const opened = (answer: RuleAnswer, open: Reason | null): RuleAnswer =>
  open === null || answer.open !== null ? answer : { ...answer, open }
