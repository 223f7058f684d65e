// The marker of an event in a drawing and beside its date: shape by its date, colour by its theme.
import type { When } from '../domain/date/when.ts'
import type { ColoredTheme } from '../domain/document/theme.ts'

/** The shape of a date's marker. */
export type Marker = 'exact' | 'since' | 'as-of' | 'until' | 'vague'

export type MarkedDate = Pick<When, 'kind' | 'earliest' | 'latest' | 'approximate' | 'uncertain'>

export function markerOf({ kind, earliest, latest, approximate, uncertain }: MarkedDate): Marker {
  if (approximate || uncertain) return 'vague'
  if (kind === 'since') return 'since'
  if (kind === 'asOf') return 'as-of'
  if (kind === 'until') return 'until'
  return kind !== 'undated' && earliest === latest ? 'exact' : 'vague'
}

/** The CSS class of a theme's colour. */
export const colorClass = (theme: ColoredTheme | undefined): string =>
  theme ? `theme-${theme.color}` : ''
