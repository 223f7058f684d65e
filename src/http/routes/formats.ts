// GET /v1/timelines/{timeline}/events.<extension> and …/events/{event}.<extension>: the same query
// in every format of the table.
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { Format } from '../../formats/format.ts'
import { formats } from '../../formats/table.ts'
import { codingNames, countNames } from '../headers.ts'
import * as parameters from '../request/parameters.ts'
import {
  chooseEdition,
  eventProblems,
  findEvent,
  select,
  selectAll,
  selectProblems,
  type Selection,
} from '../request/selection.ts'
import type { Parameter } from '../request/query-string.ts'
import { formatResponse } from '../response/format-response.ts'
import { route, type Route } from '../route.ts'

/** Whether an address must name the order by date, since the format has another default. */
const isByDate = ({ order = 'date' }: Format, { query }: Selection): boolean =>
  order !== 'date' && query.sort === 'date'

type Mark = { readonly bom: typeof parameters.bom }

/** Only CSV has a byte order mark, so no other format has the parameter. */
const markOf = ({ name }: Format): Mark => (name === 'csv' ? { bom: parameters.bom } : {}) as Mark

/** Every format has its own default, which may exceed what a client can ask for. */
const limitOf = ({ limit }: Format): Parameter<number> => ({
  name: parameters.limit.name,
  schema: parameters.limit.schema,
  description: `Maximum events per response; without it, ${limit.default}.`,
  example: parameters.limit.example,
})

/** Feeds have an order of their own, but only where no limit is asked for, either. */
const sortOf = ({ order }: Format): Parameter<EventQuery['sort']> =>
  order === undefined
    ? parameters.sort
    : {
        name: parameters.sort.name,
        schema: parameters.sort.schema,
        description: `${parameters.sort.description} Without it and limit, ${order}; with limit, date.`,
      }

/** Events in each format, one route per format. */
export const feeds: readonly Route[] = formats.map((format) =>
  route({
    method: 'GET',
    path: `/v1/timelines/{timeline}/events.${format.extension}`,
    id: `listEventsAs${identifier(format)}`,
    summary: `The same query as ${format.title}`,
    tag: 'formats',
    parameters: {
      ...parameters.filter,
      sort: sortOf(format),
      limit: limitOf(format),
      cursor: parameters.cursor,
      lang: parameters.lang,
      vague: parameters.vague,
      edition: parameters.edition,
      ...markOf(format),
    },
    lenient: true,
    success: {
      200: {
        description: format.title,
        type: format.mediaType,
        headers: ['content-disposition', ...codingNames, ...countNames, 'link'],
      },
    },
    problems: selectProblems,
    async handle(exchange) {
      const selected = await select(exchange, format)
      if (!selected.ok) return selected.failure
      const { limit, lang, vague, bom, edition } = exchange.query
      return formatResponse(exchange, {
        ...selected.value,
        format,
        options: {
          sort: isByDate(format, selected.value) ? 'date' : undefined,
          limit: limit === format.limit.default ? undefined : limit,
          lang,
          vague,
          bom,
          edition,
        },
      })
    },
  }),
)

/** One event in each format, one route per format. */
export const eventFeeds: readonly Route[] = formats.map((format) =>
  route({
    method: 'GET',
    path: `/v1/timelines/{timeline}/events/{event}.${format.extension}`,
    id: `getEventAs${identifier(format)}`,
    summary: `One event as ${format.title}`,
    tag: 'formats',
    parameters: { lang: parameters.lang, edition: parameters.edition },
    lenient: true,
    success: {
      200: {
        description: format.title,
        type: format.mediaType,
        headers: ['content-disposition', ...codingNames, ...countNames],
      },
    },
    problems: eventProblems,
    async handle(exchange) {
      const chosen = await chooseEdition(exchange)
      if (!chosen.ok) return chosen.failure
      const found = await findEvent(exchange, chosen.value.reader)
      if (!found.ok) return found.failure
      const event = found.value
      // A withdrawn event is in no list, so its file is empty: that tells a reader that it is gone.
      const events = event.status === 'withdrawn' ? [] : [event]
      return formatResponse(exchange, {
        ...selectAll(chosen.value),
        format,
        options: exchange.query,
        only: { id: event.id, events, total: events.length, setAside: 0, next: null },
      })
    },
  }),
)

function identifier({ name }: Format): string {
  const words = name.split('-').map((word) => (word[0] ?? '').toUpperCase() + word.slice(1))
  return words.join('')
}
