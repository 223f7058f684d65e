// Rows of a lane: what would overlap at the narrowest width stands in different rows. Everything else
// only moves apart when the width grows.

/** From where to where something reaches at the narrowest width, in em. */
export interface MarkReach {
  readonly start: number
  readonly end: number
}

export interface PackedRow {
  readonly row: number
  /** Index of the placing that was chosen. */
  readonly placing: number
}

/** Least distance between two things of a row, in em. */
const gap = 0.5

/**
 * Puts each item into the first row in which one of its placings is free, in the order given.
 * @example packRows([[{ start: 0, end: 2 }], [{ start: 1, end: 3 }]]) → [{ row: 0, … }, { row: 1, … }]
 */
export function packRows(items: readonly (readonly MarkReach[])[]): readonly PackedRow[] {
  const rows: MarkReach[][] = []
  return items.map((placings) => {
    // A row beyond the last is free for every placing.
    for (let row = 0; placings.length > 0; row++) {
      const taken = rows[row] ?? []
      rows[row] = taken
      const placing = placings.findIndex(({ start, end }) =>
        taken.every((other) => end + gap <= other.start || other.end + gap <= start),
      )
      const chosen = placings[placing]
      if (chosen === undefined) continue
      taken.push(chosen)
      return { row, placing }
    }
    return { row: 0, placing: -1 }
  })
}
