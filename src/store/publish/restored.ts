// A roll back to an edition with an uploaded segment. What it changes: the events that editions since then
// list are looked up in both, and compared. That is bounded as for an upload; the rest is counted.
import type { LeftOutChanges } from '../../domain/document/changes.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { diff } from '../../edition/changes.ts'
import { storedTimeline } from '../../edition/compile.ts'
import type { Head, PackedBase } from '../../edition/head.ts'
import { editionOf, revisionAfter, type Stamp } from '../../edition/next.ts'
import type { SegmentAccess } from '../../edition/packed/segment-access.ts'
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
  /** Of the ids that the newest one remembers as removed, those that the restored one does not have either. */
  readonly removed: readonly string[]
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
  const { before, after, leftOut, removed } = compared ?? {
    before: [],
    after: [],
    leftOut: summed(since(head, previous).map(({ changes }) => undone(changes))),
    removed: previous.removed,
  }
  const isAll = Object.values(leftOut).every((count) => count === 0)
  const changes = {
    ...diff({ timeline: previous.timeline, events: before }, { timeline, events: after }),
    ...(!isAll && { leftOut }),
  }
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  const content = {
    timeline,
    base: head.base,
    adds: head.adds,
    removed: [...gone.map(({ id }) => id), ...removed],
  }
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
  const { latest, restored } = editions
  const { ids, leftOut } = listedSince(editions, log)
  return bounded(source, async (own) => ({
    before: await eventsOf(latest, ids, own),
    after: await eventsOf(restored, ids, own),
    leftOut,
    removed: await withoutThoseOf(restored, latest.removed, own),
  }))
}

/** Those with these ids, in the total order. Throws if they are too long to be compared. */
async function eventsOf(
  head: Head,
  ids: readonly string[],
  source: PartSource,
): Promise<readonly StoredEvent[]> {
  const wanted = new Set(ids)
  const events = head.adds.filter(({ id }) => wanted.has(id))
  if (head.base !== null) {
    const access = comparedSegment(head.base.root, source)
    const ordinals = [...(await leftOf(head.base, ids, access)).values()]
    const found = await eventsUpTo(access, ordinals)
    if (found.length < ordinals.length) throw new Error('too long to be compared')
    events.push(...found)
  }
  return events.toSorted(compareEvents)
}

/** The ids of events that an edition does not have. A takedown remembers all as removed. */
async function withoutThoseOf(
  { base, adds }: Head,
  ids: readonly string[],
  source: PartSource,
): Promise<readonly string[]> {
  const own = new Set(adds.map(({ id }) => id))
  const packed = base && (await leftOf(base, ids, comparedSegment(base.root, source)))
  return ids.filter((id) => !own.has(id) && packed?.has(id) !== true)
}

/** The ordinals of those with these ids that an edition still has from its segment. */
async function leftOf(
  { drops }: PackedBase,
  ids: readonly string[],
  access: SegmentAccess,
): Promise<ReadonlyMap<string, number>> {
  const dropped = new Set(drops)
  const ordinals = await ordinalsIn(access, ids)
  return new Map([...ordinals].filter(([, ordinal]) => !dropped.has(ordinal)))
}
