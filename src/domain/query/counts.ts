// How many events there are of each kind of thing, as answers and menus tell it.

/** How many events, by the id of what is counted. An id is the author's: no plain object holds it. */
export type Counts = ReadonlyMap<string, number>

/**
 * How many events of a whole answer name each theme and each participant, and are listed in each month
 * (`2020-02`), in the order of time.
 */
export interface Facets {
  readonly theme: Counts
  readonly actor: Counts
  readonly month: Counts
}

/**
 * What another choice would lead to: themes are counted without the query's themes, of which `all` is
 * the total, and actors without its actors.
 */
export interface ChoiceCounts {
  readonly theme: Counts
  readonly all: number
  readonly actor: Counts
}

/** Counts the ids of all events; each event gives each of its ids once. */
export function countBy<Item>(
  items: Iterable<Item>,
  idsOf: (item: Item) => Iterable<string>,
): Counts {
  const counts = new Map<string, number>()
  for (const item of items) for (const id of idsOf(item)) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
