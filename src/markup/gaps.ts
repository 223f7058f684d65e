// Markup that is made once and filled often: what differs from one use to the next stands in gaps.
import { constantMarkup, printHtml, type Html } from './html.ts'

/** Escaped text has no control characters, so that no text can pass for a gap. */
const edge = '\u0001'

/** A gap in markup that `withGaps` cuts, in text, in an attribute or in place of attributes. */
export const gap = (name: string): Html => constantMarkup(edge + name + edge)

/** The markup between the gaps, at even indices, and their names. */
export type Gapped = readonly string[]

export const withGaps = (markup: Html): Gapped => printHtml(markup).split(edge)

/** @example filled(withGaps(html`<i>${gap('name')}</i>`), () => html`${'A & B'}`) → <i>A &amp; B</i> */
export function filled(markup: Gapped, valueOf: (name: string) => Html | undefined): Html {
  let text = ''
  markup.forEach((part, i) => {
    if (i % 2 === 0) text += part
    else {
      const value = valueOf(part)
      if (value === undefined) throw new TypeError(`nothing for the gap ${part}`)
      text += printHtml(value)
    }
  })
  return constantMarkup(text)
}

export const charactersOf = (markup: Gapped): number =>
  markup.reduce((sum, { length }) => sum + length, 0)
