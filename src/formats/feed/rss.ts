// RSS 2.0 (RSS Advisory Board), with the modules content, dcterms and dc and the paging of RFC
// 5005, appendix B. The date of an event is in the title, the content and dcterms:temporal (as
// EDTF).
import {
  authorOf,
  entriesOf,
  feedDescription,
  feedTitle,
  rightsOf,
  uri,
  type Entry,
} from './entry.ts'
import { lined } from './entry-content.ts'
import type { FormatInput, Format } from '../format.ts'
import { extensionNamespaces, extent, pagingLinks } from './paging.ts'
import { contentLanguage } from '../../messages/localizer.ts'
import { element, endTag, startTag, xmlDeclaration, type Xml } from '../../markup/xml.ts'

/**
 * The RSS format.
 * @example rss.write(input) → '<?xml …?>\n<rss version="2.0" …>\n<channel>\n…</channel>\n</rss>\n'
 */
export const rss: Format = {
  name: 'rss',
  extension: 'rss',
  mediaType: 'application/rss+xml; charset=utf-8',
  title: 'RSS 2.0',
  limit: { default: 50, max: 500 },
  order: '-updated',
  write: (feed) => [...parts(feed)].join(''),
  parts,
}

const namespaces = {
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  ...extensionNamespaces,
}

function* parts(feed: FormatInput): Iterable<string> {
  yield `${xmlDeclaration}${startTag('rss', { version: '2.0', ...namespaces })}\n`
  yield `${startTag('channel')}\n`
  for (const child of channel(feed)) yield `${child}\n`
  for (const entry of entriesOf(feed)) yield `${item(entry)}\n`
  yield `${endTag('channel')}\n${endTag('rss')}\n`
}

function channel(feed: FormatInput): Xml[] {
  const rights = rightsOf(feed)
  const title = feedTitle(feed)
  return [
    element('title', {}, title),
    element('link', {}, uri(feed.links.page)),
    // Required, so it must not be empty.
    element('description', {}, feedDescription(feed) || title),
    element('language', {}, contentLanguage(feed.timeline, feed.content)),
    ...(rights === undefined ? [] : [element('copyright', {}, rights)]),
    element('lastBuildDate', {}, rfc822(feed.edition.published)),
    element('generator', {}, 'Jishi'),
    element('docs', {}, 'https://www.rssboard.org/rss-specification'),
    element('dc:creator', {}, authorOf(feed)),
    atomLink('self', feed.links.self),
    ...pagingLinks(feed).map(({ rel, href }) => atomLink(rel, href)),
    ...extent(feed),
  ]
}

/** `description` comes before `content:encoded`, since some readers use whichever is last. */
function item(entry: Entry): Xml {
  const content = entry.content
  return element('item', {}, [
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: 'false' }, entry.id),
    ...(entry.published === undefined ? [] : [element('pubDate', {}, rfc822(entry.published))]),
    ...entry.categories.map(({ scheme, label }) => element('category', { domain: scheme }, label)),
    element(
      'description',
      {},
      entry.summary === undefined
        ? content
        : element('p', { lang: entry.summaryLanguage }, lined(entry.summary)),
    ),
    element('content:encoded', {}, content),
    element('dcterms:temporal', {}, entry.event.when.edtf),
  ])
}

const atomLink = (rel: string, href: string): Xml =>
  element('atom:link', { rel, type: 'application/rss+xml', href: uri(href) })

/** `Fri, 13 Mar 2020 00:00:00 GMT`: RFC 822 with a four-digit year, as RSS 2.0 prefers. */
const rfc822 = (instant: string): string => new Date(instant).toUTCString()
