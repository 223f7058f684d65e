// Alternate links for the head of a page: oEmbed, and every format of the same query.
import { html, type Html } from '../../markup/html.ts'
import { oembedAddress } from '../../address/addresses.ts'
import { textOf, type RenderContext } from '../context.ts'
import type { FormatLink, TimelineView } from '../view.ts'

export function alternates(
  { publicUrl, query, formats }: TimelineView,
  context: RenderContext,
): Html {
  const { absolute } = context
  const events = absolute.events(query)
  const title = textOf(context, context.timeline.title)
  const format = ({ mediaType, title, extension }: FormatLink) =>
    html`<link rel="alternate" type="${essence(mediaType)}" title="${title}" href="${events(extension)}">`
  return html`
    ${oembedLinks(absolute.timeline(query), title, publicUrl)}
    ${formats.map(format)}`
}

/** Discovery links for the page at this absolute address (oEmbed 1.0, 4). */
export const oembedLinks = (page: string, title: string, publicUrl: string): Html => html`
  <link rel="alternate" type="application/json+oembed" title="${title}" href="${oembedAddress(publicUrl, page, 'json')}">
  <link rel="alternate" type="text/xml+oembed" title="${title}" href="${oembedAddress(publicUrl, page, 'xml')}">`

/** The media type without its parameters. */
const essence = (mediaType: string): string => mediaType.split(';', 1)[0] ?? ''
