// Caches values of the store in an isolate: fresh for some seconds, loaded by one request at a time,
// and served stale when the store fails or hangs: then the answer has `Age` and says so in
// `Cache-Status`; with nothing at hand it is 503. All requests that wait share one load. In workerd, requests
// that joined a load resume after the one that began it, and never if that one is cancelled.
import { failed, ok, type Result } from '../../domain/result.ts'
import { createAbsences } from './absences.ts'
import {
  createShelf,
  type Failure,
  type Kept,
  type Load,
  type Loaded,
  type ShelfOptions,
} from './shelf.ts'
import type { Read, ReadFailure } from './store.ts'
import { withTimeout } from '../timeout.ts'

/** A load in progress. */
interface Flight<Value> extends Load<Value> {
  readonly begun: number
  /** The newest value when the load ends; never rejects, but may settle late or never. */
  readonly landed: Promise<Landed<Value>>
}

type Landed<Value> = Kept<Value> | Failure

export interface Cached<Value> {
  /** Answers within `loadTimeout` milliseconds of `since`, which defaults to now. */
  get(key: string, since?: number): Promise<Result<Read<Value>, ReadFailure>>
  /** Marks a value as possibly changed: the next request loads it again. */
  expire(key: string): void
}

/** Maximum milliseconds that a request waits for the store. */
export const loadTimeout = 1_400

/** Maximum milliseconds that a request waits for a load that another request began. */
export const joinable = loadTimeout / 2

export interface CachedOptions<Value> extends ShelfOptions {
  readonly freshFor: number
  /** How many keys without a value are remembered as such for `freshFor`; none by default. */
  readonly absences?: number
  /** Receives the value in the cache, if any; must not throw. */
  readonly load: (key: string, atHand: Value | undefined) => Promise<Loaded<Value>>
}

/**
 * Caches the results of `load` by key.
 * @example get('a') twice within `freshFor` → one call of `load`, { value, stale: false } twice
 */
export function createCached<Value>(options: CachedOptions<Value>): Cached<Value> {
  const { now, freshFor, load } = options
  const shelf = createShelf<Value>(options)
  const absences = createAbsences({ capacity: options.absences ?? 0, freshFor, now })
  const flights = new Map<string, Flight<Value>>()
  let loads = 0

  const land = (key: string, flight: Flight<Value>, loaded: Loaded<Value>): Landed<Value> => {
    const isCurrent = flights.get(key) === flight
    if (isCurrent) flights.delete(key)
    const landed = shelf.settle(key, flight, loaded, !isCurrent)
    if (isCurrent && landed.kind === 'failure') absences.note(key, landed.failure)
    return landed
  }

  const begin = (key: string): Flight<Value> => {
    const before = shelf.at(key)
    const landed = load(key, before?.value).then((loaded) => land(key, flight, loaded))
    const flight: Flight<Value> = { order: ++loads, before, begun: now(), landed }
    flights.set(key, flight)
    return flight
  }

  // Negative if the clock was set back.
  const passed = (time: number): number => now() - time

  const isJoinable = ({ begun }: Flight<Value>): boolean =>
    passed(begun) >= 0 && passed(begun) < joinable

  const join = async (key: string, since: number): Promise<Landed<Value>> => {
    const end = since + loadTimeout
    const known = flights.get(key)
    const joined = known !== undefined && isJoinable(known) ? known : undefined
    if (joined !== undefined) {
      const landed = await landing([joined], Math.min(end, joined.begun + joinable) - now())
      if (landed !== null) return landed
      if (now() >= end) return late
    }
    // The request that began it may have been cancelled: then it never lands.
    const other = flights.get(key)
    const flight = other === undefined || other === known ? begin(key) : other
    const underWay = joined === undefined ? [flight] : [joined, flight]
    return (await landing(underWay, end - now())) ?? giveUp(key, flight)
  }

  const giveUp = (key: string, flight: Flight<Value>): Landed<Value> =>
    Math.abs(passed(flight.begun)) < loadTimeout ? late : land(key, flight, late)

  const isFresh = ({ checked }: Kept<Value>): boolean =>
    passed(checked) >= 0 && passed(checked) < freshFor

  const read = (kept: Kept<Value>) => ok(readOf(kept, passed(kept.confirmed)))

  return {
    async get(key, since = now()) {
      const known = shelf.at(key)
      if (known !== undefined && isFresh(known)) return read(known)
      const absence = absences.at(key)
      if (known === undefined && absence !== undefined) return failed(absence)
      const landed = await join(key, since)
      // Another request may have received something newer in the meantime.
      const newest = newer(shelf.at(key) ?? known, landed)
      return newest.kind === 'failure' ? failed(newest.failure) : read(newest)
    },
    expire(key) {
      flights.delete(key)
      shelf.expire(key)
      absences.expire(key)
    },
  }
}

const readOf = <Value>({ value, stale }: Kept<Value>, passed: number): Read<Value> => ({
  value,
  stale: stale ? Math.max(0, Math.floor(passed / 1000)) : false,
})

const late: Failure = { kind: 'failure', failure: 'unavailable' }

/** The result of the first load that ends within `milliseconds`; null if none does. */
const landing = <Value>(
  underWay: readonly Flight<Value>[],
  milliseconds: number,
): Promise<Landed<Value> | null> =>
  withTimeout(Promise.race(underWay.map(({ landed }) => landed)), milliseconds).catch(() => null)

function newer<Value>(kept: Kept<Value> | undefined, landed: Landed<Value>): Landed<Value> {
  if (kept === undefined) return landed
  return landed.kind === 'failure' || kept.order > landed.order ? kept : landed
}
