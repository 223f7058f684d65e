// The languages of the product's own texts: dates in words, pages, descriptions. The texts are in
// messages/, one folder per language.

/** Each language, and the tags (RFC 5646) for which it is the closest match. */
export const nearTags = {
  'zh-Hans': /^zh\b(?!-(?:hant|tw|hk|mo)\b)/i,
  'zh-Hant': /^zh-(?:hant|tw|hk|mo)\b/i,
  en: /^en\b/i,
} as const satisfies Readonly<Record<string, RegExp>>

export type UiLanguage = keyof typeof nearTags

/** In the order in which answers and pages list them. */
export const uiLanguages = /* @__PURE__ */ Object.keys(nearTags) as readonly UiLanguage[]

/**
 * The UI language closest to a tag; null if none is close. An underscore counts as a hyphen.
 * @example uiLanguageOf('zh_TW') → zh-Hant
 */
export const uiLanguageOf = (tag: string): UiLanguage | null =>
  uiLanguages.find((language) => nearTags[language].test(tag.replaceAll('_', '-'))) ?? null

/** Like `uiLanguageOf`, but English for languages that we do not support. */
export const nearestUiLanguage = (tag: string): UiLanguage => uiLanguageOf(tag) ?? 'en'
