// One value of the store as an isolate keeps it: fresh for some seconds, loaded by one request at a
// time, and served on when the store fails.
import { failed, ok, type Result } from '../../domain/result.ts'
import { withTimeout } from '../timeout.ts'
import type { Read, ReadFailure } from './store.ts'

/** What a load found. `keep`: nothing newer than what is at hand. */
export type Loaded<Value> =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'keep' }
  | { readonly kind: 'failure'; readonly failure: ReadFailure }

interface Kept<Value> {
  readonly value: Value
  /** When the value was last compared with the store, or the store last failed to answer. */
  readonly checked: number
  /** When the value was last compared with the store. */
  readonly confirmed: number
  readonly stale: boolean
}

interface Flight<Value> {
  readonly landed: Promise<Loaded<Value>>
  readonly begun: number
}

export interface Cached<Value> {
  /** Answers `patience` milliseconds after `since` at the latest; `since` is now unless given. */
  get(key: string, since?: number): Promise<Result<Read<Value>, ReadFailure>>
  /** The value may have changed: the next reader asks again. */
  expire(key: string): void
}

/** Milliseconds after which a request no longer waits for the store, whatever goes on there. */
export const patience = 1_400

export interface CachedOptions<Value> {
  readonly freshFor: number
  /** At most so many keys are kept, the ones loaded last. */
  readonly capacity: number
  readonly now: () => number
  /** Receives the value at hand; must not throw. */
  readonly load: (key: string, atHand: Value | undefined) => Promise<Loaded<Value>>
}

/** Caches what `load` gives by key. */
export function createCached<Value>(options: CachedOptions<Value>): Cached<Value> {
  const { now, freshFor, load } = options
  const shelf = createShelf(options)
  const flights = new Map<string, Flight<Value>>()

  const land = (key: string, loaded: Loaded<Value>): void => {
    flights.delete(key)
    shelf.settle(key, loaded)
  }

  // A flight that was given up no longer counts: what it brings may be older than what came since.
  const begin = (key: string): Flight<Value> => {
    const landed = load(key, shelf.at(key)?.value).then((loaded) => {
      if (flights.get(key) === flight) land(key, loaded)
      return loaded
    })
    const flight = { landed, begun: now() }
    flights.set(key, flight)
    return flight
  }

  // The request that began a load may be cancelled, and its promise then never settles.
  const isOver = ({ begun }: Flight<Value>): boolean => Math.abs(now() - begun) >= patience

  const join = async (key: string, since: number): Promise<Loaded<Value>> => {
    const known = flights.get(key)
    const flight = known === undefined || isOver(known) ? begin(key) : known
    try {
      return await withTimeout(flight.landed, Math.min(flight.begun, since) + patience - now())
    } catch {
      const late = { kind: 'failure', failure: 'unavailable' } as const
      if (isOver(flight) && flights.get(key) === flight) land(key, late)
      return late
    }
  }

  const isFresh = ({ checked }: Kept<Value>): boolean => {
    // Negative where the clock went back.
    const passed = now() - checked
    return passed >= 0 && passed < freshFor
  }

  const read = ({ value, stale, confirmed }: Kept<Value>): Result<Read<Value>, ReadFailure> => {
    const seconds = Math.max(0, Math.floor((now() - confirmed) / 1000))
    return ok({ value, stale: stale ? seconds : false })
  }

  return {
    async get(key, since = now()) {
      const known = shelf.at(key)
      if (known !== undefined && isFresh(known)) return read(known)
      const loaded = await join(key, since)
      const atHand = shelf.at(key)
      if (atHand !== undefined) return read(atHand)
      return failed(loaded.kind === 'failure' ? loaded.failure : 'unavailable')
    },
    expire(key) {
      flights.delete(key)
      shelf.expire(key)
    },
  }
}

interface Shelf<Value> {
  at(key: string): Kept<Value> | undefined
  /** Takes what a load found. A failure leaves what is there, as stale. */
  settle(key: string, loaded: Loaded<Value>): void
  expire(key: string): void
}

function createShelf<Value>({ now, capacity }: CachedOptions<Value>): Shelf<Value> {
  const kept = new Map<string, Kept<Value>>()

  const keep = (key: string, entry: Kept<Value>): void => {
    kept.delete(key)
    kept.set(key, entry)
    const oldest = kept.size > capacity ? kept.keys().next() : undefined
    if (oldest?.done === false) kept.delete(oldest.value)
  }

  return {
    at: (key) => kept.get(key),
    settle(key, loaded) {
      const atHand = kept.get(key)
      const checked = now()
      if (loaded.kind === 'value') {
        keep(key, { value: loaded.value, checked, confirmed: checked, stale: false })
      } else if (atHand !== undefined) {
        const stale = loaded.kind === 'failure'
        keep(key, { ...atHand, checked, confirmed: stale ? atHand.confirmed : checked, stale })
      }
    },
    expire(key) {
      const atHand = kept.get(key)
      if (atHand !== undefined) kept.set(key, { ...atHand, checked: -Infinity })
    },
  }
}
