// Schemas for texts in several languages, for text in one language and for language tags.
import * as v from 'valibot'
import { issueMessage, messageOf, type BrokenRule } from '../broken-rule.ts'
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
  v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, issueMessage('not-a-language-tag')),
)

export const isLanguageTag = (tag: string): boolean => v.is(LanguageTag, tag)

/** Maximum languages per text. */
export const maxLanguages = 32

/** A check whose rule depends on the text; null for a text without a fault. */
const without = (problemOf: (text: string) => BrokenRule | null) =>
  v.rawCheck<string>(({ dataset, addIssue }) => {
    const rule = dataset.typed ? problemOf(dataset.value) : null
    if (rule !== null) addIssue({ message: messageOf(rule) })
  })

/** A string that is no text, such as an address: it has only characters that every format carries. */
export const assignable = without(unassignableProblem)

/** The rules of all texts, blank ones included. */
export const plainCharacters = without(characterProblem)

/** A single language's text of 1 to `max` characters (Unicode code points). */
const words = (max: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== '', issueMessage('blank')),
    v.check((text) => codePoints(text) <= max, issueMessage('too-long', { max })),
    plainCharacters,
    v.check((text) => text.trim() === '' || !isInvisible(text), issueMessage('invisible')),
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
        v.minEntries(1, issueMessage('no-language')),
        v.maxEntries(maxLanguages, issueMessage('too-many', { max: maxLanguages })),
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
  return first?.message ?? issueMessage('text-or-texts')
}
