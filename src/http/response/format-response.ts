// Writes a selection in a format: prepares the input of the writer and answers with its output.
import { queryString, type Addresses, type AddressOptions } from '../../address/addresses.ts'
import { longestOrdinal } from '../../address/cursor.ts'
import { everything } from '../../domain/query/event-query.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { groupsIn, through } from '../../domain/query/members.ts'
import { inOrderOf } from '../../domain/query/order.ts'
import { inLanguage } from '../../domain/text/language-map.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { queryInWords } from '../../messages/queries.ts'
import type { Answer, StreamedPage } from '../../edition/reader.ts'
import type { FormatInput, FormatLinks, Format } from '../../formats/format.ts'
import { countHeaders } from '../headers.ts'
import type { Exchange } from '../request/exchange.ts'
import type { Selection } from '../request/selection.ts'
import type { RouteAnswer } from '../route.ts'
import { conditional, type Rendered } from './conditional.ts'
import { encoded } from '../../domain/text/pieces.ts'
import { createKeptAnswers } from './kept-answers.ts'
import {
  addressesOf,
  eventUrls,
  formatUrls,
  linkHeader,
  pageUrl,
  partLinks,
  type Linked,
} from './links.ts'

/** A selection to be shown in a format. */
export interface FormatRequest extends Selection {
  readonly format: Format
  /** Parameters of the address other than filter and cursor. */
  readonly options: AddressOptions
  /** True at the address beside the page for people, which is then the canonical one. */
  readonly ofPage?: boolean
  /** For the address of one event: that event in place of the query's result. */
  readonly only?: OneEvent
}

export interface OneEvent extends Pick<Answer, 'events' | 'total' | 'setAside' | 'next'> {
  readonly id: string
}

/**
 * The response for a selection in a format, with entity tag, links and a file name.
 * @example formatResponse(exchange, { ...selection, format: ics, options: exchange.query })
 */
export function formatResponse(exchange: Exchange, asked: FormatRequest): Promise<RouteAnswer> {
  const { reader, query, slice, options, format, only, ofPage, pinned, stale } = asked
  const { number } = reader.facts.edition
  const file = `${ofPage === true ? 'page ' : ''}events${only === undefined ? '' : `/${only.id}`}`
  const search = queryString(query, options)
  const identity = `${file}.${format.extension} ${number} ${search} ${slice.after ?? ''}`
  return conditional(
    exchange,
    { identity, edition: number, mediaType: format.mediaType, pinned, stale },
    () => keptFiles.get(reader, identity, () => rendered(exchange, asked)),
  )
}

const keptFiles = createKeptAnswers()

async function rendered(exchange: Exchange, asked: FormatRequest): Promise<Rendered> {
  const { format, only } = asked
  const streamed = await streamedIn(asked)
  const input =
    streamed === undefined
      ? await fittingInput(exchange, asked, only ?? (await foundIn(exchange, asked)))
      : await inputOf(exchange, asked, { ...streamed, events: [] })
  const shown = streamed?.count ?? input.events.length
  return {
    type: format.mediaType,
    headers: {
      'content-disposition': disposition(asked),
      ...countsOf(asked, input, shown),
      ...linksOf(exchange, asked, input.links.next),
    },
    body:
      streamed === undefined
        ? bodyOf(format, input)
        : streamOf(partsOfPage(format, input, streamed.events)),
  }
}

/** A page of an edition that does not hold its events, of so many that they are read while they are written. */
async function streamedIn({
  format,
  only,
  query,
  reader,
  slice,
}: FormatRequest): Promise<StreamedPage | undefined> {
  if (format.continued === undefined || only !== undefined || slice.limit <= streamAbove)
    return undefined
  const streamed = await reader.stream?.(query, slice)
  return streamed && streamed.count > streamAbove ? streamed : undefined
}

async function* partsOfPage(
  format: Format,
  input: FormatInput,
  windows: AsyncIterable<readonly TimelineEvent[]>,
): AsyncGenerator<string> {
  let isFirst = true
  for await (const events of windows) {
    const window = { ...input, events }
    yield* (isFirst ? format.parts?.(window) : format.continued?.(window)) ?? []
    isFirst = false
  }
}

/**
 * The size of a format's file for a selection, without sending it.
 * @example fileFacts(exchange, { ...selection, format: ics, options }) → { octets: 21334, events: 20, … }
 */
export async function fileFacts(
  exchange: Exchange,
  asked: FormatRequest,
): Promise<Record<'octets' | 'events' | 'leftOut' | 'heldBack' | 'tooLarge' | 'unread', number>> {
  const input = await fittingInput(exchange, asked, await foundIn(exchange, asked))
  const leftOut = asked.format.leftOut?.(input) ?? 0
  return {
    octets: new TextEncoder().encode(asked.format.write(input)).length,
    events: input.events.length - leftOut,
    leftOut,
    heldBack: input.heldBack ?? 0,
    tooLarge: input.tooLarge ?? 0,
    unread: input.unread ?? 0,
  }
}

function countsOf({ format, only }: FormatRequest, input: FormatInput, shown: number) {
  const { atMost, setAside, withdrawn } = input
  const total = only === undefined ? input.total : 1
  const leftOut = withdrawn === true ? 1 : (format.leftOut?.(input) ?? 0)
  const heldBack = input.total - shown
  return countHeaders({ total, setAside, leftOut, heldBack, ...(atMost && { atMost }) })
}

/** The Link header: of a list its formats and the next part; beside a page the page (RFC 6596). */
function linksOf({ service }: Exchange, asked: FormatRequest, next: string | undefined) {
  const { only, options, ofPage } = asked
  const addresses = addressesOf(service, asked)
  const linked = elsewhere(asked)
  if (ofPage === true) {
    const newest = { lang: options.lang, edition: undefined }
    const page = only ? addresses.event(only.id, newest) : addresses.timeline(linked.query, newest)
    return {
      link: `<${page}>; rel="canonical"${next === undefined ? '' : `, <${next}>; rel="next"`}`,
    }
  }
  return only === undefined ? { link: linkHeader(service, addresses, linked, next) } : {}
}

/** For pages and other formats: without the order that only this format has by default. */
const elsewhere = ({ reader, query, options, format }: FormatRequest): Linked => ({
  reader,
  query: query.sort === format.order ? { ...query, sort: everything.sort } : query,
  options,
})

async function inputOf(
  { service }: Exchange,
  asked: FormatRequest,
  found: Pick<Answer, 'events' | 'total' | 'setAside' | 'next'> & Partial<Answer>,
): Promise<FormatInput> {
  const { reader, only, options, format } = asked
  const { timeline, edition } = reader.facts
  const content = options.lang ?? timeline.language
  const language = nearestUiLanguage(content)
  const groupsOf = groupsIn(timeline.actors)
  const narrowing = { query: elsewhere(asked).query, pinnedEdition: options.edition }
  return {
    timeline,
    edition: { number: edition.number, published: edition.published },
    events: found.events,
    total: found.total,
    setAside: found.setAside,
    ...(found.atMost && { atMost: found.atMost }),
    ...(found.facets !== undefined && format.counted === true ? { times: found.facets } : {}),
    ...(only?.events.length === 0 ? { withdrawn: true } : {}),
    ...(only === undefined ? { through: (event) => through(event, asked.query, groupsOf) } : {}),
    filter: queryInWords(narrowing, timeline, { ui: language, content }),
    language,
    content,
    // A request for one event includes it even if its date is vague.
    vague: only !== undefined || options.vague === true,
    ...(options.bom === false ? { bom: false } : {}),
    links: inputLinks(addressesOf(service, asked), asked, found.next),
  }
}

/**
 * All of a format that is limited by its size: the last changed first, in one answer, read on until it is
 * full, since it may show few of the events that were read first. With a limit or a cursor, a page of it.
 */
async function foundIn(exchange: Exchange, asked: FormatRequest): Promise<Found> {
  const { reader, query, slice, format } = asked
  if (format.fit === undefined)
    return reader.answer(query, slice, { facets: format.counted === true })
  if (isPaged(asked)) return fittingPage(exchange, asked)
  const order = { ...query, sort: '-updated' } as const
  let { atMost, ...found } = await reader.answer(order, slice)
  for (let reads = 1; found.next !== null && reads < mostReads; reads++) {
    const { events } = found
    if (events.length >= mostRead) break
    if (format.fit(await inputOf(exchange, asked, found)).count < events.length) break
    const more = await reader.answer(order, { ...slice, after: found.next })
    found = { ...found, events: [...events, ...more.events], next: more.next }
    if (more.next !== null) continue
    // All that may have the words were looked through, but for those that are set aside.
    found = { ...found, total: found.events.length }
    if (found.setAside === 0) atMost = undefined
  }
  return { ...found, ...(atMost && { atMost }), next: null, goesOn: found.next !== null }
}

type Found = Answer & {
  /** True where more events of a format of limited size were not read. */
  readonly goesOn?: boolean
}

/** How often it is read on at most, and from how many events on it is not: each is held in memory. */
const mostReads = 10
const mostRead = 20_000

/** True for what is read page by page, in its order. */
const isPaged = ({ options, slice }: FormatRequest): boolean =>
  options.limit !== undefined || slice.after !== null

/** The events of a page that fit, from the first one; the next page begins behind them. */
async function fittingPage(exchange: Exchange, asked: FormatRequest): Promise<Answer> {
  const { reader, query, slice, format } = asked
  const page = await reader.answer(query, slice)
  const cut = { ...page, next: longestOrdinal }
  const fitting = format.fit?.(await inputOf(exchange, asked, cut))
  if (fitting === undefined || fitting.count >= page.events.length) return page
  return reader.answer(query, { ...slice, limit: fitting.count })
}

/** Of a format with a maximum size, the events that fit, last changed first; then in their order. */
async function fittingInput(
  exchange: Exchange,
  asked: FormatRequest,
  found: OneEvent | Found,
): Promise<FormatInput> {
  const { format, query, only } = asked
  const goesOn = 'goesOn' in found && found.goesOn
  const input = await inputOf(exchange, asked, found)
  if (format.fit === undefined || only !== undefined) return input
  const paged = isPaged(asked)
  const read = paged ? input.events : input.events.toSorted(inOrderOf('-updated'))
  const { count, tooLarge } = format.fit({ ...input, events: read })
  const ends = paged ? read.length : count
  const events = read.filter((_, index) => index < ends && !tooLarge.has(index))
  const isFull = ends < read.length
  return {
    ...input,
    events: paged ? events : events.toSorted(inOrderOf(query.sort)),
    heldBack: isFull ? input.total - ends : 0,
    tooLarge: tooLarge.size,
    // One that is not full lacks none for want of room.
    unread: goesOn && !isFull ? input.total - ends : 0,
  }
}

function inputLinks(
  addresses: Addresses,
  asked: FormatRequest,
  following: number | null,
): FormatLinks {
  const { query, options, format, only, ofPage } = asked
  const others = elsewhere(asked)
  const event = (id: string) => addresses.event(id)
  if (only !== undefined) {
    const self = addresses.eventFile(only.id, format.extension, options)
    const inFormat = eventUrls(addresses, only.id, { lang: options.lang })
    return { self, subscription: self, page: event(only.id), format: inFormat, event }
  }
  const at = (more: AddressOptions) =>
    ofPage === true
      ? addresses.markdown(query, { ...options, ...more })
      : addresses.events(query, { ...options, ...more })(format.extension)
  return {
    ...partLinks(at, asked, following),
    subscription: at({}),
    page: pageUrl(addresses, others),
    format: formatUrls(addresses, others),
    event,
  }
}

/** Streams a large result, so that memory does not grow with it, unless the format limits its size. */
function bodyOf(format: Format, input: FormatInput): Rendered['body'] {
  const isLimited = format.fit !== undefined || input.events.length <= streamAbove
  const parts = format.parts?.(input)
  if (parts === undefined) return encoded([format.write(input)])
  return isLimited ? encoded(parts) : streamOf(parts)
}

/** Results with more events than this are streamed. */
const streamAbove = 500

/** Minimum characters per chunk of a stream, except the last. */
const chunkSize = 65_536

function streamOf(parts: Iterable<string> | AsyncIterable<string>): ReadableStream {
  const iterator =
    Symbol.asyncIterator in parts ? parts[Symbol.asyncIterator]() : parts[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      let chunk = ''
      while (chunk.length < chunkSize) {
        const read = iterator.next()
        const next = read instanceof Promise ? await read : read
        if (next.done === true) {
          if (chunk !== '') controller.enqueue(encoder.encode(chunk))
          controller.close()
          return
        }
        chunk += next.value
      }
      controller.enqueue(encoder.encode(chunk))
    },
  })
}

/** RFC 6266: shown inline; the file name for saving in ASCII, and the title in UTF-8 (RFC 8187). */
function disposition({ reader, format, only }: FormatRequest): string {
  const { timeline } = reader.facts
  const extension = format.extension.replace(/^feed\./, '')
  const plain = `${timeline.id}${only === undefined ? '' : `-${only.id}`}.${extension}`
  const titled = only?.events[0] ?? timeline
  const title = inLanguage(titled.title, timeline.language, timeline.language)
  const name = title.toWellFormed().replaceAll(/["\\/:*?<>|\p{C}]/gu, ' ')
  return `inline; filename="${plain}"; filename*=UTF-8''${extendedValue(`${name}.${extension}`)}`
}

/** Percent-encodes everything but attr-char (RFC 8187, 3.2.1). */
const extendedValue = (text: string): string =>
  encodeURIComponent(text).replaceAll(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
