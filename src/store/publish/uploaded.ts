// Editions whose events are in an uploaded segment: the commit of one, and what is published after it.
// Their events are in the store alone: an upload is compared with them as far as uploaded-changes.ts goes,
// and of a document after them its own events are; the rest is counted.
import type { LeftOutChanges } from '../../domain/document/changes.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import type { EarlyRevision } from '../../domain/document/revision.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { diff } from '../../edition/changes.ts'
import { maxRemoved, type Head, type PackedBase } from '../../edition/head.ts'
import { editionOf, nextEdition, type Stamp } from '../../edition/next.ts'
import { createPartCache } from '../../edition/packed/part-cache.ts'
import { createSegmentAccess, type SegmentAccess } from '../../edition/packed/segment-access.ts'
import { idKey } from '../../edition/segment/keys.ts'
import { DamagedPart, type PartSource, type SegmentRoot } from '../../edition/segment/parts.ts'
import { eachPosting } from '../../edition/segment/postings.ts'
import { checksumOfParts, verifySegment, type SegmentTotals } from '../../edition/upload/verify.ts'
import type { Candidate } from './compare-and-set.ts'
import type { EditionLog, EditionRecord, GoneEvent, NewEdition } from './edition-log.ts'
import { isOpen } from './leases.ts'
import type { PublishFailure, SegmentCommitRequest } from './publisher.ts'
import type { LeasedSegment, LeaseMaterial } from './segment-log.ts'
import {
  bounded,
  comparedSegment,
  eventsUpTo,
  maxListedChanges,
  uploadedChanges,
  type UploadedChanges,
} from './uploaded-changes.ts'

/** @example segmentCandidate({ root: { segment: '5-u3', … }, … }, log, { now, source }) → ok(what may be edition 5) */
export async function segmentCandidate(
  { base, root, parts, checksum, by, note, dryRun }: SegmentCommitRequest,
  log: EditionLog,
  { now, source }: { readonly now: number; readonly source: PartSource },
): Promise<Result<Candidate, PublishFailure>> {
  const segment = log.segments().find((one) => one.segment === root.segment)
  if (segment === undefined) return failed({ reason: 'no-lease' })
  const { digest, edition, instant } = segment
  const stamp = { by, digest, ...(note !== undefined && { note }), instant: Date.parse(instant) }
  const candidate = { base, stamp, dryRun: dryRun ?? false }
  // The same commit again, of which the client may have missed the answer.
  if (segment.expires === null && segment.edition === log.latest()?.entry.number)
    return ok({ ...candidate, build: () => log.latest() as EditionRecord })
  const material = log.material(segment.serial)
  if (!isOpen(segment, now) || edition !== base + 1 || material === null)
    return failed({ reason: 'no-lease' })
  const uploaded = log.uploaded(segment.serial).filter(({ isStored }) => isStored)
  const verified = verifySegment(root, uploaded, { ...segment, ...material })
  if (verified.kind === 'incomplete')
    return failed({ reason: 'incomplete', missing: verified.missing })
  if (verified.kind === 'contradictory') return failed({ reason: 'contradictory' })
  if (uploaded.length !== parts || (await checksumOfParts(uploaded)) !== checksum)
    return failed({ reason: 'parts-differ' })
  const { totals } = verified
  const latest = log.latest()
  const compared =
    latest?.entry.number === base
      ? await uploadedChanges(
          { previous: latest.head, edition, root, parts: uploaded, totals },
          source,
        )
      : null
  const own = { segment, material, root, totals, compared }
  return ok({ ...candidate, build: (previous, full) => uploadedEdition(own, previous, full) })
}

interface UploadedSegment {
  readonly segment: LeasedSegment
  readonly material: LeaseMaterial
  readonly root: SegmentRoot
  readonly totals: SegmentTotals
  /** With the edition before; null if there is none, or it was not compared. */
  readonly compared: UploadedChanges | null
}

function uploadedEdition(
  { segment, material: { document, stored }, root, totals, compared }: UploadedSegment,
  previous: Head | null,
  stamp: Stamp,
): NewEdition {
  const { listed, span, parts } = totals
  const { before = [], after = [], leftOut = counted(totals, root, previous) } = compared ?? {}
  const isAll = compared !== null && Object.values(leftOut).every((count) => count === 0)
  const changes = {
    ...diff(previous && { timeline: previous.timeline, events: before }, {
      timeline: stored,
      events: after,
    }),
    ...(!isAll && { leftOut }),
  }
  const base: PackedBase = { root, places: [], drops: [], uploaded: { parts, span } }
  const removed = compared?.removed ?? previous?.removed ?? []
  const content = { timeline: stored, base, adds: [], removed }
  const at = { edition: segment.edition, instant: segment.instant }
  const there = new Set(after.map(({ id }) => id))
  const gone = before.filter(({ id }) => !there.has(id))
  return { ...editionOf(content, { previous, changes, listed, at, stamp }), document, gone }
}

/** By what the parts tell: how many events the edition before had that are gone is a difference. */
function counted(
  { fresh, added, changed, withdrawn }: SegmentTotals,
  { events }: SegmentRoot,
  previous: Head | null,
): LeftOutChanges {
  const removed = previous === null ? 0 : Math.max(0, sizeOf(previous) + fresh - events)
  return { added, changed, withdrawn, removed }
}

/** Number of all events, withdrawn ones included. */
const sizeOf = ({ base, adds }: Head): number =>
  adds.length + (base === null ? 0 : base.root.events - base.drops.length)

/**
 * A document after an edition whose events are in an uploaded segment. Where parts with ids cannot be read,
 * one without events, or that is `restored`, counts as after an edition without them; any other throws
 * `DamagedPart`, since revisions of its events would be lost.
 */
export async function documentAfterUploaded(
  document: TimelineDocument,
  latest: Head,
  { source, restored }: { readonly source: PartSource; readonly restored?: Head | undefined },
): Promise<Prior> {
  const { base } = latest
  if (base === null) throw new Error('all events are in the head')
  const access = createSegmentAccess(base.root, source, createPartCache())
  const ids = document.events.map(({ id }) => id)
  const found = await foundIn(access, ids).catch((cause: unknown) => {
    if (restored === undefined || !(cause instanceof DamagedPart)) throw cause
    return new Map<string, FoundEvent>()
  })
  const there = [...notDropped(found, base).values()].map(({ event }) => event)
  const wanted = new Set(ids)
  const known = new Map([...there, ...latest.adds].map((event) => [event.id, event]))
  const adds = [...known.values()].toSorted(compareEvents)
  const left = sizeOf(latest) - adds.length
  const others = left === 0 ? [] : await othersIn(base, wanted, source)
  const before = new Map(restored?.adds.map((event) => [event.id, event]))
  return {
    head: {
      ...latest,
      base: null,
      adds,
      removed: [...others.map(({ id }) => id), ...latest.removed],
    },
    leftOut: { added: 0, changed: 0, withdrawn: 0, removed: left },
    gone: await goneAt(base, others, source),
    firstOf: (id) => (known.get(id) ?? found.get(id)?.event ?? before.get(id))?.first,
  }
}

/** What is known of the previous edition. */
export interface Prior {
  /** With those of its events that the next edition has, too. */
  readonly head: Head
  /** The others. */
  readonly leftOut: LeftOutChanges
  /** As many of the others as are read. */
  readonly gone: readonly GoneEvent[]
  /** In which edition an event of the segment, or one of its edits, appeared first. */
  readonly firstOf: (id: string) => EarlyRevision | undefined
}

export const documentEdition = (
  document: TimelineDocument,
  {
    previous,
    prior,
    stamp,
  }: {
    readonly previous: Head | null
    readonly prior: Prior | null
    readonly stamp: Stamp
  },
  log: EditionLog,
): NewEdition => {
  const known = prior === null ? previous : previous && { ...prior.head, kept: previous.kept }
  const firstOf = (id: string) => prior?.firstOf(id) ?? log.appearanceOf(id)?.first
  const next = nextEdition(document, known, stamp, { firstOf, leftOut: prior?.leftOut })
  return { ...next, document, ...(prior && { gone: prior.gone }) }
}

/** Ids looked up at a time: no question may read more than 40 parts of terms. */
const idsAtOnce = 40
/** Events read at a time. */
const eventsAtOnce = 500

/** The ordinals of those of the segment with these ids, also of those that were dropped since. */
export async function ordinalsIn(
  access: SegmentAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const ordinals = new Map<string, number>()
  const keys = ids.map(idKey).toSorted()
  for (let at = 0; at < keys.length; at += idsAtOnce)
    for (const [key, { list }] of await access.terms(keys.slice(at, at + idsAtOnce)))
      eachPosting(list, (ordinal) => ordinals.set(key.slice(1), ordinal))
  return ordinals
}

export interface FoundEvent {
  readonly event: StoredEvent
  /** In the segment. */
  readonly ordinal: number
}

/** Those of the segment with these ids, also those that were dropped since. */
export async function foundIn(
  access: SegmentAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundEvent>> {
  const ordinals = [...(await ordinalsIn(access, ids)).values()]
  const found = new Map<string, FoundEvent>()
  for (let at = 0; at < ordinals.length; at += eventsAtOnce) {
    const some = ordinals.slice(at, at + eventsAtOnce)
    for (const [index, event] of (await access.eventsAt(some)).entries())
      found.set(event.id, { event, ordinal: some[index] ?? 0 })
  }
  return found
}

/** Those that the edition still has from its segment. */
export function notDropped(
  found: ReadonlyMap<string, FoundEvent>,
  { drops }: PackedBase,
): ReadonlyMap<string, FoundEvent> {
  const dropped = new Set(drops)
  return new Map([...found].filter(([, { ordinal }]) => !dropped.has(ordinal)))
}

interface PlacedId {
  readonly id: string
  readonly ordinal: number
}

/** Those that an edition has from its segment besides the wanted ones, as many as a head names of those gone. */
async function othersIn(
  { root, drops }: PackedBase,
  wanted: ReadonlySet<string>,
  source: PartSource,
): Promise<readonly PlacedId[]> {
  const dropped = new Set(drops)
  const found = await bounded(source, async (own) => {
    const ids: PlacedId[] = []
    for await (const terms of comparedSegment(root, own).termsBeginning(idKey(''))) {
      for (const { key, list } of terms) {
        const id = key.slice(1)
        if (wanted.has(id)) continue
        eachPosting(list, (ordinal) => {
          if (!dropped.has(ordinal)) ids.push({ id, ordinal })
        })
      }
      if (ids.length >= maxRemoved) break
    }
    return ids.slice(0, maxRemoved)
  })
  return found ?? []
}

/** The first 500 of them, or fewer where these are long; none where they cannot be read. */
async function goneAt(
  { root }: PackedBase,
  ids: readonly PlacedId[],
  source: PartSource,
): Promise<readonly GoneEvent[]> {
  const ordinals = ids.slice(0, maxListedChanges).map(({ ordinal }) => ordinal)
  const read = await bounded(source, (own) => eventsUpTo(comparedSegment(root, own), ordinals))
  return (read ?? []).map(({ id, first, changed }) => ({ id, first, changed }))
}
