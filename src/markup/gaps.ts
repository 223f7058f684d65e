// Markup that is made once and filled often: what differs from one use to the next stands in gaps.
import { constantMarkup, printHtml, type Html } from './html.ts'
import { joined, type Pieces } from '../domain/text/pieces.ts'

/** Escaped text has no control characters, so that no text can pass for a gap. */
const edge = '\u0001'

/** A gap in markup that `withGaps` cuts, in text, in an attribute or in place of attributes. */
export const gap = (name: string): Html => constantMarkup(edge + name + edge)

/** The markup between the gaps, at even indices, and their names. */
export type Gapped = readonly string[]

export const withGaps = (markup: Html): Gapped => printHtml(markup).split(edge)

/** @example joined(filled(withGaps(html`<i>${gap('name')}</i>`), () => html`${'A & B'}`)) → <i>A &amp; B</i> */
export const filled = (
  markup: Gapped,
  valueOf: (name: string) => Html | Pieces | undefined,
): Pieces =>
  markup.flatMap((part, i) => {
    if (i % 2 === 0) return part
    const value = valueOf(part)
    if (value === undefined) throw new TypeError(`nothing for the gap ${part}`)
    return isPieces(value) ? value : printHtml(value)
  })

const isPieces = (value: Html | Pieces): value is Pieces => Array.isArray(value)

export const charactersOf = (markup: Gapped): number =>
  markup.reduce((sum, { length }) => sum + length, 0)

export const joinedMarkup = (pieces: Pieces): Html => constantMarkup(joined(pieces))

/** Where long parts of a page wait for the rest of it. */
export interface Parts {
  /** Takes a part; in its place, a gap. */
  readonly put: (part: Pieces) => Html
  /** The rest with all parts in their places. */
  readonly within: (rest: Html) => Pieces
}

/** @example const { put, within } = createParts(); within(html`<p>${put(['A', 'B'])}</p>`) → ['<p>', 'A', 'B', '</p>'] */
export function createParts(): Parts {
  const parts: Pieces[] = []
  return {
    put: (part) => gap(String(parts.push(part) - 1)),
    within: (rest) => filled(withGaps(rest), (name) => parts[Number(name)]),
  }
}
