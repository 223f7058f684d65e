import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'
import type { Text } from '../text/language-map.ts'
import { plainText, textLine } from '../text/text-schema.ts'

/** Whether the true figure is over or under `value`: 1000多名 is `over`, 近千名 is `under`. */
export const bounds = ['over', 'under'] as const

const figure = {
  label: textLine(200),
  value: v.pipe(v.number(), v.finite()),
  /** The upper end, where the source gives a range such as 8-10家. */
  valueTo: v.exactOptional(v.pipe(v.number(), v.finite())),
  unit: v.exactOptional(textLine(50)),
  /** Common code of UN/CEFACT Recommendation 20 (`MTK`), or currency of ISO 4217 (`CNY`). */
  unitCode: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[A-Z0-9]{2,3}$/, issueMessage('not-a-unit-code'))),
  ),
  approximate: v.exactOptional(v.boolean()),
  bound: v.exactOptional(v.picklist(bounds)),
  /** The figure in the words of the source; must be part of a cited passage. */
  sourceWords: v.exactOptional(plainText(100)),
}

/** Maximum parts per measure. */
export const maxParts = 20

/** A figure of an event. `parts` add up to `value` exactly. */
export const AuthoredMeasure = v.strictObject({
  ...figure,
  parts: v.exactOptional(
    v.pipe(
      v.array(v.strictObject(figure)),
      v.maxLength(maxParts, issueMessage('too-many', { max: maxParts })),
    ),
  ),
})

export type AuthoredMeasure = v.InferOutput<typeof AuthoredMeasure>

export interface Measure {
  readonly label: Text
  readonly value: number
  readonly valueTo?: number
  readonly unit?: Text
  readonly unitCode?: string
  readonly approximate?: boolean
  readonly bound?: (typeof bounds)[number]
  readonly sourceWords?: string
  readonly parts?: readonly Measure[]
}
