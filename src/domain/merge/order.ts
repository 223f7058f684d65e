// The order of merged lists: what both sides have keeps one order, and what one side has inserted
// stands behind its left neighbour.

/**
 * Places what only one side has behind its left neighbour there; several behind the same neighbour
 * are sorted by key, so that it does not matter which side is which. Every key of `shared` must be in
 * `kept`, and a key of one side alone in one of the sides only.
 * @example (['a', 'b'], [['a', 'x', 'b'], ['a', 'b', 'y']], all) → ['a', 'x', 'b', 'y']
 */
export function placeInOrder(
  shared: readonly string[],
  sides: readonly (readonly string[])[],
  kept: ReadonlySet<string>,
): string[] {
  const standing = new Set(shared)
  const followers = new Map<string | null, string[]>()
  for (const side of sides) {
    let left: string | null = null
    for (const key of side) {
      if (!kept.has(key)) continue
      if (!standing.has(key)) followers.set(left, [...(followers.get(left) ?? []), key])
      left = key
    }
  }
  const inOrder: string[] = []
  const waiting = [...shared.toReversed(), ...sortedDown(followers.get(null))]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    inOrder.push(next)
    waiting.push(...sortedDown(followers.get(next)))
  }
  return inOrder
}

/** By UTF-16 code units, last first: the last of the waiting is next. */
const sortedDown = (keys: readonly string[] = []): string[] => keys.toSorted().toReversed()
