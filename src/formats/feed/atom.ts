// Atom (RFC 4287), paged or complete (RFC 5005), with the counts of OpenSearch 1.1. The date of an
// event is in the title, the content and dcterms:temporal (as EDTF), never in published or updated.
import {
  authorOf,
  entriesOf,
  feedDescription,
  feedId,
  feedTitle,
  rightsLanguage,
  rightsOf,
  uri,
  type Entry,
} from './entry.ts'
import type { FormatInput, Format } from '../format.ts'
import { extensionNamespaces, extent, pagingLinks } from './paging.ts'
import { contentLanguage } from '../../messages/localizer.ts'
import { element, endTag, startTag, xmlDeclaration, type Xml } from '../../markup/xml.ts'

/**
 * The Atom format.
 * @example atom.write(input) → '<?xml …?>\n<feed xmlns="…" …>…</feed>\n'
 */
export const atom: Format = {
  name: 'atom',
  extension: 'atom',
  mediaType: 'application/atom+xml; charset=utf-8',
  title: 'Atom',
  limit: { default: 50, max: 500 },
  order: '-updated',
  write: (feed) => [...parts(feed)].join(''),
  parts,
}

function* parts(feed: FormatInput): Iterable<string> {
  yield (
    xmlDeclaration + feedStart(contentLanguage(feed.timeline, feed.content), extensionNamespaces)
  )
  for (const child of metadata(feed)) yield `${child}\n`
  for (const entry of entriesOf(feed)) yield `${atomEntry(entry)}\n`
  yield feedEnd
}

export const feedStart = (
  language: string,
  namespaces: Readonly<Record<string, string>> = {},
): string =>
  `${startTag('feed', { xmlns: 'http://www.w3.org/2005/Atom', ...namespaces, 'xml:lang': language })}\n`

export const feedEnd = `${endTag('feed')}\n`

/**
 * A Text construct (RFC 4287, 3.1). Plain text, since some readers show the markup of `html`; but
 * text with an end tag in it is declared as `html`, so that readers do not mistake it for markup.
 */
export const textConstruct = (name: string, text: string, language?: string): Xml => {
  const lang = { 'xml:lang': language }
  if (!/<\/\w/.test(text)) return element(name, lang, text)
  return element(name, { type: 'html', ...lang }, element('span', {}, text))
}

export const atomLink = (rel: string, href: string, type?: string): Xml =>
  element('link', { rel, type, href: uri(href) })

export const person = (name: string): Xml => element('author', {}, [element('name', {}, name)])

function metadata(feed: FormatInput): Xml[] {
  const { timeline, links } = feed
  const description = feedDescription(feed)
  const rights = rightsOf(feed)
  return [
    element('id', {}, feedId(feed)),
    textConstruct('title', feedTitle(feed)),
    ...(description === '' ? [] : [textConstruct('subtitle', description)]),
    element('updated', {}, feed.edition.published),
    person(authorOf(feed)),
    atomLink('self', links.self, 'application/atom+xml'),
    atomLink('alternate', links.page, 'text/html'),
    ...pagingLinks(feed).map(({ rel, href }) => atomLink(rel, href, 'application/atom+xml')),
    ...(timeline.licence?.url === undefined ? [] : [atomLink('license', timeline.licence.url)]),
    ...(rights === undefined ? [] : [textConstruct('rights', rights, rightsLanguage(feed))]),
    element('generator', {}, 'Jishi'),
    ...extent(feed),
  ]
}

function atomEntry(entry: Entry): Xml {
  return element('entry', {}, [
    element('id', {}, entry.id),
    textConstruct('title', entry.title, entry.language),
    ...(entry.published === undefined ? [] : [element('published', {}, entry.published)]),
    element('updated', {}, entry.modified),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...entry.categories.map(({ scheme, term, label, language }) =>
      element('category', {
        term,
        scheme,
        ...(!/<\/\w/.test(label) && { label, 'xml:lang': language }),
      }),
    ),
    ...(entry.summary === undefined
      ? []
      : [textConstruct('summary', entry.summary, entry.summaryLanguage)]),
    element('content', { type: 'html' }, entry.content),
    element('dcterms:temporal', {}, entry.event.when.edtf),
  ])
}
