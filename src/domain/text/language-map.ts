// Texts in several languages, and the choice of one. Tags are those of RFC 5646 (BCP 47), compared
// case-insensitively. No I/O, and no schemas: the element needs this file without valibot.
import { uiLanguageOf } from './ui-language.ts'

/** One text in each language that has it: `{ "zh-Hans": "…", "en": "…" }`. Never empty. */
export type Text = Readonly<Record<string, string>>

/**
 * A text as an author writes it: a language map, or a bare string, which means the language of the
 * timeline.
 */
export type AuthoredText = string | Text

/** The text as a map, with a bare string under the timeline's language. */
export function byLanguage(text: AuthoredText, language: string): Text {
  return typeof text === 'string' ? { [language]: text } : text
}

/**
 * The text in the wanted language; else in the closest one (zh-Hant for zh-TW, en-GB for en), else in
 * the fallback language, else in the first one available.
 * @example inLanguage({ 'zh-Hans': '甲', en: 'A' }, 'zh-Hant', 'en') → 甲
 */
export function inLanguage(text: Text, wanted: string, fallback: string): string {
  return versionIn(text, languageOf(text, wanted, fallback)) ?? ''
}

/** What is written for a tag, and nothing that objects inherit: tags come from authors and requests. */
export const versionIn = <Version>(
  versions: Readonly<Record<string, Version>> | null | undefined,
  tag: string,
): Version | undefined => (versions && Object.hasOwn(versions, tag) ? versions[tag] : undefined)

/** The tag of the version that `inLanguage` chooses, for `lang` attributes. */
export function languageOf(text: Text, wanted: string, fallback: string): string {
  if (Object.hasOwn(text, wanted)) return wanted
  const tags = Object.keys(text)
  const near = uiLanguageOf(wanted)
  const primary = primaryOf(wanted)
  return (
    tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    tags.find((tag) => near !== null && uiLanguageOf(tag) === near) ??
    tags.find((tag) => primaryOf(tag) === primary) ??
    (Object.hasOwn(text, fallback) ? fallback : (tags[0] ?? fallback))
  )
}

/**
 * True if the version that `inLanguage` chooses is not in the language of the original. Two scripts
 * or regions of one language count as the same.
 * @example ({ 'zh-Hans': '甲', en: 'A' }, 'en', 'zh-Hans', 'zh-Hans') → true
 */
export const isTranslated = (
  text: Text,
  wanted: string,
  fallback: string,
  original: string,
): boolean => primaryOf(languageOf(text, wanted, fallback)) !== primaryOf(original)

const primaryOf = (tag: string): string | undefined => tag.toLowerCase().split('-')[0]

/**
 * The tag in the spelling of RFC 5646 (2.1.1): hyphens, and case by position. Subtags are not replaced.
 * @example canonicalTag('ZH_hant_tw') → zh-Hant-TW
 */
export function canonicalTag(tag: string): string {
  return tag
    .replaceAll('_', '-')
    .toLowerCase()
    .replace(/(?<=-)[a-z]{2}(?![^-])/g, (region) => region.toUpperCase())
    .replace(/(?<=-)[a-z](?=[a-z]{3}(?![^-]))/g, (first) => first.toUpperCase())
}

/** The number of Unicode code points of a text. */
export function codePoints(text: string): number {
  return Array.from(text).length
}
