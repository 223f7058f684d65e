// Several reads of the store for one request.

/** Maximum open connections per request on Workers; further reads would wait while they time out. */
const connections = 6

/**
 * Reads a value for each item, in order of items.
 * @example items [1, 2], `read` finds 'a' and 'b' → ['a', 'b']
 */
export async function readTogether<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<Value>,
): Promise<readonly Value[]> {
  const waiting = items.entries()
  const values: Value[] = []
  const walk = async (): Promise<void> => {
    for (const [index, item] of waiting) values[index] = await read(item)
  }
  await Promise.all(Array.from({ length: connections }, walk))
  return values
}
