// Counts by lane and bin of time of a packed edition. No event of the segment is read: lanes are posting
// lists, bins are made of months. So days and weeks are months here.
import type { TimelineEvent } from '../../domain/document/event.ts'
import { everything, type Clause } from '../../domain/query/event-query.ts'
import {
  addedTimes,
  countLanes,
  laneIdsOf,
  timesByMonths,
  type BinSize,
  type LaneCounts,
  type LanesAsked,
} from '../../domain/query/lanes.ts'
import { inAll, noBits, without, type Bits } from '../segment/bits.ts'
import { timeCounts } from './base-counts.ts'
import type { Opened } from './opened.ts'
import type { Selected } from './sequences.ts'
import { conditionSets, type NamedActors } from './sets.ts'

export async function laneCounts(
  { access, adds }: Opened,
  named: NamedActors,
  { bits, adds: edits }: Selected,
  asked: LanesAsked,
): Promise<LaneCounts> {
  const { by, ids, others } = asked
  const size: BinSize = asked.size === 'day' || asked.size === 'week' ? 'month' : asked.size
  const events = edits.map((index) => adds[index] as TimelineEvent)
  const added = countLanes(events, (event) => laneIdsOf(event, by), {
    ...asked,
    size,
  })
  const having = async (any: readonly string[]): Promise<Bits> => {
    if (any.length === 0) return noBits(access.events)
    const clauses: readonly Clause[] = [{ any, exclude: false }]
    const query = { ...everything, members: 'exclude' } as const
    const sets =
      by === 'theme'
        ? (await conditionSets(access, { ...query, themes: clauses }, named)).themes
        : (await conditionSets(access, { ...query, actors: clauses }, named)).actors
    return inAll(bits, sets ?? noBits(access.events))
  }
  const times = async (own: Bits) => timesByMonths(await timeCounts(access, own), size)
  const [lanes, rest, all] = [
    [] as LaneCounts['lanes'][number][],
    await having(others),
    await having([...ids, ...others]),
  ]
  for (const [i, id] of ids.entries())
    lanes.push(addedTimes(await times(await having([id])), added.lanes[i]))
  return {
    size,
    lanes,
    rest: addedTimes(await times(rest), added.rest),
    none: addedTimes(await times(without(bits, all)), added.none),
  }
}
