// The languages in which the product itself speaks: dates in words, pages, descriptions. What it says is
// in messages/, a folder a language.

/** Each language, and the tags (RFC 5646) whose readers it is nearest to. */
export const nearTags = {
  'zh-Hans': /^zh\b(?!-(?:hant|tw|hk|mo)\b)/i,
  'zh-Hant': /^zh-(?:hant|tw|hk|mo)\b/i,
  en: /^en\b/i,
} as const satisfies Readonly<Record<string, RegExp>>

export type UiLanguage = keyof typeof nearTags

/** In the order in which answers and pages list them. */
export const uiLanguages = /* @__PURE__ */ Object.keys(nearTags) as readonly UiLanguage[]

/** The language of our own words that is nearest to a tag; null where none is near. */
export const uiLanguageOf = (tag: string): UiLanguage | null =>
  uiLanguages.find((language) => nearTags[language].test(tag)) ?? null

/** As `uiLanguageOf`, with English for languages that we do not speak. */
export const nearestUiLanguage = (tag: string): UiLanguage => uiLanguageOf(tag) ?? 'en'
