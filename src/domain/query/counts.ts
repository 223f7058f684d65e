// Counts of events by theme, actor and month, as shown in answers and menus.

/** Number of events by id. A Map, since ids from authors could clash with Object's fields. */
export type Counts = ReadonlyMap<string, number>

/**
 * Number of events of a whole answer, not only of one page, by theme, by actor under which it is found (members.ts) and by month
 * (`2020-02`), months in chronological order.
 */
export interface Facets {
  readonly theme: Counts
  readonly actor: Counts
  readonly month: Counts
}

/**
 * The number of results for each other choice: themes are counted as if the query had no themes
 * (`all` is that total), and actors as if it had no actors.
 */
export interface ChoiceCounts {
  readonly theme: Counts
  readonly all: number
  readonly actor: Counts
}

/**
 * Counts how many items have each id; `idsOf` must not repeat an id for one item.
 * @example countBy([['a'], ['a', 'b']], (ids) => ids) → Map { 'a' → 2, 'b' → 1 }
 */
export function countBy<Item>(
  items: Iterable<Item>,
  idsOf: (item: Item) => Iterable<string>,
): Counts {
  const counts = new Map<string, number>()
  for (const item of items) for (const id of idsOf(item)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
