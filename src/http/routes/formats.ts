// GET /v1/timelines/{timeline}/events.<extension> and …/events/{event}.<extension>: the same query
// in every format of the table; and /timelines/{timeline}.md, the page as Markdown.
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { Format } from '../../formats/format.ts'
import { markdown } from '../../formats/markdown.ts'
import { formats } from '../../formats/all-formats.ts'
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

/** How a route of a format stands in the contract. */
interface Place<Path extends string> {
  readonly path: Path
  readonly id: string
  readonly summary: string
  /** True beside the page for people: what the answer continues with stands there, too. */
  readonly ofPage?: boolean
}

/** The events that a filter selects, in a format. */
const eventsAs = (
  format: Format,
  {
    ofPage = false,
    ...place
  }: Place<`/v1/timelines/{timeline}/events.${string}` | '/timelines/{timeline}.md'>,
): Route =>
  route({
    ...place,
    method: 'GET',
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
      const { limit, lang, vague, bom } = exchange.query
      return formatResponse(exchange, {
        ...selected.value,
        format,
        ofPage,
        options: {
          sort: isByDate(format, selected.value) ? 'date' : undefined,
          limit: limit === format.limit.default ? undefined : limit,
          lang,
          vague,
          bom,
          edition: selected.value.pinnedEdition,
        },
      })
    },
  })

/** One event in a format. */
const eventAs = (
  format: Format,
  {
    ofPage = false,
    ...place
  }: Place<
    `/v1/timelines/{timeline}/events/{event}.${string}` | '/timelines/{timeline}/events/{event}.md'
  >,
): Route =>
  route({
    ...place,
    method: 'GET',
    tag: 'formats',
    parameters: { lang: parameters.lang, edition: parameters.edition },
    lenient: true,
    success: {
      200: {
        description: format.title,
        type: format.mediaType,
        headers: [
          'content-disposition',
          ...codingNames,
          ...countNames,
          ...(ofPage ? ['link'] : []),
        ],
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
        ofPage,
        options: exchange.query,
        only: { id: event.id, events, total: events.length, setAside: 0, next: null },
      })
    },
  })

/** Events in each format, one route per format. */
export const feeds: readonly Route[] = formats.map((format) =>
  eventsAs(format, {
    path: `/v1/timelines/{timeline}/events.${format.extension}`,
    id: `listEventsAs${identifier(format)}`,
    summary: `The same query as ${format.title}`,
  }),
)

/** One event in each format, one route per format. */
export const eventFeeds: readonly Route[] = formats.map((format) =>
  eventAs(format, {
    path: `/v1/timelines/{timeline}/events/{event}.${format.extension}`,
    id: `getEventAs${identifier(format)}`,
    summary: `One event as ${format.title}`,
  }),
)

/** The Markdown of a page stands at the address of the page, with `.md` behind its path. */
export const pagesAsMarkdown: readonly Route[] = [
  eventsAs(markdown, {
    path: '/timelines/{timeline}.md',
    id: 'showTimelineAsMarkdown',
    summary: 'The page of a timeline as Markdown, with the same filter',
    ofPage: true,
  }),
  eventAs(markdown, {
    path: '/timelines/{timeline}/events/{event}.md',
    id: 'showEventAsMarkdown',
    summary: 'The page of an event as Markdown',
    ofPage: true,
  }),
]

function identifier({ name }: Format): string {
  const words = name.split('-').map((word) => (word[0] ?? '').toUpperCase() + word.slice(1))
  return words.join('')
}
