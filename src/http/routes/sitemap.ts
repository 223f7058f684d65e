// /robots.txt and /sitemap.xml: what crawlers may fetch, and what is worth it (docs/agents.md).
import type { TimelineEvent } from '../../domain/document/event.ts'
import { everything, withTheme } from '../../domain/query/event-query.ts'
import { isListed } from '../../domain/query/matches.ts'
import type { TimelineSummary } from '../../edition/summary.ts'
import { writeSitemap, writeSitemapIndex, type SitemapEntry } from '../../page/share/sitemap.ts'
import { problem, readProblem } from '../problem.ts'
import * as parameters from '../request/parameters.ts'
import type { Exchange } from '../request/exchange.ts'
import { chooseEdition, chooseProblems, type Chosen } from '../request/selection.ts'
import { conditional } from '../response/conditional.ts'
import { addressesOf } from '../response/links.ts'
import { route, type RouteAnswer } from '../route.ts'

/** Events in one sitemap: a fifth of the 50,000 addresses that the protocol allows. */
export const eventsOfSitemap = 10_000

/** Maximum sitemaps in the index (sitemaps.org). */
const maxSitemaps = 50_000

const xml = 'application/xml; charset=utf-8'
const text = 'text/plain; charset=utf-8'

/**
 * One file in the root, since a sitemap holds only addresses below its own folder. Without
 * `timeline` it is the index of the sitemaps of all timelines.
 */
export const sitemap = route({
  method: 'GET',
  path: '/sitemap.xml',
  id: 'getSitemap',
  summary: 'What is worth reading, for crawlers: an index, and the pages of each timeline',
  tag: 'service',
  parameters: { timeline: parameters.ofTimeline, part: parameters.part },
  lenient: true,
  success: {
    200: {
      description: 'A sitemap or a sitemap index (sitemaps.org)',
      type: xml,
      headers: ['jishi-edition?', 'cache-tag?'],
    },
  },
  problems: chooseProblems,
  handle(exchange) {
    const { timeline } = exchange.query
    return timeline === undefined ? indexOf(exchange) : pagesOf(exchange, timeline)
  },
})

async function indexOf(exchange: Exchange): Promise<RouteAnswer> {
  const { store, publicUrl } = exchange.service
  const list = await store.timelines()
  if (!list.ok) return readProblem(list.failure)
  const { value, stale } = list.value
  const identity = `sitemaps ${value.timelines.map(({ id, edition }) => `${id} ${edition}`).join()}`
  return conditional(exchange, { identity, pinned: false, stale }, () => ({
    type: xml,
    body: writeSitemapIndex(
      value.timelines.flatMap((one) => sitemapsOf(one, publicUrl)).slice(0, maxSitemaps),
    ),
  }))
}

function sitemapsOf({ id, events, published }: TimelineSummary, publicUrl: string): SitemapEntry[] {
  const parts = Math.max(1, Math.ceil(events / eventsOfSitemap))
  const url = `${publicUrl}/sitemap.xml?timeline=${id}`
  return Array.from({ length: parts }, (_, index) => ({
    url: index === 0 ? url : `${url}&part=${index + 1}`,
    changed: published,
  }))
}

async function pagesOf(
  exchange: Exchange<{ readonly part?: number | undefined }>,
  timeline: string,
): Promise<RouteAnswer> {
  const { part = 1 } = exchange.query
  const chosen = await chooseEdition({ ...exchange, query: undefined, values: { timeline } })
  if (!chosen.ok) return chosen.failure
  const { reader } = chosen.value
  const { number } = reader.facts.edition
  if (part > 1 && (part - 1) * eventsOfSitemap >= reader.facts.edition.events)
    return problem('not-found')
  const identity = `sitemap ${number} ${part}`
  return conditional(
    exchange,
    { ...chosen.value, timeline, edition: number, identity },
    async () => ({
      type: xml,
      body: writeSitemap([
        ...(part === 1 ? listsOf(exchange, chosen.value) : []),
        ...(await eventsOf(exchange, chosen.value, part)),
      ]),
    }),
  )
}

/** The timeline and its themes. */
function listsOf({ service }: Exchange, chosen: Chosen): SitemapEntry[] {
  const { timeline, edition } = chosen.reader.facts
  const addresses = addressesOf(service, chosen)
  const queries = [everything, ...timeline.themes.map(({ id }) => withTheme(everything, id))]
  return queries.map((query) => ({ url: addresses.timeline(query), changed: edition.published }))
}

async function eventsOf(
  { service }: Exchange,
  chosen: Chosen,
  part: number,
): Promise<readonly SitemapEntry[]> {
  const { reader } = chosen
  const addresses = addressesOf(service, chosen)
  const first = (part - 1) * eventsOfSitemap
  const entryOf = ({ id, revision }: TimelineEvent): SitemapEntry => ({
    url: addresses.event(id),
    changed: revision.instant,
  })
  const slice = { limit: eventsOfSitemap, after: null, skip: first }
  const streamed = await reader.stream?.(everything, slice)
  const entries: SitemapEntry[] = []
  for await (const events of streamed?.events ?? []) entries.push(...events.map(entryOf))
  if (streamed !== undefined) return entries
  let listed = 0
  for await (const event of reader.all()) {
    if (!isListed(event)) continue
    if (listed >= first) entries.push(entryOf(event))
    listed++
    if (entries.length === eventsOfSitemap) break
  }
  return entries
}

export const robots = route({
  method: 'GET',
  path: '/robots.txt',
  id: 'getRobots',
  summary: 'Rules for crawlers (RFC 9309)',
  tag: 'service',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'Rules for crawlers', type: text } },
  problems: [],
  handle: (exchange) =>
    conditional(exchange, { identity: exchange.path, pinned: false, stale: false }, () => ({
      type: text,
      body: robotsText(exchange.service.publicUrl),
    })),
})

/**
 * Pages, their Markdown and the JSON of lists may be fetched; what repeats them may not. Calendars
 * are the exception: Google's asks this file before it fetches a subscription.
 */
const robotsText = (publicUrl: string): string => `User-agent: *
Allow: /
Allow: /v1/timelines/*/events.ics
Disallow: /v1/timelines/*/events.
Disallow: /v1/timelines/*/events/
Disallow: /v1/timelines/*/editions
Disallow: /v1/timelines/*/changes
Disallow: /oembed

Sitemap: ${publicUrl}/sitemap.xml
`
