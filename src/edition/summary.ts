// The summary of a timeline that is shown in lists.
import { spanOf } from '../domain/date/claims.ts'
import type { Text } from '../domain/text/language-map.ts'
import type { Head } from './head.ts'

/**
 * Maximum octets of a description in the list, as JSON: the list is one value of the store, and must have
 * room for all timelines.
 */
export const maxListedDescription = 4096

/** One timeline in the list of timelines. */
export interface TimelineSummary {
  readonly id: string
  readonly title: Text
  /** Absent if there is none, or if it is longer than `maxListedDescription`. */
  readonly description?: Text
  readonly language: string
  readonly edition: number
  readonly published: string
  readonly events: number
  /**
   * The first and the last day, month or year that its events name, what lasted with its own end:
   * `2020-01-24`, `2020-01`, `2020`; null without dated events.
   */
  readonly first: string | null
  readonly last: string | null
}

/**
 * Withdrawn events are not listed, so they do not count.
 * @example a head of two events → { id, title, edition: 1, events: 2, first: '2020-01-24', … }
 */
export function summaryOf({ timeline, edition, base, adds }: Head): TimelineSummary {
  const listed = adds.filter((event) => event.status !== 'withdrawn')
  const span = spanOf([...(base?.uploaded?.span ?? []), ...listed.map(({ when }) => when)])
  return {
    id: timeline.id,
    title: timeline.title,
    ...(isListed(timeline.description) && { description: timeline.description }),
    language: timeline.language,
    edition: edition.number,
    published: edition.published,
    events: edition.events,
    first: span?.first ?? null,
    last: span?.last ?? null,
  }
}

const isListed = (description: Text | undefined): description is Text =>
  description !== undefined &&
  new TextEncoder().encode(JSON.stringify(description)).length <= maxListedDescription
