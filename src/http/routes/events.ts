// GET /v1/timelines/{timeline}/events and one event: the JSON API.
import * as v from 'valibot'
import { queryString, type AddressOptions } from '../../address/addresses.ts'
import { Identifier } from '../../domain/document/identifier.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import { sumOf, type Counts } from '../../domain/query/counts.ts'
import { groupsIn, through } from '../../domain/query/members.ts'
import { renderings } from '../../domain/renderings.ts'
import { monthNumber } from '../../domain/date/month.ts'
import type { Text } from '../../domain/text/language-map.ts'
import type { Answer, EditionReader } from '../../edition/reader.ts'
import { eventJson, EventJson, localizer, LocalizedText } from '../../formats/json/event-json.ts'
import { countHeaders, countNames } from '../headers.ts'
import { EditionNumber, LinksJson } from '../../formats/json/shared-json.ts'
import type { Exchange } from '../request/exchange.ts'
import * as parameters from '../request/parameters.ts'
import {
  chooseEdition,
  eventProblems,
  findEvent,
  select,
  selectProblems,
  type Chosen,
  type Selection,
} from '../request/selection.ts'
import { conditional, type Rendered } from '../response/conditional.ts'
import { addressesOf, formatLinks, linkHeader, partLinks, timelineUrl } from '../response/links.ts'
import { route } from '../route.ts'

const json = 'application/json; charset=utf-8'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const FacetJson = v.array(v.object({ id: Identifier, label: LocalizedText, count }))

const TimeFacetJson = v.array(v.object({ id: v.string(), count }))

export const FacetsJson = v.object({
  theme: FacetJson,
  actor: FacetJson,
  source: FacetJson,
  month: v.pipe(
    TimeFacetJson,
    v.description('Number of events by the month that surely holds date.named, in order of time.'),
  ),
  monthRest: v.pipe(
    v.object({ window: count, undated: count }),
    v.description(
      'Number of the other events: those known only within several months, and those without a date. With the months they add up to total.',
    ),
  ),
  window: v.pipe(
    TimeFacetJson,
    v.description(
      'The events of monthRest.window by the months between which they lie, in order of time.',
    ),
  ),
})

export const EventsJson = v.object({
  timeline: Identifier,
  edition: v.pipe(EditionNumber, v.description('The edition that the response was made from.')),
  total: v.pipe(
    v.object({ value: count, relation: v.picklist(['eq', 'lte']) }),
    v.description(
      'Number of events that the query selects, on all pages; lte: at most so many, and facets and setAside are upper bounds, too.',
    ),
  ),
  setAside: v.pipe(
    v.object({ undated: count }),
    v.description(
      'Number of events that the date window left out because they have no date of their own; undated=include keeps them.',
    ),
  ),
  events: v.array(EventJson),
  facets: v.exactOptional(FacetsJson),
  links: LinksJson,
})

export const events = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/events',
  id: 'listEvents',
  summary: 'Events of a timeline, filtered by theme, actor, source, date and words',
  tag: 'read',
  parameters: {
    ...parameters.filter,
    limit: parameters.limit,
    cursor: parameters.cursor,
    facets: parameters.facets,
    lang: parameters.lang,
    edition: parameters.edition,
  },
  success: {
    200: {
      description: 'A page of the result',
      type: json,
      schema: EventsJson,
      headers: [...countNames, 'link'],
    },
  },
  problems: ['unknown-parameter', ...selectProblems],
  async handle(exchange) {
    const selected = await select(exchange)
    if (!selected.ok) return selected.failure
    const { reader, query, slice, pinned, pinnedEdition, stale } = selected.value
    const { limit, facets, lang } = exchange.query
    const options = {
      limit: limit === parameters.defaultEvents ? undefined : limit,
      facets,
      lang,
      edition: pinnedEdition,
    }
    const { number } = reader.facts.edition
    const search = queryString(query, options)
    return conditional(
      exchange,
      {
        identity: `events ${number} ${search} ${slice.after ?? ''}`,
        edition: number,
        pinned,
        stale,
      },
      () => renderEvents(exchange, { ...selected.value, options }),
    )
  },
})

export const event = route({
  method: 'GET',
  path: '/v1/timelines/{timeline}/events/{event}',
  id: 'getEvent',
  summary: 'One event with its citations',
  tag: 'read',
  parameters: { lang: parameters.lang, edition: parameters.edition },
  success: { 200: { description: 'The event', type: json, schema: EventJson } },
  problems: ['unknown-parameter', ...eventProblems],
  async handle(exchange) {
    const chosen = await chooseEdition(exchange)
    if (!chosen.ok) return chosen.failure
    const { reader, pinned, pinnedEdition, stale } = chosen.value
    const event = await findEvent(exchange, reader)
    if (!event.ok) return event.failure
    const found = event.value
    const { number } = reader.facts.edition
    const { lang } = exchange.query
    return conditional(
      exchange,
      {
        identity: `event ${number} ${found.id} ${lang ?? ''} ${pinnedEdition ?? ''}`,
        edition: number,
        pinned,
        stale,
      },
      () => ({
        type: json,
        body: fragment(exchange, chosen.value, { event: found, lang }),
      }),
    )
  },
})

/** A selection with the other parameters of its address. */
interface EventsRequest extends Selection {
  readonly options: AddressOptions
}

async function renderEvents(exchange: Exchange, asked: EventsRequest): Promise<Rendered> {
  const { service } = exchange
  const { reader, query, slice, options } = asked
  const found = await reader.answer(query, slice, { facets: options.facets === true })
  const linked = linksOf(exchange, asked, found)
  return {
    type: json,
    headers: {
      ...countHeaders({ ...found, heldBack: found.total - found.events.length, leftOut: 0 }),
      link: linkHeader(service, addressesOf(service, asked), asked, linked['next']),
    },
    body: eventsBody(exchange, asked, found, linked),
  }
}

/** Joins the cached JSON of the events. */
function eventsBody(
  exchange: Exchange,
  asked: EventsRequest,
  found: Answer,
  links: Readonly<Record<string, string>>,
): string {
  const { reader, query, options } = asked
  const { timeline, edition } = reader.facts
  const head = JSON.stringify({
    timeline: timeline.id,
    edition: edition.number,
    total: { value: found.total, relation: found.atMost === true ? 'lte' : 'eq' },
    setAside: { undated: found.setAside },
  }).slice(0, -1)
  const counted =
    options.facets === true
      ? `,"facets":${JSON.stringify(facetsJson(reader, found, options.lang))}`
      : ''
  const groupsOf = groupsIn(timeline.actors)
  const keptOf = jsonOf(timeline)
  const list = found.events
    .map((event) =>
      marked(
        fragment(exchange, asked, { event, lang: options.lang, keptOf }),
        through(event, query, groupsOf),
      ),
    )
    .join(',')
  return `${head},"events":[${list}]${counted},"links":${JSON.stringify(links)}}`
}

/** The JSON of an event with the members through whom it was found. */
const marked = (json: string, members: readonly string[]): string =>
  members.length === 0 ? json : `${json.slice(0, -1)},"through":${JSON.stringify(members)}}`

/** The JSON of an event in a language, which is kept. */
function fragment(
  { service }: Exchange,
  chosen: Chosen,
  {
    event,
    lang,
    keptOf = jsonOf(chosen.reader.facts.timeline),
  }: {
    readonly event: TimelineEvent
    readonly lang: string | undefined
    readonly keptOf?: ReturnType<typeof jsonOf>
  },
): string {
  const { timeline } = chosen.reader.facts
  return keptOf(event, `${lang ?? ''} ${chosen.pinnedEdition ?? ''}`, () =>
    JSON.stringify(
      eventJson(event, {
        timeline,
        url: addressesOf(service, chosen).event(event.id),
        ...(lang === undefined ? {} : { language: lang }),
      }),
    ),
  )
}

const jsonOf = renderings<string>(({ length }) => length)

function linksOf(
  { service }: Exchange,
  asked: EventsRequest,
  { next }: Answer,
): Record<string, string> {
  const { reader, query, options } = asked
  const addresses = addressesOf(service, asked)
  const at = (more: AddressOptions) => addresses.events(query, { ...options, ...more })(null)
  return {
    ...partLinks(at, asked, next),
    timeline: timelineUrl(addresses, options),
    edition: addresses.edition(reader.facts.edition.number),
    ...formatLinks(addresses, asked),
  }
}

function facetsJson({ facts }: EditionReader, { facets }: Answer, lang: string | undefined) {
  const { timeline } = facts
  const localize = localizer(lang, timeline)
  const counted = <Named extends { id: string }>(
    named: readonly Named[],
    labelOf: (one: Named) => Text,
    counts: Counts,
  ) =>
    named
      .map((one) => ({ id: one.id, label: localize(labelOf(one)), count: counts.get(one.id) ?? 0 }))
      .filter(({ count }) => count > 0)
      .toSorted((a, b) => b.count - a.count)
  return {
    theme: counted(timeline.themes, (theme) => theme.label, facets.theme),
    actor: counted(timeline.actors, (actor) => actor.name, facets.actor),
    source: counted(timeline.sources, (source) => source.title, facets.source),
    month: timesJson(facets.month),
    monthRest: { window: sumOf(facets.window), undated: facets.undated },
    window: timesJson(facets.window),
  }
}

/** By the first month, then by the last. */
const timesJson = (counts: Counts) =>
  Array.from(counts, ([id, count]) => ({ id, count, at: id.split('/').map(monthNumber) }))
    .toSorted(({ at: [a = 0, b = 0] }, { at: [c = 0, d = 0] }) => a - c || b - d)
    .map(({ id, count }) => ({ id, count }))
