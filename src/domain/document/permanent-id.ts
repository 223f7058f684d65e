// The permanent identifiers that a timeline mints for feeds and entries (RFC 4151).
import type { Timeline } from './timeline.ts'

/** The tag URI under which a timeline mints the ids of its feeds and entries. */
export const timelineTag = ({ id, authority }: Timeline): string =>
  `tag:${authority.domain},${authority.date}:${id}`

export const entryId = (timeline: Timeline, event: string): string =>
  `${timelineTag(timeline)}/${event}`
