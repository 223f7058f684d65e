// Several reads or writes of the store for one request.

/** Maximum open connections per request on Workers; further ones would wait while they time out. */
const connections = 6

/**
 * Does the same with each item, some at a time. The results are in order of items.
 * @example items [1, 2], `one` finds 'a' and 'b' → ['a', 'b']
 */
export async function together<Item, Value>(
  items: readonly Item[],
  one: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const waiting = items.entries()
  const values: Value[] = []
  const walk = async (): Promise<void> => {
    for (const [index, item] of waiting) values[index] = await one(item)
  }
  await Promise.all(Array.from({ length: connections }, walk))
  return values
}
