// The widget's files, and oEmbed, by which other sites ask for a frame (oEmbed 1.0).
import { inLanguage } from '../../domain/text/language-map.ts'
import { oembedJson, oembedXml } from '../../page/share/oembed.ts'
import { widgetHeaders } from '../headers.ts'
import { answerAsset } from '../response/asset.ts'
import { conditional } from '../response/conditional.ts'
import { one, readQuery, writeQuery } from '../request/query-string.ts'
import * as parameters from '../request/parameters.ts'
import type { Route } from '../route.ts'
import type { Exchange } from '../request/exchange.ts'
import { select, type Selection } from '../request/selection.ts'
import { embedPage, eventPageRoute } from './pages.ts'

export const widgetFile: Route = {
  method: 'GET',
  path: '/widget/{release}/{file}',
  id: 'getWidget',
  summary: 'The widget: v1 is the newest of its kind, a full version never changes',
  tag: 'pages',
  parameters: [],
  lenient: true,
  success: { 200: { description: 'The file', type: 'text/javascript; charset=utf-8' } },
  problems: ['not-found'],
  handle(exchange) {
    const isReleased = /^\d+\.\d+\.\d+$/.test(exchange.values['release'] ?? '')
    const type = exchange.path.endsWith('.d.ts') ? declarations : undefined
    return answerAsset(exchange, exchange.path, widgetHeaders(isReleased), type)
  },
}

/** Platforms take `.ts` for video (IANA: video/mp2t). */
const declarations = 'text/plain; charset=utf-8'

export const oembed: Route = {
  method: 'GET',
  path: '/oembed',
  id: 'getOembed',
  summary: 'oEmbed 1.0 for pages of timelines',
  tag: 'pages',
  parameters: [parameters.url, parameters.format, parameters.maxwidth, parameters.maxheight],
  lenient: true,
  success: { 200: { description: 'oEmbed of type rich', type: 'application/json; charset=utf-8' } },
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
    const { service, query, problem } = exchange
    const format = one(query, 'format') ?? 'json'
    if (format !== 'json' && format !== 'xml') return problem('not-implemented')
    const page = pageOf(one(query, 'url') ?? '', exchange)
    if (page === null) return problem('not-found')
    const selected = await select(page.exchange)
    // oEmbed 1.0, 2.3.4: 404 where there is nothing to embed for the URL, as for a page of an error.
    if (!selected.ok)
      return selected.failure.status === 400 ? problem('not-found') : selected.failure
    const { edition, pinned, stale } = selected.value
    const shown = shownBy(page, selected.value)
    if (shown === null) return problem('not-found')
    const [width, height] = [one(query, 'maxwidth'), one(query, 'maxheight')]
    const view = {
      ...shown,
      providerName: 'Jishi 纪事',
      publicUrl: service.publicUrl,
      ...(width === undefined ? {} : { maxWidth: Number(width) }),
      ...(height === undefined ? {} : { maxHeight: Number(height) }),
    }
    const { number } = edition.head.edition
    return conditional(
      exchange,
      {
        identity: `oembed ${number} ${format} ${view.frameUrl} ${width ?? ''} ${height ?? ''}`,
        pinned,
        stale,
      },
      () =>
        format === 'json'
          ? { type: 'application/json; charset=utf-8', body: oembedJson(view) }
          : { type: 'text/xml; charset=utf-8', body: oembedXml(view) },
    )
  },
}

/** A page of a timeline, or of an event of it, as if it were asked for itself. */
interface AskedPage {
  readonly exchange: Exchange
  readonly event: string | undefined
  readonly hash: string
}

/** The page at an address of this service, with its query read as the page reads it; null for others. */
function pageOf(url: string, exchange: Exchange): AskedPage | null {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search, hash } = new URL(url)
  const match = /^\/timelines\/([^/]+)(?:\/embed|\/events\/([^/]+))?\/?$/.exec(pathname)
  if (match === null || origin !== new URL(exchange.service.publicUrl).origin) return null
  const [, timeline = '', event] = match
  const route = event === undefined ? embedPage : eventPageRoute
  const read = readQuery(search, route.parameters, true)
  if (!read.ok) return null
  return { exchange: { ...exchange, query: read.value, values: { timeline } }, event, hash }
}

/** The frame with the same filter, and what it is called; an event is shown in its timeline. */
function shownBy({ exchange, event: id, hash }: AskedPage, { edition, entries }: Selection) {
  const { timeline } = edition.head
  const event = id === undefined ? undefined : edition.byId.get(id)
  // A withdrawn event has a page, but is in no list.
  if (id !== undefined && (event === undefined || event.status === 'withdrawn')) return null
  const layout = one(exchange.query, 'layout')
  const query = writeQuery(layout === undefined ? entries : [...entries, ['layout', layout]])
  const anchor = event === undefined ? hash : `#${event.id}`
  const language = one(exchange.query, 'lang') ?? timeline.language
  return {
    frameUrl: `${exchange.service.publicUrl}/timelines/${timeline.id}/embed${query}${anchor}`,
    title: inLanguage((event ?? timeline).title, language, timeline.language),
  }
}
