// English: messages of feeds, calendars and files.
import type { Translation } from '../../domain/text/translation.ts'
import { plural } from './plural.ts'

/** Other messages of Atom, RSS, JSON Feed and the corrections feed. */
export type FeedMessages = Translation<typeof enFeeds>

export const enFeeds = {
  /** Ends a sentence. */
  stop: '.',
  disputed: 'Disputed: sources differ, or somebody objected.',
  withdrawnEvent: 'This event was withdrawn and is no longer listed.',
  holdsBack: (shown: number, total: number, next: string) =>
    `${plural(total, 'event', 'events')}, ${shown} of them on this page; the rest: ${next}`,
  /** A total that is an upper bound. */
  atMost: (total: number) =>
    `At most ${plural(total, 'event', 'events')}: so many may have these words that not each was looked through.`,
  /** Of a sentence that begins with a number of events: where that is an upper bound. */
  asideAtMost: (sentence: string) => `At most ${sentence}`,
  corrections: (timeline: string) => `${timeline}: corrections`,
  /** Of the editions with these numbers. */
  leftOut: (editions: readonly number[]) =>
    `Left out, because they cannot be read at the moment: editions ${editions.join(', ')}`,
}

export type CalendarMessages = Translation<typeof enCalendar>

export const enCalendar = {
  leftOut: (count: number, page: string) =>
    `${plural(count, 'event', 'events')} left out: without a date, or with one too vague or too long for a calendar, or beyond its years. All events: ${page}`,
  heldBack: (count: number, page: string) =>
    `This calendar has at most 1 MB and holds back ${plural(count, 'event', 'events')}, unchanged for longest. All events: ${page}`,
  tooLarge: (count: number, page: string) =>
    `${plural(count, 'event is', 'events are')} not in it: more than 1 MB each, which is all that a calendar has room for. All events: ${page}`,
  unread: (count: number, page: string) =>
    `This calendar was looked for among the events that changed last; ${plural(count, 'event', 'events')} unchanged for longest were not looked through. All events: ${page}`,
}

/** Names of lines that only Markdown has. */
export type MarkdownMessages = Translation<typeof enMarkdown>

export const enMarkdown = {
  filter: 'Filter',
  months: 'Events by month',
  page: 'Page',
  next: 'Next page',
  licence: 'Licence',
  credit: 'Credit',
}

export type TimelineJsMessages = Translation<typeof enTimelineJs>

export const enTimelineJs = {
  /** Followed by the address of the page. */
  leftOut: (count: number) =>
    `TimelineJS cannot show ${plural(count, 'event that is', 'events that are')} undated or BC. The whole answer:`,
}
