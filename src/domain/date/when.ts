// When an event happened: the fields derived from its date. Computed once, when a timeline is
// published, and stored with the event; nothing here runs in a request. Contains no words: those are
// made when the date is shown (messages/dates.ts).
import { civilDateIn, datesOf, type CivilDate } from './civil-date.ts'
import type { CivilDay } from './civil-day.ts'
import { daysOf, isApproximate, isUncertain, precisions, type Precision } from './edtf-date.ts'
import type { EdtfProblem } from './edtf-problem.ts'
import { parseEdtf } from './edtf.ts'
import { secondsSinceEpoch } from './instant.ts'
import { kindOf, kindProblem, type DateKind, type KindProblem } from './kinds.ts'
import { failed, ok, type Result } from '../result.ts'

export { precisions, type Precision } from './edtf-date.ts'
export { dateKinds, type DateKind } from './kinds.ts'

/**
 * When an event happened, computed once at publish time and stored with the event. Days are
 * inclusive civil days of the timeline's time zone; null means no bound.
 */
export interface When {
  /** The date as authored, ISO 8601-2 (EDTF). */
  readonly edtf: string
  readonly kind: DateKind
  readonly earliest: CivilDay | null
  readonly latest: CivilDay | null
  /** A key of the total order, and nothing else: only domain/query/order.ts reads it. */
  readonly anchor: CivilDay
  /** Of the statement: `window` for a set or an undated event, else the coarsest of its dates. */
  readonly precision: Precision
  readonly approximate: boolean
  readonly uncertain: boolean
  /** The days that from and to are compared with; null for undated events, which are set aside. */
  readonly range: readonly [from: CivilDay, to: CivilDay] | null
  /**
   * For a span, the days that it certainly covered, from its latest start to its earliest end (null
   * if there are none); for a since, the days on which it may have begun, so one day unless only the
   * month or year is known; otherwise null.
   */
  readonly sure: readonly [from: CivilDay, to: CivilDay] | null
  /**
   * The days of which the date surely names one: a point's days, those on which a span or a since
   * may have begun, those on which an asOf or until ends. Null for an undated event. By these
   * the event is headed and counted (claims.ts).
   */
  readonly named: readonly [from: CivilDay, to: CivilDay] | null
  /** Minutes after midnight in the timeline's time zone; only for an instant. */
  readonly minute?: number
  /** Seconds since 1970-01-01T00:00Z; only for an instant. */
  readonly instant?: number
}

export interface DatedBy {
  /** An EDTF text. */
  readonly date: string
  /** Without it, the form of the date decides. */
  readonly kind?: DateKind | undefined
  /** Name of the IANA time zone database. */
  readonly timeZone: string
  /** The civil day on which the event's latest source was published. */
  readonly attested: CivilDay
}

export type DateProblem = EdtfProblem | KindProblem

/**
 * Reads a date and derives the fields that filters and sorting need.
 * @example { date: '2020-02', kind: 'span', … } → ok({ anchor: the day of 2020-02-01, … })
 */
export function resolveDate({
  date,
  kind,
  timeZone,
  attested,
}: DatedBy): Result<When, DateProblem> {
  const parsed = parseEdtf(date)
  if (!parsed.ok) return parsed
  const claimed = kind ?? kindOf(parsed.value)
  const problem = kindProblem(parsed.value, claimed)
  if (problem !== null) return failed(problem)
  const civil = civilDateIn(parsed.value, timeZone)
  if (!civil.ok) return civil
  const dates = datesOf(civil.value)
  return ok({
    edtf: date,
    kind: claimed,
    ...daysFor(claimed, civil.value, attested),
    precision: precisionOf(civil.value),
    approximate: dates.some(isApproximate),
    uncertain: dates.some(isUncertain),
    ...(civil.value.form === 'clock' && { minute: civil.value.minute }),
    ...(parsed.value.form === 'instant' && { instant: secondsSinceEpoch(parsed.value.instant) }),
  })
}

type Days = Pick<When, 'earliest' | 'latest' | 'anchor' | 'range' | 'sure' | 'named'>

/** The days of a date that fits its kind (kinds.ts). */
function daysFor(kind: DateKind, civil: CivilDate, attested: CivilDay): Days {
  const dates = datesOf(civil)
  const [first, firstEnd] = daysOf(dates[0])
  const [lastStart, last] = daysOf(dates.at(-1) ?? dates[0])
  switch (kind) {
    case 'point': {
      const anchor = civil.form === 'within' || civil.form === 'list' ? last : first
      const range = [first, last] as const
      return { earliest: first, latest: last, anchor, range, sure: null, named: range }
    }
    case 'span': {
      // A bare month or year was covered entirely: its start and end are known to the day. Else it began
      // no later than it ended: of 2020-02-15/2020 the earliest end is the day of the start.
      const isWhole = civil.form === 'date'
      const latestStart = isWhole ? first : Math.min(firstEnd, last)
      const earliestEnd = isWhole ? last : Math.max(lastStart, first)
      return {
        earliest: first,
        latest: last,
        anchor: first,
        range: [first, last],
        sure: latestStart <= earliestEnd ? [latestStart, earliestEnd] : null,
        named: [first, latestStart],
      }
    }
    case 'since': {
      // A source may announce something that begins after the source appeared.
      const range = [first, Math.max(first, attested)] as const
      const named = [first, firstEnd] as const
      return { earliest: first, latest: null, anchor: first, range, sure: named, named }
    }
    case 'asOf':
    case 'until': {
      const range = [first, last] as const
      return { earliest: null, latest: last, anchor: last, range, sure: null, named: range }
    }
    case 'undated':
      return { earliest: null, latest: last, anchor: last, range: null, sure: null, named: null }
  }
}

function precisionOf(civil: CivilDate): Precision {
  if (civil.form === 'clock') return 'instant'
  if (civil.form === 'within' || civil.form === 'list' || civil.form === 'before') return 'window'
  const ranks = datesOf(civil).map(({ precision }) => precisions.indexOf(precision))
  return precisions[Math.max(...ranks)] ?? 'day'
}
