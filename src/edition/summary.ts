// The summary of a timeline that is shown in lists.
import { printDay } from '../domain/date/civil-day.ts'
import type { Text } from '../domain/text/language-map.ts'
import type { Head } from './head.ts'

/** One timeline in the list of timelines. */
export interface TimelineSummary {
  readonly id: string
  readonly title: Text
  readonly description?: Text
  readonly language: string
  readonly edition: number
  readonly published: string
  readonly events: number
  /** First and last day on which an event is listed, as `2020-01-24`; null without events. */
  readonly first: string | null
  readonly last: string | null
}

/**
 * Withdrawn events are not listed, so they do not count for the first and last day.
 * @example a head of two events → { id, title, edition: 1, events: 2, first: '2020-01-24', … }
 */
export function summaryOf({ timeline, edition, adds }: Head): TimelineSummary {
  const listed = adds.filter((event) => event.status !== 'withdrawn')
  const [first, last] = [listed[0], listed.at(-1)]
  return {
    id: timeline.id,
    title: timeline.title,
    ...(timeline.description === undefined ? {} : { description: timeline.description }),
    language: timeline.language,
    edition: edition.number,
    published: edition.published,
    events: edition.events,
    first: first === undefined ? null : printDay(first.when.anchor),
    last: last === undefined ? null : printDay(last.when.anchor),
  }
}
