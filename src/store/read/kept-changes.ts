// What each of the newest kept editions changed, read from their copies.
import { failed, ok, type Result } from '../../domain/result.ts'
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
  const entries = facts.kept.slice(0, maxEditions)
  const copies = await Promise.all(
    entries.map((entry) => store.edition(facts.timeline.id, entry.number)),
  )
  const editions: EditionWithChanges[] = []
  for (const copy of copies) {
    if (!copy.ok) return failed(copy.failure)
    const { entry, changes } = copy.value.value
    editions.push({ ...entry, ...changes })
  }
  return ok(editions)
}
