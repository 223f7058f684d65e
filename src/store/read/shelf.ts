// The cached values of an isolate, in bounded memory. Results of loads are merged here, so that
// neither a load that ends late nor a lower version replaces something newer.
import type { ReadFailure } from './store.ts'

/** The result of a load. `keep`: the cached value is still the newest. */
export type Loaded<Value> =
  | {
      readonly kind: 'value'
      readonly value: Value
      /** A lower version never replaces a higher one; 0 by default. */
      readonly version?: number
      /** How much of the capacity it uses; 1 by default. */
      readonly size?: number
    }
  | { readonly kind: 'keep' }
  | Failure

export interface Failure {
  readonly kind: 'failure'
  readonly failure: ReadFailure
}

export interface Kept<Value> {
  readonly kind: 'kept'
  readonly value: Value
  readonly version: number
  readonly size: number
  /** The load that brought or confirmed it. */
  readonly order: number
  /** When the value was last compared with the store, or the store last failed to answer. */
  readonly checked: number
  /** When the value was last compared with the store. */
  readonly confirmed: number
  readonly stale: boolean
}

export interface Load<Value> {
  /** Sequence number by start of the load. */
  readonly order: number
  /** The cached value when the load began. */
  readonly before: Kept<Value> | undefined
}

export interface Shelf<Value> {
  at(key: string): Kept<Value> | undefined
  /**
   * Merges the result of a load and returns the newest value, which may later be evicted. After a
   * failure the cached value stays, marked as stale. If the load is `outdated`, the next request
   * loads again.
   */
  settle(
    key: string,
    load: Load<Value>,
    loaded: Loaded<Value>,
    outdated: boolean,
  ): Kept<Value> | Failure
  expire(key: string): void
}

export interface ShelfOptions {
  /** Maximum total size; the values loaded last are kept. */
  readonly capacity: number
  readonly now: () => number
}

export function createShelf<Value>({ now, capacity }: ShelfOptions): Shelf<Value> {
  const kept = new Map<string, Kept<Value>>()
  let filled = 0

  const remove = (key: string): void => {
    filled -= kept.get(key)?.size ?? 0
    kept.delete(key)
  }

  const keep = (key: string, entry: Kept<Value>): Kept<Value> => {
    remove(key)
    kept.set(key, entry)
    filled += entry.size
    for (const oldest of kept.keys()) {
      if (filled <= capacity) break
      remove(oldest)
    }
    return entry
  }

  return {
    at: (key) => kept.get(key),
    settle(key, { order, before }, loaded, outdated) {
      const atHand = kept.get(key) ?? before
      if (atHand !== undefined && atHand.order > order) return atHand
      const time = now()
      const checked = outdated ? -Infinity : time
      if (loaded.kind === 'failure')
        return atHand === undefined ? loaded : keep(key, { ...atHand, checked, stale: true })
      const content = contentOf(loaded, atHand)
      if (content === undefined) return { kind: 'failure', failure: 'unavailable' }
      return keep(key, { ...content, kind: 'kept', order, checked, confirmed: time, stale: false })
    },
    expire(key) {
      const atHand = kept.get(key)
      if (atHand !== undefined) kept.set(key, { ...atHand, checked: -Infinity })
    },
  }
}

type Content<Value> = Pick<Kept<Value>, 'value' | 'version' | 'size'>

/** The loaded value, or the cached one if its version is higher. */
function contentOf<Value>(
  loaded: Exclude<Loaded<Value>, Failure>,
  atHand: Kept<Value> | undefined,
): Content<Value> | undefined {
  if (loaded.kind === 'keep') return atHand
  const { value, version = 0, size = 1 } = loaded
  return atHand !== undefined && version < atHand.version ? atHand : { value, version, size }
}
