// Dates in the properties of schema.org, at their true precision: 2020-02 stays 2020-02, without an
// invented day.
import { withWholeOffset } from '../../domain/date/clock.ts'
import type { When } from '../../domain/date/when.ts'
import { dateEnds, isSet } from '../date-ends.ts'

export interface SchemaDates {
  /** For an Event. */
  readonly startDate?: string
  readonly endDate?: string
  /** For an Observation: the day of the measured state. */
  readonly observationDate?: string
  /** For a creative work about it: a date that is approximate, uncertain, or one of a set. */
  readonly temporalCoverage?: string
}

export function schemaDates(when: When): SchemaDates {
  if (when.kind === 'undated') return {}
  const ends = dateEnds(when)
  const [first, last] = [schemaDate(ends.first), schemaDate(ends.last)]
  if (isVague(when)) return { temporalCoverage: coverage(when, first, last) }
  switch (when.kind) {
    case 'asOf':
      return { observationDate: last }
    case 'until':
      return { endDate: last }
    case 'span':
      return { startDate: first, endDate: last }
    case 'since':
    case 'point':
      return { startDate: first }
  }
}

/**
 * A date as it is; an instant as a DateTime, which has seconds and a whole offset.
 * @example '2020-03-13T07:45+08' → '2020-03-13T07:45:00+08:00'
 */
export const schemaDate = (date: string): string =>
  withWholeOffset(date).replace(/(T\d\d:\d\d)(?!:)/, '$1:00')

const isVague = (when: When): boolean =>
  when.approximate ||
  when.uncertain ||
  isSet(when) ||
  when.precision === 'decade' ||
  when.precision === 'century'

/** An ISO 8601 interval; an open end is `..`, as in schema.org. */
function coverage(when: When, first: string, last: string): string {
  if (when.kind === 'since') return `${first}/..`
  if (when.kind === 'until') return `../${last}`
  return first === last ? first : `${first}/${last}`
}
