// Reads the query string of a request, and keeps the last ones read: many clients ask the same.
import { ok, type Result } from '../../domain/result.ts'
import { readQuery, type Query, type QueryFault } from './query-string.ts'
import type { Route } from '../route.ts'

/** How many readings an isolate keeps, of query strings of at most so many characters. */
export const remembered = { readings: 256, length: 512 }

export type QueryReader = (route: Route, search: string) => Result<Query, QueryFault>

/**
 * `readQuery` for the parameters of a route. The same route and text give the same object while it
 * is kept, so that what follows from a query can be remembered with it.
 */
export function createQueryReader(): QueryReader {
  const kept = new Map<string, Query>()
  return (route, search) => {
    const key = `${route.id} ${search}`
    const known = kept.get(key)
    if (known !== undefined) {
      // The ones used last stand at the end.
      kept.delete(key)
      kept.set(key, known)
      return ok(known)
    }
    const read = readQuery(search, route.parameters, route.lenient ?? false)
    if (read.ok && search.length <= remembered.length) {
      kept.set(key, read.value)
      const oldest = kept.size > remembered.readings ? kept.keys().next() : undefined
      if (oldest?.done === false) kept.delete(oldest.value)
    }
    return read
  }
}
