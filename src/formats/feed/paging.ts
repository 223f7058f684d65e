// Which part of the result an Atom or RSS document has: a complete or a paged feed (RFC 5005), with
// the response elements of OpenSearch 1.1.
import type { FormatInput } from '../format.ts'
import { element, type Xml } from '../../markup/xml.ts'

/** The only extensions used: the W3C feed validator knows these namespaces and warns about others. */
export const extensionNamespaces = {
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
  'xmlns:opensearch': 'http://a9.com/-/spec/opensearch/1.1/',
}

/** Number of events selected, number in this document, and whether it is complete (RFC 5005, 2). */
export const extent = (feed: FormatInput): Xml[] => [
  element('opensearch:totalResults', {}, String(feed.total)),
  element('opensearch:itemsPerPage', {}, String(feed.events.length)),
  ...(isComplete(feed) ? [element('fh:complete')] : []),
]

/** The links of a paged feed (RFC 5005, 3); a complete feed must have none (2). */
export function pagingLinks(feed: FormatInput): readonly { rel: string; href: string }[] {
  if (isComplete(feed)) return []
  const { subscription, next } = feed.links
  const first = { rel: 'first', href: subscription }
  return next === undefined ? [first] : [first, { rel: 'next', href: next }]
}

const isComplete = ({ events, total, links }: FormatInput): boolean =>
  events.length === total && links.next === undefined
