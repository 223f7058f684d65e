// The changes of the newest kept editions, read from their copies.
import type { EditionFacts, EditionReader } from '../../edition/reader.ts'
import type { Changes } from '../../domain/document/changes.ts'
import type { EditionEntry } from '../../edition/head.ts'
import { toldChanges } from '../../edition/taken.ts'
import type { Store } from './store.ts'

/** Maximum editions of one answer, since each is a separate read of the store. */
export const maxEditions = 20

/** Maximum characters of JSON of the changes of one answer. */
export const maxChanges = 300_000

export type EditionWithChanges = Omit<EditionEntry, 'changes'> & Changes

export interface KeptChanges {
  readonly editions: readonly EditionWithChanges[]
  /** The ids of events of these that a later edition removed: only the older one has them. */
  readonly gone: ReadonlySet<string>
  /** The editions of which their entry says all: takedowns, and the rollbacks that undo them. */
  readonly stated: readonly EditionEntry[]
  /** The editions whose copies cannot be read: they are lost or damaged, or the store fails. */
  readonly unread: readonly EditionEntry[]
  /** The editions whose changes alone exceed `maxChanges`, or were not all listed. */
  readonly large: readonly LargeEdition[]
  /** The rest is before this edition; undefined if there is none. */
  readonly next: number | undefined
}

/** An edition of which changes are counted, not listed. */
export interface LargeEdition extends EditionEntry {
  /** True where its own copy lists only some of its changes, and counts the others. */
  readonly isUnlisted?: true
  /** True where those were not compared, so that the counts are upper bounds. */
  readonly isBounded?: true
}

/**
 * The editions before that one, or all: newest first, at most 20, and so many that their changes
 * together do not exceed `maxChanges`.
 * @example editions 1 to 3, the copy of 2 is damaged → { editions: [3, 1], unread: [2], … }
 */
export async function keptChanges(
  store: Store,
  reader: EditionReader,
  before = Infinity,
): Promise<KeptChanges> {
  const { facts } = reader
  const wanted = facts.kept.filter(({ number }) => number < before)
  const read = await store.changes({ ...facts, kept: wanted }, maxEditions)
  const shown = {
    editions: [] as EditionWithChanges[],
    stated: [] as EditionEntry[],
    unread: [] as EditionEntry[],
  }
  const large: LargeEdition[] = []
  let [size, last] = [0, 0]
  for (const { entry, changes } of read) {
    const own = changes === null ? 0 : sizeOf(changes)
    const isStated = saysAll(entry, facts.kept)
    if (!isStated && own <= maxChanges && size + own > maxChanges) break
    if (isStated) shown.stated.push(entry)
    else if (changes === null) shown.unread.push(entry)
    else if (isCounted(changes)) large.push(countedEntry(entry, changes))
    else if (own > maxChanges) large.push(entry)
    else shown.editions.push({ ...entry, ...toldChanges(changes, entry.number, facts.kept) })
    if (!isStated && own <= maxChanges) size += own
    last = entry.number
  }
  const next = wanted.some(({ number }) => number < last) ? last : undefined
  return { ...shown, gone: await goneIn(reader, shown.editions), large, next }
}

async function goneIn(
  reader: EditionReader,
  editions: readonly EditionWithChanges[],
): Promise<ReadonlySet<string>> {
  const gone = new Set<string>()
  for (const { added, changed, withdrawn } of editions)
    for (const { id } of [...added, ...changed, ...withdrawn])
      if (await reader.wasRemoved(id)) gone.add(id)
  return gone
}

/** Some of the changes are not listed. */
const isCounted = ({ leftOut }: Changes): boolean =>
  leftOut !== undefined && Object.values(leftOut).some((count) => count > 0)

/**
 * All that the first edition has is new. Of another one that is gone is known by comparing ids or by the size
 * of the edition, and bounds only what a rollback over several editions undoes; what was added or changed is
 * known by the revisions that an upload says.
 */
function countedEntry(entry: EditionEntry, { leftOut }: Changes): LargeEdition {
  const { added = 0, changed = 0, withdrawn = 0 } = leftOut ?? {}
  const isExact =
    entry.number === 1 || (entry.restores === undefined && added + changed + withdrawn === 0)
  return { ...entry, isUnlisted: true, ...(!isExact && { isBounded: true }) }
}

/** All events leave and come back: to list them would say that they were edited. */
const saysAll = (
  { number, removes, restores }: EditionEntry,
  kept: EditionFacts['kept'],
): boolean =>
  removes === true ||
  (restores !== undefined && kept.some((entry) => entry.number === number - 1 && entry.removes))

const sizes = new WeakMap<Changes, number>()

/** Counted once while an isolate keeps the changes. Those that leave out any are never all. */
function sizeOf(changes: Changes): number {
  if (isCounted(changes)) return Infinity
  const size = sizes.get(changes) ?? JSON.stringify(changes).length
  sizes.set(changes, size)
  return size
}
