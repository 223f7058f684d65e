// Counts of a set of ordinals of a segment: by theme, actor and source from the columns, by month from
// the calendar, by window from posting lists. No event is read.
import type { EventQuery } from '../../domain/query/event-query.ts'
import type { Counts, TimeCounts } from '../../domain/query/counts.ts'
import type { GroupsOf } from '../../domain/query/members.ts'
import {
  countBetween,
  countBits,
  hasBit,
  inAll,
  noBits,
  without,
  type Bits,
} from '../segment/bits.ts'
import { tallyColumn, type ColumnKind, type Tally } from '../segment/columns.ts'
import { undatedKey, windowKind } from '../segment/keys.ts'
import { addPostings, eachPosting } from '../segment/postings.ts'
import type { Term } from '../segment/terms.ts'
import type { SegmentAccess } from './segment-access.ts'

/** Who counts for whom, where a query counts members for their groups (domain/query/members.ts). */
export interface Membership {
  readonly members: EventQuery['members']
  readonly groupsOf: GroupsOf
  /** The actors that any actor is a member of, and those that are members of one. */
  readonly groups: readonly string[]
  readonly grouped: ReadonlySet<string>
}

/** @example (access, 'themes', bits, membership) → Map { 'work' → 3 } */
export async function columnCounts(
  access: SegmentAccess,
  kind: ColumnKind,
  bits: Bits,
  membership: Membership,
): Promise<Counts> {
  const [columns, vocabulary] = await Promise.all([access.columns(), access.vocabulary()])
  const isGrouped = kind === 'actors' && membership.members === 'include'
  const { ids, tally } = isGrouped
    ? groupedTally(vocabulary[kind], membership)
    : { ids: vocabulary[kind], tally: tallyOf(vocabulary[kind].length, new Map()) }
  for (const [number, part] of columns.entries()) tallyColumn(part[kind], number, bits, tally)
  const counts = new Map<string, number>()
  for (const [index, count] of tally.counts.entries())
    if (count > 0) counts.set(ids[index] ?? '', count)
  return counts
}

function tallyOf(length: number, implied: Tally['implied']): Tally {
  const isMixed = new Uint8Array(length)
  for (const [index, others] of implied) {
    isMixed[index] = 1
    for (const other of others) isMixed[other] = 1
  }
  return { counts: new Uint32Array(length), seen: new Uint32Array(length), implied, isMixed }
}

/** Groups that were no actors when the segment was packed stand behind the vocabulary. */
function groupedTally(
  vocabulary: readonly string[],
  { groupsOf, groups, grouped }: Membership,
): { readonly ids: readonly string[]; readonly tally: Tally } {
  const wanted = new Set(groups)
  const indices = new Map<string, number>()
  for (const [index, id] of vocabulary.entries()) if (wanted.has(id)) indices.set(id, index)
  const added = groups.filter((id) => !indices.has(id))
  for (const [index, id] of added.entries()) indices.set(id, vocabulary.length + index)
  const implied = new Map<number, readonly number[]>()
  for (const [index, id] of vocabulary.entries())
    if (grouped.has(id))
      implied.set(
        index,
        groupsOf(id).map((group) => indices.get(group) ?? 0),
      )
  const ids = [...vocabulary, ...added]
  return { ids, tally: tallyOf(ids.length, implied) }
}

/** The months of anchors are the months of events, but for those that stand behind the months. */
export async function timeCounts(access: SegmentAccess, bits: Bits): Promise<TimeCounts> {
  const window = new Map<string, number>()
  const behind = await sectionSets(access, ({ key, list }) => {
    let count = 0
    eachPosting(list, (ordinal) => (count += hasBit(bits, ordinal) ? 1 : 0))
    if (count > 0) window.set(key.slice(windowKind.length), count)
  })
  const inMonths = without(without(bits, behind.window), behind.undated)
  const { months } = await access.calendar()
  const month = new Map<string, number>()
  for (const [name, start, end] of months) {
    const count = countBetween(inMonths, start, end)
    if (count > 0) month.set(name, count)
  }
  return {
    month,
    window,
    undated: countBits(inAll(bits, behind.undated)),
  }
}

/** The sections that stand behind the months (`sectionOf`). */
export interface SectionSets {
  readonly window: Bits
  readonly undated: Bits
}

/** Calls `visit` with the term of each window. */
export async function sectionSets(
  access: SegmentAccess,
  visit: (term: Term) => void = () => undefined,
): Promise<SectionSets> {
  const [window, undated] = [noBits(access.events), noBits(access.events)]
  for await (const terms of access.termsBeginning(windowKind)) {
    for (const term of terms) {
      addPostings(term.list, window)
      visit(term)
    }
  }
  const found = (await access.terms([undatedKey])).get(undatedKey)
  if (found !== undefined) addPostings(found.list, undated)
  return { window, undated }
}

/** @example (Map { a → 1 }, Map { a → 2, b → 1 }) → Map { a → 3, b → 1 } */
export function addedCounts(counts: Counts, more: Counts): Counts {
  if (more.size === 0) return counts
  const sums = new Map(counts)
  for (const [id, count] of more) sums.set(id, (sums.get(id) ?? 0) + count)
  return sums
}
