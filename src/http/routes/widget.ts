// The widget's files, and oEmbed 1.0, by which other sites request a frame.
import * as v from 'valibot'
import { broken } from '../../domain/broken-rule.ts'
import { createAddresses, type AddressOptions } from '../../address/addresses.ts'
import { writeCursor } from '../../address/cursor.ts'
import { inLanguage } from '../../domain/text/language-map.ts'
import { nearestUiLanguage } from '../../domain/text/ui-language.ts'
import { queryInWords } from '../../messages/queries.ts'
import { oembedJson, oembedXml } from '../../page/share/oembed.ts'
import { widgetHeaders } from '../headers.ts'
import { problem, problems } from '../problem.ts'
import * as parameters from '../request/parameters.ts'
import { readQuery } from '../request/query-string.ts'
import { select } from '../request/selection.ts'
import { answerAsset } from '../response/asset.ts'
import { conditional } from '../response/conditional.ts'
import { route } from '../route.ts'
import { frameParameters } from './pages.ts'

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
    const selected = await select({ ...exchange, query: page.query, values: page.values })
    // oEmbed 1.0, 2.3.4: 404 if there is nothing to embed for the URL, such as an error page.
    if (!selected.ok) return problems[selected.failure.type] === 400 ? nothing : selected.failure
    const { reader, query, pinned, stale } = selected.value
    const { timeline, edition } = reader.facts
    const event = page.event === undefined ? undefined : await reader.event(page.event)
    // A withdrawn event has a page but is in no list.
    if (page.event !== undefined && (event === undefined || event.status === 'withdrawn'))
      return nothing
    const { layout, lang, cursor, edition: asked } = page.query
    const options: AddressOptions = { layout, lang, edition: asked }
    const addresses = createAddresses(service.publicUrl, timeline.id)
    const language = lang ?? timeline.language
    const languages = { ui: nearestUiLanguage(language), content: language }
    const filter = queryInWords({ query, pinnedEdition: asked }, timeline, languages)
    const at = cursor === undefined ? undefined : writeCursor(cursor)
    const view = {
      pageUrl:
        event === undefined
          ? addresses.timeline(query, { ...options, cursor: at })
          : addresses.event(event.id, options),
      frameUrl:
        addresses.embed(query, { ...options, cursor: at }) +
        (event === undefined ? page.hash : `#${event.id}`),
      title: [inLanguage((event ?? timeline).title, language, timeline.language), filter]
        .filter((part) => part !== '')
        .join(' · '),
      providerName: 'Jishi 纪事',
      publicUrl: service.publicUrl,
      previewUrl: createAddresses(service.publicUrl, timeline.id, undefined, asked).preview(
        query,
        event?.id,
      ),
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

/**
 * The page of a timeline or an event at an address of this service, with the query parsed as the
 * frame parses it; null for any other address. The frame shows an event within its timeline.
 */
function pageOf(url: string, publicUrl: string) {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search, hash } = new URL(url)
  const match = /^\/timelines\/([^/]+)(?:\/embed|\/events\/([^/]+))?\/?$/.exec(pathname)
  if (match === null || origin !== new URL(publicUrl).origin) return null
  const [, timeline = '', event] = match
  const read = readQuery(search, { ...frameParameters, lang: parameters.lang }, true)
  return read.ok ? { query: read.value.asked, values: { timeline }, event, hash } : null
}
