// Parses query strings, with a cache of recent ones, since many clients send the same query.
import { ok, type Result } from '../../domain/result.ts'
import type { Route } from '../route.ts'
import { readQuery, type Parameters, type QueryFault, type ReadQuery } from './query-string.ts'

/** Maximum parsed queries kept per isolate, and maximum characters of a kept query string. */
export const remembered = { readings: 256, length: 512 }

type Reading = Result<ReadQuery<Parameters>, QueryFault>

export type QueryReader = (
  route: Pick<Route, 'id' | 'parameters' | 'lenient'>,
  search: string,
) => Reading

/**
 * `readQuery` for the parameters of a route. The same route and text return the same object while
 * it is cached, so that values derived from a query can be cached by that object.
 */
export function createQueryReader(): QueryReader {
  const kept = new Map<string, ReadQuery<Parameters>>()
  return ({ id, parameters, lenient }, search) => {
    const key = `${id} ${search}`
    const known = kept.get(key)
    if (known !== undefined) {
      // Move it to the end: the least recently used one comes first.
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
