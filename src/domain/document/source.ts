import * as v from 'valibot'
import { allow } from '../text/allowance.ts'
import { issueMessage } from '../broken-rule.ts'
import { Identifier } from './identifier.ts'
import type { Text } from '../text/language-map.ts'
import { LanguageTag, plainLine, text, textLine } from '../text/text-schema.ts'
import { WebUrl } from './link.ts'

/**
 * A day, month or year, such as `2020-03-13`, or an instant of RFC 3339 with an offset, such as
 * `2020-03-13T07:45:00+08:00`. Whether its day exists is checked later, with the time zone of the
 * timeline, and that it has no fraction of a second (check/dates.ts), for their own sentences; the JSON
 * Schema has the pattern of what is taken.
 */
const PublicationText = v.pipe(
  v.string(),
  v.regex(
    /^\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?)?)?$/,
    issueMessage('not-a-publication'),
  ),
  v.metadata({
    pattern: String.raw`^\d{4}(?:-\d{2}(?:-\d{2}(?:T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|(?!-00:00)[+-](?:[01]\d|2[0-3]):[0-5]\d))?)?)?$`,
  }),
)

/** A source of facts. `sha256` is that of its text: UTF-8, LF line endings, lower-case hex. */
export const AuthoredSource = v.strictObject({
  id: Identifier,
  title: textLine(500),
  publisher: v.exactOptional(textLine(200)),
  authors: v.exactOptional(v.array(plainLine(200))),
  published: PublicationText,
  url: v.exactOptional(WebUrl),
  archivedUrl: v.exactOptional(WebUrl),
  language: LanguageTag,
  sha256: v.exactOptional(
    v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, issueMessage('not-a-sha256'))),
  ),
  rights: v.exactOptional(text(500)),
  allow,
})

export interface Source {
  readonly id: string
  readonly title: Text
  readonly publisher?: Text
  readonly authors?: readonly string[]
  /** An instant of RFC 3339, or a day, month or year of ISO 8601: as precise as it was stated. */
  readonly published: string
  readonly url?: string
  readonly archivedUrl?: string
  readonly language: string
  readonly sha256?: string
  readonly rights?: Text
}
