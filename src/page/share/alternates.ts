// Alternate links for the head of a page: the same as JSON, as Markdown and in other formats; oEmbed.
import { html, type Html } from '../../markup/html.ts'
import { oembedAddress } from '../../address/addresses.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { textOf, type RenderContext } from '../context.ts'
import type { EventView, FormatLink, TimelineView } from '../view.ts'
import { linksToFormats } from './format-links.ts'

export function alternates(
  { publicUrl, query, formats }: TimelineView,
  context: RenderContext,
): Html {
  const { absolute } = context
  const title = textOf(context, context.timeline.title)
  return html`
    ${oembedLinks(absolute.timeline(query), title, publicUrl)}
    ${queryAlternates(query, context)}
    ${linksToFormats('head', absolute.events(query), context, (address) => otherFormats(formats, address))}`
}

/** What every page of a filter has: its events as JSON, as Markdown and as a calendar. */
export const queryAlternates = (query: EventQuery, context: RenderContext): Html => html`
  ${jsonLink(context.absolute.events(query, { lang: undefined })(null))}
  ${markdownLink(context.absolute.markdown(query, languageOfFile(context)))}
  ${alternateLink('text/calendar', 'iCalendar', context.absolute.events(query, languageOfFile(context))('ics'))}`

/** The same for the page of one event. */
export function eventAlternates(
  { publicUrl, event, formats }: EventView,
  context: RenderContext,
): Html {
  const { absolute } = context
  const { id } = event
  return html`
    ${oembedLinks(absolute.event(id), textOf(context, event.title), publicUrl)}
    ${jsonLink(absolute.eventFile(id, null))}
    ${markdownLink(absolute.eventMarkdown(id, languageOfFile(context)))}
    ${alternateLink('text/calendar', 'iCalendar', absolute.eventFile(id, 'ics', { lang: absolute.lang }))}
    ${otherFormats(formats, (extension) => absolute.eventFile(id, extension, { lang: absolute.lang }))}`
}

export const jsonLink = (href: string): Html => alternateLink('application/json', 'JSON', href)

export const alternateLink = (type: string, title: string, href: string | Html): Html =>
  html`<link rel="alternate" type="${type}" title="${title}" href="${href}">`

const markdownLink = (href: string): Html => alternateLink('text/markdown', 'Markdown', href)

/** A file is in the timeline's language unless its address says otherwise. */
const languageOfFile = ({ absolute: { lang }, timeline }: RenderContext) => ({
  lang: lang === timeline.language ? undefined : lang,
})

/** The formats that are not named before. */
const otherFormats = (
  formats: readonly FormatLink[],
  address: (extension: string) => string | Html,
): readonly Html[] =>
  formats
    .filter(({ name }) => name !== 'markdown' && name !== 'ics')
    .map(({ mediaType, title, extension }) =>
      alternateLink(essence(mediaType), title, address(extension)),
    )

/** Discovery links for the page at this absolute address (oEmbed 1.0, 4). */
const oembedLinks = (page: string, title: string, publicUrl: string): Html => html`
  ${alternateLink('application/json+oembed', title, oembedAddress(publicUrl, page, 'json'))}
  ${alternateLink('text/xml+oembed', title, oembedAddress(publicUrl, page, 'xml'))}`

/** The media type without its parameters. */
const essence = (mediaType: string): string => mediaType.split(';', 1)[0] ?? ''
