// What an uploaded edition changed, against the edition before: the ids of both are compared as streams,
// and so many events are read as are listed. All of it is bounded. Where the bounds do not suffice, or the
// store does not give the parts, nothing is compared, and changes are counted by what the parts tell.
import type { LeftOutChanges } from '../../domain/document/changes.ts'
import type { StoredEvent } from '../../domain/document/event.ts'
import { compareEvents } from '../../domain/query/order.ts'
import { maxRemoved, type Head } from '../../edition/head.ts'
import { createPartCache } from '../../edition/packed/part-cache.ts'
import {
  createSegmentAccess,
  type SegmentAccess,
  type TermWalk,
} from '../../edition/packed/segment-access.ts'
import { idKey } from '../../edition/segment/keys.ts'
import type { PartSource, SegmentRoot } from '../../edition/segment/parts.ts'
import { eachPosting } from '../../edition/segment/postings.ts'
import type { Term } from '../../edition/segment/terms.ts'
import type { ToldEvents } from '../../edition/upload/told.ts'
import type { SegmentTotals, UploadedPart } from '../../edition/upload/verify.ts'
import { withTimeout } from '../timeout.ts'

/** Maximum events that are listed: of those that are in the edition, and of those that are gone. */
export const maxListedChanges = 500

/** Maximum parts of terms with the ids of both segments: twice a million ids of 13 characters fill 180. */
export const maxIdParts = 400

/** As many together as there are connections. */
const ofIds: TermWalk = { most: maxIdParts, atOnce: 6 }

/** Maximum reads: an object has 1,000 for a request, and each read may be tried twice. */
const maxReads = 450

/** Milliseconds for which a commit waits. */
const maxWait = 15_000

/** Maximum characters of JSON of the events that are compared, of each of the two editions. */
const maxComparedLength = 1_000_000

/** Parts of events, or events of as many, that are read at a time: some 3 MB. */
const atOnce = 50

/** Bytes of the parts of each segment that are at hand. */
const cacheBytes = 12 * 1024 * 1024

export interface UploadedChanges {
  /** Of the edition before, in the total order: those that are gone, and those that are another now. */
  readonly before: readonly StoredEvent[]
  /** Of the edition, in the total order. */
  readonly after: readonly StoredEvent[]
  /** The others. */
  readonly leftOut: LeftOutChanges
  /** Ids of events that are gone, as many as a head names, the last removed first. */
  readonly removed: readonly string[]
}

interface ComparedUpload {
  readonly previous: Head
  readonly edition: number
  readonly root: SegmentRoot
  readonly parts: readonly UploadedPart[]
  readonly totals: SegmentTotals
}

/**
 * Null where nothing could be compared; never rejects.
 * @example (edition 5 of a million events, of which one is new, one is gone) → { before: [b], after: [a], … }
 */
export const uploadedChanges = (
  upload: ComparedUpload,
  source: PartSource,
): Promise<UploadedChanges | null> => bounded(source, (own) => compared(upload, own))

/** Null where the bounds do not suffice, or the store does not give the parts. */
export async function bounded<Value>(
  source: PartSource,
  compare: (source: PartSource) => Promise<Value>,
): Promise<Value | null> {
  const { bounded: own, end } = boundedSource(source)
  try {
    return await withTimeout(compare(own), maxWait)
  } catch {
    // Whatever it was: an edition is not refused because its changes cannot be listed.
    return null
  } finally {
    end()
  }
}

async function compared(
  { previous, edition, root, parts, totals }: ComparedUpload,
  source: PartSource,
): Promise<UploadedChanges | null> {
  const { base, adds } = previous
  const roots = base === null ? [root] : [root, base.root]
  if (roots.reduce((sum, one) => sum + idPartsOf(one), 0) > maxIdParts) return null
  const [now, old] = [root, base?.root].map((one) => one && comparedSegment(one, source))
  if (now === undefined) return null
  const revised = await revisedIn(now, parts, edition)
  const wanted = new Set(revised.map(({ id }) => id))
  const own = new Set([...adds.map(({ id }) => id), ...previous.removed])
  const ids = await compareIds(now, old, { drops: new Set(base?.drops), wanted, own })
  const gone = adds.filter(({ id }) => !ids.present.has(id))
  const listed = [...adds.filter(({ id }) => wanted.has(id)), ...gone.slice(0, maxListedChanges)]
  const ordinals = [...ids.ordinals.values(), ...ids.gone.map(({ ordinal }) => ordinal)]
  const room = ids.ordinals.size + Math.max(0, maxListedChanges - gone.length)
  const found = old === undefined ? [] : await eventsUpTo(old, ordinals.slice(0, room))
  const known = new Set(found.map(({ id }) => id))
  // What was too long to be read is not known to be new.
  const after = revised.filter(({ id }) => known.has(id) || !ids.ordinals.has(id))
  const before = [...listed, ...found].toSorted(compareEvents)
  const removed = before.filter(({ id }) => !wanted.has(id)).length
  const kinds = after.map((event) => kindOf(event, edition))
  const rest = (kind: (typeof kinds)[number]): number =>
    totals[kind] - kinds.filter((one) => one === kind).length
  return {
    before,
    after,
    leftOut: {
      added: rest('added'),
      changed: rest('changed'),
      withdrawn: rest('withdrawn'),
      removed: gone.length + ids.goneCount - removed,
    },
    removed: [
      ...gone.map(({ id }) => id),
      ...ids.gone.map(({ id }) => id),
      ...previous.removed.filter((id) => !ids.present.has(id)),
    ],
  }
}

/** As the parts count them. */
const kindOf = ({ status, first }: StoredEvent, edition: number) =>
  status === 'withdrawn' ? 'withdrawn' : first.edition === edition ? 'added' : 'changed'

/** At least so many parts have terms of ids, and the one before them. */
const idPartsOf = ({ terms }: SegmentRoot): number =>
  1 + terms.filter((key) => key.startsWith(idKey(''))).length

/** Those that the edition added, changed or withdrew, as far as they are listed; in the total order. */
async function revisedIn(
  access: SegmentAccess,
  parts: readonly UploadedPart[],
  edition: number,
): Promise<readonly StoredEvent[]> {
  const told = parts
    .flatMap(({ told: one }): ToldEvents[] => (one.kind === 'e' ? [one] : []))
    .filter(({ added, changed, withdrawn }) => added + changed + withdrawn > 0)
    .toSorted((a, b) => a.first - b.first)
  const revised: StoredEvent[] = []
  let length = 0
  for (let at = 0; at < Math.min(told.length, maxListedChanges); at += atOnce) {
    const some = told.slice(at, at + atOnce)
    const ordinals = some.flatMap(({ first, events }) =>
      Array.from({ length: events }, (_, index) => first + index),
    )
    for (const event of await access.eventsAt(ordinals)) {
      if (event.changed.edition !== edition) continue
      length += JSON.stringify(event).length
      if (revised.length === maxListedChanges || length > maxComparedLength) return revised
      revised.push(event)
    }
  }
  return revised
}

/** The events of these ordinals, as many as are not too long together. */
export async function eventsUpTo(
  access: SegmentAccess,
  ordinals: readonly number[],
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = []
  let length = 0
  for (let at = 0; at < ordinals.length; at += atOnce)
    for (const event of await access.eventsAt(ordinals.slice(at, at + atOnce))) {
      length += JSON.stringify(event).length
      if (length > maxComparedLength) return events
      events.push(event)
    }
  return events
}

export const comparedSegment = (root: SegmentRoot, source: PartSource): SegmentAccess =>
  createSegmentAccess(root, source, createPartCache(cacheBytes))

interface Sought {
  /** Ordinals of the old segment that the edition before does not have. */
  readonly drops: ReadonlySet<number>
  /** Ids whose ordinals in the old segment are asked for. */
  readonly wanted: ReadonlySet<string>
  /** Ids of which it is asked whether the new segment has them. */
  readonly own: ReadonlySet<string>
}

interface ComparedIds {
  readonly ordinals: ReadonlyMap<string, number>
  readonly present: ReadonlySet<string>
  /** As many of those that only the old segment has as a head names. */
  readonly gone: readonly { readonly id: string; readonly ordinal: number }[]
  readonly goneCount: number
}

/** Goes through the sorted ids of both segments once, part by part. */
async function compareIds(
  now: SegmentAccess,
  old: SegmentAccess | undefined,
  { drops, wanted, own }: Sought,
): Promise<ComparedIds> {
  const present = new Set<string>()
  const ordinals = new Map<string, number>()
  const gone: { readonly id: string; readonly ordinal: number }[] = []
  let goneCount = 0
  const isThere = stepsThrough(now, (id) => own.has(id) && present.add(id))
  for await (const terms of old?.termsBeginning(idKey(''), ofIds) ?? [])
    for (const { key, list } of terms) {
      const id = key.slice(1)
      const isKept = await isThere(key)
      if (isKept && !wanted.has(id)) continue
      eachPosting(list, (ordinal) => {
        if (drops.has(ordinal)) return
        if (isKept) ordinals.set(id, ordinal)
        else if (++goneCount <= maxRemoved) gone.push({ id, ordinal })
      })
    }
  await isThere(null)
  return { ordinals, present, gone, goneCount }
}

/** Tells of keys, asked for in ascending order, whether the segment has them; null goes to the end. */
function stepsThrough(
  access: SegmentAccess,
  pass: (id: string) => void,
): (key: string | null) => Promise<boolean> {
  const blocks = access.termsBeginning(idKey(''), ofIds)[Symbol.asyncIterator]()
  let [block, at]: [readonly Term[], number] = [[], 0]
  return async (key) => {
    for (;;) {
      for (let term = block[at]; term !== undefined; term = block[++at]) {
        if (key !== null && term.key > key) return false
        pass(term.key.slice(1))
        if (term.key === key) return true
      }
      const next = await blocks.next()
      if (next.done === true) return false
      ;[block, at] = [next.value, 0]
    }
  }
}

/** The source until `end`, for a number of reads. */
function boundedSource(source: PartSource) {
  let left = maxReads
  const take = (reads: number): void => {
    left -= reads
    if (left < 0) throw new Error('too many reads')
  }
  const bounded: PartSource = {
    async bytes(names) {
      take(names.length)
      return source.bytes(names)
    },
    async texts(names) {
      take(1)
      return source.texts(names)
    },
  }
  return { bounded, end: () => void (left = 0) }
}
