// The links of an event: related pages that its authors name.
import { html, type Html } from '../../markup/html.ts'
import { outward } from '../../markup/outward.ts'
import { languageAttributes, textOf, type CardContext } from '../context.ts'
import type { ShownEvent } from '../view.ts'

/** Each by its title, or else its address; false if there are none. */
export function linkList({ links }: ShownEvent, context: CardContext): Html | false {
  if (links.length === 0) return false
  const entries = links.map(
    ({ url, title }) =>
      html`<li${title && languageAttributes(context, title)}>${outward(url, title ? textOf(context, title) : url)}</li>`,
  )
  return html`<ul class="event-links" aria-label="${context.words.links}">${entries}</ul>`
}
