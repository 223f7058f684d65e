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
  /** True where the unit has no language: a sign such as % or km, a code, or none. */
  readonly isSign: boolean
}

/**
 * The figure without its label and parts; all its digits, unrounded. Number words and unit are of
 * one language: on a page in Traditional Chinese, a unit of Simplified Chinese gives 20多万平方米.
 * Without a unit its code stands in its place.
 * @example figureInWords({ value: 200000, bound: 'over', unit, … }, localizer).before → '20多万'
 */
export function figureInWords(measure: Measure, { ui, text, tagOf }: UnitLocalizer): Figure {
  const unit = measure.unit ? text(measure.unit) : (measure.unitCode ?? '')
  const isSign = measure.unit === undefined || isSignIn(tagOf(measure.unit), unit)
  const tag = measure.unit && !isSign ? tagOf(measure.unit) : ui
  const spoken = uiLanguageOf(tag)
  const [before, after] = figureWriters[spoken ?? ui](measure, unit)
  return { before, unit, after, language: spoken === null || spoken === ui ? ui : tag, isSign }
}

/** % everywhere; km, m² and °C in a text of a language that is written without such letters. */
const isSignIn = (tag: string, unit: string): boolean =>
  !/\p{L}/u.test(unit) || (/^(?:zh|yue|ja|ko)\b(?!-latn)/i.test(tag) && !ownLetters.test(unit))

/** Letters of Chinese, Japanese and Korean. */
const ownLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}]/u

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
