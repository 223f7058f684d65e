// Markup that is made once and filled often: what differs from one use to the next stands in gaps.
import { constantMarkup, printHtml, type Html } from './html.ts'
import { inUtf8, joined, type Pieces } from '../domain/text/pieces.ts'

/** Escaped text has no control characters, so that no text can pass for a gap. */
const edge = '\u0001'

/** A gap in markup that `withGaps` cuts, in text, in an attribute or in place of attributes. */
export const gap = (name: string): Html => constantMarkup(edge + name + edge)

export interface Gapped {
  /** The markup around the gaps: one more than there are of these. */
  readonly between: Pieces
  readonly names: readonly string[]
}

export function withGaps(markup: Html): Gapped {
  const parts = printHtml(markup).split(edge)
  return {
    between: parts.filter((_, i) => i % 2 === 0),
    names: parts.filter((_, i) => i % 2 === 1),
  }
}

/** To be kept for pages that take it as they are sent, apart from other text (domain/text/pieces.ts). */
export const gappedInUtf8 = ({ between, names }: Gapped): Gapped => ({
  between: inUtf8(between.map((part) => joined([part]))),
  names,
})

/** @example joined(filled(withGaps(html`<i>${gap('name')}</i>`), () => html`${'A & B'}`)) → <i>A &amp; B</i> */
export function filled(
  { between, names }: Gapped,
  valueOf: (name: string) => Html | Pieces | undefined,
): Pieces {
  const pieces: Pieces[number][] = []
  for (const [i, part] of between.entries()) {
    pieces.push(part)
    const name = names[i]
    if (name === undefined) continue
    const value = valueOf(name)
    if (value === undefined) throw new TypeError(`nothing for the gap ${name}`)
    if (isPieces(value)) pieces.push(...value)
    else pieces.push(printHtml(value))
  }
  return pieces
}

const isPieces = (value: Html | Pieces): value is Pieces => Array.isArray(value)

export const charactersOf = (markup: Gapped): number =>
  markup.between.reduce((sum, { length }) => sum + length, 0)

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
