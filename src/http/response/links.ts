// The links of a response: the same query in every format, the HTML page, the next part.
// Built from the configured public URL and canonical queries only, never from the Host header.
import {
  createAddresses,
  queryString,
  type Addresses,
  type AddressOptions,
} from '../../address/addresses.ts'
import { writeCursor } from '../../address/cursor.ts'
import { everything, type EventQuery } from '../../domain/query/event-query.ts'
import type { EditionReader, Slice } from '../../edition/reader.ts'
import { formats } from '../../formats/all-formats.ts'
import { filterName, type Chosen } from '../request/selection.ts'
import type { Service } from '../service.ts'

/** A query of an edition, and the other parameters of its address. */
export interface Linked {
  readonly reader: EditionReader
  readonly query: EventQuery
  readonly options?: AddressOptions
  readonly slice?: Pick<Slice, 'bySection'>
}

/**
 * The absolute addresses of a timeline. Those of a kept edition that was asked for name it, so that they
 * lead to what was read, such as an event that is no longer there; identifiers never do.
 */
export const addressesOf = (
  { publicUrl }: Service,
  { reader, pinnedEdition }: Pick<Chosen, 'reader' | 'pinnedEdition'>,
): Addresses => createAddresses(publicUrl, reader.facts.timeline.id, undefined, pinnedEdition)

/** The JSON of the timeline, in the language and of the kept edition that were asked for. */
export const timelineUrl = (addresses: Addresses, { lang, edition }: AddressOptions): string =>
  addresses.data() + queryString(everything, { lang, edition })

/** The URL of the same query by the name of a format; any other name gives the JSON of the API. */
export function formatUrls(
  addresses: Addresses,
  { query, options = {} }: Linked,
): (name: string) => string {
  const { lang, vague } = options
  const inJson = addresses.events(query, { lang })
  const inFormat = addresses.events(query, { lang, vague })
  return (name) => {
    const extension = extensions.get(name)
    return extension === undefined ? inJson(null) : inFormat(extension)
  }
}

const extensions = new Map(formats.map(({ name, extension }) => [name, extension]))

/** The HTML page of the same query. */
export const pageUrl = (
  addresses: Addresses,
  { query, options: { lanes } = {} }: Pick<Linked, 'query' | 'options'>,
): string => addresses.timeline(query, { lanes })

/** The URL of one event by the name of a format; any other name gives the JSON of the API. */
export const eventUrls =
  (addresses: Addresses, event: string, options: AddressOptions): ((name: string) => string) =>
  (name) =>
    addresses.eventFile(event, extensions.get(name) ?? null, options)

/** Links to the same query in every format, by the format's name, and to the HTML page. */
export function formatLinks(addresses: Addresses, linked: Linked): Record<string, string> {
  const url = formatUrls(addresses, linked)
  return {
    page: pageUrl(addresses, linked),
    ...Object.fromEntries(formats.map(({ name }) => [name, url(name)])),
  }
}

/** Maximum octets of a Link header with alternates: usual clients refuse more than 16 kB of headers. */
export const maxLinkBytes = 8192

/**
 * The Link header (RFC 8288): the next part, the contract, and the same query in every format unless its
 * addresses are too long for a header. All of it is ASCII.
 */
export function linkHeader(
  { publicUrl }: Service,
  addresses: Addresses,
  linked: Linked,
  next?: string,
): string {
  const url = formatUrls(addresses, linked)
  let links = ''
  for (const { name, attributes } of alternates) links += `<${url(name)}>${attributes}, `
  const contract = `<${publicUrl}/openapi.json>; rel="service-desc"`
  const rest = next === undefined ? contract : `${contract}, <${next}>; rel="next"`
  return links.length + rest.length > maxLinkBytes ? rest : links + rest
}

const alternates = formats.map(({ name, mediaType }) => ({
  name,
  attributes: `; rel="alternate"; type="${mediaType.split(';')[0]}"`,
}))

/** The addresses of a part of a list and of the next one. A cursor already names its edition. */
export function partLinks(
  at: (more: AddressOptions) => string,
  part: Linked & { readonly slice: Slice },
  next: number | null,
): { readonly self: string; readonly next?: string } {
  const behind = (after: number): string =>
    at({ cursor: cursorBehind(part, after), edition: undefined })
  const { after } = part.slice
  return {
    self: after === null ? at({}) : behind(after),
    ...(next !== null && { next: behind(next) }),
  }
}

/** The cursor for the events that follow ordinal `next` of this edition; undefined if null. */
export const cursorBehind = (
  { reader, query, slice }: Linked,
  next: number | null,
): string | undefined =>
  next === null
    ? undefined
    : writeCursor({
        edition: reader.facts.edition.number,
        after: next,
        filter: filterName(reader, query, slice?.bySection),
      })
