// oEmbed 1.0: how another site embeds a page of a timeline, as JSON or XML. Pure.
import { html, printHtml } from '../../markup/html.ts'
import { frame } from './snippets.ts'

export interface OembedView {
  /** Address of the page that the iframe loads. */
  readonly frameUrl: string
  readonly title: string
  readonly providerName: string
  readonly publicUrl: string
  readonly maxWidth?: number
  readonly maxHeight?: number
}

/** The default size; a consumer's maxwidth and maxheight make it smaller (oEmbed, 2.2). */
const defaultSize = { width: 800, height: 600 }

function oembed({ frameUrl, title, providerName, publicUrl, maxWidth, maxHeight }: OembedView) {
  const width = Math.min(defaultSize.width, maxWidth ?? defaultSize.width)
  const height = Math.min(defaultSize.height, maxHeight ?? defaultSize.height)
  return {
    type: 'rich',
    version: '1.0',
    title,
    provider_name: providerName,
    provider_url: publicUrl,
    cache_age: 3600,
    html: frame(frameUrl, title, { width: String(width), height: String(height) }),
    width,
    height,
  } as const
}

export const oembedJson = (view: OembedView): string => JSON.stringify(oembed(view))

/** Text is escaped as in HTML: XML, too, has the five references that are used (XML 1.0, 2.4). */
export function oembedXml(view: OembedView): string {
  const elements = Object.entries(oembed(view)).map(
    ([name, value]) => `  <${name}>${printHtml(html`${value}`)}</${name}>\n`,
  )
  return `<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>\n${elements.join('')}</oembed>\n`
}
