// What may have been meant: the nearest id of a document, and the nearest words of a source.

/**
 * The known id that differs least, if the difference is small: a typing mistake, a missing part.
 * @example nearestId('reopenning', ['reopening', 'town']) → 'reopening'
 */
export function nearestId(id: string, known: Iterable<string>): string | null {
  let nearest: string | null = null
  let least = Math.max(2, Math.floor(id.length / 3)) + 1
  for (const other of known) {
    const part = id.length > 2 && (other.includes(id) || id.includes(other)) ? 2 : Infinity
    const difference = Math.min(part, editDistance(id, other, least))
    if (difference >= least) continue
    nearest = other
    least = difference
  }
  return nearest
}

/** Levenshtein's distance, or the limit if it is not below it. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + cost,
        ),
      )
    }
    if (Math.min(...current) >= limit) return limit
    previous = current
  }
  return Math.min(previous[b.length] ?? limit, limit)
}

/** Of the pairs of neighbouring characters, how many must be the same. */
const leastShared = 0.5

/**
 * Where a text has almost the given words: the stretch of the same length that shares most pairs of
 * neighbouring characters, begun and ended with a pair that is shared. Null if nothing is near.
 * @example nearestStretch('一二三四五六', '二三五') → null
 */
export function nearestStretch(
  text: string,
  words: string,
): { readonly from: number; readonly to: number } | null {
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < words.length; at++) pairs.add(words.slice(at, at + 2))
  const width = words.length - 1
  if (width < 3 || text.length < 2) return null
  const isShared = (at: number): number => (pairs.has(text.slice(at, at + 2)) ? 1 : 0)
  let shared = 0
  let best = { from: 0, shared: 0 }
  for (let at = 0; at + 1 < text.length; at++) {
    shared += isShared(at) - (at >= width ? isShared(at - width) : 0)
    const from = Math.max(0, at - width + 1)
    if (shared > best.shared) best = { from, shared }
  }
  if (best.shared < width * leastShared) return null
  let { from } = best
  let to = Math.min(from + words.length, text.length)
  while (isShared(from) === 0) from++
  while (isShared(to - 2) === 0) to--
  return { from, to }
}
