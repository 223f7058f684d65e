// Dates in the properties of schema.org, at true precision: 2020-02 stays 2020-02, and a day that
// nobody recorded is not invented.
import type { When } from '../../domain/date/when.ts'
import { dateEnds, isSet } from '../date-ends.ts'

export interface SchemaDates {
  /** Of an Event. */
  readonly startDate?: string
  readonly endDate?: string
  /** Of an Observation: the day of the state that was measured. */
  readonly observationDate?: string
  /** Of a creative work about it: what is approximate, uncertain, or one day of a set. */
  readonly temporalCoverage?: string
}

export function schemaDates(when: When): SchemaDates {
  if (when.kind === 'undated') return {}
  const { first, last } = dateEnds(when)
  if (isVague(when)) return { temporalCoverage: coverage(when, first, last) }
  switch (when.kind) {
    case 'asOf':
      return { observationDate: last }
    case 'span':
      return { startDate: first, endDate: last }
    case 'since':
    case 'point':
      return { startDate: first }
  }
}

const isVague = (when: When): boolean =>
  when.approximate ||
  when.uncertain ||
  isSet(when) ||
  when.precision === 'decade' ||
  when.precision === 'century'

/** An interval of ISO 8601; the end of what goes on is `..`, as schema.org has it. */
function coverage(when: When, first: string, last: string): string {
  if (when.kind === 'since') return `${first}/..`
  return first === last ? first : `${first}/${last}`
}
