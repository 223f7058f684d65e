// Simplified Chinese: messages of an event.
import { nestedQuotes } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../en/events.ts'

export const zhHansEvents: EventMessages = {
  colon: '：',
  comma: '，',
  and: '、',
  beside: (words) => `（${words}）`,
  quote: (words) => `“${nestedQuotes(words)}”`,
  edition: (number) => `第${number}版`,
  source: '来源',
  translated: '（标题系译文）',
}
