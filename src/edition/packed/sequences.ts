// Orders of an answer over a segment and the edits since, as ordinals of both together (`Overlay`),
// beginning behind an ordinal.
import { sectionOf, undatedSection, windowSection } from '../../domain/date/claims.ts'
import type { CivilDay } from '../../domain/date/civil-day.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Revision } from '../../domain/document/revision.ts'
import { compareByChange, dayOfOrder } from '../../domain/query/order.ts'
import {
  bitFrom,
  bitUpTo,
  hasBit,
  inAll,
  noBits,
  setBit,
  without,
  type Bits,
} from '../segment/bits.ts'
import { actorKey, changeKind, changeOf, sourceKey, themeKey } from '../segment/keys.ts'
import type { Calendar } from '../segment/days.ts'
import { addPostings, eachPosting } from '../segment/postings.ts'
import type { SectionSets } from './base-counts.ts'
import type { Overlay, PackedEdition } from './packed-edition.ts'
import type { SegmentAccess } from './segment-access.ts'

/** What an answer selects. */
export interface Selected {
  /** Of the segment. */
  readonly bits: Bits
  /** Indices of adds, ascending. */
  readonly adds: readonly number[]
}

/** Oldest first. */
export function* ascending(
  { bits, adds }: Selected,
  overlay: Overlay,
  after: number | null,
): Iterable<number> {
  const start = after === null ? 0 : after + 1
  let index = adds.findIndex((add) => overlay.ofAdd(add) >= start)
  if (index < 0) index = adds.length
  for (let base = firstBase(bits, overlay, start); ;) {
    const [add, next] = [adds[index], base < 0 ? Infinity : overlay.ofBase(base)]
    if (add !== undefined && overlay.ofAdd(add) < next) {
      yield overlay.ofAdd(add)
      index++
    } else if (base < 0) return
    else {
      yield next
      base = bitFrom(bits, base + 1)
    }
  }
}

/** The first of the segment whose ordinal is at least `start`. */
function firstBase(bits: Bits, overlay: Overlay, start: number): number {
  const place = overlay.at(start)
  // An add stands before the event whose ordinal follows.
  const base = 'base' in place ? place.base : followingBase(overlay, start)
  return bitFrom(bits, base)
}

function followingBase(overlay: Overlay, start: number): number {
  for (let ordinal = start + 1; ; ordinal++) {
    const place = overlay.at(ordinal)
    if ('base' in place) return place.base
  }
}

/** Newest first. */
export function* descending(
  { bits, adds }: Selected,
  overlay: Overlay,
  after: number | null,
): Iterable<number> {
  const last = after === null ? Infinity : after - 1
  let index = adds.findLastIndex((add) => overlay.ofAdd(add) <= last)
  for (let base = lastBase(bits, overlay, last); ;) {
    const [add, next] = [adds[index], base < 0 ? -1 : overlay.ofBase(base)]
    if (add !== undefined && overlay.ofAdd(add) > next) {
      yield overlay.ofAdd(add)
      index--
    } else if (base < 0) return
    else {
      yield next
      base = base === 0 ? -1 : bitUpTo(bits, base - 1)
    }
  }
}

function lastBase(bits: Bits, overlay: Overlay, last: number): number {
  if (last === Infinity) return bitUpTo(bits, bits.length * 32 - 1)
  for (let ordinal = last; ordinal >= 0; ordinal--) {
    const place = overlay.at(ordinal)
    if ('base' in place) return bitUpTo(bits, place.base)
  }
  return -1
}

/** Of months, windows and undated events. */
const rankOf = (section: string): number =>
  section === undatedSection ? 2 : section === windowSection ? 1 : 0

/** Months, windows, undated; newest first is the reverse of all. `rank`: that of `after`, if it is known. */
export function* bySections(
  selected: Selected,
  sets: SectionSets,
  edition: { readonly overlay: Overlay; readonly adds: readonly TimelineEvent[] },
  {
    descends,
    after,
    rank: known,
  }: { readonly descends: boolean; readonly after: number | null; readonly rank?: number },
): Iterable<number> {
  const { overlay, adds } = edition
  const rankOfAdd = (index: number): number => {
    const event = adds[index]
    return event === undefined ? 0 : rankOf(sectionOf(event.when))
  }
  const rankAt = (ordinal: number): number => {
    const place = overlay.at(ordinal)
    if ('add' in place) return rankOfAdd(place.add)
    return hasBit(sets.undated, place.base) ? 2 : hasBit(sets.window, place.base) ? 1 : 0
  }
  const { bits } = selected
  const ranked = [
    without(without(bits, sets.window), sets.undated),
    inAll(bits, sets.window),
    inAll(bits, sets.undated),
  ].map((own, rank): Selected => ({
    bits: own,
    adds: selected.adds.filter((index) => rankOfAdd(index) === rank),
  }))
  const first = after === null ? null : (known ?? rankAt(after))
  for (const rank of descends ? [2, 1, 0] : [0, 1, 2]) {
    if (first !== null && (descends ? rank > first : rank < first)) continue
    const own = ranked[rank] ?? { bits: noBits(0), adds: [] }
    const start = rank === first ? after : null
    yield* descends ? descending(own, overlay, start) : ascending(own, overlay, start)
  }
}

/** The first ordinal of events that the total order has on a day or after it. */
export function startOfDay(
  day: CivilDay,
  { within }: Pick<Calendar, 'within'>,
  { overlay, adds }: { readonly overlay: Overlay; readonly adds: readonly TimelineEvent[] },
): number {
  const add = adds.findIndex((event) => dayOfOrder(event) >= day)
  const [base] = within({ from: day, to: null })
  return Math.min(overlay.ofBase(base), add < 0 ? Infinity : overlay.ofAdd(add))
}

/** Last changed first. */
export async function* byChange(
  selected: Selected,
  access: SegmentAccess,
  edition: PackedEdition,
  { overlay, adds }: { readonly overlay: Overlay; readonly adds: readonly TimelineEvent[] },
): AsyncIterable<number> {
  const revisionOf = (index: number): Revision =>
    adds[index]?.revision ?? { edition: 0, instant: '' }
  const own = selected.adds.toSorted((a, b) => {
    const [first, second] = [adds[a], adds[b]]
    return first === undefined || second === undefined ? 0 : compareByChange(first, second)
  })
  let next = 0
  const isBefore = (ordinal: number, revision: Revision): boolean => {
    const index = own[next]
    if (index === undefined) return false
    const order = compareRevisions(revisionOf(index), revision)
    return order < 0 || (order === 0 && overlay.ofAdd(index) > ordinal)
  }
  for await (const { revision, ordinals } of changeGroups(selected.bits, access, edition)) {
    for (const base of ordinals) {
      const ordinal = overlay.ofBase(base)
      while (isBefore(ordinal, revision)) yield overlay.ofAdd(own[next++] ?? 0)
      yield ordinal
    }
  }
  for (const index of own.slice(next)) yield overlay.ofAdd(index)
}

/** Newest first, as in `compareByChange`. */
function compareRevisions(a: Revision, b: Revision): number {
  if (a.edition !== b.edition) return b.edition - a.edition
  return a.instant < b.instant ? 1 : a.instant > b.instant ? -1 : 0
}

/** Events of the segment with the same last change, descending. */
interface ChangeGroup {
  readonly revision: Revision
  readonly ordinals: Iterable<number>
}

async function* changeGroups(
  bits: Bits,
  access: SegmentAccess,
  edition: PackedEdition,
): AsyncIterable<ChangeGroup> {
  const seen = noBits(access.events)
  for (const { revision, keys } of changedParts(edition)) {
    const found = noBits(access.events)
    for (const { list } of (await access.terms(keys)).values()) addPostings(list, found)
    const fresh = without(inAll(found, bits), seen)
    for (const ordinal of down(fresh)) setBit(seen, ordinal)
    yield { revision, ordinals: down(fresh) }
  }
  const isIn = (ordinal: number): boolean => hasBit(bits, ordinal) && !hasBit(seen, ordinal)
  for await (const terms of access.termsBeginning(changeKind))
    for (const { key, count, list } of terms)
      yield {
        revision: changeOf(key),
        ordinals: count < fewOrdinals ? some(list, isIn) : all(list, bits, seen),
      }
}

/** Up to this number, ordinals are looked through one by one. */
const fewOrdinals = 1000

function some(list: Uint8Array<ArrayBuffer>, isIn: (ordinal: number) => boolean): number[] {
  const ordinals: number[] = []
  eachPosting(list, (ordinal) => isIn(ordinal) && ordinals.push(ordinal))
  return ordinals.toReversed()
}

function all(list: Uint8Array<ArrayBuffer>, bits: Bits, seen: Bits): Iterable<number> {
  const found = new Uint32Array(bits.length)
  addPostings(list, found)
  return down(without(inAll(found, bits), seen))
}

function* down(bits: Bits): Iterable<number> {
  for (let at = bitUpTo(bits, bits.length * 32 - 1); at >= 0; at = bitUpTo(bits, at - 1)) yield at
}

/** The parts that changed since the segment was packed, by revision, newest first. */
function changedParts({
  base,
  timeline: { themes, actors, sources },
}: PackedEdition): readonly { readonly revision: Revision; readonly keys: readonly string[] }[] {
  const groups = new Map<string, { revision: Revision; keys: string[] }>()
  const collect = (
    parts: typeof themes | typeof actors | typeof sources,
    keyOf: (id: string) => string,
  ) => {
    for (const { id, changed } of parts) {
      if (changed.edition <= base.root.edition) continue
      const revision = { edition: changed.edition, instant: changed.instant ?? '' }
      const name = JSON.stringify(revision)
      const group = groups.get(name) ?? { revision, keys: [] }
      group.keys.push(keyOf(id))
      groups.set(name, group)
    }
  }
  collect(themes, themeKey)
  collect(actors, actorKey)
  collect(sources, sourceKey)
  return [...groups.values()].toSorted((a, b) => compareRevisions(a.revision, b.revision))
}
