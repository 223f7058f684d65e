// oEmbed 1.0: how another site embeds a page of a timeline, as JSON or XML. Pure.
import { html, printHtml } from '../../markup/html.ts'
import { element, xmlDeclaration } from '../../markup/xml.ts'
import { frame } from './snippets.ts'

export interface OembedView {
  /** Address of the page that is embedded, for readers. */
  readonly pageUrl: string
  /** Address of the page that the iframe loads. */
  readonly frameUrl: string
  readonly title: string
  readonly providerName: string
  readonly publicUrl: string
  /** Address of the preview picture, 1200 by 630 pixels. */
  readonly previewUrl: string
  readonly maxWidth?: number
  readonly maxHeight?: number
}

/** The default size; a consumer's maxwidth and maxheight make it smaller (oEmbed, 2.2). */
const defaultSize = { width: 800, height: 600 }

const thumbnail = { width: 1200, height: 630 }

function oembed(view: OembedView) {
  const { pageUrl, frameUrl, title, providerName, publicUrl, previewUrl } = view
  const { maxWidth, maxHeight } = view
  const width = Math.min(defaultSize.width, maxWidth ?? defaultSize.width)
  const height = Math.min(defaultSize.height, maxHeight ?? defaultSize.height)
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: providerName,
    provider_url: publicUrl,
    cache_age: 3600,
    html: linkAndFrame(
      pageUrl,
      frame(frameUrl, title, { width: `${width}`, height: `${height}` }),
      title,
    ),
    width,
    height,
    // A thumbnail must not exceed the size that was asked for either (oEmbed, 2.3.4).
    ...((maxWidth ?? thumbnail.width) >= thumbnail.width &&
      (maxHeight ?? thumbnail.height) >= thumbnail.height && {
        thumbnail_url: previewUrl,
        thumbnail_width: thumbnail.width,
        thumbnail_height: thumbnail.height,
      }),
  } as const
}

/**
 * The link comes first, in a bare blockquote: WordPress shows it until the frame tells its height
 * (wp_filter_oembed_result), and others show it where they allow no frames.
 */
const linkAndFrame = (pageUrl: string, frame: string, title: string): string =>
  printHtml(html`<blockquote><a href="${pageUrl}">${title}</a></blockquote>`) + frame

export const oembedJson = (view: OembedView): string => JSON.stringify(oembed(view))

export function oembedXml(view: OembedView): string {
  const members = Object.entries(oembed(view))
  return `${xmlDeclaration}${element(
    'oembed',
    {},
    members.map(([name, value]) => element(name, {}, String(value))),
  )}\n`
}
