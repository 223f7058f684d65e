// Schemas for texts in several languages, for text in one language and for language tags.
import * as v from 'valibot'
import { codePoints } from './language-map.ts'

/** A BCP 47 tag of language, script and region, such as `zh-Hans` or `en-GB`. */
export const LanguageTag = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/,
    'must be a language tag such as zh-Hans or en',
  ),
)

/** Maximum languages per text. */
export const maxLanguages = 32

/** A single language's text of 1 to `max` characters (Unicode code points). */
const words = (max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'must not be empty'),
    v.check((text) => codePoints(text) <= max, `must be at most ${max} characters long`),
    v.check((text) => text.isWellFormed(), 'has an unpaired surrogate'),
    v.check(isAssignable, 'has a control character or a noncharacter'),
    v.check(hasBalancedBidi, 'has an unpaired bidirectional control character'),
    // For the JSON Schema, whose lengths count code points (JSON Schema Validation, 6.3.1).
    v.metadata({ minLength: 1, maxLength: max }),
  )

/** The schema of a text with a maximum of `max` characters per language. */
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

/** The schema of text that has only one language, such as a quotation from a source. */
export const plainText = words

/** Explains what is wrong with a text; a union's own message only says that no branch matched. */
function textMessage(issue: v.UnionIssue<v.BaseIssue<unknown>>): string {
  const first = issue.issues?.find(
    (branch) => branch.expected !== 'string' && branch.expected !== 'Object',
  )
  return first?.message ?? 'must be a text, or an object of texts by language'
}

/**
 * True without characters that some format cannot carry, so that texts are the same in all of them:
 * the Unicode Assignables of RFC 9839 (4.3), which leave out controls but TAB, LF and CR, and
 * noncharacters.
 */
export const isAssignable = (text: string): boolean => !unassignable.test(text)

const unassignable = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/u

/**
 * True if every bidirectional embedding, override and isolate of UAX #9 is closed within the text,
 * so that it cannot reorder the text around it.
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
