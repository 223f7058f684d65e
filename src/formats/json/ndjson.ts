// NDJSON: one event per line in the shape of event-json.ts, in every language, lossless. Edition
// and links are in the headers, so that each line is one event.
import type { TimelineEvent } from '../../domain/document/event.ts'
import { eventJson } from './event-json.ts'
import type { FormatInput, Format } from '../format.ts'

/**
 * The NDJSON format.
 * @example ndjson.write(input) → '{"id":"zhu-merit-award","url":"https://…",…}\n' for each event
 */
export const ndjson: Format = {
  name: 'ndjson',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  title: 'NDJSON',
  limit: { default: 1_000_000, max: 1_000_000 },
  write: (feed) => [...ndjsonParts(feed)].join(''),
  parts: ndjsonParts,
  continued: ndjsonParts,
}

/** One line at a time, with its line feed, so that a large result is never held as one string. */
export function* ndjsonParts(feed: FormatInput): Generator<string> {
  for (const event of feed.events) yield line(event, feed)
}

function line(event: TimelineEvent, { timeline, links, through }: FormatInput): string {
  const json = eventJson(event, { timeline, url: links.event(event.id) })
  const members = through?.(event) ?? []
  return `${JSON.stringify(members.length === 0 ? json : { ...json, through: members })}\n`
}
