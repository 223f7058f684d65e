// Measures in words: one way for pages, element, feeds, files and command line.
import type { Measure } from '../domain/document/measure.ts'
import { uiLanguageOf } from '../domain/text/ui-language.ts'
import { figureWriters } from './figures.ts'
import type { Localizer } from './localizer.ts'
import type { EventMessages } from './en/events.ts'

/** What a measure needs of a localizer. */
export type UnitLocalizer = Pick<Localizer, 'ui' | 'text' | 'tagOf'>

/** A figure in words, in the parts of its sentence. */
export interface Figure {
  readonly before: string
  readonly unit: string
  readonly after: string
  /** The language tag of the number words: that of the unit, if we have its number words. */
  readonly language: string
}

/**
 * The figure without its label and parts; all its digits, unrounded. Number words and unit are of
 * one language: on a page in Traditional Chinese, a unit of Simplified Chinese gives 20多万平方米.
 * @example figureInWords({ value: 200000, bound: 'over', unit, … }, localizer).before → '20多万'
 */
export function figureInWords(measure: Measure, { ui, text, tagOf }: UnitLocalizer): Figure {
  const unit = measure.unit ? text(measure.unit) : ''
  // Signs such as % have no language.
  const tag = measure.unit && /\p{L}/u.test(unit) ? tagOf(measure.unit) : ui
  const spoken = uiLanguageOf(tag)
  const [before, after] = figureWriters[spoken ?? ui](measure, unit)
  return { before, unit, after, language: spoken === null || spoken === ui ? ui : tag }
}

/**
 * A measure for outputs without markup. Parts are in parentheses.
 * @example measureInWords(measure, messages, localizer) → '复工企业：87家（规上企业：50家，其他：37家）'
 */
export function measureInWords(
  measure: Measure,
  messages: EventMessages,
  localizer: UnitLocalizer,
): string {
  const { before, unit, after } = figureInWords(measure, localizer)
  const summands = measure.parts?.map((part) => measureInWords(part, messages, localizer)) ?? []
  const sum = summands.length > 0 ? messages.beside(summands.join(messages.comma)) : ''
  return localizer.text(measure.label) + messages.colon + before + unit + after + sum
}
