// The colour of what belongs to a theme.
import type { ColoredTheme } from '../domain/document/theme.ts'

/** The CSS class of a theme's colour. */
export const colorClass = (theme: ColoredTheme | undefined): string =>
  theme ? `theme-${theme.color}` : ''
