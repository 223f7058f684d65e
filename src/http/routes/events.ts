// GET /v1/timelines/{timeline}/events and one event: the JSON API.
import * as v from 'valibot'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { answer, facets, type Answer, type Edition } from '../../edition/head-reader.ts'
import { eventJson, EventJson, localizer, LocalizedText } from '../../formats/json/event-json.ts'
import type { Text } from '../../domain/text/language-map.ts'
import { conditional, type Rendered } from '../response/conditional.ts'
import { one, writeQuery } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import type { Route } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import {
  chooseEdition,
  chooseProblems,
  select,
  selectProblems,
  type Selection,
} from '../request/selection.ts'
import { eventPage, formatLinks, linkHeader, nextEntries } from '../response/links.ts'

const json = 'application/json; charset=utf-8'

const FacetJson = v.array(v.object({ id: v.string(), label: LocalizedText, count: v.number() }))

const MonthFacetJson = v.pipe(
  v.array(v.object({ id: v.string(), count: v.number() })),
  v.description('Events by the month in which they are listed, in the order of time.'),
)

export const EventsJson = v.object({
  timeline: v.string(),
  edition: v.pipe(v.number(), v.description('The edition from which this is answered.')),
  total: v.pipe(
    v.object({ value: v.number(), relation: v.picklist(['eq', 'lte']) }),
    v.description('How many events the query selects on all pages.'),
  ),
  setAside: v.pipe(
    v.object({ undated: v.number() }),
    v.description(
      'Events that the date window left out because they have no date of their own; undated=include keeps them.',
    ),
  ),
  events: v.array(EventJson),
  facets: v.exactOptional(v.object({ theme: FacetJson, actor: FacetJson, month: MonthFacetJson })),
  links: v.record(v.string(), v.string()),
})

export const events: Route = {
  method: 'GET',
  path: '/v1/timelines/{timeline}/events',
  id: 'listEvents',
  summary: 'Events of a timeline by theme, actor, date and words',
  tag: 'read',
  parameters: [
    ...parameters.filterParameterTable,
    parameters.limit,
    parameters.cursor,
    parameters.facets,
    parameters.lang,
    parameters.edition,
  ],
  success: { 200: { description: 'A page of the answer', type: json, schema: EventsJson } },
  problems: ['unknown-parameter', ...selectProblems],
  async handle(exchange) {
    const selected = await select(exchange)
    if (!selected.ok) return selected.failure
    const selection = selected.value
    const { number } = selection.edition.head.edition
    return conditional(
      exchange,
      {
        identity: `events ${number} ${selection.search}`,
        pinned: selection.pinned,
        stale: selection.stale,
      },
      () => renderEvents(exchange, selection),
    )
  },
}

export const event: Route = {
  method: 'GET',
  path: '/v1/timelines/{timeline}/events/{event}',
  id: 'getEvent',
  summary: 'One event with its citations',
  tag: 'read',
  parameters: [parameters.lang, parameters.edition],
  success: { 200: { description: 'The event', type: json, schema: EventJson } },
  problems: ['unknown-parameter', ...chooseProblems],
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { edition, pinned, stale } = chosen.value
    const found = edition.byId.get(exchange.values['event'] ?? '')
    if (found === undefined) return exchange.problem('not-found')
    const { number } = edition.head.edition
    const lang = one(exchange.query, 'lang')
    return conditional(
      exchange,
      {
        identity: `event ${number} ${found.id} ${lang ?? ''}`,
        pinned,
        stale,
      },
      () => ({
        type: json,
        headers: { 'jishi-edition': String(number) },
        body: fragment(exchange, edition, found, lang),
      }),
    )
  },
}

function renderEvents(exchange: Exchange, selection: Selection): Rendered {
  const { edition, query, part } = selection
  const found = answer(edition, query, part)
  const linked = links(exchange, selection, found)
  const next = linked['next'] === undefined ? '' : `, <${linked['next']}>; rel="next"`
  return {
    type: json,
    headers: {
      'jishi-edition': String(edition.head.edition.number),
      'jishi-total': String(found.total),
      link: linkHeader(exchange, selection) + next,
    },
    body: eventsBody(exchange, selection, found, linked),
  }
}

/** Put together from the events' own JSON, which is made once. */
function eventsBody(
  exchange: Exchange,
  selection: Selection,
  found: Answer,
  linked: Readonly<Record<string, string>>,
): string {
  const { edition } = selection
  const { timeline, edition: entry } = edition.head
  const lang = one(exchange.query, 'lang')
  const head = JSON.stringify({
    timeline: timeline.id,
    edition: entry.number,
    total: { value: found.total, relation: 'eq' },
    setAside: { undated: found.setAside },
  }).slice(0, -1)
  const counted =
    one(exchange.query, 'facets') === 'true'
      ? `,"facets":${JSON.stringify(facetsJson(selection, lang))}`
      : ''
  const list = found.events.map((one) => fragment(exchange, edition, one, lang)).join(',')
  return `${head},"events":[${list}]${counted},"links":${JSON.stringify(linked)}}`
}

/** The JSON of an event, made once an isolate, edition and language. */
function fragment(
  exchange: Exchange,
  edition: Edition,
  event: TimelineEvent,
  lang: string | undefined,
): string {
  const known = fragments.get(event) ?? new Map<string, string>()
  fragments.set(event, known)
  const key = lang ?? ''
  const text =
    known.get(key) ??
    JSON.stringify(
      eventJson(event, {
        timeline: edition.head.timeline,
        url: eventPage(exchange.service.publicUrl, edition.head.timeline.id, event.id),
        ...(lang === undefined ? {} : { language: lang }),
      }),
    )
  // A made-up language costs one rendering, never memory.
  if (known.size < maxLanguagesKept) known.set(key, text)
  return text
}

const fragments = new WeakMap<TimelineEvent, Map<string, string>>()
const maxLanguagesKept = 4

function links(exchange: Exchange, selection: Selection, found: Answer): Record<string, string> {
  const { edition, search } = selection
  const { number } = edition.head.edition
  const base = `${exchange.service.publicUrl}/v1/timelines/${edition.head.timeline.id}`
  const next = nextEntries(selection, found.next)
  return {
    self: `${base}/events${search}`,
    ...(next === null ? {} : { next: `${base}/events${writeQuery(next)}` }),
    timeline: base,
    edition: `${base}/editions/${number}`,
    ...formatLinks(exchange.service.publicUrl, selection),
  }
}

function facetsJson(selection: Selection, lang: string | undefined) {
  const { edition, query } = selection
  const { timeline } = edition.head
  const counts = facets(edition, query)
  const localize = localizer(lang, timeline)
  const counted = <Named extends { id: string }>(
    named: readonly Named[],
    labelOf: (one: Named) => Text,
    by: Readonly<Record<string, number>>,
  ) =>
    named
      .map((one) => ({ id: one.id, label: localize(labelOf(one)), count: by[one.id] ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
  return {
    theme: counted(timeline.themes, (theme) => theme.label, counts.theme),
    actor: counted(timeline.actors, (actor) => actor.name, counts.actor),
    month: Object.entries(counts.month).map(([id, count]) => ({ id, count })),
  }
}
