// The changes of the newest kept editions, read from their copies.
import { ok, type Result } from '../../domain/result.ts'
import type { EditionReader } from '../../edition/reader.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { EditionEntry } from '../../edition/head.ts'
import type { ReadFailure, Store } from './store.ts'

/** A limit, since each edition is a separate read of the store. */
const maxEditions = 20

export type EditionWithChanges = Omit<EditionEntry, 'changes'> & Changes

/**
 * Newest first, maximum 20.
 * @example editions 1 to 3 → ok([{ number: 3, added: […], … }, { number: 2, … }, { number: 1, … }])
 */
export async function keptChanges(
  store: Store,
  { facts }: EditionReader,
): Promise<Result<readonly EditionWithChanges[], ReadFailure>> {
  const read = await store.changes(facts, maxEditions)
  return read.ok ? ok(read.value.map(({ entry, changes }) => ({ ...entry, ...changes }))) : read
}
