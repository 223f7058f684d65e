// What the check would object to, and why it is right here.
import * as v from 'valibot'
import { issueMessage } from '../broken-rule.ts'
import { plainText } from './text-schema.ts'

/**
 * A term of the list of private matters, or words around it, or a number that no cited passage has. The
 * reason stays in the document, for those who edit it next.
 */
export const Allowance = v.strictObject({
  term: plainText(100),
  reason: plainText(500),
})

/** For an event, a theme, an actor or a source. */
export const allow = v.exactOptional(
  v.pipe(v.array(Allowance), v.maxLength(100, issueMessage('too-many', { max: 100 }))),
)
