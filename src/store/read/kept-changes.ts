// What each of the newest kept editions changed, read from their copies.
import { ok, type Result } from '../../domain/result.ts'
import type { EditionReader } from '../../edition/reader.ts'
import type { Changes } from '../../edition/changes/events.ts'
import type { EditionEntry } from '../../edition/head.ts'
import type { ReadFailure, Store } from './store.ts'

/** Each edition is a read of the store of its own. */
const maxEditions = 20

export type EditionWithChanges = Omit<EditionEntry, 'changes'> & Changes

/** Newest first, at most 20. */
export async function keptChanges(
  store: Store,
  { facts }: EditionReader,
): Promise<Result<readonly EditionWithChanges[], ReadFailure>> {
  const read = await store.changes(facts, maxEditions)
  return read.ok ? ok(read.value.map(({ entry, changes }) => ({ ...entry, ...changes }))) : read
}
