// GET /v1/timelines/{timeline}/events.<extension> and …/events/{event}.<extension>: the same query in
// every format of the table.
import type { Feed, Format } from '../../formats/format.ts'
import { formats } from '../../formats/table.ts'
import { conditional } from '../response/conditional.ts'
import { disposition, feedOf, type Shown } from '../response/format-response.ts'
import { linkHeader } from '../response/links.ts'
import { one } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import type { Route } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import {
  chooseEdition,
  chooseProblems,
  select,
  selectAll,
  selectProblems,
} from '../request/selection.ts'

/** Feeds of a query, one route a format. */
export const feeds: readonly Route[] = formats.map((format) => ({
  method: 'GET',
  path: `/v1/timelines/{timeline}/events.${format.extension}`,
  id: `listEventsAs${identifier(format)}`,
  summary: `The same query as ${format.title}`,
  tag: 'formats',
  parameters: [
    ...parameters.filterParameterTable,
    parameters.limit,
    parameters.cursor,
    parameters.lang,
    parameters.vague,
    parameters.edition,
    ...(format.name === 'csv' ? [parameters.bom] : []),
  ],
  lenient: true,
  success: { 200: { description: format.title, type: format.mediaType } },
  problems: selectProblems,
  async handle(exchange) {
    const selected = await select(exchange, format.limit)
    if (!selected.ok) return selected.failure
    const file = `events.${format.extension}`
    return respond(exchange, { format, file, selection: selected.value })
  },
}))

/** One event in each format. */
export const eventFeeds: readonly Route[] = formats.map((format) => ({
  method: 'GET',
  path: `/v1/timelines/{timeline}/events/{event}.${format.extension}`,
  id: `getEventAs${identifier(format)}`,
  summary: `One event as ${format.title}`,
  tag: 'formats',
  parameters: [parameters.lang, parameters.edition],
  lenient: true,
  success: { 200: { description: format.title, type: format.mediaType } },
  problems: chooseProblems,
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const event = chosen.value.edition.byId.get(exchange.values['event'] ?? '')
    if (event === undefined) return exchange.problem('not-found')
    // A withdrawn event is in no list; a reader of its file learns that by finding it empty.
    const events = event.status === 'withdrawn' ? [] : [event]
    return respond(exchange, {
      format,
      file: `events/${event.id}.${format.extension}`,
      selection: selectAll(chosen.value),
      only: { events, total: events.length, setAside: 0, next: null },
    })
  },
}))

function respond(exchange: Exchange, shown: Shown): Response {
  const { selection, format, file } = shown
  const { number } = selection.edition.head.edition
  const lang = one(exchange.query, 'lang')
  return conditional(
    exchange,
    {
      identity: `${file} ${number} ${selection.search} ${lang ?? ''}`,
      pinned: selection.pinned,
      stale: selection.stale,
    },
    () => {
      const feed = feedOf(exchange, shown)
      const { next } = feed.links
      const links = shown.only === undefined ? [linkHeader(exchange, selection)] : []
      if (next !== undefined) links.push(`<${next}>; rel="next"`)
      return {
        type: format.mediaType,
        headers: {
          'content-disposition': disposition(shown),
          'jishi-edition': String(number),
          'jishi-total': String(feed.total),
          ...(links.length === 0 ? {} : { link: links.join(', ') }),
        },
        body: body(format, feed),
      }
    },
  )
}

/** A large feed is sent part by part, so that memory does not grow with it. */
function body(format: Format, feed: Feed): BodyInit {
  return format.parts === undefined || feed.events.length <= streamAbove
    ? format.write(feed)
    : streamOf(format.parts(feed))
}

/** Feeds of more events are streamed. */
const streamAbove = 500

/** Characters of one chunk of a streamed feed. */
const chunkSize = 65_536

function streamOf(parts: Iterable<string>): ReadableStream {
  const iterator = parts[Symbol.iterator]()
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull(controller) {
      let chunk = ''
      while (chunk.length < chunkSize) {
        const next = iterator.next()
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

function identifier({ name }: Format): string {
  const words = name.split('-').map((word) => (word[0] ?? '').toUpperCase() + word.slice(1))
  return words.join('')
}
