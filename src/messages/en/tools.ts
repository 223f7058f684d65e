// English: messages of the answers to tools.
import type { ToolMessages } from '../tables/tools.ts'
import { plural } from './plural.ts'

export const enTools: ToolMessages = {
  surely: 'Surely in this period',
  possibly: 'Possibly in this period; the source is not exact enough to say',
  dated: 'With a date',
  undated: 'Without a date in the source',
  none: 'None.',
  elsewhere: (shown, total) => `In this part of the answer: ${shown} of ${total}.`,
  listUndated: 'undated=include lists those that may have been in this period.',
  continues: (shown, total, cursor) =>
    `In this answer: ${shown} of ${plural(total, 'event', 'events')}. For the others call again with cursor=${cursor} and the same arguments.`,
  howToQuote:
    'Give each date as it stands here and no more exactly, say which events are only possible, and link the permalink.',
  sources: 'Sources',
  others: (count) => `and ${count} more`,
  known: (ids) => `Timelines here: ${ids}`,
}
