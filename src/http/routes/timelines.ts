// GET /v1/timelines and /v1/timelines/{timeline}: the list, and one timeline without its events.
import { themesWithColors } from '../../domain/document/theme-colors.ts'
import * as v from 'valibot'
import { everything } from '../../domain/query/event-query.ts'
import type { Answer } from '../../edition/reader.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import { Identifier } from '../../domain/document/identifier.ts'
import { LanguageTag } from '../../domain/text/text-schema.ts'
import { localizer, LocalizedText } from '../../formats/json/event-json.ts'
import { EditionNumber, InstantJson, LinksJson } from '../../formats/json/shared-json.ts'
import {
  ActorJson,
  actorJson,
  SourceJson,
  sourceJson,
  ThemeJson,
  themeJson,
  TimelineFieldsJson,
  timelineFieldsJson,
} from '../../formats/json/timeline-json.ts'
import {
  createAddresses,
  queryString,
  type Addresses,
  type AddressOptions,
} from '../../address/addresses.ts'
import { writeListCursor } from '../../address/cursor.ts'
import { readProblem } from '../problem.ts'
import type { Exchange } from '../request/exchange.ts'
import * as parameters from '../request/parameters.ts'
import { chooseEdition, chooseProblems, type Chosen } from '../request/selection.ts'
import {
  timelinesPage,
  type TimelinesAsked,
  type TimelinesPage,
} from '../request/timelines-page.ts'
import { conditional } from '../response/conditional.ts'
import { addressesOf, formatLinks, linkHeader, pageUrl, timelineUrl } from '../response/links.ts'
import { route } from '../route.ts'
import { EditionJson } from './editions.ts'

const json = 'application/json; charset=utf-8'

export const SummaryJson = v.object({
  id: Identifier,
  title: LocalizedText,
  description: v.exactOptional(LocalizedText),
  language: LanguageTag,
  edition: EditionNumber,
  published: InstantJson,
  events: v.pipe(v.number(), v.integer(), v.minValue(0)),
  first: v.pipe(
    v.nullable(v.string()),
    v.description(
      'The first day, month or year that its events name, as precise as it is known; null without dated events.',
    ),
  ),
  last: v.pipe(
    v.nullable(v.string()),
    v.description('The last one, likewise; what lasted ends with its own last day.'),
  ),
  links: LinksJson,
})

export const TimelinesJson = v.object({
  total: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.description('How many there are in all.'),
  ),
  timelines: v.pipe(v.array(SummaryJson), v.description('In the order of their ids.')),
  links: LinksJson,
})

export const TimelineJson = v.object({
  ...TimelineFieldsJson.entries,
  edition: EditionJson,
  themes: v.array(ThemeJson),
  actors: v.array(ActorJson),
  sources: v.array(SourceJson),
  links: LinksJson,
})

export const timelines = route({
  method: 'GET',
  path: '/v1/timelines',
  id: 'listTimelines',
  summary: 'All timelines',
  tag: 'read',
  parameters: {
    lang: parameters.lang,
    limit: parameters.timelinesLimit,
    cursor: parameters.timelinesCursor,
  },
  success: {
    200: {
      description: 'The list',
      type: json,
      schema: TimelinesJson,
      headers: ['link'],
    },
  },
  problems: [
    'invalid-parameter',
    'invalid-cursor',
    'unknown-parameter',
    'duplicate-parameter',
    'store-unavailable',
  ],
  async handle(exchange) {
    const list = await exchange.service.store.timelines()
    if (!list.ok) return readProblem(list.failure)
    const { value, stale } = list.value
    const { lang } = exchange.query
    const page = timelinesPage(value.timelines, exchange.query)
    const identity = `timelines ${lang ?? ''} ${page.identity}`
    return conditional(exchange, { identity, pinned: false, stale }, () => {
      const links = listLinks(exchange, page)
      const contract = `<${exchange.service.publicUrl}/openapi.json>; rel="service-desc"`
      return {
        type: json,
        headers: {
          link: links.next === undefined ? contract : `${contract}, <${links.next}>; rel="next"`,
        },
        body: JSON.stringify({
          total: page.total,
          timelines: page.shown.map((summary) => summaryJson(exchange, summary, lang)),
          links,
        }),
      }
    })
  },
})

export const timeline = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}',
  id: 'getTimeline',
  summary: 'A timeline: its themes, actors and sources with counts, its edition',
  tag: 'read',
  parameters: { lang: parameters.lang, edition: parameters.edition },
  success: {
    200: {
      description: 'The timeline',
      type: json,
      schema: TimelineJson,
      headers: ['link'],
    },
  },
  problems: ['unknown-parameter', ...chooseProblems],
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { reader } = chosen.value
    const { number } = reader.facts.edition
    const { lang, edition } = exchange.query
    return conditional(
      exchange,
      {
        ...chosen.value,
        edition: number,
        identity: `timeline ${number} ${lang ?? ''} ${edition ?? ''}`,
      },
      async () => {
        const { service } = exchange
        const whole = { reader, query: everything, options: { lang, edition } }
        const found = await reader.answer(everything, { limit: 0, after: null }, { facets: true })
        return {
          type: json,
          headers: { link: linkHeader(service, addressesOf(service, chosen.value), whole) },
          body: JSON.stringify(timelineJson(exchange, chosen.value, found, { lang, edition })),
        }
      },
    )
  },
})

/** Of this part of the list, and of the next. */
function listLinks(
  { service, query }: Exchange<TimelinesAsked & { readonly lang?: string | undefined }>,
  { next }: TimelinesPage,
) {
  const { lang, limit, cursor } = query
  const at = (behind: string | undefined) =>
    `${service.publicUrl}/v1/timelines${queryString(everything, { limit, lang, cursor: behind })}`
  return {
    self: at(cursor === undefined ? undefined : writeListCursor(cursor)),
    next: next === undefined ? undefined : at(next),
  }
}

function summaryJson({ service }: Exchange, summary: TimelineSummary, lang: string | undefined) {
  const { title, description, ...rest } = summary
  const localize = localizer(lang, summary)
  return {
    ...rest,
    title: localize(title),
    ...(description && { description: localize(description) }),
    links: timelineLinks(createAddresses(service.publicUrl, summary.id), { lang }),
  }
}

type Asked = Pick<AddressOptions, 'lang' | 'edition'>

function timelineJson({ service }: Exchange, chosen: Chosen, { facets }: Answer, asked: Asked) {
  const { reader } = chosen
  const { timeline, edition } = reader.facts
  const addresses = addressesOf(service, chosen)
  const localize = localizer(asked.lang, timeline)
  return {
    ...timelineFieldsJson(timeline, localize),
    edition,
    themes: themesWithColors(timeline.themes).map((theme) => ({
      ...themeJson(theme, localize),
      count: facets.theme.get(theme.id) ?? 0,
    })),
    actors: timeline.actors.map((actor) => ({
      ...actorJson(actor, localize),
      count: facets.actor.get(actor.id) ?? 0,
    })),
    sources: timeline.sources.map((source) => ({
      ...sourceJson(source, localize),
      count: facets.source.get(source.id) ?? 0,
    })),
    links: {
      ...timelineLinks(addresses, asked),
      ...formatLinks(addresses, { reader, query: everything, options: asked }),
    },
  }
}

/** In the language and of the edition that are asked for; the page speaks the language of its reader. */
function timelineLinks(addresses: Addresses, asked: Asked): Record<string, string> {
  return {
    self: timelineUrl(addresses, asked),
    events: addresses.events(everything, asked)(null),
    editions: addresses.log(),
    page: pageUrl(addresses, { query: everything, options: asked }),
  }
}
