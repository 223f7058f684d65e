// Counts of a set of ordinals of a segment by theme, actor and source, in whichever way reads least: from
// facets that were stored for all of it or for all but few, from its events if they are few, or else from
// the columns.
import { countBy, type Counts } from '../../domain/query/counts.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import type { EventQuery } from '../../domain/query/event-query.ts'
import { sourcesOf } from '../../domain/query/matches.ts'
import { foundUnder } from '../../domain/query/members.ts'
import { countBits, ordinalsOf, without, type Bits } from '../segment/bits.ts'
import type { ColumnKind, Vocabulary } from '../segment/columns.ts'
import { columnCounter, fewEvents, groupTally, sizesOf, type SetCounts } from '../segment/facets.ts'
import { listedKey } from '../segment/keys.ts'
import type { Opened } from './opened.ts'
import type { NamedActors } from './sets.ts'

/** Who counts for whom, where a query counts members for their groups (domain/query/members.ts). */
export interface Membership extends Pick<NamedActors, 'groupsOf' | 'groups' | 'isAsPacked'> {
  readonly members: EventQuery['members']
}

export type KindCounts = Readonly<Record<ColumnKind, Counts>>
type NamedCounts = Readonly<Record<ColumnKind, Map<string, number>>>

/** A set that the index has a term for, or the set of all others. */
export interface KnownSet {
  readonly key: string
  readonly exclude: boolean
  /** As they were listed when the segment was packed. */
  readonly bits: Bits
}

interface Asked {
  readonly membership: Membership
  /** Only these are counted. */
  readonly kinds: readonly ColumnKind[]
}

/** `known` is a set that holds all of `bits`, and few more. */
export async function countSet(
  opened: Opened,
  bits: Bits,
  known: KnownSet | null,
  asked: Asked,
): Promise<KindCounts> {
  const stored = await storedCounts(opened, bits, known, asked)
  if (stored === null) return countedApart(opened, bits, asked)
  const rest = await countedApart(opened, without(stored.bits, bits), asked)
  return kindCounts((kind) => difference(stored.counts[kind], rest[kind]))
}

const kindCounts = <Of extends Counts>(of: (kind: ColumnKind) => Of): Record<ColumnKind, Of> => ({
  themes: of('themes'),
  actors: of('actors'),
  sources: of('sources'),
})

/** In place: there may be thousands of ids, of which few differ. */
function difference(counts: Map<string, number>, less: Counts): Counts {
  for (const [id, count] of less) {
    const left = (counts.get(id) ?? 0) - count
    if (left > 0) counts.set(id, left)
    else counts.delete(id)
  }
  return counts
}

/** The counts of a set that holds all of `bits`; null if none is stored that helps. */
async function storedCounts(
  { access, packed }: Opened,
  bits: Bits,
  known: KnownSet | null,
  { membership }: Asked,
): Promise<{ readonly counts: NamedCounts; readonly bits: Bits } | null> {
  const { members, isAsPacked } = membership
  const all = await packed()
  const isMost = known?.exclude === true || countBits(bits) * 2 > countBits(all)
  if (known === null && !isMost) return null
  if (members === 'include' && !isAsPacked('members')) return null
  const facets = await access.facets([
    ...(known === null ? [] : [known.key]),
    ...(isMost ? [listedKey] : []),
  ])
  const [own, whole] = [known && facets.get(known.key), facets.get(listedKey)]
  const vocabulary = await access.vocabulary()
  const named = (counts: SetCounts) => namedCounts(counts, vocabulary, membership)
  if (known !== null && own !== undefined && own !== null) {
    if (!known.exclude) return { counts: named(own), bits: known.bits }
    if (whole !== undefined) return { counts: named(minus(whole, own)), bits: known.bits }
  }
  return whole === undefined ? null : { counts: named(whole), bits: all }
}

function minus(counts: SetCounts, less: SetCounts): SetCounts {
  const of = (kind: keyof SetCounts) =>
    counts[kind].map((count, index) => count - (less[kind][index] ?? 0))
  const [themes, actors, sources, groups] = [
    of('themes'),
    of('actors'),
    of('sources'),
    of('groups'),
  ]
  return { themes, actors, sources, groups }
}

/** Up to this number, events are read to be counted if they are in few parts. */
const maxRead = 200

async function countedApart(opened: Opened, bits: Bits, asked: Asked): Promise<KindCounts> {
  const { access } = opened
  const count = countBits(bits)
  if (count === 0) return kindCounts(() => new Map())
  const isFew = count <= maxRead && (await access.chunksOf(bits, fewEvents)) <= fewEvents
  return isFew ? fromEvents(opened, bits, asked) : fromColumns(opened, bits, asked)
}

async function fromEvents(
  { access, revised }: Opened,
  bits: Bits,
  { membership, kinds }: Asked,
): Promise<KindCounts> {
  const events = (await access.eventsAt(ordinalsOf(bits))).map(revised)
  const ids = idsOf(membership)
  return kindCounts((kind) => (kinds.includes(kind) ? countBy(events, ids[kind]) : new Map()))
}

/** What is counted of an event. */
export const idsOf = (
  membership: Pick<Membership, 'members' | 'groupsOf'>,
): Readonly<Record<ColumnKind, (event: TimelineEvent) => readonly string[]>> => ({
  themes: ({ themes }) => themes,
  actors: (event) => foundUnder(event, membership, membership.groupsOf),
  sources: sourcesOf,
})

async function fromColumns(
  { access }: Opened,
  bits: Bits,
  { membership, kinds }: Asked,
): Promise<KindCounts> {
  const [columns, packed] = await Promise.all([access.columns(bits), access.vocabulary()])
  const { groups, groupsOf, members } = membership
  // Groups that were no actors when the segment was packed stand behind the vocabulary.
  const others = new Set(groups)
  for (const id of packed.actors) others.delete(id)
  const actors = others.size === 0 ? packed.actors : [...packed.actors, ...others]
  const vocabulary = { ...packed, actors }
  const tally = members === 'include' ? groupTally(actors, groups, groupsOf) : null
  const counted = columnCounter(columns, { sizes: sizesOf(vocabulary), groups: tally, kinds })
  return namedCounts(counted(bits), vocabulary, membership)
}

function namedCounts(
  counts: SetCounts,
  vocabulary: Vocabulary,
  { members }: Pick<Membership, 'members'>,
): NamedCounts {
  return kindCounts((kind) => {
    const named = new Map<string, number>()
    const own = counts[kind]
    // What is found under a group includes those events that name it.
    const groups = kind === 'actors' && members === 'include' ? counts.groups : null
    for (const [index, id] of vocabulary[kind].entries()) {
      const count = Math.max(own[index] ?? 0, groups?.[index] ?? 0)
      if (count > 0) named.set(id, count)
    }
    return named
  })
}
