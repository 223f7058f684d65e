// Absolute URLs, made of the configured public URL and canonical queries only, never of a request's
// Host header.
import { writeCursor } from '../../address/cursor.ts'
import { formats } from '../../formats/table.ts'
import { writeQuery } from '../request/query-string.ts'
import type { Exchange } from '../request/exchange.ts'
import { filterName, type Entries, type Selection } from '../request/selection.ts'

export const eventPage = (publicUrl: string, timeline: string, event: string): string =>
  `${publicUrl}/timelines/${timeline}/events/${event}`

/** The same filter in each format, by the format's name; `json` is the JSON API. */
export function formatUrls(publicUrl: string, selection: Selection): (name: string) => string {
  const query = (...taken: string[]): string => {
    const kept = selection.entries.filter(([parameter]) => taken.includes(parameter))
    return writeQuery([...selection.filter, ...kept])
  }
  const base = `${publicUrl}/v1/timelines/${selection.edition.head.timeline.id}/events`
  const [forJson, forFormats] = [query('edition', 'lang'), query('edition', 'lang', 'vague')]
  return (name) => {
    const format = formats.find((known) => known.name === name)
    return format === undefined ? base + forJson : `${base}.${format.extension}${forFormats}`
  }
}

/** The page for people with the same filter. */
export function pageUrl(publicUrl: string, selection: Selection): string {
  return `${publicUrl}/timelines/${selection.edition.head.timeline.id}${writeQuery(selection.filter)}`
}

/** Links to the same query in every format, by the format's name, and to the page. */
export function formatLinks(publicUrl: string, selection: Selection): Record<string, string> {
  const links: Record<string, string> = { page: pageUrl(publicUrl, selection) }
  const url = formatUrls(publicUrl, selection)
  for (const { name } of formats) links[name] = url(name)
  return links
}

/** The Link header (RFC 8288): every other format, and the description of the service. */
export function linkHeader({ service }: Exchange, selection: Selection): string {
  const url = formatUrls(service.publicUrl, selection)
  let links = ''
  for (const { name, attributes } of alternates) links += `<${url(name)}>${attributes}, `
  return `${links}<${service.publicUrl}/openapi.json>; rel="service-desc"`
}

const alternates = formats.map(({ name, mediaType }) => ({
  name,
  attributes: `; rel="alternate"; type="${mediaType.split(';')[0]}"`,
}))

/** The query of the part behind ordinal `next`, from this very edition; null where nothing follows. */
export function nextEntries(selection: Selection, next: number | null): Entries | null {
  if (next === null) return null
  const { number } = selection.edition.head.edition
  const cursor = writeCursor({ edition: number, after: next, filter: filterName(selection.filter) })
  const kept = selection.entries.filter(([name]) => name !== 'cursor' && name !== 'edition')
  return [...kept, ['cursor', cursor]]
}
