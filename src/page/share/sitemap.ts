// Sitemaps (sitemaps.org, protocol 0.9): the addresses that are worth reading, with the instant of
// their last change. Pure.
import { element, xmlDeclaration } from '../../markup/xml.ts'

/** An address and the instant of its last change, RFC 3339. */
export interface SitemapEntry {
  readonly url: string
  readonly changed: string
}

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The pages of a part of a timeline; at most 50,000 in one file. */
export const writeSitemap = (entries: readonly SitemapEntry[]): string =>
  written('urlset', 'url', entries)

/** The sitemaps of a site; at most 50,000 in one index. */
export const writeSitemapIndex = (entries: readonly SitemapEntry[]): string =>
  written('sitemapindex', 'sitemap', entries)

const written = (root: string, name: string, entries: readonly SitemapEntry[]): string =>
  `${xmlDeclaration}${element(
    root,
    { xmlns: namespace },
    entries.map(({ url, changed }) =>
      element(name, {}, [element('loc', {}, url), element('lastmod', {}, changed)]),
    ),
  )}\n`
