// Several reads of the store for one request.
import { failed, ok, type Result } from '../../domain/result.ts'
import type { Read, ReadFailure } from './store.ts'

/** Maximum open connections per request on Workers; further reads would wait while they time out. */
const connections = 6

/**
 * Reads a value for each item, in order of items. Stops at the first failure.
 * @example items [1, 2], `read` finds 'a' and 'b' → ok(['a', 'b'])
 */
export async function readTogether<Item, Value>(
  items: readonly Item[],
  read: (item: Item) => Promise<Result<Read<Value>, ReadFailure>>,
): Promise<Result<readonly Value[], ReadFailure>> {
  const waiting = items.entries()
  const values: Value[] = []
  const failures: ReadFailure[] = []
  const walk = async (): Promise<void> => {
    for (const [index, item] of waiting) {
      if (failures.length > 0) return
      const got = await read(item)
      if (got.ok) values[index] = got.value.value
      else failures.push(got.failure)
    }
  }
  await Promise.all(Array.from({ length: connections }, walk))
  const [failure] = failures
  return failure === undefined ? ok(values) : failed(failure)
}
