// A packed edition with what its queries share.
import type { StoredEvent, TimelineEvent } from '../../domain/document/event.ts'
import { revisionsOf } from '../revisions.ts'
import { bitsBetween, setBit, without, type Bits } from '../segment/bits.ts'
import { overlayOf, type Overlay, type PackedEdition } from './packed-edition.ts'
import type { SegmentAccess } from './segment-access.ts'

export interface Opened {
  readonly edition: PackedEdition
  readonly access: SegmentAccess
  readonly overlay: Overlay
  /** The edits since, with their revisions; the position of each is its ordinal. */
  readonly adds: readonly TimelineEvent[]
  readonly revised: (event: StoredEvent) => TimelineEvent
  /** The events of the segment that were listed when it was packed. */
  readonly packed: () => Promise<Bits>
  /** Those that still are. */
  readonly listed: () => Promise<Bits>
  /** Those at ordinals of both, which are their positions, in the order asked for. */
  readonly eventsAt: (ordinals: readonly number[]) => Promise<readonly TimelineEvent[]>
}

export function openEdition(edition: PackedEdition, access: SegmentAccess): Opened {
  const overlay = overlayOf(edition.base.places)
  const revised = revisionsOf(edition.timeline)
  // A segment may tell places in the document of an earlier edition; the ordinals are those of this one.
  const placed = (event: StoredEvent, position: number) => revised({ ...event, position })
  const adds = edition.adds.map((event, index) => placed(event, overlay.ofAdd(index)))
  let [packed, listed]: (Bits | undefined)[] = []
  const packedOnce = async (): Promise<Bits> => (packed ??= await packedIn(access))
  return {
    edition,
    access,
    overlay,
    adds,
    revised,
    packed: packedOnce,
    async listed() {
      const all = await packedOnce()
      listed ??= edition.base.drops.length === 0 ? all : withoutSome(all, edition.base.drops)
      return listed
    },
    async eventsAt(ordinals) {
      const places = ordinals.map((ordinal) => overlay.at(ordinal))
      const bases = places.flatMap((place) => ('base' in place ? [place.base] : []))
      const read = (await access.eventsAt(bases)).values()
      return places.map((place, index) =>
        'base' in place
          ? placed(read.next().value as StoredEvent, ordinals[index] ?? 0)
          : (adds[place.add] as TimelineEvent),
      )
    },
  }
}

async function packedIn(access: SegmentAccess): Promise<Bits> {
  const { withdrawn } = await access.apart()
  return without(bitsBetween(access.events, 0, access.events), withdrawn)
}

function withoutSome(bits: Bits, ordinals: readonly number[]): Bits {
  const rest = bits.slice()
  for (const ordinal of ordinals) setBit(rest, ordinal, false)
  return rest
}
