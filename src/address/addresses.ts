// Every address of the service that an answer, a page, a feed or the element prints. Made of ids and
// queries only: never of a request's Host header.
import { everything, type EventQuery } from '../domain/query/event-query.ts'
import { filterText, writePairs, writeSearch, type Pairs } from './canonical.ts'

/** The parameters of an address besides the filter, in canonical order. Defaults are left out. */
export interface AddressOptions {
  /** The order by date, where the surface has another default; any other is part of the filter. */
  readonly sort?: 'date' | undefined
  readonly limit?: number | undefined
  readonly facets?: boolean | undefined
  readonly lang?: string | undefined
  readonly vague?: boolean | undefined
  readonly bom?: boolean | undefined
  readonly layout?: 'auto' | 'compact' | 'picture' | undefined
  /** Lanes by person and organization; those by theme are the default. */
  readonly lanes?: 'actor' | undefined
  readonly edition?: number | undefined
  /** The month at which the page begins, `2020-02`. */
  readonly at?: string | undefined
  readonly cursor?: string | undefined
}

export type EventsAddress = (extension: string | null) => string

export interface Addresses {
  /** The `lang` parameter of the addresses, if they have one. */
  readonly lang?: string | undefined
  readonly home: () => string
  readonly timeline: (query?: EventQuery, options?: AddressOptions) => string
  readonly event: (event: string, options?: AddressOptions) => string
  /** The page of an event from which a filtered list is reached again, at its page. */
  readonly eventFrom: (event: string, list: EventQuery, cursor?: string) => string
  /** The same pages as Markdown, for programs that read. */
  readonly markdown: (query?: EventQuery, options?: AddressOptions) => string
  readonly eventMarkdown: (event: string, options?: AddressOptions) => string
  /** The preview picture of a filter, or of one event. */
  readonly preview: (query: EventQuery, event?: string) => string
  readonly editions: (number?: number, cursor?: string) => string
  readonly embed: (query?: EventQuery, options?: AddressOptions) => string
  readonly embedCode: (query?: EventQuery, options?: AddressOptions) => string
  readonly subscribe: (query?: EventQuery) => string
  /** The API: the timeline, its edition log, one edition. */
  readonly data: () => string
  readonly log: (options?: Pick<AddressOptions, 'limit' | 'cursor'>) => string
  /** The feed of corrections. */
  readonly corrections: (lang?: string, cursor?: string) => string
  readonly edition: (number: number) => string
  /** The counts of the picture: of the timeline and of a filter, by lane and time. */
  readonly lanes: (query: EventQuery, options?: AddressOptions) => string
  /**
   * The same query in each format, by file extension (`ics` for `events.ics`), or null for the JSON
   * of the API. The query string is built once for all formats.
   */
  readonly events: (query: EventQuery, options?: AddressOptions) => EventsAddress
  /** One event in a format, or null for the JSON of the API; without `lang` unless it is given. */
  readonly eventFile: (event: string, extension: string | null, options?: AddressOptions) => string
}

/**
 * The addresses of one timeline. `base` is prefixed to each: empty on our own pages, or an origin
 * without a trailing slash. Pages carry `lang` if it is given, and `edition` if they can show an
 * older one.
 * @example createAddresses('', 'fusha-2020').event('a') → /timelines/fusha-2020/events/a
 */
export function createAddresses(
  base: string,
  timeline: string,
  lang?: string,
  edition?: number,
): Addresses {
  const page = (path: string, query = everything, options: AddressOptions = {}): string =>
    `${base}/timelines/${timeline}${path}${queryString(query, { lang, ...options })}`
  const pinnable = (path: string, query = everything, options: AddressOptions = {}): string =>
    page(path, query, { edition, ...options })
  const api = `${base}/v1/timelines/${timeline}`
  return {
    lang,
    home: () => `${base}/${queryString(everything, { lang })}`,
    timeline: (query, options) => pinnable('', query, options),
    event: (event, options) => pinnable(`/events/${event}`, everything, options),
    eventFrom: (event, list, cursor) => pinnable(`/events/${event}`, list, { cursor }),
    markdown: (query, options) => pinnable('.md', query, options),
    eventMarkdown: (event, options) => pinnable(`/events/${event}.md`, everything, options),
    preview: (query, event) =>
      `${base}/timelines/${timeline}${event === undefined ? '' : `/events/${event}`}/picture.png${queryString(event === undefined ? query : everything, { edition })}`,
    editions: (number, cursor) =>
      page('/editions', everything, { cursor }) +
      (number === undefined ? '' : `#edition-${number}`),
    embed: (query, options) => pinnable('/embed', query, options),
    embedCode: (query, options) => page('/embed-code', query, options),
    subscribe: (query) => page('/subscribe', query),
    data: () => api,
    log: (options) => `${api}/editions${queryString(everything, options)}`,
    corrections: (lang, cursor) =>
      `${api}/editions.atom${queryString(everything, { lang, cursor })}`,
    edition: (number) => `${api}/editions/${number}`,
    lanes: (query, options) => `${api}/lanes${queryString(query, { lang, edition, ...options })}`,
    events(query, options) {
      const search = queryString(query, { lang, edition, ...options })
      return (extension) => `${api}/events${extension === null ? '' : `.${extension}`}${search}`
    },
    eventFile: (event, extension, options) =>
      `${api}/events/${event}${extension === null ? '' : `.${extension}`}${queryString(everything, { edition, ...options })}`,
  }
}

/**
 * The canonical query string of a query, with its question mark; empty if everything is default.
 * @example queryString({ …, themes: [only('work')] }, { limit: 5 }) → ?theme=work&limit=5
 */
export function queryString(query: EventQuery, options: AddressOptions = {}): string {
  const [filter, more] = [filterText(query), writePairs(writeOptions(options))]
  const search = filter === '' || more === '' ? filter + more : `${filter}&${more}`
  return search && `?${search}`
}

function writeOptions(options: AddressOptions): Pairs {
  const { sort, limit, facets, lang, vague, bom, layout, lanes, edition, at, cursor } = options
  const pairs: [string, string][] = []
  if (sort !== undefined) pairs.push(['sort', sort])
  if (limit !== undefined) pairs.push(['limit', String(limit)])
  if (facets === true) pairs.push(['facets', 'true'])
  if (layout !== undefined && layout !== 'auto') pairs.push(['layout', layout])
  if (lanes !== undefined) pairs.push(['lanes', lanes])
  if (lang !== undefined) pairs.push(['lang', lang])
  if (vague === true) pairs.push(['vague', 'include'])
  if (bom === false) pairs.push(['bom', '0'])
  if (edition !== undefined) pairs.push(['edition', String(edition)])
  if (at !== undefined) pairs.push(['at', at])
  if (cursor !== undefined) pairs.push(['cursor', cursor])
  return pairs
}

/** The oEmbed address of a page (oEmbed 1.0). */
export const oembedAddress = (publicUrl: string, page: string, format: 'json' | 'xml'): string =>
  `${publicUrl}/oembed${writeSearch([
    ['url', page],
    ['format', format],
  ])}`
