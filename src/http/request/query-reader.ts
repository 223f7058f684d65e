// Reads the query string of a request, and keeps the last ones read: many clients ask the same.
import { ok, type Result } from '../../domain/result.ts'
import type { Route } from '../route.ts'
import { readQuery, type Asked, type Parameters, type QueryFault } from './query-string.ts'

/** How many readings an isolate keeps, of query strings up to so many characters. */
export const remembered = { readings: 256, length: 512 }

type Reading = Result<Asked<Parameters>, QueryFault>

export type QueryReader = (
  route: Pick<Route, 'id' | 'parameters' | 'lenient'>,
  search: string,
) => Reading

/**
 * `readQuery` for the parameters of a route. The same route and text give the same object while it
 * is kept, so that what follows from a query can be remembered with it.
 */
export function createQueryReader(): QueryReader {
  const kept = new Map<string, Asked<Parameters>>()
  return ({ id, parameters, lenient }, search) => {
    const key = `${id} ${search}`
    const known = kept.get(key)
    if (known !== undefined) {
      // The ones used last stand at the end.
      kept.delete(key)
      kept.set(key, known)
      return ok(known)
    }
    const read = readQuery(search, parameters, lenient ?? false)
    if (read.ok && search.length <= remembered.length) {
      kept.set(key, read.value)
      const oldest = kept.size > remembered.readings ? kept.keys().next() : undefined
      if (oldest?.done === false) kept.delete(oldest.value)
    }
    return read
  }
}
