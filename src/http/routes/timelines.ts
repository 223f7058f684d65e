// GET /v1/timelines and /v1/timelines/{timeline}: what there is, and one timeline without its events.
import * as v from 'valibot'
import { everything } from '../../domain/query/event-query.ts'
import { facets } from '../../edition/head-reader.ts'
import { localizer, LocalizedText } from '../../formats/json/event-json.ts'
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
import { conditional } from '../response/conditional.ts'
import { formatLinks, linkHeader } from '../response/links.ts'
import { one } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import { readProblem } from '../problem.ts'
import type { Route } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { chooseEdition, chooseProblems, selectAll, type Chosen } from '../request/selection.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import { EditionJson } from './editions.ts'

const json = 'application/json; charset=utf-8'

const SummaryJson = v.object({
  id: v.string(),
  title: LocalizedText,
  description: v.exactOptional(LocalizedText),
  language: v.string(),
  edition: v.number(),
  published: v.string(),
  events: v.number(),
  first: v.nullable(v.string()),
  last: v.nullable(v.string()),
  links: v.record(v.string(), v.string()),
})

const count = v.pipe(v.number(), v.description('How many events name it.'))

export const TimelineJson = v.object({
  ...TimelineFieldsJson.entries,
  edition: EditionJson,
  themes: v.array(v.object({ ...ThemeJson.entries, count })),
  actors: v.array(v.object({ ...ActorJson.entries, count })),
  sources: v.array(SourceJson),
  links: v.record(v.string(), v.string()),
})

export const timelines: Route = {
  method: 'GET',
  path: '/v1/timelines',
  id: 'listTimelines',
  summary: 'All timelines',
  tag: 'read',
  parameters: [parameters.lang],
  success: {
    200: {
      description: 'The list',
      type: json,
      schema: v.object({ timelines: v.array(SummaryJson) }),
    },
  },
  problems: ['invalid-parameter', 'unknown-parameter', 'duplicate-parameter', 'store-unavailable'],
  async handle(exchange) {
    const list = await exchange.service.store.timelines()
    if (!list.ok) return readProblem(exchange, list.failure)
    const { value, stale } = list.value
    const lang = one(exchange.query, 'lang')
    const editions = value.timelines.map((one) => `${one.id} ${one.edition}`).join()
    const identity = `timelines ${lang ?? ''} ${editions}`
    return conditional(exchange, { identity, pinned: false, stale }, () => ({
      type: json,
      body: JSON.stringify({
        timelines: value.timelines.map((one) => summaryJson(exchange, one, lang)),
      }),
    }))
  },
}

export const timeline: Route = {
  method: 'GET',
  path: '/v1/timelines/{timeline}',
  id: 'getTimeline',
  summary: 'A timeline: its themes and actors with counts, its sources, its edition',
  tag: 'read',
  parameters: [parameters.lang, parameters.edition],
  success: { 200: { description: 'The timeline', type: json, schema: TimelineJson } },
  problems: ['unknown-parameter', ...chooseProblems],
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { number } = chosen.value.edition.head.edition
    const lang = one(exchange.query, 'lang')
    return conditional(
      exchange,
      {
        ...chosen.value,
        identity: `timeline ${number} ${lang ?? ''}`,
      },
      () => ({
        type: json,
        headers: {
          'jishi-edition': String(number),
          link: linkHeader(exchange, selectAll(chosen.value)),
        },
        body: JSON.stringify(timelineJson(exchange, chosen.value, lang)),
      }),
    )
  },
}

function summaryJson(exchange: Exchange, summary: TimelineSummary, lang: string | undefined) {
  const { title, description, ...rest } = summary
  const localize = localizer(lang, summary)
  return {
    ...rest,
    title: localize(title),
    ...(description && { description: localize(description) }),
    links: timelineLinks(exchange, summary.id),
  }
}

function timelineJson(exchange: Exchange, chosen: Chosen, lang: string | undefined) {
  const { timeline: one, edition } = chosen.edition.head
  const counts = facets(chosen.edition, everything)
  const localize = localizer(lang, one)
  return {
    ...timelineFieldsJson(one, localize),
    edition,
    themes: one.themes.map((theme) => ({
      ...themeJson(theme, localize),
      count: counts.theme[theme.id] ?? 0,
    })),
    actors: one.actors.map((actor) => ({
      ...actorJson(actor, localize),
      count: counts.actor[actor.id] ?? 0,
    })),
    sources: one.sources.map((source) => sourceJson(source, localize)),
    links: {
      ...timelineLinks(exchange, one.id),
      ...formatLinks(exchange.service.publicUrl, selectAll(chosen)),
    },
  }
}

function timelineLinks({ service }: Exchange, id: string): Record<string, string> {
  const self = `${service.publicUrl}/v1/timelines/${id}`
  return {
    self,
    events: `${self}/events`,
    editions: `${self}/editions`,
    page: `${service.publicUrl}/timelines/${id}`,
  }
}
