// Figures in words. Digits stay those of the value. Takes messages instead of a language, so that
// the element includes only those of its own language.
import type { Text } from '../domain/text/language-map.ts'
import type { Measure } from '../domain/document/measure.ts'
import type { CardMessages, EventMessages } from './tables.ts'

/**
 * A measure in words for outputs without markup; `text` chooses the language of label and unit.
 * Parts are in parentheses.
 * @example measureInWords(measure, messages, text) → '复工企业：87家（规上企业：50家，其他：37家）'
 */
export function measureInWords(
  measure: Measure,
  messages: EventMessages,
  text: (text: Text) => string,
): string {
  const { label, value, valueTo, unit, bound, approximate, parts } = measure
  const digits = valueTo === undefined ? String(value) : `${value}–${valueTo}`
  const bare = unit ? messages.figure(digits, text(unit)) : digits
  const bounded = bound ? messages[bound](bare) : bare
  const figure = approximate ? messages.about(bounded) : bounded
  const summands = parts?.map((part) => measureInWords(part, messages, text)) ?? []
  const sum = summands.length > 0 ? messages.beside(summands.join(messages.comma)) : ''
  return text(label) + messages.colon + figure + sum
}

/** Only the figure, as in lists: `20多万平方米`, `over 200,000 m²`. */
export function figureInWords(
  { value, valueTo, unit, bound, approximate }: Measure,
  messages: CardMessages,
  nameOf: (unit: Text) => string,
): string {
  const range = [value, ...(valueTo === undefined ? [] : [valueTo])].map(messages.number).join('–')
  const figure = messages[bound ?? 'figure'](range, unit ? nameOf(unit) : '')
  return approximate && !bound ? messages.approximately(figure) : figure
}
