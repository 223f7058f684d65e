// English: messages of the answers to tools (src/http/mcp), which programs read for people.
import type { Translation } from '../../domain/text/translation.ts'
import { plural } from './plural.ts'

export type ToolMessages = Translation<typeof enTools>

export const enTools = {
  /** Headings of the groups of events: in a window of days, and without one. */
  surely: 'Surely in this period',
  possibly: 'Possibly in this period; the source is not exact enough to say',
  dated: 'With a date',
  undated: 'Without a date',
  /** Below a heading without events. */
  none: 'None.',
  /** Fewer events of a group are in this part of the answer than it has. */
  elsewhere: (shown: number, total: number) => `In this part of the answer: ${shown} of ${total}.`,
  /** How to list the events that a window set aside. */
  listUndated: 'undated=include lists those that may have been in this period.',
  /** More events than this answer has; the cursor continues it. */
  continues: (shown: number, total: number, cursor: string) =>
    `In this answer: ${shown} of ${plural(total, 'event', 'events')}. For the others call again with cursor=${cursor} and the same arguments.`,
  /** The same of timelines. */
  goesOn: (shown: number, total: number, cursor: string) =>
    `In this answer: ${shown} of ${plural(total, 'timeline', 'timelines')}. For the others call again with cursor=${cursor} and the same arguments.`,
  /** How an answer is to be used; above the events. */
  howToQuote:
    'Give each date as it stands here and no more exactly, say which events are only possible, and link the permalink.',
  sources: 'Sources',
  /** Of a list that is longer than what is shown. */
  others: (count: number) => `and ${count} more`,
  /** The names of the timelines that there are, where one was asked for that is not there. */
  known: (ids: string) => `Timelines here: ${ids}`,
}
