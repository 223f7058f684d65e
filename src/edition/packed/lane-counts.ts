// Counts by lane and bin of time of a packed edition. No event of the segment is read: lanes are posting
// lists, bins are made of months. So days and weeks are months here.
import type { TimelineEvent } from '../../domain/document/event.ts'
import { everything, type Clause } from '../../domain/query/event-query.ts'
import {
  addedTimes,
  countLanes,
  laneIdsOf,
  noTimes,
  timesByMonths,
  type BinSize,
  type LaneCounts,
  type LanesAsked,
} from '../../domain/query/lanes.ts'
import { inAll, inAny, noBits, without, type Bits } from '../segment/bits.ts'
import { timesOfSets } from './base-counts.ts'
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
  const rest = await having(others)
  const own: Bits[] = []
  for (const id of ids) own.push(await having([id]))
  const none = without(bits, inAny(rest, ...own))
  const counted = await timesOfSets(access, [...own, rest, none])
  const edited = [...added.lanes, added.rest, added.none]
  const times = counted.map((counts, at) => {
    const packed = timesByMonths(counts, size)
    return events.length === 0 ? packed : addedTimes(packed, edited[at])
  })
  const [ofRest = noTimes, ofNone = noTimes] = times.slice(ids.length)
  return { size, lanes: times.slice(0, ids.length), rest: ofRest, none: ofNone }
}
