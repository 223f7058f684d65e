// The same timeline elsewhere: oEmbed and every format of the same query, for the head of a page.
import { html, type Html } from './html.ts'
import { feedUrl, oembedUrl, timelineUrl } from './links.ts'
import { textOf, type Setting } from './setting.ts'
import type { FormatLink, TimelineView } from './view.ts'

export function alternates({ publicUrl, filter, formats }: TimelineView, setting: Setting): Html {
  const place = { ...setting.place, base: publicUrl }
  const page = timelineUrl(place, filter)
  const title = textOf(setting, setting.timeline.title)
  const format = ({ mediaType, title, extension }: FormatLink) =>
    html`<link rel="alternate" type="${essence(mediaType)}" title="${title}" href="${feedUrl(place, extension, filter)}">`
  return html`
    <link rel="alternate" type="application/json+oembed" title="${title}" href="${oembedUrl(publicUrl, page, 'json')}">
    <link rel="alternate" type="text/xml+oembed" title="${title}" href="${oembedUrl(publicUrl, page, 'xml')}">
    ${formats.map(format)}`
}

/** The media type without its parameters. */
const essence = (mediaType: string): string => mediaType.split(';', 1)[0] ?? ''
