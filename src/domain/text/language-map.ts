// Texts in several languages, and the choice of one. Tags are those of RFC 5646 (BCP 47), compared
// without regard to case. No I/O.
import * as v from 'valibot'

/** A BCP 47 tag of language, script and region, such as `zh-Hans` or `en-GB`. */
export const LanguageTag = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
    'must be a language tag such as zh-Hans or en',
  ),
)

/** At most 32 languages a text. */
export const maxLanguages = 32

/** One text in each language that has it: `{ "zh-Hans": "…", "en": "…" }`. Never empty. */
export type Text = Readonly<Record<string, string>>

/**
 * A text as an author writes it: a language map, or a bare string, which means the language of the
 * timeline.
 */
export type AuthoredText = string | Text

/** A single language's text of 1 to `max` characters (Unicode code points). */
const words = (max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'must not be empty'),
    v.check((text) => codePoints(text) <= max, `must be at most ${max} characters long`),
    v.check((text) => text.isWellFormed(), 'has an unpaired surrogate'),
    v.check(hasBalancedBidi, 'has an unpaired bidirectional control character'),
    // For the JSON Schema, whose lengths count code points (JSON Schema Validation, 6.3.1).
    v.metadata({ minLength: 1, maxLength: max }),
  )

/** The schema of a text whose versions have at most `max` characters each. */
export const text = (max: number) =>
  v.union(
    [
      words(max),
      v.pipe(
        v.record(LanguageTag, words(max)),
        v.minEntries(1, 'must have a text in at least one language'),
        v.maxEntries(maxLanguages, `must have at most ${maxLanguages} languages`),
      ),
    ],
    (issue) => textMessage(issue),
  )

/** The schema of words that are in one language by nature, such as the words of a source. */
export const plainText = words

/** Says in which way a text is wrong, since a union alone only says that no branch fits. */
function textMessage(issue: v.UnionIssue<v.BaseIssue<unknown>>): string {
  const first = issue.issues?.find(
    (branch) => branch.expected !== 'string' && branch.expected !== 'Object',
  )
  return first?.message ?? 'must be a text, or an object of texts by language'
}

/** The text as a map, with a bare string under the timeline's language. */
export function byLanguage(text: AuthoredText, language: string): Text {
  return typeof text === 'string' ? { [language]: text } : text
}

/**
 * The text in the wanted language; else in a related one (zh-Hant for zh, en-GB for en), else in
 * the fallback language, else in the first one there is.
 */
export function inLanguage(text: Text, wanted: string, fallback: string): string {
  return text[languageOf(text, wanted, fallback)] ?? ''
}

/** The tag of the version that `inLanguage` chooses, for `lang` attributes. */
export function languageOf(text: Text, wanted: string, fallback: string): string {
  if (text[wanted] !== undefined) return wanted
  const tags = Object.keys(text)
  const primary = wanted.toLowerCase().split('-')[0]
  return (
    tags.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    tags.find((tag) => tag.toLowerCase().split('-')[0] === primary) ??
    (text[fallback] === undefined ? (tags[0] ?? fallback) : fallback)
  )
}

/** The tag as RFC 5646 (2.1.1) writes it: zh-Hans, en-GB. Its subtags stay those that they are. */
export function canonicalTag(tag: string): string {
  return tag
    .toLowerCase()
    .replace(/(?<=-)[a-z]{2}(?![^-])/g, (region) => region.toUpperCase())
    .replace(/(?<=-)[a-z](?=[a-z]{3}(?![^-]))/g, (first) => first.toUpperCase())
}

/** The number of Unicode code points of a text. */
export function codePoints(text: string): number {
  return Array.from(text).length
}

/**
 * True where every bidirectional embedding, override and isolate of UAX #9 is closed in the text,
 * so that it cannot reorder what stands around it.
 */
function hasBalancedBidi(text: string): boolean {
  const open: string[] = []
  for (const character of text) {
    if ('\u202a\u202b\u202d\u202e'.includes(character)) open.push('\u202c')
    else if ('\u2066\u2067\u2068'.includes(character)) open.push('\u2069')
    else if ('\u202c\u2069'.includes(character) && open.pop() !== character) return false
  }
  return open.length === 0
}
