// Alternate links for the head of a page: oEmbed, and every format of the same events.
import { html, type Html } from '../../markup/html.ts'
import { oembedAddress } from '../../address/addresses.ts'
import { textOf, type RenderContext } from '../context.ts'
import type { EventView, FormatLink, TimelineView } from '../view.ts'

export function alternates(
  { publicUrl, query, formats }: TimelineView,
  context: RenderContext,
): Html {
  const { absolute } = context
  const title = textOf(context, context.timeline.title)
  return html`
    ${oembedLinks(absolute.timeline(query), title, publicUrl)}
    ${formatLinks(formats, absolute.events(query))}`
}

/** The same for the page of one event. */
export function eventAlternates(
  { publicUrl, event, formats }: EventView,
  context: RenderContext,
): Html {
  const { absolute } = context
  return html`
    ${oembedLinks(absolute.event(event.id), textOf(context, event.title), publicUrl)}
    ${formatLinks(formats, (extension) => absolute.eventFile(event.id, extension, absolute.lang))}`
}

const formatLinks = (
  formats: readonly FormatLink[],
  address: (extension: string) => string,
): readonly Html[] =>
  formats.map(
    ({ mediaType, title, extension }) =>
      html`<link rel="alternate" type="${essence(mediaType)}" title="${title}" href="${address(extension)}">`,
  )

/** Discovery links for the page at this absolute address (oEmbed 1.0, 4). */
const oembedLinks = (page: string, title: string, publicUrl: string): Html => html`
  <link rel="alternate" type="application/json+oembed" title="${title}" href="${oembedAddress(publicUrl, page, 'json')}">
  <link rel="alternate" type="text/xml+oembed" title="${title}" href="${oembedAddress(publicUrl, page, 'xml')}">`

/** The media type without its parameters. */
const essence = (mediaType: string): string => mediaType.split(';', 1)[0] ?? ''
