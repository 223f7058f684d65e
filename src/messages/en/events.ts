// English: messages of an event that several outputs share.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { Translation } from '../../domain/text/translation.ts'

export type EventMessages = Translation<typeof enEvents>

export const enEvents = {
  /** Separates a date from the event's title, and a name from its value. */
  colon: ': ',
  comma: ', ',
  and: ', ',
  beside: (words: string) => ` (${words})`,
  quote: (words: string) => `“${nestedQuotes(words)}”`,
  edition: (number: number) => `Edition ${number}`,
  /** Before a source that is named without words of it. */
  source: 'Source',
  /** Follows a title that is not in the language of what it names. */
  translated: ' (translated title)',
}
