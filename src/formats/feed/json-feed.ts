// JSON Feed 1.1 (jsonfeed.org/version/1.1). The extension `_timeline` holds what it has no member
// for: the date of an event as EDTF, and the number of events that the query selects.
import {
  authorOf,
  entriesOf,
  feedDescription,
  feedTitle,
  rightsOf,
  uri,
  type Entry,
} from './entry.ts'
import { sequenceOf } from '../../domain/document/revision.ts'
import type { FormatInput, Format } from '../format.ts'
import { contentLanguage } from '../../messages/localizer.ts'
import { legalText } from '../../markup/xml.ts'

/**
 * The JSON Feed format.
 * @example jsonFeed.write(input) → '{"version":"https://jsonfeed.org/version/1.1",…,"items":[…]}\n'
 */
export const jsonFeed: Format = {
  name: 'json-feed',
  extension: 'feed.json',
  mediaType: 'application/feed+json; charset=utf-8',
  title: 'JSON Feed',
  limit: { default: 50, max: 500 },
  order: '-updated',
  write: (feed) => [...parts(feed)].join(''),
  parts,
}

function* parts(feed: FormatInput): Iterable<string> {
  yield `${JSON.stringify(metadata(feed)).slice(0, -1)},"items":[`
  let separator = '\n'
  for (const entry of entriesOf(feed)) {
    yield separator + JSON.stringify(item(entry))
    separator = ',\n'
  }
  yield '\n]}\n'
}

function metadata(feed: FormatInput) {
  const { timeline, edition, links, total, events, setAside } = feed
  const description = feedDescription(feed)
  const rights = rightsOf(feed)
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: feedTitle(feed),
    home_page_url: uri(links.page),
    // It identifies the feed, so it is the same on every page.
    feed_url: uri(links.subscription),
    ...(description !== '' && { description }),
    ...(links.next !== undefined && { next_url: uri(links.next) }),
    authors: [{ name: authorOf(feed) }],
    language: contentLanguage(timeline, feed.content),
    _timeline: {
      timeline: timeline.id,
      edition: edition.number,
      updated: edition.published,
      total,
      shown: events.length,
      setAside,
      ...(rights !== undefined && { rights }),
    },
  }
}

function item(entry: Entry) {
  const { when, status, statedDate } = entry.event
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.content,
    ...(entry.summary !== undefined && { summary: entry.summary }),
    ...(entry.published !== undefined && { date_published: entry.published }),
    date_modified: entry.modified,
    tags: [...new Set(entry.categories.map(({ label }) => label))],
    ...(entry.language !== undefined && { language: entry.language }),
    _timeline: {
      event: entry.event.id,
      date: when.edtf,
      kind: when.kind,
      ...(statedDate !== undefined && { statedDate: legalText(statedDate) }),
      dateInWords: entry.date,
      status,
      sequence: sequenceOf(entry.event),
    },
  }
}
