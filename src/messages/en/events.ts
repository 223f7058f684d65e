// English: messages of an event.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../tables/events.ts'

export const enEvents: EventMessages = {
  colon: ': ',
  comma: ', ',
  and: ', ',
  beside: (words) => ` (${words})`,
  quote: (words) => `“${nestedQuotes(words)}”`,
  edition: (number) => `Edition ${number}`,
  source: 'Source',
  translated: ' (translated title)',
}
