// What a date claims, as the shape of its mark: hard ends (dot, stop, cap, outline) stand on days that
// the date has, and where nothing is known of an end the mark fades. Pure geometry in days.
import { isToTheDay, type DayClaim } from '../domain/date/claims.ts'
import type { CivilDay } from '../domain/date/civil-day.ts'
import { civilDay, daysInMonth } from '../domain/date/civil-day.ts'
import type { DateKind } from '../domain/date/kinds.ts'
import { publicationDate } from '../domain/date/publication.ts'
import type { Citation } from '../domain/document/citation.ts'
import type { Source } from '../domain/document/source.ts'

/** `whisker`: some day within; `stop`: ended then. */
export type MarkShape = 'dot' | 'bar' | 'stop' | 'whisker'

export interface MarkClaim {
  /** What the date claims, which the shape of a whisker does not say. */
  readonly kind: DateKind
  readonly shape: MarkShape
  /** The hard ends; one day for dot and stop. */
  readonly from: CivilDay
  readonly to: CivilDay
  /** On which side it fades; a fade after it goes towards the day of the source. */
  readonly fade: 'none' | 'before' | 'after'
  readonly fadesTo: CivilDay
  /** Approximate, uncertain, or lasting between days of which only month or year are known. */
  readonly hollow: boolean
}

/**
 * Null for an event without a date. `attested`: the last day of the event's sources.
 * @example a since of 2020-01-24, attested 2020-03-13 → { shape: 'dot', from, to, fade: 'after', … }
 */
export function claimOf(when: DayClaim, attested: CivilDay | null): MarkClaim | null {
  const { kind, earliest, latest, named } = when
  if (kind === 'undated' || named === null) return null
  const isSpan = kind === 'span'
  const [from, to] = [
    isSpan ? (earliest ?? named[0]) : named[0],
    isSpan ? (latest ?? named[1]) : named[1],
  ]
  const fade = kind === 'since' ? 'after' : kind === 'asOf' || kind === 'until' ? 'before' : 'none'
  const single = kind === 'until' ? 'stop' : 'dot'
  return {
    kind,
    shape: isSpan ? 'bar' : from === to ? single : 'whisker',
    from,
    to,
    fade,
    fadesTo: fade === 'after' ? Math.max(to, attested ?? to) : to,
    hollow: isSpan ? !isToTheDay(when) : when.approximate || when.uncertain,
  }
}

/** The entry of the key that explains a mark. */
export type KeyEntry = 'day' | 'span' | 'since' | 'asOf' | 'until' | 'window' | 'undated' | 'vague'

export const keyEntries: readonly KeyEntry[] = [
  'day',
  'span',
  'since',
  'asOf',
  'until',
  'window',
  'undated',
  'vague',
]

export function keyEntriesOf(claim: MarkClaim | null): readonly KeyEntry[] {
  if (claim === null) return ['undated']
  const { kind, shape, fade, hollow } = claim
  const own: KeyEntry[] =
    shape === 'bar'
      ? ['span']
      : fade === 'after'
        ? ['since']
        : fade === 'before'
          ? [kind === 'until' ? 'until' : 'asOf']
          : [shape === 'dot' ? 'day' : 'window']
  if (shape === 'whisker' && fade !== 'none') own.push('window')
  return hollow ? [...own, 'vague'] : own
}

/** The last civil day on which each source may have been published, by id. */
export function sourceDays(
  sources: readonly Pick<Source, 'id' | 'published'>[],
  timeZone: string,
): ReadonlyMap<string, CivilDay> {
  return new Map(
    sources.flatMap(({ id, published }) => {
      const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(publicationDate(published, timeZone))
      if (parts === null) return []
      const [year, month = 12, day] = parts.slice(1).map((part) => part && Number(part)) as [
        number,
        number | undefined,
        number | undefined,
      ]
      return [[id, civilDay(year, month, day ?? daysInMonth(year, month))] as const]
    }),
  )
}

/** The last day of the sources of an event; null if none is known. */
export function attestedDay(
  { citations }: { readonly citations: readonly Pick<Citation, 'source'>[] },
  days: ReadonlyMap<string, CivilDay>,
): CivilDay | null {
  const known = citations.flatMap(({ source }) => days.get(source) ?? [])
  return known.length === 0 ? null : Math.max(...known)
}
