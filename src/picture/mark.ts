// What stands for an event in a drawing and beside its date: the shape of its date, the colour of a theme.
import type { When } from '../domain/date/when.ts'
import type { Theme } from '../domain/document/theme.ts'

/** What the marker of a date looks like. */
export type Marker = 'exact' | 'since' | 'until' | 'vague'

export type MarkedDate = Pick<When, 'kind' | 'earliest' | 'latest' | 'approximate' | 'uncertain'>

export function markerOf({ kind, earliest, latest, approximate, uncertain }: MarkedDate): Marker {
  if (approximate || uncertain) return 'vague'
  if (kind === 'since') return 'since'
  if (kind === 'asOf') return 'until'
  return kind !== 'undated' && earliest === latest ? 'exact' : 'vague'
}

/** The class of a theme's colour. */
export const colorClass = (theme: Theme | undefined): string =>
  theme ? `theme-${theme.color}` : ''
