// Reads an edition whose events are in a segment, with the edits since. What it answers is what
// `createHeadReader` would answer of the same events (test/edition/packed.test.ts).
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { Actor } from '../../domain/document/actor.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { groupsAmong, groupsIn, participants } from '../../domain/query/members.ts'
import { nameIndexOf, type NameLookUp } from '../../domain/query/names.ts'
import { searchText } from '../../domain/query/search.ts'
import { hanFolder } from '../../domain/text/fold.ts'
import type { Answer, Counted, EditionReader, Neighbours, Slice } from '../reader.ts'
import { withoutRevisions } from '../revisions.ts'
import { bitsBetween, setBit } from '../segment/bits.ts'
import { actorMark, idKey } from '../segment/keys.ts'
import type { ActorMarks, PartSource } from '../segment/parts.ts'
import { eachPosting } from '../segment/postings.ts'
import { toldLog } from '../taken.ts'
import { actorNames, type Fold } from './actor-names.ts'
import { answerPacked } from './answer.ts'
import type { PackedQuery } from './evaluate.ts'
import { beforeMonth, streamPacked } from './pages.ts'
import type { NamedActors } from './sets.ts'
import { openEdition, type Opened } from './opened.ts'
import type { PackedEdition } from './packed-edition.ts'
import { createPartCache, type PartCache } from './part-cache.ts'
import { createSegmentAccess } from './segment-access.ts'
import { ascending, descending } from './sequences.ts'

/** @example createPackedReader(edition, source).answer(everything, slice) → { events: […], total: 100000, … } */
export function createPackedReader(
  edition: PackedEdition,
  source: PartSource,
  cache: PartCache = createPartCache(),
): EditionReader {
  const timeline = withoutRevisions(edition.timeline)
  const opened = openEdition(edition, createSegmentAccess(edition.base.root, source, cache))
  const groupsOf = groupsIn(timeline.actors)
  const groups = groupsAmong(timeline.actors)
  const isAsPacked = comparedMarks(edition)
  const removed = new Set(edition.removed)
  const involved = involvedIn(timeline.actors)
  let lookUp: NameLookUp | undefined
  const holdingWith = heldNames(timeline.actors)
  const askedBy = async (query: EventQuery): Promise<PackedQuery> => {
    const fold = (await hanFolder(query.terms)) ?? unchanged
    return {
      query: { ...query, terms: query.terms.map(fold) },
      textOf: (event) => fold(searchText(event, { ...timeline, actors: involved(event) })),
      named: {
        actors: timeline.actors,
        groupsOf,
        groups,
        isAsPacked,
        holding: holdingWith(fold),
      },
    }
  }
  return {
    facts: {
      timeline,
      edition: edition.edition,
      kept: toldLog(edition.kept),
      ...(edition.base.uploaded && { isUploaded: true }),
      segment: edition.base.root.segment,
    },
    lookUp: (asked) => {
      lookUp ??= nameIndexOf(timeline)
      return lookUp(asked)
    },
    answer: async (query: EventQuery, slice: Slice, counted: Counted = {}): Promise<Answer> =>
      answerPacked(opened, await askedBy(query), slice, counted),
    before: async (query, day) => beforeMonth(opened, await askedBy(query), day),
    stream: async (query, slice) => streamPacked(opened, await askedBy(query), slice),
    event: async (id) => (await find(opened, id))?.event,
    wasRemoved: async (id) => removed.has(id),
    idsAt: async (ordinals) => (await opened.access.eventsAt(ordinals)).map(({ id }) => id),
    neighbours: (id) => neighboursOf(opened, id),
    all: () => allEvents(opened),
  }
}

/** The actors whose names hold a term, by fold; each index is made when it is first asked. */
function heldNames(actors: readonly Actor[]): (fold: Fold) => NamedActors['holding'] {
  const holding = new Map<Fold, NamedActors['holding']>()
  return (fold) => (term) => {
    const known = holding.get(fold) ?? actorNames(actors, fold)
    holding.set(fold, known)
    return known(term)
  }
}

/** The actors of an event, looked up in a map that the first event needs. */
function involvedIn(actors: readonly Actor[]): (event: TimelineEvent) => readonly Actor[] {
  let byId: ReadonlyMap<string, Actor> | undefined
  return (event) => {
    byId ??= new Map(actors.map((actor) => [actor.id, actor]))
    const known = byId
    return participants(event).flatMap((id) => known.get(id) ?? [])
  }
}

/** Whether the memberships or the roles are as they were when the segment was packed; compared once. */
function comparedMarks({
  base: { root },
  timeline: { actors },
}: PackedEdition): NamedActors['isAsPacked'] {
  const known = new Map<keyof ActorMarks, boolean>()
  return (kind) => {
    const isSame = known.get(kind) ?? root.marks?.[kind] === actorMark(kind, actors)
    known.set(kind, isSame)
    return isSame
  }
}

const unchanged = (text: string): string => text

interface Placed {
  readonly event: TimelineEvent
  /** In the order of segment and edits together. */
  readonly ordinal: number
}

async function find(
  { edition, access, overlay, adds, eventsAt }: Opened,
  id: string,
): Promise<Placed | undefined> {
  const index = adds.findIndex((event) => event.id === id)
  const added = adds[index]
  if (added !== undefined) return { event: added, ordinal: overlay.ofAdd(index) }
  const term = (await access.terms([idKey(id)])).get(idKey(id))
  if (term === undefined) return undefined
  let base = -1
  eachPosting(term.list, (ordinal) => (base = ordinal))
  if (edition.base.drops.includes(base)) return undefined
  const ordinal = overlay.ofBase(base)
  const [event] = await eventsAt([ordinal])
  return event && { event, ordinal }
}

async function neighboursOf(opened: Opened, id: string): Promise<Neighbours> {
  const found = await find(opened, id)
  if (found === undefined || found.event.status === 'withdrawn') return {}
  const { adds, overlay } = opened
  const listed = await opened.listed()
  const isListed = (index: number): boolean => adds[index]?.status !== 'withdrawn'
  const indices = [...adds.keys()].filter(isListed)
  const selected = { bits: listed, adds: indices }
  const [previous] = descending(selected, overlay, found.ordinal)
  const [next] = ascending(selected, overlay, found.ordinal)
  const [before, after] = await Promise.all(
    [previous, next].map(async (at) => (at === undefined ? undefined : opened.eventsAt([at]))),
  )
  return { ...(before?.[0] && { previous: before[0] }), ...(after?.[0] && { next: after[0] }) }
}

/** Events that are read together. */
const streamed = 500

async function* allEvents({
  edition,
  access,
  overlay,
  eventsAt,
}: Opened): AsyncIterable<TimelineEvent> {
  const bits = bitsBetween(access.events, 0, access.events)
  for (const ordinal of edition.base.drops) setBit(bits, ordinal, false)
  let batch: number[] = []
  for (const ordinal of ascending({ bits, adds: [...edition.adds.keys()] }, overlay, null)) {
    batch.push(ordinal)
    if (batch.length < streamed) continue
    yield* await eventsAt(batch)
    batch = []
  }
  yield* await eventsAt(batch)
}
