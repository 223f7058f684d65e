// English: messages of feeds, calendars and files.
import type {
  CalendarMessages,
  FeedMessages,
  MarkdownMessages,
  TimelineJsMessages,
} from '../tables/feeds.ts'
import { plural } from './plural.ts'

export const enFeeds: FeedMessages = {
  undated: 'The source gives no date: no later than the report.',
  disputed: 'Disputed: sources differ, or somebody objected.',
  disputedMark: ' [disputed]',
  withdrawnMark: ' [withdrawn]',
  withdrawnEvent: 'This event was withdrawn and is no longer listed.',
  holdsBack: (shown, total, next) =>
    `${plural(total, 'event', 'events')}, ${shown} of them on this page; the rest: ${next}`,
  corrections: (timeline) => `${timeline}: corrections`,
  leftOut: (editions) =>
    `Left out, because they cannot be read at the moment: editions ${editions.join(', ')}`,
}

export const enCalendar: CalendarMessages = {
  leftOut: (count, page) =>
    `${plural(count, 'event', 'events')} left out: their dates are too vague or too long for a calendar, or beyond its years. All events: ${page}`,
  heldBack: (count, page) =>
    `This calendar has at most 1 MB and holds back ${plural(count, 'event', 'events')}, unchanged for longest. All events: ${page}`,
}

export const enMarkdown: MarkdownMessages = {
  filter: 'Filter',
  months: 'Events by month',
  page: 'Page',
  next: 'Next page',
  licence: 'Licence',
  credit: 'Credit',
}

export const enTimelineJs: TimelineJsMessages = {
  leftOut: (count) =>
    `TimelineJS cannot show ${plural(count, 'event that is', 'events that are')} undated or BC. The whole answer:`,
}
