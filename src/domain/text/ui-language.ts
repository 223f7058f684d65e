/** The languages in which the product itself speaks: dates in words, pages, descriptions. */
export const uiLanguages = ['zh-Hans', 'zh-Hant', 'en'] as const
export type UiLanguage = (typeof uiLanguages)[number]

export const isUiLanguage = (tag: string): tag is UiLanguage =>
  (uiLanguages as readonly string[]).includes(tag)

/** The language of our own words that is nearest to a tag; null where none is near. */
export function uiLanguageOf(tag: string): UiLanguage | null {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-Hant'
  if (/^zh\b/i.test(tag)) return 'zh-Hans'
  return /^en\b/i.test(tag) ? 'en' : null
}

/** As `uiLanguageOf`, with English for languages that we do not speak. */
export const nearestUiLanguage = (tag: string): UiLanguage => uiLanguageOf(tag) ?? 'en'
