// Headings whose level depends on the place of the timeline in the page.
import { constantMarkup, html, type Html } from './html.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export function heading(level: HeadingLevel, attributes: Html, content: Html): Html {
  const tag = constantMarkup(`h${level}`)
  return html`<${tag}${attributes}>${content}</${tag}>`
}

/** The next lower level, maximum 6. */
export const below = (level: HeadingLevel): HeadingLevel =>
  level < 6 ? ((level + 1) as HeadingLevel) : 6
