// A roll back to an edition with an uploaded segment. What it changes: the events that editions since then
// list are looked up in both, and compared. That is bounded as for an upload; the rest is counted.
import type { LeftOutChanges } from '../../domain/document/changes.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { diff } from '../../edition/changes.ts'
import { storedTimeline } from '../../edition/compile.ts'
import type { Head } from '../../edition/head.ts'
import { editionOf, revisionAfter, type Stamp } from '../../edition/next.ts'
import type { PartSource } from '../../edition/segment/parts.ts'
import type { EditionLog, EditionRecord, NewEdition } from './edition-log.ts'
import { ordinalsIn } from './uploaded.ts'
import { bounded, comparedSegment, eventsUpTo, maxListedChanges } from './uploaded-changes.ts'

/** Maximum editions since then whose lists are read: each is read with its document. */
export const maxLists = 20

/** Of the events that editions since then list, what the newest and the restored one say. */
export interface RestoredChanges {
  /** In the total order. */
  readonly before: readonly StoredEvent[]
  readonly after: readonly StoredEvent[]
  /** The others: at most so many, since an event may have changed more than once. */
  readonly leftOut: LeftOutChanges
}

/**
 * A kept edition with an uploaded segment under a new number. Every event counts as changed, through its
 * sources: SEQUENCE must not fall, and most are not compared.
 */
export function restoredEdition(
  { head, document }: EditionRecord,
  { previous, compared }: { readonly previous: Head; readonly compared: RestoredChanges | null },
  stamp: Stamp,
): NewEdition {
  const at = revisionAfter(previous, stamp.instant)
  const stated = storedTimeline(document, previous.timeline, at)
  const sources = stated.sources.map((source) => ({ ...source, changed: at }))
  const timeline = { ...stated, sources }
  const { before, after, leftOut } = compared ?? {
    before: [],
    after: [],
    leftOut: summed(since(head, previous).map(({ changes }) => undone(changes))),
  }
  const isAll = Object.values(leftOut).every((count) => count === 0)
  const changes = {
    ...diff({ timeline: previous.timeline, events: before }, { timeline, events: after }),
    ...(!isAll && { leftOut }),
  }
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  const removed = [...gone.map(({ id }) => id), ...previous.removed.filter((id) => !there.has(id))]
  const content = { timeline, base: head.base, adds: head.adds, removed }
  const { events } = head.edition
  const next = editionOf(content, { previous, changes, listed: events, at, stamp })
  return { ...next, document, gone }
}

type Since = Pick<Head['kept'][number], 'number' | 'changes'>

const since = ({ edition }: Head, { kept }: Head): readonly Since[] =>
  kept.filter(({ number }) => number > edition.number)

/** The ids that the editions after the restored one list, and what they do not list. */
function listedSince(
  { restored, latest }: TwoEditions,
  log: Pick<EditionLog, 'record'>,
): { readonly ids: readonly string[]; readonly leftOut: LeftOutChanges } {
  const ids = new Set<string>()
  const leftOut = since(restored, latest).map(({ number, changes: counts }, index) => {
    const changes = index < maxLists ? log.record(number)?.changes : undefined
    if (changes === undefined) return undone(counts)
    const { added, changed, withdrawn, removed } = changes
    const listed = [...added, ...changed, ...withdrawn, ...removed].map(({ id }) => id)
    if (new Set([...ids, ...listed]).size > 2 * maxListedChanges) return undone(counts)
    for (const id of listed) ids.add(id)
    return undone(changes.leftOut ?? { added: 0, changed: 0, withdrawn: 0, removed: 0 })
  })
  return { ids: [...ids], leftOut: summed(leftOut) }
}

/** The other way round. */
const undone = ({ added, changed, withdrawn, removed = 0 }: Since['changes']): LeftOutChanges => ({
  added: removed,
  changed: changed + withdrawn,
  withdrawn: 0,
  removed: added,
})

const summed = (all: readonly LeftOutChanges[]): LeftOutChanges => {
  const sum = (name: keyof LeftOutChanges): number =>
    all.reduce((total, counts) => total + counts[name], 0)
  const [added, changed, removed] = [sum('added'), sum('changed'), sum('removed')]
  return { added, changed, withdrawn: 0, removed }
}

interface TwoEditions {
  readonly restored: Head
  readonly latest: Head
}

/**
 * Null where they could not be compared; never rejects.
 * @example (back to edition 3 after 4 changed the event a) → { before: [a as in 4], after: [a as in 3], … }
 */
export async function restoredChanges(
  editions: TwoEditions,
  log: Pick<EditionLog, 'record'>,
  source: PartSource,
): Promise<RestoredChanges | null> {
  const { ids, leftOut } = listedSince(editions, log)
  return bounded(source, async (own) => ({
    before: await eventsOf(editions.latest, ids, own),
    after: await eventsOf(editions.restored, ids, own),
    leftOut,
  }))
}

/** Those with these ids, in the total order. Throws if they are too long to be compared. */
async function eventsOf(
  { base, adds }: Head,
  ids: readonly string[],
  source: PartSource,
): Promise<readonly StoredEvent[]> {
  const wanted = new Set(ids)
  const events = adds.filter(({ id }) => wanted.has(id))
  if (base !== null) {
    const access = comparedSegment(base.root, source)
    const drops = new Set(base.drops)
    const ordinals = (await ordinalsIn(access, ids)).filter((ordinal) => !drops.has(ordinal))
    const found = await eventsUpTo(access, ordinals)
    if (found.length < ordinals.length) throw new Error('too long to be compared')
    events.push(...found)
  }
  return events.toSorted(compareEvents)
}
