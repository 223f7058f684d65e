// Every address that a page prints. Addresses within the service are made of ids and filters only.
import type { Filter } from './filter.ts'

export interface Place {
  /** Before every address: empty, the origin, or the public URL. */
  readonly base: string
  readonly timeline: string
  /** The language that the address names, where it does. */
  readonly lang?: string | undefined
}

/** Path and query of a page of the timeline. */
function page(place: Place, path: string, query: Filter): string {
  const lang: Filter = place.lang === undefined ? [] : [['lang', place.lang]]
  return `${timelinePath(place)}${path}${search([...query, ...lang])}`
}

const timelinePath = ({ base, timeline }: Place): string => `${base}/timelines/${timeline}`

/** The page of the timeline; `cursor` leads into the middle of it. */
export const timelineUrl = (place: Place, filter: Filter = [], cursor?: string): string =>
  page(place, '', cursor === undefined ? filter : [...filter, ['cursor', cursor]])

export const eventUrl = (place: Place, event: string): string => page(place, `/events/${event}`, [])
export const editionsUrl = (place: Place): string => page(place, '/editions', [])
export const embedUrl = (place: Place, filter: Filter): string => page(place, '/embed', filter)
export const embedCodeUrl = (place: Place, filter: Filter): string =>
  page(place, '/embed-code', filter)
export const subscribeUrl = (place: Place, filter: Filter): string =>
  page(place, '/subscribe', filter)

/** The same query in a format, by what follows `events.` in its address. */
export const feedUrl = (
  { base, timeline, lang }: Place,
  extension: string,
  filter: Filter,
): string =>
  `${base}/v1/timelines/${timeline}/events.${extension}${search([
    ...filter,
    ...(lang === undefined ? [] : [['lang', lang] as const]),
  ])}`

/** The calendar file of one event. */
export const eventIcsUrl = ({ base, timeline }: Place, event: string): string =>
  `${base}/v1/timelines/${timeline}/events/${event}.ics`

/** What a page looks like elsewhere (oEmbed 1.0). */
export const oembedUrl = (publicUrl: string, page: string, format: 'json' | 'xml'): string =>
  `${publicUrl}/oembed${search([
    ['url', page],
    ['format', format],
  ])}`

/** The filter with its values of one parameter replaced; an empty value takes them out. */
export const withParameter = (filter: Filter, parameter: string, value: string): Filter => [
  ...filter.filter(([name]) => name !== parameter),
  ...(value === '' ? [] : [[parameter, value] as const]),
]

/** The values of a parameter. */
export const valuesOf = (filter: Filter, parameter: string): readonly string[] =>
  filter.filter(([name]) => name === parameter).map(([, value]) => value)

export function search(query: Filter): string {
  const text = query.map(([name, value]) => `${name}=${encode(value)}`).join('&')
  return text && `?${text}`
}

/** A query may hold commas, colons and slashes as they are (RFC 3986, 3.4); they read better so. */
const encode = (value: string): string =>
  encodeURIComponent(value.toWellFormed()).replace(/%(?:2C|2F|3A)/g, decodeURIComponent)
