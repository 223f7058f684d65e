// Counts by lane and bin of time of a packed edition. No event of the segment is read: the lanes of an
// event are in the columns, its bin follows from its month. So days and weeks are months here.
import type { CivilDay } from '../../domain/date/civil-day.ts'
import type { TimelineEvent } from '../../domain/document/event.ts'
import {
  addedTimes,
  binOf,
  binOfWindow,
  countLanes,
  laneIdsOf,
  type BinSize,
  type LaneCounts,
  type LanesAsked,
  type LaneTimes,
} from '../../domain/query/lanes.ts'
import { eachBit, inAll, type Bits } from '../segment/bits.ts'
import { lanesWithBit, tallyLanes, type LaneTally } from '../segment/columns.ts'
import { windowKind } from '../segment/keys.ts'
import { eachPosting } from '../segment/postings.ts'
import type { Term } from '../segment/terms.ts'
import type { Opened } from './opened.ts'
import type { SegmentAccess } from './segment-access.ts'
import type { Selected } from './sequences.ts'

export async function laneCounts(
  { access, adds }: Opened,
  { bits, adds: edits }: Selected,
  asked: LanesAsked,
): Promise<LaneCounts> {
  const size: BinSize = asked.size === 'day' || asked.size === 'week' ? 'month' : asked.size
  const packed = await countPacked(access, bits, { ...asked, size })
  if (edits.length === 0) return packed
  const events = edits.map((index) => adds[index] as TimelineEvent)
  const added = countLanes(events, (event) => laneIdsOf(event, asked.by), { ...asked, size })
  return {
    size,
    lanes: packed.lanes.map((times, at) => addedTimes(times, added.lanes[at])),
    rest: addedTimes(packed.rest, added.rest),
    none: addedTimes(packed.none, added.none),
  }
}

/** Lanes are numbered: of events in no other, the one that several share, then those asked for. */
const [none, shared, firstAsked] = [0, 1, 2]

async function countPacked(
  access: SegmentAccess,
  bits: Bits,
  { by, ids, others, size }: LanesAsked,
): Promise<LaneCounts> {
  const lanes = firstAsked + ids.length
  if (lanes > lanesWithBit + 1) throw new RangeError(`too many lanes: ${ids.length}`)
  const kind = by === 'theme' ? 'themes' : 'actors'
  const [vocabulary, { bins, placeOf }, parts] = await Promise.all([
    access.vocabulary(),
    placesIn(access, bits, size),
    access.columns(bits),
  ])
  const numbers = new Map(others.map((id) => [id, shared]))
  for (const [at, id] of ids.entries()) numbers.set(id, firstAsked + at)
  // Lane n has bit n - 1.
  const bitOf = (id: string): number => (2 ** ((numbers.get(id) ?? none) - 1)) | 0
  const laneOf = Int32Array.from([0, ...vocabulary[kind].map(bitOf)])
  const places = firstBin + bins.length
  const counts = new Uint32Array(lanes * places)
  const tally = { laneOf, placeOf, places, counts }
  for (const [number, part] of parts) tallyLanes(part[kind], number, bits, tally)
  const timesOf = (lane: number): LaneTimes =>
    timesAt(bins, counts.subarray(lane * places, (lane + 1) * places))
  return {
    size,
    lanes: ids.map((id) => timesOf(numbers.get(id) ?? none)),
    rest: timesOf(shared),
    none: timesOf(none),
  }
}

/** Where in time an event is known to be: without a date, within several bins, or in one of these. */
const [undatedPlace, windowPlace, firstBin] = [0, 1, 2]

function timesAt(bins: readonly CivilDay[], counts: Uint32Array): LaneTimes {
  const counted = new Map<CivilDay, number>()
  for (let at = 0; at < bins.length; at++) {
    const count = counts[firstBin + at] ?? 0
    if (count > 0) counted.set(bins[at] ?? 0, count)
  }
  return {
    bins: counted,
    window: counts[windowPlace] ?? 0,
    undated: counts[undatedPlace] ?? 0,
  }
}

interface Places {
  /** First days, ascending. */
  readonly bins: readonly CivilDay[]
  /** By ordinal, of those asked about. */
  readonly placeOf: LaneTally['placeOf']
}

/**
 * The months of anchors are the months of events, but for those that stand behind the months: these have no
 * date, or are known to lie within several months.
 */
async function placesIn(access: SegmentAccess, bits: Bits, size: BinSize): Promise<Places> {
  const { months } = await access.calendar()
  const binned = months.map((month) => ({ ...month, bin: binOf(month.firstDay, size)[0] }))
  // A window has several months, so that only longer bins hold one.
  const binOfKey = (key: string): CivilDay | null =>
    size === 'month' ? null : binOfWindow(key.slice(windowKind.length), size)
  const windows: (readonly [bin: CivilDay | null, list: Term['list']])[] = []
  for await (const terms of access.termsBeginning(windowKind))
    for (const { key, list } of terms) windows.push([binOfKey(key), list])
  const all = new Set(binned.map(({ bin }) => bin))
  for (const [bin] of windows) if (bin !== null) all.add(bin)
  const bins = [...all].toSorted((a, b) => a - b)
  const places = new Map<CivilDay | null, number>(bins.map((bin, at) => [bin, firstBin + at]))
  // New memory costs more than what is written into it: half of it for all but histories of 5,000 years by month.
  const Numbers = firstBin + bins.length > 0xff_ff ? Uint32Array : Uint16Array
  const placeOf = new Numbers(access.events)
  for (const { bin, start, end } of binned) placeOf.fill(places.get(bin) ?? 0, start, end)
  for (const [bin, list] of windows) {
    const place = places.get(bin) ?? windowPlace
    eachPosting(list, (ordinal) => {
      placeOf[ordinal] = place
    })
  }
  const { undated } = await access.apart()
  eachBit(inAll(bits, undated), (ordinal) => {
    placeOf[ordinal] = undatedPlace
  })
  return { bins, placeOf }
}
