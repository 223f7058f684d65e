// A figure in words: `复工企业：87家（规上企业：50家，其他：37家）`. Digits stay those of the value.
import type { Text } from '../text/language-map.ts'
import type { Measure } from '../document/measure.ts'
import { eventWords } from './event-words.ts'
import type { UiLanguage } from '../text/ui-language.ts'

/** Label and unit as `say` tells the texts of a timeline, around them words of `language`. */
export function measureWords(
  measure: Measure,
  language: UiLanguage,
  say: (text: Text) => string,
): string {
  const words = eventWords[language]
  const { label, value, valueTo, unit, bound, approximate, parts } = measure
  const digits = valueTo === undefined ? String(value) : `${value}–${valueTo}`
  const bare = unit ? words.figure(digits, say(unit)) : digits
  const bounded = bound ? words[bound](bare) : bare
  const figure = approximate ? words.about(bounded) : bounded
  const summands = parts?.map((part) => measureWords(part, language, say)) ?? []
  const sum = summands.length > 0 ? words.beside(summands.join(words.comma)) : ''
  return say(label) + words.colon + figure + sum
}
