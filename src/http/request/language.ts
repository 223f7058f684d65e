// The language of a page: `lang` wins, then Accept-Language (RFC 9110, 12.5.4).
import { uiLanguageOf, type UiLanguage } from '../../domain/text/ui-language.ts'
import { choicesOf } from './accept.ts'

/** The first acceptable language that is supported; English if there is none. */
export function negotiatedLanguage(acceptLanguage: string | null): UiLanguage {
  for (const { type, q } of choicesOf(acceptLanguage)) {
    const language = q === 0 ? null : uiLanguageOf(type)
    if (language !== null) return language
  }
  return 'en'
}
