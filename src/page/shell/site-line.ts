// The way to the service's other pages, above the title of each.
import type { Text } from '../../domain/text/language-map.ts'
import { html, type Html } from '../../markup/html.ts'
import { productName } from '../../messages/languages.ts'
import { languageAttributes, textOf, type RenderContext } from '../context.ts'
import type { Speech } from '../view.ts'

/** On the home page itself. */
export const homeName: Html = html`<p class="breadcrumb" lang="zh-Hans">${productName}</p>`

/** On pages that belong to no timeline; `target`: the attribute of links that leave a frame. */
export const homeLine = ({ content, inAddress }: Speech, target: Html | false = false): Html =>
  html`<p class="breadcrumb"><a href="/${inAddress && `?lang=${content}`}" lang="zh-Hans"${target}>${productName}</a></p>`

/** Home, and below it the timeline and what else the page belongs to. */
export function siteLine(context: RenderContext, ...further: readonly (Html | false)[]): Html {
  const home = html`<a href="${context.addresses.home()}" lang="zh-Hans">${productName}</a>`
  return html`<p class="breadcrumb">${home}${further.map((one) => one && html` › ${one}`)}</p>`
}

export const timelineLink = (
  context: RenderContext,
  title: Text,
  href = context.addresses.timeline(),
): Html =>
  html`<a href="${href}"${languageAttributes(context, title)}>${textOf(context, title)}</a>`
