// The CSS class of a theme's colour. Which theme has which is in domain/document/theme-colors.ts.
import type { ColoredTheme } from '../domain/document/theme.ts'

/** The CSS class of a theme's colour. */
export const colorClass = (theme: ColoredTheme | undefined): string =>
  theme ? `theme-${theme.color}` : ''
