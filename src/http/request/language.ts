// The language of a page: `lang` wins, then Accept-Language (RFC 9110, 12.5.4).
import { uiLanguageOf, uiLanguages, type UiLanguage } from '../../domain/text/ui-language.ts'
import { choicesOf } from './accept.ts'

/** The first acceptable language that is supported; English if there is none, or any is wanted. */
export function negotiatedLanguage(acceptLanguage: string | null): UiLanguage {
  const choices = choicesOf(acceptLanguage)
  const refused = choices.flatMap(({ type, q }) => (q === 0 ? (uiLanguageOf(type) ?? []) : []))
  const anyOther = ['en' as const, ...uiLanguages].find((language) => !refused.includes(language))
  for (const { type, q } of choices) {
    const language = type === '*' ? anyOther : uiLanguageOf(type)
    if (q > 0 && language) return language
  }
  return 'en'
}
