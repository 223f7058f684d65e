// Schemas for texts in several languages, for text in one language and for language tags.
import * as v from 'valibot'
import {
  characterProblem,
  isInvisible,
  lineProblem,
  unassignableProblem,
} from './character-rules.ts'
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

/** A check whose message depends on the text; the message is null for a text without a fault. */
const without = (problemOf: (text: string) => string | null) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    const message = dataset.typed ? problemOf(dataset.value) : null
    if (message !== null) addIssue({ message })
  })

/** A string that is no text, such as an address: it has only characters that every format carries. */
export const assignable = without(unassignableProblem)

/** The rules of all texts, blank ones included. */
export const plainCharacters = without(characterProblem)

/** A single language's text of 1 to `max` characters (Unicode code points). */
const words = (max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', 'must not be empty'),
    v.check((text) => codePoints(text) <= max, `must be at most ${max} characters long`),
    plainCharacters,
    v.check(
      (text) => text.trim() === '' || !isInvisible(text),
      'shows nothing: write words that can be seen',
    ),
    // For the JSON Schema, whose lengths count code points (JSON Schema Validation, 6.3.1).
    v.metadata({ minLength: 1, maxLength: max }),
  )

/** The same on one line. */
const line = (max: number) => v.pipe(words(max), without(lineProblem))

const inLanguages = (one: ReturnType<typeof words> | ReturnType<typeof line>) =>
  v.union(
    [
      one,
      v.pipe(
        v.record(LanguageTag, one),
        v.minEntries(1, 'must have a text in at least one language'),
        v.maxEntries(maxLanguages, `must have at most ${maxLanguages} languages`),
      ),
    ],
    (issue) => textMessage(issue),
  )

/** The schema of a text with a maximum of `max` characters per language. */
export const text = (max: number) => inLanguages(words(max))

/** The schema of a title or name: a text without line ends. */
export const textLine = (max: number) => inLanguages(line(max))

/** The schema of text that has only one language, such as a quotation from a source. */
export const plainText = words

/** The schema of a name in no particular language: without line ends. */
export const plainLine = line

/** Explains what is wrong with a text; a union's own message only says that no branch matched. */
function textMessage(issue: v.UnionIssue<v.BaseIssue<unknown>>): string {
  const first = issue.issues?.find(
    (branch) => branch.expected !== 'string' && branch.expected !== 'Object',
  )
  return first?.message ?? 'must be a text, or an object of texts by language'
}
