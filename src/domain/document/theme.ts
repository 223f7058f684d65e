// A theme: a subject that groups events. Which colour it has is in theme-colors.ts.
import * as v from 'valibot'
import { allow } from '../text/allowance.ts'
import { Identifier } from './identifier.ts'
import { colorCount, type Colored } from './theme-colors.ts'
import type { Text } from '../text/language-map.ts'
import { textLine } from '../text/text-schema.ts'

/** A subject that groups events, with the index (0-11) of its colour, where the author chose one. */
export const AuthoredTheme = v.strictObject({
  id: Identifier,
  label: textLine(200),
  color: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(colorCount - 1)),
  ),
  allow,
})

export interface Theme {
  readonly id: string
  readonly label: Text
  /** Index of the colour in the palette, 0-11; absent if `themesWithColors` is to choose it. */
  readonly color?: number
}

/** A theme as it is shown. */
export type ColoredTheme = Colored<Theme>
