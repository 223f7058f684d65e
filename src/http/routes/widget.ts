// The widget's files, and oEmbed 1.0, by which other sites request a frame.
import * as v from 'valibot'
import { broken } from '../../domain/broken-rule.ts'
import type { AddressOptions } from '../../address/addresses.ts'
import { writeCursor } from '../../address/cursor.ts'
import { isMonth, sectionOf } from '../../domain/date/claims.ts'
import { monthOf } from '../../domain/date/month.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Timeline } from '../../domain/document/timeline.ts'
import { everything } from '../../domain/query/event-query.ts'
import { ok, type Result } from '../../domain/result.ts'
import { inLanguage } from '../../domain/text/language-map.ts'
import { nearestUiLanguage, type UiLanguage } from '../../domain/text/ui-language.ts'
import type { EditionReader } from '../../edition/reader.ts'
import { messages } from '../../messages/languages.ts'
import { queryInWords } from '../../messages/queries.ts'
import { withStatus } from '../../messages/calendar/status.ts'
import { oembedJson, oembedXml } from '../../page/share/oembed.ts'
import { widgetHeaders } from '../headers.ts'
import { problem, problems, type Problem } from '../problem.ts'
import * as parameters from '../request/parameters.ts'
import { readQuery } from '../request/query-string.ts'
import { chooseEdition, select, selectAll, type Selection } from '../request/selection.ts'
import { answerAsset } from '../response/asset.ts'
import { conditional } from '../response/conditional.ts'
import { addressesOf, cursorBehind } from '../response/links.ts'
import { route } from '../route.ts'
import { eventsOfPage, frameParameters } from './pages.ts'

/** oEmbed 1.0, 2.3.4.4. */
export const OembedJson = v.object({
  type: v.literal('rich'),
  version: v.literal('1.0'),
  title: v.string(),
  provider_name: v.string(),
  provider_url: v.pipe(v.string(), v.metadata({ format: 'uri' })),
  cache_age: v.pipe(v.number(), v.integer(), v.minValue(0), v.description('Seconds.')),
  html: v.string(),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
  thumbnail_url: v.exactOptional(v.pipe(v.string(), v.metadata({ format: 'uri' }))),
  thumbnail_width: v.exactOptional(v.number()),
  thumbnail_height: v.exactOptional(v.number()),
})

const script = 'text/javascript; charset=utf-8'

/** Set here, since platforms serve `.ts` as video (IANA: video/mp2t). */
const declarations = 'text/plain; charset=utf-8'

export const widgetFile = route({
  method: 'GET',
  path: '/widget/{release}/{file}',
  id: 'getWidget',
  summary:
    'A file of the widget: v1 is the newest release of version 1, a full version never changes',
  tag: 'pages',
  surface: 'widget',
  parameters: {},
  lenient: true,
  success: { 200: { description: 'The file', type: [script, declarations, 'application/json'] } },
  problems: ['not-found'],
  handle(exchange) {
    const isReleased = /^\d+\.\d+\.\d+$/.test(exchange.values.release)
    const type = exchange.path.endsWith('.d.ts') ? declarations : undefined
    return answerAsset(exchange, exchange.path, widgetHeaders(isReleased), type)
  },
})

export const oembed = route({
  method: 'GET',
  path: '/oembed',
  id: 'getOembed',
  summary: 'oEmbed 1.0 for pages of timelines',
  tag: 'pages',
  parameters: {
    url: parameters.url,
    format: parameters.format,
    maxwidth: parameters.maxwidth,
    maxheight: parameters.maxheight,
  },
  lenient: true,
  success: {
    200: {
      description: 'oEmbed of type rich',
      type: ['application/json; charset=utf-8', 'text/xml; charset=utf-8'],
      schema: OembedJson,
      headers: ['jishi-edition', 'cache-tag'],
    },
  },
  problems: [
    'invalid-parameter',
    'missing-parameter',
    'duplicate-parameter',
    'not-found',
    'cursor-expired',
    'timeline-gone',
    'not-implemented',
    'store-unavailable',
  ],
  async handle(exchange) {
    const { service } = exchange
    const { url, format = 'json', maxwidth, maxheight } = exchange.query
    if (format !== 'json' && format !== 'xml') return problem('not-implemented')
    const nothing = problem('not-found', { broken: broken('nothing-to-embed') })
    const page = pageOf(url, service.publicUrl)
    if (page === null) return problem('not-found', { broken: broken('no-such-page') })
    const { layout, lang, edition: asked } = page.query
    // The page of an event shows it whatever the list from which it was reached: so does its frame.
    const selected = await (page.event === undefined
      ? select({ ...exchange, query: page.query, values: page.values }, eventsOfPage)
      : selectWhole({ ...exchange, query: { edition: asked }, values: page.values }))
    // oEmbed 1.0, 2.3.4: 404 if there is nothing to embed for the URL, such as an error page.
    if (!selected.ok) return problems[selected.failure.type] === 400 ? nothing : selected.failure
    const { reader, query, pinned, pinnedEdition, stale } = selected.value
    const { timeline, edition } = reader.facts
    const event = page.event === undefined ? undefined : await reader.event(page.event)
    if (page.event !== undefined && event === undefined) return nothing
    // A withdrawn event has a page but is in no list.
    if (event?.status === 'withdrawn')
      return problem('not-found', { broken: broken('withdrawn-event') })
    const options: AddressOptions = { layout, lang }
    const addresses = addressesOf(service, selected.value)
    const language = lang ?? timeline.language
    const languages = { ui: nearestUiLanguage(language), content: language }
    const filter = queryInWords({ query, pinnedEdition }, timeline, languages)
    const view = {
      pageUrl:
        event === undefined
          ? addresses.timeline(query, { ...options, ...beginOf(page.query) })
          : addresses.event(event.id, options),
      frameUrl:
        event === undefined
          ? addresses.embed(query, { ...options, ...beginOf(page.query) }) + page.hash
          : `${addresses.embed(query, { ...options, ...(await placeOf(event, reader)) })}#${event.id}`,
      title: [titleIn(event ?? timeline, languages, timeline), filter]
        .filter((part) => part !== '')
        .join(' · '),
      providerName: 'Jishi 纪事',
      publicUrl: service.publicUrl,
      previewUrl: addresses.preview(query, event?.id),
      ...(maxwidth === undefined ? {} : { maxWidth: maxwidth }),
      ...(maxheight === undefined ? {} : { maxHeight: maxheight }),
    }
    return conditional(
      exchange,
      {
        identity: `oembed ${edition.number} ${format} ${view.frameUrl} ${maxwidth ?? ''} ${maxheight ?? ''}`,
        edition: edition.number,
        timeline: timeline.id,
        pinned,
        stale,
      },
      () =>
        format === 'json'
          ? { type: 'application/json; charset=utf-8', body: oembedJson(view) }
          : { type: 'text/xml; charset=utf-8', body: oembedXml(view) },
    )
  },
})

async function selectWhole(
  exchange: Parameters<typeof chooseEdition>[0],
): Promise<Result<Selection, Problem>> {
  const chosen = await chooseEdition(exchange)
  return chosen.ok ? ok(selectAll(chosen.value)) : chosen
}

/** In the language, with the status of an event that is not confirmed. */
function titleIn(
  titled: TimelineEvent | Timeline,
  { ui, content }: { readonly ui: UiLanguage; readonly content: string },
  { language }: Timeline,
): string {
  const title = inLanguage(titled.title, content, language)
  return 'status' in titled ? withStatus(title, titled, messages[ui].list) : title
}

/** Pages of a list that are looked through for an event. */
const maxLookedThrough = 20

/**
 * Where a frame begins that shows an event: at the first page, else at its month, which stays right in
 * later editions, else behind the page before it in this one. At the first page if it is in none of those.
 */
async function placeOf(event: TimelineEvent, reader: EditionReader): Promise<AddressOptions> {
  const slice = { limit: eventsOfPage.limit.default, bySection: true } as const
  const pageAfter = async (after: number | null) => {
    const { events, next } = await reader.answer(everything, { ...slice, after })
    return { has: events.some(({ id }) => id === event.id), next }
  }
  const section = sectionOf(event.when)
  const { has, next: second } = await pageAfter(null)
  if (has) return {}
  let after = second
  if (isMonth(section) && event.when.named !== null) {
    after = await reader.before(everything, event.when.named[0])
    if ((await pageAfter(after)).has) return { at: section }
  }
  for (let looked = 0; looked < maxLookedThrough && after !== null; looked++) {
    const { has, next } = await pageAfter(after)
    if (has) return { cursor: cursorBehind({ reader, query: everything, slice }, after) }
    after = next
  }
  return {}
}

type Asked = NonNullable<ReturnType<typeof pageOf>>['query']

/** Where the page of a list begins, as its address says. */
function beginOf({ cursor, at }: Asked): Pick<AddressOptions, 'cursor' | 'at'> {
  if (cursor !== undefined) return { cursor: writeCursor(cursor) }
  return at === undefined ? {} : { at: monthOf(at) }
}

/**
 * The page of a timeline or an event at an address of this service, with the query parsed as the
 * frame parses it; null for any other address. The frame shows an event within its timeline. A page as
 * Markdown is the page.
 */
function pageOf(url: string, publicUrl: string) {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search, hash } = new URL(url)
  const match =
    /^\/timelines\/([^/]+?)(?:\/|\/embed\/?|\.md|\/events\/([^/]+?)(?:\/|\.md)?)?$/.exec(pathname)
  if (match === null || origin !== new URL(publicUrl).origin) return null
  const [, timeline = '', event] = match.map((part?: string) => part && decoded(part))
  const read = readQuery(search, { ...frameParameters, lang: parameters.lang }, true)
  return read.ok ? { query: read.value.asked, values: { timeline }, event, hash } : null
}

/** As the router does. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
