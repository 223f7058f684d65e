// The widget's files, and oEmbed, by which other sites ask for a frame (oEmbed 1.0).
import { isIdentifier } from '../../domain/identifier.ts'
import { inLanguage } from '../../domain/language.ts'
import { oembedJson, oembedXml } from '../../page/oembed.ts'
import { widgetHeaders } from '../headers.ts'
import { answerAsset } from '../asset.ts'
import { conditional } from '../caching.ts'
import { one } from '../parameter.ts'
import * as parameters from '../parameters.ts'
import type { Route } from '../route.ts'
import { readProblem } from '../read-problem.ts'

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
    'timeline-gone',
    'not-implemented',
    'store-unavailable',
  ],
  async handle(exchange) {
    const { parts, query, problem } = exchange
    const format = one(query, 'format') ?? 'json'
    if (format !== 'json' && format !== 'xml') return problem('not-implemented')
    const page = timelinePageOf(one(query, 'url') ?? '', parts.publicUrl)
    if (page === null) return problem('not-found')
    const current = await parts.store.current(page.timeline)
    if (!current.ok) return readProblem(exchange, current.failure)
    const { timeline, edition } = current.value.value.head
    const [width, height] = [one(query, 'maxwidth'), one(query, 'maxheight')]
    const view = {
      frameUrl: page.frame,
      title: inLanguage(timeline.title, timeline.language, timeline.language),
      providerName: 'Jishi 纪事',
      publicUrl: parts.publicUrl,
      ...(width === undefined ? {} : { maxWidth: Number(width) }),
      ...(height === undefined ? {} : { maxHeight: Number(height) }),
    }
    return conditional(
      exchange,
      {
        identity: `oembed ${edition.number} ${format} ${page.frame} ${width ?? ''} ${height ?? ''}`,
        pinned: false,
        stale: current.value.stale,
      },
      () =>
        format === 'json'
          ? { type: 'application/json; charset=utf-8', body: oembedJson(view) }
          : { type: 'text/xml; charset=utf-8', body: oembedXml(view) },
    )
  },
}

/** The timeline that a page's address shows, and the frame with the same filter; null for others. */
function timelinePageOf(url: string, publicUrl: string) {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search, hash } = new URL(url)
  const match = /^\/timelines\/([^/]+)(?:\/(?:embed|events\/[^/]+))?\/?$/.exec(pathname)
  const timeline = match?.[1] ?? ''
  if (origin !== new URL(publicUrl).origin || !isIdentifier(timeline)) return null
  const event = /\/events\/([^/]+)/.exec(pathname)?.[1]
  const anchor = event !== undefined && isIdentifier(event) ? `#${event}` : hash
  return { timeline, frame: `${publicUrl}/timelines/${timeline}/embed${search}${anchor}` }
}
