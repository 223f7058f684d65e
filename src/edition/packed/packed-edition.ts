// An edition whose events are in a segment, but for those that were edited since.
import type { Head, PackedBase } from '../head.ts'

export type PackedEdition = Head & { readonly base: PackedBase }

export const isPacked = (head: Head): head is PackedEdition => head.base !== null

/** The order of segment and edits together. Its ordinals have gaps where events were dropped. */
export interface Overlay {
  ofBase(ordinal: number): number
  ofAdd(index: number): number
  /** Where the event with an ordinal is. */
  at(ordinal: number): { readonly add: number } | { readonly base: number }
}

/**
 * @example adds at places [2, 5]: base ordinals 0, 1, 2 → 0, 1, 3; the first of the adds → 2
 */
export function overlayOf(places: readonly number[]): Overlay {
  /** How many adds have an own ordinal, made of place and index, of at most `limit`. */
  const upTo = (limit: number, ordinalOf: (index: number) => number): number => {
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (ordinalOf(middle) <= limit) low = middle + 1
      else high = middle
    }
    return low
  }
  const placeOf = (index: number): number => places[index] ?? 0
  const ofAdd = (index: number): number => placeOf(index) + index
  return {
    ofBase: (ordinal) => ordinal + upTo(ordinal, placeOf),
    ofAdd,
    at(ordinal) {
      const before = upTo(ordinal, ofAdd)
      const isAdd = before > 0 && ofAdd(before - 1) === ordinal
      return isAdd ? { add: before - 1 } : { base: ordinal - before }
    },
  }
}
