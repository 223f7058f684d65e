// The permanent identifiers that a timeline mints for feeds and entries (RFC 4151).
import type { Timeline } from './timeline.ts'

/**
 * The tag URI that prefixes the ids of a timeline's feeds and entries.
 * @example the timeline x of the authority example.org, 2020 → tag:example.org,2020:x
 */
export const timelineTag = ({ id, authority }: Timeline): string =>
  `tag:${authority.domain},${authority.date}:${id}`

export const entryId = (timeline: Timeline, event: string): string =>
  `${timelineTag(timeline)}/${event}`
