// The frame of overviews: cells of time with labels, and shapes below the labels. Positions are
// percentages, so that a drawing fits its container without script or style attribute. Labels are
// text of the page, not of the drawing, because tools can check the contrast of the former only.
import type { ColoredTheme } from '../domain/document/theme.ts'
import { html, type Html } from '../markup/html.ts'

/** What a drawing needs besides its events. */
export interface DrawingContext {
  readonly themes: ReadonlyMap<string, ColoredTheme>
  readonly words: {
    readonly year: (year: number) => string
    readonly month: (year: number, month: number) => string
    readonly shortMonth: (year: number, month: number) => string
    readonly vagueColumn: string
    readonly undatedColumn: string
  }
}

/** A stretch of time; the label names what begins there. */
export interface Cell {
  readonly units: number
  readonly label?: string | undefined
}

/** The cells; if none has a label, the first one gets the given label. */
export const labelled = (cells: readonly Cell[], label: string): readonly Cell[] =>
  cells.some((cell) => cell.label !== undefined)
    ? cells
    : cells.map((cell, i) => (i === 0 ? { ...cell, label } : cell))

export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`

export function drawing(cells: readonly Cell[], height: number, shapes: Html): Html {
  const total = cells.reduce((sum, { units }) => sum + units, 0)
  let before = 0
  let lastLabel = 0
  const marks = cells.flatMap(({ units, label }) => {
    const [at, from] = [before, lastLabel]
    before += units
    if (label === undefined) return []
    lastLabel = at
    const x = percent((at / total) * 100)
    return {
      line: html`<line x1="${x}" x2="${x}" y2="100%"/>`,
      // An empty SVG is the spacer: its width can be a percentage without a style attribute.
      label: html`<svg width="${percent(((at - from) / total) * 100)}" height="1"/><span>${label}</span>`,
    }
  })
  return html`
    <div class="strip" part="strip" aria-hidden="true">
      <div>${marks.map(({ label }) => label)}</div>
      <svg width="100%" height="${height}">${marks.map(({ line }) => line)}${shapes}</svg>
    </div>`
}
