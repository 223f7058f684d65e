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

/** Of the pairs of neighbouring characters, how many must stand at the place that is proposed. */
const leastShared = 0.5

/**
 * Where a text has almost the given words: the place at which most pairs of neighbouring characters stand
 * as they stand in the words, moved by what was left out or put in between. Begins and ends with such
 * pairs. Null if nothing is near.
 * @example nearestStretch('一二三四五六', '二三五') → null
 */
export function nearestStretch(
  text: string,
  words: string,
): { readonly from: number; readonly to: number } | null {
  const width = words.length - 1
  if (width < 3 || text.length < 2) return null
  const places = pairPlaces(words)
  const slack = Math.max(4, Math.floor(words.length / 8))
  const shift = bestShift(votesFor(text, places, words.length), slack) - words.length
  const matched = new Set<number>()
  let [from, to] = [text.length, 0]
  const last = Math.min(text.length - 1, shift + slack + words.length)
  for (let at = Math.max(0, shift - slack); at < last; at++)
    for (const place of places.get(text.slice(at, at + 2)) ?? []) {
      const isThere = Math.abs(at - place - shift) <= slack
      // A pair alone is chance, unless the words begin or end with it; three characters are not.
      const isRun =
        place === 0 ||
        place === width - 1 ||
        text[at + 2] === words[place + 2] ||
        text[at - 1] === words[place - 1]
      if (!isThere || !isRun) continue
      matched.add(place)
      from = Math.min(from, at)
      to = Math.max(to, at + 2)
    }
  return matched.size < width * leastShared ? null : { from, to }
}

function pairPlaces(words: string): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (let at = 0; at + 1 < words.length; at++) {
    const pair = words.slice(at, at + 2)
    places.set(pair, [...(places.get(pair) ?? []), at])
  }
  return places
}

/** For each distance by which the words may be moved, how many pairs stand in the text then. */
function votesFor(
  text: string,
  places: ReadonlyMap<string, readonly number[]>,
  length: number,
): Uint16Array {
  const votes = new Uint16Array(text.length + length)
  for (let at = 0; at + 1 < text.length; at++)
    for (const place of places.get(text.slice(at, at + 2)) ?? []) {
      const index = at - place + length
      votes[index] = (votes[index] ?? 0) + 1
    }
  return votes
}

/** The middle of the distances, of which none is more than the slack away, with most votes. */
function bestShift(votes: Uint16Array, slack: number): number {
  let sum = 0
  let best = { index: 0, sum: 0, own: 0 }
  for (let end = 0; end < votes.length + slack; end++) {
    sum += (votes[end] ?? 0) - (votes[end - 2 * slack - 1] ?? 0)
    const index = end - slack
    const own = votes[index] ?? 0
    if (sum > best.sum || (sum === best.sum && own > best.own)) best = { index, sum, own }
  }
  return best.index
}
