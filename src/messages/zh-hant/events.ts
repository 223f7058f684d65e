// Traditional Chinese: messages of an event.
import { nestedCorners } from '../../domain/text/nested-quotes.ts'
import type { EventMessages } from '../en/events.ts'

export const zhHantEvents: EventMessages = {
  colon: '：',
  comma: '，',
  and: '、',
  beside: (words) => `（${words}）`,
  quote: (words) => `「${nestedCorners(words)}」`,
  edition: (number) => `第${number}版`,
  source: '來源',
  translated: '（標題為譯文）',
}
