// NDJSON: one event a line in the shape of event-json.ts, every language, nothing lost. No line is
// about the timeline: edition and links stand in the headers, so that each line is one event.
import type { TimelineEvent } from '../../domain/document/event.ts'
import { eventJson } from './event-json.ts'
import type { FormatInput, Format } from '../format.ts'

export const ndjson: Format = {
  name: 'ndjson',
  extension: 'ndjson',
  mediaType: 'application/x-ndjson; charset=utf-8',
  title: 'NDJSON',
  limit: { default: 1_000_000, max: 1_000_000 },
  write: (feed) => [...ndjsonParts(feed)].join(''),
  parts: ndjsonParts,
}

/** The lines one by one, each with its line feed, so that a large timeline need not be held as text. */
export function* ndjsonParts(feed: FormatInput): Generator<string> {
  for (const event of feed.events) yield line(event, feed)
}

function line(event: TimelineEvent, { timeline, links }: FormatInput): string {
  return `${JSON.stringify(eventJson(event, { timeline, url: links.event(event.id) }))}\n`
}
