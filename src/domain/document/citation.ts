// A citation ties an event to words of a source, as a TextQuoteSelector and a TextPositionSelector
// of the W3C Web Annotation Data Model (4.2.4, 4.2.5).
import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'
import { Identifier } from './identifier.ts'
import { plainCharacters, plainText } from '../text/text-schema.ts'

/** The fields of an event that a citation can carry. */
export const supportedFields = [
  'date',
  'title',
  'summary',
  'themes',
  'actors',
  'place',
  'measures',
  'note',
] as const

/**
 * A passage of a source, or only the source if it has no words. Offsets count Unicode code points of the source's text; `end` is exclusive.
 */
export const Citation = v.pipe(
  v.strictObject({
    source: Identifier,
    /** Absent where the citation only names the source. */
    exact: v.exactOptional(plainText(5000)),
    prefix: v.exactOptional(plainContext()),
    suffix: v.exactOptional(plainContext()),
    start: v.exactOptional(offset()),
    end: v.exactOptional(offset()),
    supports: v.exactOptional(v.array(v.picklist(supportedFields))),
  }),
  v.forward(
    v.check(
      ({ start, end }) => (start === undefined) === (end === undefined),
      issueMessage('start-without-end'),
    ),
    ['start'],
  ),
  v.forward(
    v.check(
      ({ exact, prefix, suffix, start }) =>
        exact !== undefined || (prefix ?? suffix ?? start) === undefined,
      issueMessage('context-without-words'),
    ),
    ['exact'],
  ),
)

export type Citation = Readonly<v.InferOutput<typeof Citation>>

/** The text next to the cited words; white space is allowed as context. */
function plainContext() {
  return v.pipe(v.string(), v.minLength(1), v.maxLength(200), plainCharacters)
}

function offset() {
  return v.pipe(v.number(), v.integer(), v.minValue(0))
}
