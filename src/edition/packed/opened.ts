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
  /** The edits since, with their revisions. */
  readonly adds: readonly TimelineEvent[]
  readonly revised: (event: StoredEvent) => TimelineEvent
  /** The events of the segment that were listed when it was packed. */
  readonly packed: () => Promise<Bits>
  /** Those that still are. */
  readonly listed: () => Promise<Bits>
  /** Those at ordinals of both, in the order asked for. */
  readonly eventsAt: (ordinals: readonly number[]) => Promise<readonly TimelineEvent[]>
}

export function openEdition(edition: PackedEdition, access: SegmentAccess): Opened {
  const overlay = overlayOf(edition.base.places)
  const revised = revisionsOf(edition.timeline)
  const adds = edition.adds.map(revised)
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
      return places.map((place) =>
        'base' in place
          ? revised(read.next().value as StoredEvent)
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
