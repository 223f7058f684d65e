// Edits of the newest edition: of a document that the log has, as any other publish; of an edition whose
// events are in an uploaded segment, over that segment, without reading more of it than the edits touch.
import { checkDocument } from '../../domain/check/rules.ts'
import { broken } from '../../domain/broken-rule.ts'
import { faultOf, plainFault, type EditFault, type Fault } from '../../domain/check/fault.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import type { TimelineDocument } from '../../domain/document/timeline.ts'
import { mayShareEnd, type Spanned } from '../../domain/date/claims.ts'
import { compareEvents, dayOfOrder } from '../../domain/query/order.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { diff, eventChanges } from '../../edition/changes.ts'
import { eventCompiler, storedTimeline } from '../../edition/compile.ts'
import { canonicalJson } from '../../edition/digest.ts'
import {
  applyEdits,
  editedDigest,
  editedId,
  movedGround,
  type Edited,
  type Edits,
} from '../../edition/edits.ts'
import type { Head, PackedBase } from '../../edition/head.ts'
import { editionOf, revisionAfter, type Stamp } from '../../edition/next.ts'
import { spanWithout } from '../../edition/packed/base-counts.ts'
import { createPartCache } from '../../edition/packed/part-cache.ts'
import { createSegmentAccess, type SegmentAccess } from '../../edition/packed/segment-access.ts'
import { maxEditLength, maxEdits } from '../../edition/segment/overlay.ts'
import type { PartSource } from '../../edition/segment/parts.ts'
import type { EditionLog, EditionRecord, NewEdition } from './edition-log.ts'
import type { PublishFailure } from './publisher.ts'
import { identityFaults } from './received-document.ts'
import { foundIn, notDropped, type FoundEvent } from './uploaded.ts'
import { writtenAt } from './written.ts'

/** What may be the next edition, and how it is made. */
export interface EditedEdition {
  readonly digest: string
  readonly build: (previous: Head, stamp: Stamp) => NewEdition
}

/**
 * The document of an edition with the edits, checked as any other; all faults are told together.
 * @example (a document of 31 events, { drop: ['a'] }) → ok(a document of 30 events)
 */
export function editedDocument(
  document: TimelineDocument,
  edits: Edits,
  latest: EditionRecord,
): Result<TimelineDocument, PublishFailure> {
  const { checked, faults } = checkedEdits(document, edits, latest)
  const known = new Set(document.events.map(({ id }) => id))
  const all = [...dropFaults(edits, (id) => known.has(id)), ...faults]
  return checked === null || all.length > 0
    ? failed({ reason: 'invalid-timeline', faults: all })
    : ok(checked)
}

/** Ids that no event has; where one is put, too, it cannot be told which of both is meant. */
function dropFaults(
  { put = [], drop = [] }: Edits,
  isKnown: (id: string) => boolean,
): readonly Fault[] {
  const places = new Map(put.map((event, index) => [editedId(event), index]))
  return drop.flatMap((id, index) => {
    const place = places.get(id)
    if (place !== undefined)
      return [faultOf(`/drop/${index}`, broken('duplicate-id', { holder: `/put/${place}` }))]
    return isKnown(id) ? [] : [plainFault(`/drop/${index}`, 'unknown-event')]
  })
}

interface CheckedEdits extends Edited {
  /** Null where the document has faults. */
  readonly checked: TimelineDocument | null
  readonly faults: readonly EditFault[]
}

function checkedEdits(
  document: TimelineDocument,
  edits: Edits,
  latest: EditionRecord,
): CheckedEdits {
  const edited = applyEdits(document, edits)
  const checked = checkDocument(edited.document)
  const faults = checked.ok ? identityFaults(checked.value, document.id, latest) : checked.failure
  return {
    ...edited,
    checked: checked.ok ? checked.value : null,
    faults: faults.map(edited.placed),
  }
}

/**
 * The edition after one whose events are in an uploaded segment.
 * @example (edition 5 of a million events, { put: [one] }) → ok({ digest, build })
 */
export async function editedOverSegment(
  record: EditionRecord,
  edits: Edits,
  source: PartSource,
  log: EditionLog,
): Promise<Result<EditedEdition, PublishFailure>> {
  const { head, document, entry } = record
  const { base } = head
  if (base === null) throw new Error('all events are in the head')
  // The document has the events of earlier edits alone; those to drop may be in the segment.
  const held = new Set(document.events.map(({ id }) => id))
  const { drop = [], ...others } = edits
  const own = { ...others, drop: drop.filter((id) => held.has(id)) }
  const { document: edited, checked: next, faults, placed } = checkedEdits(document, own, record)
  const moved = movedGround(document, edited).map((at) => plainFault(at, 'fixed-by-events'))
  const put = next === null ? [] : (edits.put ?? []).flatMap((event) => editedId(event) ?? [])
  const touched = [...new Set([...put, ...drop])]
  const access = createSegmentAccess(base.root, source, createPartCache())
  const ever = await foundIn(access, touched)
  const found = notDropped(ever, base)
  const all = [
    ...dropFaults(edits, (id) => held.has(id) || found.has(id)),
    ...faults,
    ...moved.map(placed),
  ]
  if (next === null || all.length > 0) return failed({ reason: 'invalid-timeline', faults: all })
  const laid = await layOver({ record, next, touched, found, ever, access }, log)
  if (!laid.ok) return laid
  // As a document that says the same: it is the same publish.
  const isSame = laid.value.isSame && drop.length === 0 && saysTheSame(document, next)
  const digest =
    isSame && (await areWritten(next, { record, found }, log, source))
      ? entry.digest
      : await editedDigest(entry.digest, edits)
  return ok({ digest, build: laid.value.build })
}

/** Apart from events. */
const saysTheSame = (before: TimelineDocument, after: TimelineDocument): boolean =>
  canonicalJson({ ...before, events: [] }) === canonicalJson({ ...after, events: [] })

/** True where each event is written as in the edition before, also what is not served: `allow`. */
async function areWritten(
  { events }: TimelineDocument,
  { record: { document, head }, found }: Pick<Touched, 'record' | 'found'>,
  log: EditionLog,
  source: PartSource,
): Promise<boolean> {
  const ordinals = Array.from(found.values(), ({ ordinal }) => ordinal)
  const segment = head.base?.root.segment ?? ''
  const ofSegment = await writtenAt(segment, ordinals, log, source)
  const held = new Map(document.events.map((event) => [event.id, event]))
  return events.every((event) => {
    const at = found.get(event.id)?.ordinal
    const before = at === undefined ? held.get(event.id) : ofSegment.get(at)
    return before !== undefined && canonicalJson(before) === canonicalJson(event)
  })
}

interface Touched {
  readonly record: EditionRecord
  readonly next: TimelineDocument
  readonly touched: readonly string[]
  /** Of those, the ones that the segment has. */
  readonly found: ReadonlyMap<string, FoundEvent>
  /** The same with those that were dropped since. */
  readonly ever: ReadonlyMap<string, FoundEvent>
  readonly access: SegmentAccess
}

interface Laying extends Pick<EditedEdition, 'build'> {
  /** True where no event differs from what the edition before has. */
  readonly isSame: boolean
}

/** Fails where the head would hold too much. */
async function layOver(
  { record, next, touched, found, ever, access }: Touched,
  log: EditionLog,
): Promise<Result<Laying, PublishFailure>> {
  const { head } = record
  const base = head.base as PackedBase
  const before = new Map([
    ...Array.from(found, ([id, { event }]) => [id, event] as const),
    ...head.adds.map((event) => [event.id, event] as const),
  ])
  const drops = new Set([...base.drops, ...Array.from(found.values(), ({ ordinal }) => ordinal)])
  const edited = positioned(next, head, before)
  const length = edited.reduce((sum, { event }) => sum + JSON.stringify(event).length, 0)
  if (edited.length + drops.size > maxEdits) return tooMuch('too-many-edits', maxEdits)
  if (length > maxEditLength) return tooMuch('edits-length', maxEditLength)
  const places = await placesOf(edited, head, access)
  const span = await spanLeft(base, { found, drops, access })
  const isSame = edited.every(({ old, event }) => saysNothingNew(old, event))
  const build: EditedEdition['build'] = (previous, stamp) => {
    const at = revisionAfter(previous, stamp.instant)
    const isGroundSame = previous.timeline.language === next.language
    const events = edited.map(({ old, event }): StoredEvent => {
      const isKept = isGroundSame && saysNothingNew(old, event)
      const known = old ?? ever.get(event.id)?.event
      const first = known?.first ?? log.appearanceOf(event.id)?.first ?? at
      return { ...event, first, changed: isKept ? (old?.changed ?? at) : at }
    })
    const adds = events.toSorted(compareEvents)
    const timeline = storedTimeline(next, previous.timeline, at)
    const now = new Map(adds.map((event) => [event.id, event]))
    const changes = diff(
      { timeline: previous.timeline, events: inOrder(touched, before) },
      { timeline, events: inOrder(touched, now) },
    )
    const gone = inOrder(
      touched.filter((id) => !now.has(id)),
      before,
    )
    const content = {
      timeline,
      base: {
        ...base,
        places: adds.map(({ id }) => places.get(id) ?? 0),
        drops: [...drops].toSorted((a, b) => a - b),
        ...(base.uploaded && { uploaded: { ...base.uploaded, span } }),
      },
      adds,
      removed: [...gone.map(({ id }) => id), ...previous.removed.filter((id) => !now.has(id))],
    }
    const listed =
      previous.edition.events +
      touched.reduce((sum, id) => sum + step(before.get(id), now.get(id)), 0)
    const order = new Map(adds.map(({ id }, index) => [id, index]))
    const authored = next.events.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
    const document = { ...next, events: authored }
    return { ...editionOf(content, { previous, changes, listed, at, stamp }), document, gone }
  }
  return ok({ isSame, build })
}

const tooMuch = (rule: 'too-many-edits' | 'edits-length', max: number) =>
  failed({ reason: 'too-many-edits', rule, max } as const)

/** What the span of the segment's events is made of, without those that an end of it may have been made of. */
async function spanLeft(
  { uploaded }: PackedBase,
  { found, drops, access }: Pick<Touched, 'found' | 'access'> & { readonly drops: Set<number> },
): Promise<readonly Spanned[]> {
  const ends = uploaded?.span ?? []
  const isOfEnd = ({ event: { when } }: FoundEvent): boolean =>
    ends.some((end) => mayShareEnd(end, when))
  return [...found.values()].some(isOfEnd) ? spanWithout(access, drops) : ends
}

/** Of events that have none yet. */
const none = { edition: 0, instant: '' }

interface EditedEvent {
  /** Undefined for one that the edition before has not. */
  readonly old: StoredEvent | undefined
  /** Its revisions are not known yet. */
  readonly event: StoredEvent
}

/** New events are the last of the document. */
function positioned(
  next: TimelineDocument,
  { base, adds }: Head,
  before: ReadonlyMap<string, StoredEvent>,
): readonly EditedEvent[] {
  const contentOf = eventCompiler(next)
  let last = Math.max((base?.root.events ?? 0) - 1, ...adds.map(({ position }) => position))
  return next.events.map((authored) => {
    const old = before.get(authored.id)
    const position = old?.position ?? ++last
    return { old, event: { ...contentOf(authored), position, first: none, changed: none } }
  })
}

/** Before which event of the segment each stands; those that stood among the edits stay, unless redated. */
async function placesOf(
  edited: readonly EditedEvent[],
  { base, adds }: Head,
  access: SegmentAccess,
): Promise<ReadonlyMap<string, number>> {
  const known = new Map(adds.map(({ id }, index) => [id, base?.places[index]]))
  const places = new Map<string, number>()
  for (const { old, event } of edited) {
    const isRedated = old === undefined || compareEvents(old, event) !== 0
    const place = isRedated ? undefined : known.get(event.id)
    places.set(event.id, place ?? (await placeOf(event, access)))
  }
  return places
}

const inOrder = (
  ids: readonly string[],
  events: ReadonlyMap<string, StoredEvent>,
): readonly StoredEvent[] => ids.flatMap((id) => events.get(id) ?? []).toSorted(compareEvents)

const saysNothingNew = (
  old: StoredEvent | undefined,
  event: Parameters<typeof eventChanges>[1],
): boolean => old !== undefined && eventChanges(old, event).length === 0

const isListed = (event: StoredEvent | undefined): boolean =>
  event !== undefined && event.status !== 'withdrawn'

/** By how many the listed events become more. */
const step = (before: StoredEvent | undefined, after: StoredEvent | undefined): number =>
  Number(isListed(after)) - Number(isListed(before))

/** The ordinal of the first event of the segment that stands behind it. */
async function placeOf(event: StoredEvent, access: SegmentAccess): Promise<number> {
  const { within } = await access.calendar()
  const day = dayOfOrder(event)
  let [low, high] = within({ from: day, to: day })
  while (low < high) {
    const middle = (low + high) >>> 1
    const [other] = await access.eventsAt([middle])
    if (other !== undefined && compareEvents(other, event) < 0) low = middle + 1
    else high = middle
  }
  return low
}
