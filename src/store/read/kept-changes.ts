// The changes of the newest kept editions, read from their copies.
import type { EditionReader } from '../../edition/reader.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { EditionEntry } from '../../edition/head.ts'
import type { Store } from './store.ts'

/** A limit, since each edition is a separate read of the store. */
const maxEditions = 20

export type EditionWithChanges = Omit<EditionEntry, 'changes'> & Changes

export interface KeptChanges {
  readonly editions: readonly EditionWithChanges[]
  /** The editions whose copies cannot be read: they are lost or damaged, or the store fails. */
  readonly unread: readonly EditionEntry[]
}

/**
 * Newest first, maximum 20 together.
 * @example editions 1 to 3, the copy of 2 is damaged → { editions: [3, 1], unread: [2] }
 */
export async function keptChanges(store: Store, { facts }: EditionReader): Promise<KeptChanges> {
  const read = await store.changes(facts, maxEditions)
  return {
    editions: read.flatMap(({ entry, changes }) =>
      changes === null ? [] : [{ ...entry, ...changes }],
    ),
    unread: read.flatMap(({ entry, changes }) => (changes === null ? [entry] : [])),
  }
}

/** What an entity tag has in addition where editions are left out; undefined where none is. */
export const partialOf = ({ unread }: KeptChanges): string | undefined =>
  unread.length === 0 ? undefined : `without ${unread.map(({ number }) => number).join()}`
