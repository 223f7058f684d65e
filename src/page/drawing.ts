// What overviews are drawn of: cells of time with their labels, and shapes below the labels. Positions
// are percentages, so that a drawing fits its place without script and without style attribute.
import { html, type Html } from './html.ts'

/** A stretch of time; a label says what begins with it. */
export interface Cell {
  readonly units: number
  readonly label?: string | undefined
}

/** Height of the row of labels. */
const labels = 20

export const percent = (value: number): string => `${Math.round(value * 10) / 10}%`

export function drawing(cells: readonly Cell[], height: number, shapes: Html): Html {
  const total = cells.reduce((sum, { units }) => sum + units, 0)
  let before = 0
  const lines = cells.map(({ units, label }) => {
    const x = percent((before / total) * 100)
    before += units
    return (
      label !== undefined &&
      html`<line x1="${x}" x2="${x}" y2="100%"/><text x="${x}" dx="6" y="14">${label}</text>`
    )
  })
  return html`
    <div class="strip" part="strip" aria-hidden="true">
      <svg width="100%" height="${labels + height}">${lines}<svg y="${labels}" overflow="visible">${shapes}</svg></svg>
    </div>`
}
