// In which order the cells of a column have day, month and year: what all of them allow.
import type { DateOrder } from './cell/answer.ts'

interface Cell {
  readonly text: string
  /** Where its row stands. */
  readonly at: number
}

export type FoundOrders =
  /** `since`: the cells that leave no other. */
  | { readonly is: 'one'; readonly order: DateOrder; readonly since: readonly Cell[] }
  | { readonly is: 'several'; readonly orders: readonly DateOrder[] }
  /** Two cells that have no order in common, or not the same ones. */
  | { readonly is: 'none'; readonly between: readonly [string, string] }

const orders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd']

/** `allows`: whether a cell is a date in an order. Cells that begin otherwise than with such numbers tell nothing. */
export function ordersOf<C extends Cell>(
  cells: readonly C[],
  allows: (order: DateOrder, cell: C) => boolean,
): FoundOrders {
  const told = new Map<string, Told>()
  for (const cell of cells) {
    if (!/^\s*\d{1,2}[-/.]\d{1,2}\b/.test(cell.text)) continue
    const fits = orders.filter((order) => allows(order, cell))
    const key = fits.join()
    if (key !== '' && !told.has(key))
      told.set(key, { cell: { text: cell.text.trim(), at: cell.at }, fits })
  }
  const firsts = [...told.values()]
  const possible = orders.filter((order) => firsts.every(({ fits }) => fits.includes(order)))
  const [only, ...more] = possible
  if (only === undefined) return { is: 'none', between: contradiction(firsts) }
  return more.length === 0
    ? { is: 'one', order: only, since: evidence(firsts, only) }
    : { is: 'several', orders: possible }
}

/** The first cell of those that allow the same orders. */
interface Told {
  readonly cell: Cell
  readonly fits: readonly DateOrder[]
}

/** A cell of this order alone, else those that together leave no other. */
function evidence(told: readonly Told[], order: DateOrder): Cell[] {
  const alone = told.find(({ fits }) => fits.length === 1)
  if (alone !== undefined) return [alone.cell]
  const against = orders
    .filter((other) => other !== order)
    .flatMap((other) => told.find(({ fits }) => !fits.includes(other))?.cell ?? [])
  return [...new Set(against)].toSorted((a, b) => a.at - b.at)
}

function contradiction(told: readonly Told[]): [string, string] {
  const pairs = told.flatMap((one, place) =>
    told.slice(place + 1).map((other) => [one, other] as const),
  )
  const apart = pairs.find(([one, other]) => !one.fits.some((order) => other.fits.includes(order)))
  const [one, other] = apart ?? pairs[0] ?? []
  return [one?.cell.text ?? '', other?.cell.text ?? '']
}
