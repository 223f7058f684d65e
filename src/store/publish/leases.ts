// Leases of segments, and the upload of their parts. A part is noted before it is written, and never
// written with another content: readers cannot get a mixture of two uploads.
import { checkDocument } from '../../domain/check/rules.ts'
import { failed, ok, type Result } from '../../domain/result.ts'
import { storedTimeline } from '../../edition/compile.ts'
import { maxContentBytes, type StoredTimeline } from '../../edition/head.ts'
import { revisionAfter } from '../../edition/next.ts'
import { DamagedPart } from '../../edition/segment/parts.ts'
import { contentSize } from '../../edition/size.ts'
import { framesOf, type Frame } from '../../edition/upload/frames.ts'
import { checkGroup, type Material } from '../../edition/upload/group.ts'
import { BadPart, badPart } from '../../edition/upload/part-problem.ts'
import { checkStructure } from '../../edition/upload/structure.ts'
import type { ToldPart } from '../../edition/upload/told.ts'
import type { Delivery } from '../delivery.ts'
import { partKey } from '../keys.ts'
import type { KeyValue } from '../key-value.ts'
import type { EditionLog } from './edition-log.ts'
import type {
  Lease,
  LeaseRequest,
  PublishFailure,
  Publisher,
  SegmentRequest,
  Upload,
  UploadRequest,
} from './publisher.ts'
import { superseded } from './compare-and-set.ts'
import { identityFaults } from './received-document.ts'
import type { LeasedSegment, NotedPart, UploadedSize } from './segment-log.ts'
import { collectAfter, each } from './segments.ts'

/** Milliseconds for which a lease lives after the last upload. */
export const leaseFor = 86_400_000

/** Maximum leases of a timeline that are open at once. */
export const maxLeases = 4

/** Maximum of what a lease announces: bytes of all parts as they are stored, and their number. */
export const maxSegmentBytes = 4_294_967_296
export const maxSegmentParts = 100_000

export interface LeaseParts {
  readonly log: EditionLog
  readonly kv: Pick<KeyValue, 'put'>
  readonly delivery: Delivery
  readonly now: () => number
}

/** @example createLeases(parts).lease({ base: 4, … }) → ok({ segment: '5-u3', edition: 5, … }) */
export const createLeases = (
  parts: LeaseParts,
): Pick<Publisher, 'lease' | 'upload' | 'giveUp'> => ({
  lease: (request) => lease(request, parts),
  upload: (request) => upload(request, parts),
  giveUp: (request) => giveUp(request, parts),
})

async function lease(
  request: LeaseRequest,
  { log, delivery, now }: LeaseParts,
): Promise<Result<Lease, PublishFailure>> {
  const { timeline, base, by, digest, bytes, parts } = request
  const edition = base + 1
  const alike = log.segments().filter((one) => one.edition === edition && one.digest === digest)
  // Parts that the store has lost are built and sent again with the lease of the edition.
  const held = alike.find((one) => isHeld(one) && storedOf(one, log) !== undefined)
  if (held !== undefined) return ok(leaseOf(held, log, false))
  const checked = checkedLease(request, log)
  if (!checked.ok) return checked
  const open = log.segments().filter((one) => isOpen(one, now()))
  const same = alike.find((one) => isOpen(one, now()) && one.by === by)
  if (same !== undefined) return ok(leaseOf(same, log, false))
  if (open.length >= maxLeases) {
    const first = Math.min(...open.map(({ expires }) => expires ?? Infinity))
    return failed({ reason: 'too-many-leases', retryAfter: Math.ceil((first - now()) / 1000) })
  }
  const { document } = checked.value
  const latest = log.latest()
  const at = revisionAfter(latest?.head ?? null, now())
  const stored = storedTimeline(document, latest?.head.timeline, at)
  const serial = log.nextSerial()
  const expires = now() + leaseFor
  const { instant } = at
  const leased = {
    serial,
    timeline,
    segment: `${edition}-u${serial}`,
    edition,
    instant,
    by,
    digest,
  }
  const segment = { ...leased, bytes, parts, expires, editions: [] }
  log.addSegment(segment, { document, stored })
  planCollection(segment, log)
  await delivery.deliver()
  return ok(leaseOf(segment, log, true))
}

async function upload(
  { timeline, segment: name, body }: UploadRequest,
  { log, kv, now }: LeaseParts,
): Promise<Result<Upload, PublishFailure>> {
  const segment = segmentNamed(name, log)
  if (segment === undefined || !isUsable(segment, now())) return failed({ reason: 'no-lease' })
  const accepted = await acceptedParts(segment, body, log)
  if (!accepted.ok) return accepted
  // It may have been committed while the parts were checked, or given up.
  const current = segmentNamed(name, log)
  if (current === undefined || !isUsable(current, now())) return failed({ reason: 'no-lease' })
  const { serial } = current
  for (const { noted } of accepted.value) log.notePart(serial, noted)
  const isLeased = isOpen(current, now())
  const renewed = { ...current, expires: now() + leaseFor }
  if (isLeased) {
    log.noteSegment(renewed)
    planCollection(renewed, log)
  }
  await each(accepted.value, async ({ noted, frame: { bytes } }) => {
    const value = noted.told.kind === 'e' ? decoder.decode(bytes) : bytes
    await kv.put(partKey(timeline, `${name}/${noted.part}`), value)
    log.notePart(serial, { ...noted, isStored: true })
  })
  const stored = accepted.value.map(({ noted }) => noted.part)
  return ok({ segment: name, stored, expires: isLeased ? renewed.expires : null })
}

async function giveUp(
  { segment: name }: SegmentRequest,
  { log, delivery, now }: LeaseParts,
): Promise<Result<null, PublishFailure>> {
  const segment = segmentNamed(name, log)
  if (segment === undefined || segment.expires === null) return failed({ reason: 'no-lease' })
  const ended = { ...segment, expires: now() }
  log.noteSegment(ended)
  planCollection(ended, log)
  await delivery.deliver()
  return ok(null)
}

const segmentNamed = (name: string, log: EditionLog): LeasedSegment | undefined =>
  log.segments().find(({ segment }) => segment === name)

const planCollection = (
  { serial, expires }: { readonly serial: number; readonly expires: number },
  log: EditionLog,
): void => log.add({ kind: 'collect', number: serial, notBefore: expires + collectAfter })

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** True of a lease that has not ended. */
export const isOpen = ({ expires }: LeasedSegment, now: number): boolean =>
  expires !== null && now < expires

/** An edition names it: its parts may be sent again, since the store may have lost them. */
const isHeld = ({ expires, editions }: LeasedSegment): boolean =>
  expires === null && editions.length > 0

const isUsable = (segment: LeasedSegment, now: number): boolean =>
  isHeld(segment) || isOpen(segment, now)

/** Of one that version 1.0 committed its edition tells. */
const storedOf = (
  { serial, edition }: LeasedSegment,
  log: EditionLog,
): StoredTimeline | undefined => log.material(serial)?.stored ?? log.head(edition)?.timeline

function leaseOf(segment: LeasedSegment, log: EditionLog, isNew: boolean): Lease {
  const stored = storedOf(segment, log)
  if (stored === undefined) throw new Error(`nothing is known of ${segment.segment}`)
  const uploaded = log.uploaded(segment.serial).filter(({ isStored }) => isStored)
  return {
    ...segment,
    stored,
    isNew,
    revisions: revisionsBefore(segment, log),
    uploaded: uploaded.map(({ part, bytes, sha256 }) => ({ part, bytes, sha256 })),
  }
}

/** Of the events that the head of the edition before has itself, and of those that it knows as removed. */
function revisionsBefore({ edition }: LeasedSegment, log: EditionLog): Lease['revisions'] {
  const { adds = [], removed = [] } = log.head(edition - 1) ?? {}
  const gone = removed.flatMap((id): Lease['revisions'] => {
    const known = log.appearanceOf(id)
    return known === undefined ? [] : [{ id, first: known.first, changed: known.last }]
  })
  return [...adds.map(({ id, first, changed }) => ({ id, first, changed })), ...gone]
}

function checkedLease(
  { timeline, base, bytes, parts, document }: LeaseRequest,
  log: EditionLog,
): Result<Pick<Material, 'document'>, PublishFailure> {
  const latest = log.latest()
  if (base !== (latest?.entry.number ?? 0)) return failed(superseded(latest, base))
  if (bytes > maxSegmentBytes) return failed({ reason: 'lease-exceeded', limit: maxSegmentBytes })
  if (parts > maxSegmentParts) return failed({ reason: 'lease-exceeded', limit: maxSegmentParts })
  const checked = checkDocument(document)
  if (!checked.ok) return failed({ reason: 'invalid-timeline', faults: checked.failure })
  const faults = identityFaults(checked.value, timeline, latest)
  if (faults.length > 0) return failed({ reason: 'invalid-timeline', faults })
  const { events: _none, ...rest } = checked.value
  const stored = storedTimeline(rest, undefined, { edition: 1, instant: '' })
  const size = contentSize({ timeline: stored, adds: [] })
  return size > maxContentBytes
    ? failed({ reason: 'content-too-large', limit: maxContentBytes, size })
    : ok({ document: { ...rest, events: [] } })
}

interface Accepted {
  readonly frame: Frame
  readonly noted: NotedPart
}

/** Those of the request that were noted before. */
type Known = ReadonlyMap<string, NotedPart>

/** What was checked before is not checked again. */
async function acceptedParts(
  segment: LeasedSegment,
  body: Uint8Array,
  log: EditionLog,
): Promise<Result<readonly Accepted[], PublishFailure>> {
  try {
    const frames = await framesOf(body)
    const { serial } = segment
    const names = frames.map(({ part }) => part)
    const known: Known = new Map(
      log.uploadedOf(serial, names).map((part) => [part.part, part] as const),
    )
    const refusal = refuse(frames, { known, size: log.uploadedSize(serial) }, segment)
    if (refusal !== null) return failed(refusal)
    const told = new Map(Array.from(known, ([part, { told }]) => [part, told]))
    const material = log.material(serial)
    for (const group of groupsOf(frames)) {
      if (group.every(({ part }) => known.has(part))) continue
      if (material === null) return failed({ reason: 'no-lease' })
      for (const [part, one] of await checkedParts(group, { ...segment, ...material }))
        told.set(part, one)
    }
    return ok(frames.map((frame) => acceptedOf(frame, known, told)))
  } catch (error) {
    if (error instanceof BadPart)
      return failed({ reason: 'invalid-part', problems: error.problems })
    if (!(error instanceof DamagedPart)) throw error
    const [, part = ''] = error.part.split('/')
    return failed({ reason: 'invalid-part', problems: badPart(part, 'part-checksum').problems })
  }
}

function acceptedOf(frame: Frame, known: Known, told: ReadonlyMap<string, ToldPart>): Accepted {
  const { part, sha256, bytes } = frame
  const one = told.get(part)
  if (one === undefined) throw badPart(part, 'part-alone')
  const isStored = known.get(part)?.isStored ?? false
  return { frame, noted: { part, sha256, bytes: bytes.length, told: one, isStored } }
}

function refuse(
  frames: readonly Frame[],
  { known, size }: { readonly known: Known; readonly size: UploadedSize },
  segment: LeasedSegment,
): PublishFailure | null {
  const other = frames.find(({ part, sha256 }) => (known.get(part)?.sha256 ?? sha256) !== sha256)
  if (other !== undefined) return { reason: 'parts-differ', part: other.part }
  const added = frames.filter(({ part }) => !known.has(part))
  const more = added.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (size.bytes + more > segment.bytes) return { reason: 'lease-exceeded', limit: segment.bytes }
  return size.parts + added.length > segment.parts
    ? { reason: 'lease-exceeded', limit: segment.parts }
    : null
}

/** Parts of events follow that of the same authored ones; each other part is checked by itself. */
function groupsOf(frames: readonly Frame[]): readonly (readonly Frame[])[] {
  const groups: Frame[][] = []
  for (const frame of frames) {
    const last = groups.at(-1)
    if (frame.part.startsWith('e') && last?.[0]?.part.startsWith('a') === true) last.push(frame)
    else groups.push([frame])
  }
  return groups
}

async function checkedParts(
  [first, ...rest]: readonly Frame[],
  material: Material,
): Promise<ReadonlyMap<string, ToldPart>> {
  if (first === undefined) return new Map()
  if (first.part.startsWith('a')) return checkGroup(first, rest, material)
  if (first.part.startsWith('e')) throw badPart(first.part, 'part-alone')
  return new Map([[first.part, await checkStructure(first, material)]])
}
