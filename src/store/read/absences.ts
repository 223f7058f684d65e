// Remembers for some seconds that the store has no value under a key, so that requests for things that
// do not exist cost no read each. In bounded memory.
import type { ReadFailure } from './store.ts'

export interface Absences {
  /** Undefined if nothing is known, or not since lately. */
  at(key: string): ReadFailure | undefined
  /** A store that does not answer (`unavailable`) says nothing about what exists: it is not noted. */
  note(key: string, failure: ReadFailure): void
  expire(key: string): void
}

export interface AbsencesOptions {
  /** Maximum number of keys; those noted last are remembered. */
  readonly capacity: number
  readonly freshFor: number
  readonly now: () => number
}

/** @example note('a', 'not-found') → at('a') is 'not-found' for `freshFor` milliseconds */
export function createAbsences({ capacity, freshFor, now }: AbsencesOptions): Absences {
  const noted = new Map<string, { readonly failure: ReadFailure; readonly since: number }>()
  return {
    at(key) {
      const known = noted.get(key)
      if (known === undefined) return undefined
      // Negative if the clock was set back.
      const passed = now() - known.since
      return passed >= 0 && passed < freshFor ? known.failure : undefined
    },
    note(key, failure) {
      if (failure === 'unavailable') return
      noted.delete(key)
      noted.set(key, { failure, since: now() })
      const oldest = noted.size > capacity ? noted.keys().next() : undefined
      if (oldest?.done === false) noted.delete(oldest.value)
    },
    expire: (key) => void noted.delete(key),
  }
}
